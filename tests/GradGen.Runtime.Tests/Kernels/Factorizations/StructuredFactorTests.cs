using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels.Factorizations;

/// <summary>Triangular and diagonal matrices, which are their own factorizations, against the general one.</summary>
public class StructuredFactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(31)]
    public void Triangular_solves_from_every_side(int n)
    {
        var l = LowerTriangle(Some.Matrix(n, n, 3)) + n * Identity(n);
        var (lu, factor) = (Kernel.Lu(l), Kernel.TriangularFactor(l + UpperTriangle(Ones(n, n)) - Identity(n)));
        var (b, r, x, y) = (Some.Vector(n), Some.Row(n, 2), Some.Matrix(n, 4, 5), Some.Matrix(4, n, 6));
        Near.Equal(lu.Solve(b), factor.Solve(b), 1e-12);
        Near.Equal(lu.Solve(x), factor.Solve(x), 1e-12);
        Near.Equal(lu.SolveTranspose(b), factor.SolveTranspose(b), 1e-12);
        Near.Equal(lu.SolveTranspose(x), factor.SolveTranspose(x), 1e-12);
        Near.Equal(lu.SolveLeft(r), factor.SolveLeft(r), 1e-12);
        Near.Equal(lu.SolveLeft(y), factor.SolveLeft(y), 1e-12);
        Near.Equal(lu.SolveLeftTranspose(r), factor.SolveLeftTranspose(r), 1e-12);
        Near.Equal(lu.SolveLeftTranspose(y), factor.SolveLeftTranspose(y), 1e-12);
        Near.Equal(lu.Inverse(), factor.Inverse(), 1e-12);
        Near.Equal(lu.Determinant, factor.Determinant);
        Near.Equal(lu.LogAbsDeterminant, factor.LogAbsDeterminant);
        Near.Equal(lu.LogDeterminant, factor.LogDeterminant);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(31)]
    public void Diagonal_solves_from_every_side(int n)
    {
        var d = Abs(Some.Vector(n, 3)) + 0.5;
        var lu = Kernel.Lu(Diag(d));
        var (b, r, x, y) = (Some.Vector(n), Some.Row(n, 2), Some.Matrix(n, 4, 5), Some.Matrix(4, n, 6));
        foreach (var factor in new[] { Kernel.DiagonalFactor(d), Kernel.DiagonalFactor(Diag(d)) })
        {
            Near.Equal(lu.Solve(b), factor.Solve(b), 1e-12);
            Near.Equal(lu.Solve(x), factor.Solve(x), 1e-12);
            Near.Equal(lu.SolveTranspose(b), factor.SolveTranspose(b), 1e-12);
            Near.Equal(lu.SolveTranspose(x), factor.SolveTranspose(x), 1e-12);
            Near.Equal(lu.SolveLeft(r), factor.SolveLeft(r), 1e-12);
            Near.Equal(lu.SolveLeft(y), factor.SolveLeft(y), 1e-12);
            Near.Equal(lu.SolveLeftTranspose(r), factor.SolveLeftTranspose(r), 1e-12);
            Near.Equal(lu.SolveLeftTranspose(y), factor.SolveLeftTranspose(y), 1e-12);
            Near.Equal(lu.Inverse(), factor.Inverse(), 1e-12);
            Near.Equal(lu.Determinant, factor.Determinant);
            Near.Equal(lu.LogAbsDeterminant, factor.LogAbsDeterminant);
            Near.Equal(lu.LogDeterminant, factor.LogDeterminant);
        }
    }

    [Fact]
    public void Zero_on_the_diagonal_is_singular_and_a_negative_determinant_has_no_logarithm()
    {
        var singular = Matrix.OfArray(new[,] { { 1.0, 0 }, { 3, 0 } });
        Assert.Throws<SingularMatrixException>(() => Kernel.TriangularFactor(singular).Solve(Vector.Of(1, 2)));
        Assert.Throws<SingularMatrixException>(() => Kernel.DiagonalFactor(singular).Solve(Vector.Of(1, 2)));
        Assert.Equal(0.0, Kernel.TriangularFactor(singular).Determinant);
        Assert.Equal(double.NegativeInfinity, Kernel.DiagonalFactor(singular).LogAbsDeterminant);
        Assert.Throws<ArithmeticException>(() => Kernel.DiagonalFactor(Vector.Of(1, -2)).LogDeterminant);
        Assert.Throws<ArgumentException>(() => Kernel.TriangularFactor(singular).Solve(Vector.Of(1, 2, 3)));
        Assert.Throws<ArgumentException>(() => Kernel.DiagonalFactor(Ones(2, 3)));
    }
}
