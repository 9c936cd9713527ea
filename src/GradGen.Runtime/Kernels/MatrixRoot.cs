namespace GradGen;

/// <summary>The principal square root of a matrix and its derivative.</summary>
internal static class MatrixRoot
{
    // Newton's iteration squares the error once it is small; with scaling it is small after a few rounds.
    private const int Rounds = 60;

    internal static Matrix Of(Matrix a)
    {
        if (!double.IsFinite(EuclideanNorm.Largest(Stored.Values(a.Storage))))
        {
            return double.NaN * MatrixMath.Ones(a.RowCount, a.ColumnCount);
        }

        if (!a.Equals(a.T))
        {
            return Iterate(a);
        }

        var eigen = new SymmetricEigen(a);
        return Kernel.MultiplyTranspose(eigen.Vectors * MatrixMath.Diag(Vector.Of(Roots(eigen))), eigen.Vectors);
    }

    /// <summary>
    /// The derivative L at A along D, the solution of √A L + L √A = D: of a symmetric A by its eigenvectors, of another as a block
    /// of the root of [A D; 0 A] (Higham, Functions of Matrices, §6.1 and theorem 3.6).
    /// </summary>
    internal static Matrix Derivative(Matrix a, Matrix d)
    {
        if (!a.Equals(a.T))
        {
            return Kernel.AboveDiagonal(Iterate(Kernel.BlockTriangle(a, d)));
        }

        var eigen = new SymmetricEigen(a);
        var roots = Roots(eigen);
        var turned = Kernel.TransposeMultiply(eigen.Vectors, d * eigen.Vectors);
        var sums = MatrixMath.Zeros(a.RowCount, a.ColumnCount);
        for (var j = 0; j < roots.Length; j++)
        {
            for (var i = 0; i < roots.Length; i++)
            {
                Kernel.AddAt(sums, i, j, roots[i] + roots[j]);
            }
        }

        return eigen.Vectors * Kernel.MultiplyTranspose(Kernel.ZeroSafeDivide(turned, sums), eigen.Vectors);
    }

    private static double[] Roots(SymmetricEigen eigen)
    {
        var values = eigen.Values;
        var rounding = values.Length * MathNet.Numerics.Precision.DoublePrecision * EuclideanNorm.Largest(values);
        if (values.Length > 0 && values[0] < -rounding)
        {
            throw WithoutRoot();
        }

        // What is not above rounding is 0, whose root would be far from it otherwise.
        return [.. values.Select(value => value <= rounding ? 0.0 : Math.Sqrt(value))];
    }

    /// <summary>The Denman–Beavers iteration in its product form, scaled by the determinant (Higham, (6.29)).</summary>
    private static Matrix Iterate(Matrix a)
    {
        var n = a.RowCount;
        var one = MatrixMath.Identity(n);
        var (root, ratio) = (a, a);
        var error = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var factor = Kernel.Lu(ratio);
            var scale = error < 0.01 ? 1.0 : Math.Exp(-factor.LogAbsDeterminant / n);
            var inverse = factor.Inverse() / scale;
            root = 0.5 * Math.Sqrt(scale) * (root + (root * inverse));
            ratio = 0.5 * (one + (0.5 * ((scale * ratio) + inverse)));
            var last = error;
            error = MatrixMath.FrobeniusNorm(ratio - one);
            if (error < n * MathNet.Numerics.Precision.DoublePrecision || (error < 1e-10 && error >= 0.5 * last))
            {
                return root;
            }

            if (!double.IsFinite(error))
            {
                break;
            }
        }

        throw WithoutRoot();
    }

    private static ArithmeticException WithoutRoot() =>
        new("MatrixSqrt: the matrix has a negative eigenvalue, so that it has no real principal square root");
}
