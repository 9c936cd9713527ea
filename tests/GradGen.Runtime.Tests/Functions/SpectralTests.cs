using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class SpectralTests
{
    private static readonly Matrix Rotation = Matrix.OfArray(new double[,] { { 0, -1 }, { 1, 0 } });

    [Fact]
    public void Eigenvalues_of_the_symmetric_part()
    {
        Near.Equal(Vector.Of(1, 3), SymmetricEigenvalues(Matrix.OfArray(new double[,] { { 2, 1 }, { 1, 2 } })), 1e-15);
        Near.Equal(Vector.Of(1, 3), SymmetricEigenvalues(Matrix.OfArray(new double[,] { { 2, 5 }, { -3, 2 } })), 1e-15);
        Near.Equal(Vector.Of(-7, 2, 5), SymmetricEigenvalues(Diag(Vector.Of(5, -7, 2))), 1e-15);
        var a = Some.PositiveDefinite(6);
        Near.Equal(LogDet(a), Sum(Log(SymmetricEigenvalues(a))), 1e-13);
        var v = Kernel.SymmetricEigenvectors(a);
        Near.Equal(a, v * Diag(SymmetricEigenvalues(a)) * v.T);
    }

    [Fact]
    public void Singular_values()
    {
        Near.Equal(Vector.Of(7, 5, 0), SingularValues(Diag(Vector.Of(5, -7, 0))), 1e-15);
        foreach (var x in new[] { Some.Matrix(5, 3), Some.Matrix(3, 5), Some.Matrix(4, 4), Some.Sparse(6, 4) })
        {
            var values = SingularValues(x);
            Assert.Equal(Math.Min(x.RowCount, x.ColumnCount), values.Count);
            Assert.Equal(values.ToArray().OrderDescending(), values.ToArray());
            Near.Equal(NuclearNorm(x), Sum(values), 1e-14);
            Near.Equal(x, Kernel.LeftSingularVectors(x) * Diag(values) * Kernel.RightSingularVectors(x).T);
        }
    }

    [Fact]
    public void The_left_vectors_of_zero_singular_values_are_zero()
    {
        var x = Vector.Of(1, 2, 2) * RowVector.Of(3, 4);
        Near.Equal(Vector.Of(15, 0), SingularValues(x), 1e-15);
        Assert.Equal(Zeros(3), Kernel.LeftSingularVectors(x).Column(1));
        Near.Equal(1.0, Norm(Kernel.LeftSingularVectors(x).Column(0)), 1e-14);
        Assert.Equal(Zeros(3, 2), Kernel.LeftSingularVectors(Zeros(3, 2)));
        Assert.Equal((0, 0), (Kernel.LeftSingularVectors(Zeros(0, 2)).ColumnCount, SingularValues(Zeros(0, 2)).Count));
    }

    [Fact]
    public void Large_and_small_entries()
    {
        foreach (var scale in new[] { 1e200, 1e-200 })
        {
            var a = scale * Some.PositiveDefinite(4);
            Near.Equal(scale * SymmetricEigenvalues(Some.PositiveDefinite(4)), SymmetricEigenvalues(a), 1e-13);
            Near.Equal(scale * SingularValues(Some.PositiveDefinite(4)), SingularValues(a), 1e-13);
            Near.Equal(PseudoInverse(Some.PositiveDefinite(4)) / scale, PseudoInverse(a), 1e-12);
            Near.Equal(Kernel.PolarFactor(Some.Matrix(3, 2)), Kernel.PolarFactor(scale * Some.Matrix(3, 2)), 1e-12);
            Near.Equal(Math.Sqrt(scale) * MatrixSqrt(Some.PositiveDefinite(4)), MatrixSqrt(a), 1e-12);
            var turned = Identity(2) + (0.5 * Rotation);
            Near.Equal(Math.Sqrt(scale) * MatrixSqrt(turned), MatrixSqrt(scale * turned), 1e-12);
        }
    }

    [Fact]
    public void What_is_not_finite()
    {
        var x = Matrix.OfArray(new[,] { { 1, double.NaN }, { 3, 4 } });
        Assert.All(new[] { SymmetricEigenvalues(x), SingularValues(x), Vec(PseudoInverse(x)), Vec(MatrixSqrt(x)), Vec(Kernel.LeftSingularVectors(x)) }, v => Assert.All(v.ToArray(), entry => Assert.True(double.IsNaN(entry))));
    }

    [Fact]
    public void Pseudo_inverses_have_the_four_properties_of_Penrose()
    {
        foreach (var a in new[] { Some.Matrix(5, 3), Some.Matrix(3, 5), Some.Matrix(5, 2) * Some.Matrix(2, 4, 2), Zeros(2, 3), Some.Sparse(6, 4), Some.DiagonalStorage(2, 0, 3) })
        {
            var p = PseudoInverse(a);
            Assert.Equal((a.ColumnCount, a.RowCount), (p.RowCount, p.ColumnCount));
            Near.Equal(Some.Densified(a), a * p * a);
            Near.Equal(p, p * a * p);
            Near.Equal((a * p).T, a * p);
            Near.Equal((p * a).T, p * a);
        }

        Near.Equal(Inv(Some.PositiveDefinite(4)), PseudoInverse(Some.PositiveDefinite(4)));
        Assert.Equal((3, 0), (PseudoInverse(Zeros(0, 3)).RowCount, PseudoInverse(Zeros(0, 3)).ColumnCount));
    }

    [Fact]
    public void Square_roots()
    {
        foreach (var a in new[] { Some.PositiveDefinite(5), Identity(3) + (0.3 * Some.Matrix(3, 3)), 2 * Identity(2) + (5 * Rotation), Rotation, Matrix.OfArray(new double[,] { { 1, 7 }, { 0, 1 } }) })
        {
            Near.Equal(a, MatrixSqrt(a) * MatrixSqrt(a));
        }

        Near.Equal(Diag(Vector.Of(2, 0, 3)), MatrixSqrt(Diag(Vector.Of(4, 0, 9))), 1e-14);
        Assert.Equal(Zeros(2, 2), MatrixSqrt(Zeros(2, 2)));
        Assert.Equal(0, MatrixSqrt(Zeros(0, 0)).RowCount);
        var (quarter, half) = (Math.PI / 4, Math.Sqrt(0.5));
        Near.Equal(Matrix.OfArray(new[,] { { Math.Cos(quarter), -half }, { half, Math.Cos(quarter) } }), MatrixSqrt(Rotation), 1e-14);
    }

    [Fact]
    public void What_has_no_real_principal_root_says_so()
    {
        Assert.Throws<ArithmeticException>(() => MatrixSqrt(Diag(Vector.Of(4, -1))));
        Assert.Throws<ArithmeticException>(() => MatrixSqrt(-1 * Identity(2)));
        Assert.Throws<ArithmeticException>(() => MatrixSqrt(Matrix.OfArray(new double[,] { { -2, 1 }, { 0, 3 } })));
        Assert.ThrowsAny<ArithmeticException>(() => MatrixSqrt(Matrix.OfArray(new double[,] { { 0, 1 }, { 0, 0 } })));
        Assert.ThrowsAny<ArithmeticException>(() => Kernel.MatrixSqrtDerivative(Matrix.OfArray(new double[,] { { -2, 1 }, { 0, 3 } }), Identity(2)));
        Assert.Throws<ArgumentException>(() => MatrixSqrt(Zeros(2, 3)));
        Assert.Throws<ArgumentException>(() => SymmetricEigenvalues(Zeros(2, 3)));
    }

    [Fact]
    public void The_derivative_of_the_root_solves_its_equation()
    {
        foreach (var a in new[] { Some.PositiveDefinite(4), Identity(4) + (0.3 * Some.Matrix(4, 4)) })
        {
            var (root, d) = (MatrixSqrt(a), Some.Matrix(4, 4, 3));
            var l = Kernel.MatrixSqrtDerivative(a, d);
            Near.Equal(d, (root * l) + (l * root));
        }

        // A zero direction stays zero where the root has no derivative.
        Assert.Equal(Zeros(2, 2), Kernel.MatrixSqrtDerivative(Zeros(2, 2), Zeros(2, 2)));
    }
}
