using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Loops;

/// <summary>Sums over the entries of arrays, which are operations on the arrays where they run over all of them.</summary>
public static partial class EntryLoops
{
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Dot([Shape("n")] Vector x, [Shape("n")] RowVector yT)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++) sum += x[i] * yT[i];
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Trace([Shape("n", "n")] Matrix A)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++) sum += A[i, i];
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double LogSum([Shape("n")] Vector x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++) sum += Math.Exp(2 * x[i] + 1) / 3;
        return Math.Log(sum);
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double TraceOfProduct([Shape("m", "n")] Matrix A, [Shape("n", "m")] Matrix B)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++) sum += A.Row(i) * B.Column(i);
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double SquaresOfRows([Shape("m", "n")] Matrix A, [Shape("m")] Vector w)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++) sum += w[i] * NormSquared(A.Row(i));
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double ColumnsOfTwo([Shape("m", "n")] Matrix A, [Shape("m")] Vector x, [Shape("n")] Vector y)
    {
        var sum = 0.0;
        for (var j = 0; j < A.ColumnCount; j++) sum += Math.Sin(x.T * A.Column(j)) * y[j];
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CubeOfEntries(Matrix A)
    {
        var sum = 0.0;
        for (var j = 0; j < A.ColumnCount; j++)
        {
            for (var i = 0; i < A.RowCount; i++) sum += Math.Pow(A[i, j], 3);
        }

        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Product([Shape("m", "n")] Matrix A, [Shape("n", "p")] Matrix B)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++)
        {
            for (var j = 0; j < B.ColumnCount; j++)
            {
                var entry = 0.0;
                for (var k = 0; k < A.ColumnCount; k++) entry += A[i, k] * B[k, j];
                sum += entry * entry;
            }
        }

        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Residuals([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector y)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++)
        {
            var residual = A.Row(i) * x - y[i];
            sum += Math.Sqrt(1 + residual * residual) - 1;
        }

        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double PairsOfColumns(Matrix A)
    {
        var sum = 0.0;
        for (var j = 0; j < A.ColumnCount; j++)
        {
            for (var k = 0; k < A.ColumnCount; k++) sum += A.Column(j).T * A.Column(k);
        }

        return sum;
    }

    // One index of two is gathered, the other cannot be: exp(xᵢ − xⱼ) is no operation on one array.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Pairs([Shape("n")] Vector x, [Shape("n", "n")] Matrix A)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < x.Count; j++) sum += Math.Exp(x[i] - x[j]) * A[i, j];
        }

        return sum;
    }

    // A loop over a part of the entries stays a loop.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double WithoutTheFirst(Vector x)
    {
        var sum = 0.0;
        for (var i = 1; i < x.Count; i++) sum += x[i] * x[i];
        return sum;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Triangle([Shape("n", "n")] Matrix A)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++)
        {
            for (var j = 0; j < i; j++) sum += A[i, j] * A[i, j];
        }

        return sum;
    }

    // So does one whose bound nobody has said to be the size of the other array.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Prefix(Vector x, Vector y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++) sum += x[i] * y[i];
        return sum;
    }
}
