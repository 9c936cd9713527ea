using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

/// <summary>Products with structured matrices against the same products with the matrices formed.</summary>
public sealed class StructuredTests
{
    [Fact]
    public void Diagonal()
    {
        var (d, x) = (Some.Vector(3, 1), Some.Matrix(3, 4, 2));
        Near.Equal(Diag(d) * x, Kernel.ScaleRows(d, x));
        Near.Equal(x.T * Diag(d), Kernel.ScaleColumns(x.T, d));
        Near.Equal(x.T * Diag(d) * x, Kernel.WeightedGram(x, d));
        Assert.Throws<ArgumentException>(() => Kernel.ScaleRows(d, x.T));
        Assert.Throws<ArgumentException>(() => Kernel.ScaleColumns(x, d));
        Assert.Throws<ArgumentException>(() => Kernel.WeightedGram(x.T, d));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    [InlineData(20, 20)]
    [InlineData(100, 20)]
    [InlineData(300, 2)]
    [InlineData(40, 140)]
    [InlineData(7, 60)]
    [InlineData(300, 60)]
    [InlineData(700, 30)]
    public void Weighted_Gram_products_of_every_form(int m, int n)
    {
        var (d, x) = (Some.Vector(m, 1), Some.Matrix(m, n, 2));
        var gram = Kernel.WeightedGram(x, d);
        Near.Equal(x.T * Diag(d) * x, gram);
        Assert.Equal(gram, gram.T);
    }

    [Fact]
    public void Commutation()
    {
        var (k, x, y) = (Kernel.Commutation(3, 2), Some.Matrix(6, 4, 1), Some.Matrix(3, 2, 2));
        Near.Equal(k * x, Kernel.CommuteRows(3, 2, x));
        Near.Equal(x.T * k, Kernel.CommuteColumns(x.T, 3, 2));
        Near.Equal(Vec(y.T), Kernel.CommuteRows(3, 2, Vec(y)));
        Assert.Throws<ArgumentException>(() => Kernel.CommuteRows(2, 2, x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Kronecker(int columns)
    {
        var (a, b) = (Some.Matrix(3, 2, 1), Some.Matrix(4, 5, 2));
        var (x, y) = (Some.Matrix(10, columns, 3), Some.Matrix(columns, 12, 4));
        Near.Equal(Kron(a, b) * x, Kernel.KroneckerMultiply(a, b, x));
        Near.Equal(Kron(Identity(2), b) * x, Kernel.IdentityKroneckerMultiply(2, b, x));
        Near.Equal(Kron(a, Identity(5)) * x, Kernel.KroneckerIdentityMultiply(a, 5, x));
        Near.Equal(y * Kron(a, b), Kernel.MultiplyKronecker(y, a, b));
        Near.Equal(y * Kron(Identity(3), b), Kernel.MultiplyIdentityKronecker(y, 3, b));
        Near.Equal(y * Kron(a, Identity(4)), Kernel.MultiplyKroneckerIdentity(y, a, 4));
        Near.Equal(Kron(a, b) * x.Column(0), Kernel.KroneckerMultiply(a, b, x.Column(0)));
        Assert.Equal(Kron(a, Identity(5)), Kernel.KroneckerIdentity(a, 5));
        Assert.Equal(Kron(Identity(3), b), Kernel.IdentityKronecker(3, b));
        Assert.Equal((0, 0), (Kernel.IdentityKronecker(0, b).RowCount, Kernel.KroneckerIdentity(a, 0).ColumnCount));
        Assert.Throws<ArgumentException>(() => Kernel.KroneckerMultiply(a, a, x));
        Assert.Throws<ArgumentException>(() => Kernel.IdentityKroneckerMultiply(3, Some.Matrix(2, 3, 1), x));
    }

    [Theory]
    [InlineData(0, 3, 2, 4, 2)]
    [InlineData(3, 0, 2, 4, 2)]
    [InlineData(3, 2, 0, 4, 2)]
    [InlineData(3, 2, 4, 0, 2)]
    [InlineData(3, 2, 4, 2, 0)]
    [InlineData(0, 0, 0, 0, 0)]
    public void Kronecker_of_nothing(int m, int n, int p, int q, int r)
    {
        var (a, b) = (Some.Matrix(m, n, 1), Some.Matrix(p, q, 2));
        var (x, y) = (Some.Matrix(n * q, r, 3), Some.Matrix(r, m * p, 4));
        Assert.Equal(Zeros(m * p, r), Kernel.KroneckerMultiply(a, b, x));
        Assert.Equal(Zeros(r, n * q), Kernel.MultiplyKronecker(y, a, b));
        Near.Equal(Kron(Identity(n), b) * x, Kernel.IdentityKroneckerMultiply(n, b, x));
        Near.Equal(Kron(a, Identity(q)) * x, Kernel.KroneckerIdentityMultiply(a, q, x));
        Near.Equal(y * Kron(Identity(m), b), Kernel.MultiplyIdentityKronecker(y, m, b));
        Near.Equal(y * Kron(a, Identity(p)), Kernel.MultiplyKroneckerIdentity(y, a, p));
        if (r == 0) return;
        var g = Some.Matrix(m * p, n * q, 5);
        Assert.Equal(Zeros(m, n), Kernel.KroneckerAdjointLeft(g, b, m, n));
        Assert.Equal(Zeros(p, q), Kernel.KroneckerAdjointRight(g, a, p, q));
    }

    [Fact]
    public void Places_of_extrema_of_nothing()
    {
        foreach (var place in new Func<object>[] { () => Kernel.PlaceOfMax(Zeros(0)), () => Kernel.PlaceOfMax(Zeros(0).T), () => Kernel.PlaceOfMax(Zeros(0, 3)) })
            Assert.Equal("Max: there are no entries", Assert.Throws<ArgumentException>(place).Message);
        foreach (var place in new Func<object>[] { () => Kernel.PlaceOfMin(Zeros(0)), () => Kernel.PlaceOfMin(Zeros(0).T), () => Kernel.PlaceOfMin(Zeros(3, 0)) })
            Assert.Equal("Min: there are no entries", Assert.Throws<ArgumentException>(place).Message);
    }

    [Fact]
    public void Blocks()
    {
        var (a, b, g) = (Some.Matrix(2, 3, 1), Some.Matrix(4, 2, 2), Some.Matrix(8, 6, 3));
        var blocks = Kernel.Rearrangement(g, 2, 3, 4, 2);
        Near.Equal(Vec(Kernel.KroneckerAdjointLeft(g, b, 2, 3)), blocks * Vec(b));
        Near.Equal(Vec(Kernel.KroneckerAdjointRight(g, a, 4, 2)), blocks.T * Vec(a));
    }

    [Fact]
    public void Jacobian_of_the_adjugate()
    {
        foreach (var rank in new[] { 4, 3, 2, 1, 0 })
        {
            var (a, d) = (rank == 0 ? Zeros(4, 4) : Some.Matrix(4, rank, 1) * Some.Matrix(rank, 4, 2), Some.Matrix(4, 4, 3));
            Near.Equal(Vec(Kernel.AdjugateDerivative(a, d)), Kernel.AdjugateJacobian(a) * Vec(d));
        }
    }
}
