using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests;

/// <summary>Operands: the same numbers on every run.</summary>
internal static class Some
{
    internal static Vector Vector(int n, int seed = 1)
    {
        var random = new Random(seed);
        return GradGen.Vector.Of([.. Enumerable.Range(0, n).Select(_ => (2.0 * random.NextDouble()) - 1.0)]);
    }

    internal static RowVector Row(int n, int seed = 1) => Vector(n, seed).T;

    internal static Matrix Matrix(int m, int n, int seed = 1)
    {
        var x = Vector(m * n, seed).ToArray();
        return new DenseMatrix(m, n, x);
    }

    internal static Matrix PositiveDefinite(int n, int seed = 1)
    {
        Matrix<double> a = Matrix(n, n, seed);
        return a.TransposeAndMultiply(a) + DenseMatrix.CreateIdentity(n);
    }

    /// <summary>About a third of the entries are held.</summary>
    internal static Matrix Sparse(int m, int n, int seed = 1)
    {
        var x = SparseMatrix.OfMatrix(Matrix(m, n, seed));
        x.CoerceZero(0.66);
        return x;
    }

    internal static Vector SparseVector(int n, int seed = 1)
    {
        var x = MathNet.Numerics.LinearAlgebra.Double.SparseVector.OfVector(Vector(n, seed));
        x.CoerceZero(0.66);
        return x;
    }

    internal static Matrix DiagonalStorage(params double[] diagonal) =>
        DiagonalMatrix.OfDiagonal(diagonal.Length, diagonal.Length, diagonal);

    /// <summary>The same entries in dense storage.</summary>
    internal static Matrix Densified(Matrix x) => DenseMatrix.OfMatrix(x);

    /// <inheritdoc cref="Densified(Matrix)"/>
    internal static Vector Densified(Vector x) => DenseVector.OfVector(x);

    /// <summary>The matrix whose entries are given by their place.</summary>
    internal static Matrix Matrix(int m, int n, Func<int, int, double> entry) => DenseMatrix.Create(m, n, entry);

    internal static Vector Vector(int n, Func<int, double> entry) => DenseVector.Create(n, entry);
}
