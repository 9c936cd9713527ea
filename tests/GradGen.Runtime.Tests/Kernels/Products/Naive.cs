namespace GradGen.Tests.Kernels.Products;

/// <summary>Products by their definition.</summary>
internal static class Naive
{
    internal static double[,] MultiplyAdd(double alpha, double[,] a, bool transposeA, double[,] b, bool transposeB, double beta, double[,] c)
    {
        var result = new double[c.GetLength(0), c.GetLength(1)];
        var k = a.GetLength(transposeA ? 0 : 1);
        for (var i = 0; i < c.GetLength(0); i++)
        {
            for (var j = 0; j < c.GetLength(1); j++)
            {
                var sum = 0.0;
                for (var p = 0; p < k; p++)
                {
                    sum += (transposeA ? a[p, i] : a[i, p]) * (transposeB ? b[j, p] : b[p, j]);
                }

                result[i, j] = (alpha * sum) + (beta == 0.0 ? 0.0 : beta * c[i, j]);
            }
        }

        return result;
    }
}
