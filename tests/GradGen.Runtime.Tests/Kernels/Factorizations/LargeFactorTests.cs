namespace GradGen.Tests.Kernels.Factorizations;

/// <summary>Factorizations by blocks, at sizes on both sides of every block.</summary>
public class LargeFactorTests
{
    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 20), 31, 32, 33, 63, 64, 65, 100, 257];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Cholesky_factors_invert_and_solve(int n)
    {
        var (a, x, y, b) = (Some.PositiveDefinite(n, 3), Some.Matrix(n, 70, 4), Some.Matrix(70, n, 5), Some.Vector(n, 6));
        var factor = Kernel.CholeskyFactor(a);
        Near.Equal(a, factor.Factor * factor.Factor.T);
        Assert.Equal(MatrixMath.LowerTriangle(factor.Factor), factor.Factor);
        Near.Equal(MatrixMath.Identity(n), a * factor.Inverse(), 1e-9);
        Assert.Equal(factor.Inverse(), factor.Inverse().T);
        Near.Equal(x, a * factor.Solve(x), 1e-9);
        Near.Equal(y, factor.SolveLeft(y) * a, 1e-9);
        Near.Equal(b, a * factor.Solve(b), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lu_factors_invert_and_solve(int n)
    {
        var (a, x, y, b) = (Some.Matrix(n, n, 3), Some.Matrix(n, 70, 4), Some.Matrix(70, n, 5), Some.Vector(n, 6));
        var factor = Kernel.Lu(a);
        Near.Equal(MatrixMath.Identity(n), a * factor.Inverse(), 1e-9);
        Near.Equal(x, a * factor.Solve(x), 1e-9);
        Near.Equal(x, a.T * factor.SolveTranspose(x), 1e-9);
        Near.Equal(y, factor.SolveLeft(y) * a, 1e-9);
        Near.Equal(y, factor.SolveLeftTranspose(y) * a.T, 1e-9);
        Near.Equal(b, a * factor.Solve(b), 1e-9);
        Near.Equal(b, a.T * factor.SolveTranspose(b), 1e-9);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(20, 11)]
    [InlineData(70, 69)]
    public void The_first_bad_pivot_is_named(int n, int bad)
    {
        var a = MatrixMath.Diag(Some.Vector(n, i => i >= bad ? -1.0 : 2.0));
        var exception = Assert.Throws<NotPositiveDefiniteException>(() => Kernel.CholeskyFactor(a));
        Assert.Contains($"pivot {bad} is -1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(70)]
    public void A_singular_matrix_is_factored(int n)
    {
        var a = MatrixMath.Diag(Some.Vector(n, i => i == 13 ? 0.0 : 2.0));
        var lu = Kernel.Lu(a);
        Assert.Equal((0.0, 0, double.NegativeInfinity), (lu.Determinant, lu.DeterminantSign, lu.LogAbsDeterminant));
        Assert.Throws<SingularMatrixException>(() => lu.Inverse());
        Assert.Throws<SingularMatrixException>(() => lu.Solve(MatrixMath.Ones(n)));
    }

    [Fact]
    public void Quotients_that_are_exact_stay_so()
    {
        var diagonal = Some.Vector(40, i => 3.0 + (i * i));
        var a = MatrixMath.Diag(diagonal);
        Assert.Equal(MatrixMath.Identity(40), MatrixMath.Solve(a, a));
        Assert.Equal(MatrixMath.Ones(40), MatrixMath.Solve(a, diagonal));
    }
}
