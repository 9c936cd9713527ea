using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Programs;

public sealed class OrdersTests
{
    // (AB)C takes 48 multiplications and A(BC) 144, or the other way round.
    [Theory]
    [InlineData(2, 6, 2, 6)]
    [InlineData(6, 2, 6, 2)]
    [InlineData(3, 3, 3, 3)]
    public void Three_factors(int p, int q, int r, int s)
    {
        Of(nameof(Orders.Three)).Holds(d => [d.Matrix(p, q), d.Matrix(q, r), d.Matrix(r, s), d.Matrix(p, s)]);
        Of(nameof(Orders.Branch)).Holds(d => [d.Matrix(p, q), d.Matrix(q, r), d.Matrix(r, s), 0.7]);
        Of(nameof(Orders.Branch)).Holds(d => [d.Matrix(p, q), d.Matrix(q, r), d.Matrix(r, s), -0.7]);
    }

    // ((AB)C)D, (AB)(CD), (A(BC))D, A((BC)D), A(B(CD)).
    [Theory]
    [InlineData(1, 2, 3, 4, 5)]
    [InlineData(1, 5, 1, 5, 1)]
    [InlineData(2, 3, 5, 1, 4)]
    [InlineData(5, 1, 2, 3, 4)]
    [InlineData(5, 4, 3, 2, 1)]
    public void Four_factors(int p, int q, int r, int s, int t) => Of(nameof(Orders.Four)).Holds(d => [d.Matrix(p, q), d.Matrix(r, q), d.Matrix(r, s), d.Matrix(s, t), d.Matrix(p, t)]);

    [Theory]
    [InlineData(2, 4, 6)]
    [InlineData(6, 4, 2)]
    public void A_residual_with_a_solve(int p, int q, int r) => Of(nameof(Orders.Residual)).Holds(d => [d.Matrix(p, q), d.PositiveDefinite(q), d.Matrix(q, r), d.Matrix(p, r)]);

    [Theory]
    [InlineData(4, 4, 1, 3)]
    [InlineData(2, 6, 5, 3)]
    [InlineData(6, 2, 5, 3)]
    [InlineData(2, 3, 5, 0)]
    public void In_rounds(int p, int q, int s, int n) => Of(nameof(Orders.Rounds)).Holds(d => [d.Matrix(p, q), d.Matrix(q, p), d.Matrix(p, s), n]);

    [Fact]
    public void Of_items_of_several_sizes()
    {
        Of(nameof(Orders.Items)).Holds(d => [d.Matrix(2, 4), d.Matrix(4, 3), new[] { d.Matrix(3, 1), d.Matrix(3, 9), d.Matrix(3, 2) }]);
        Assert.Equal(0.0, MatrixMath.FrobeniusNorm(Orders.Gradient_Items_A(MatrixMath.Identity(2), MatrixMath.Identity(2), [])));
    }

    // Whatever order is taken, the numbers are those of plain operators.
    [Theory]
    [InlineData(40, 3, 40, 3)]
    [InlineData(3, 40, 3, 40)]
    public void The_gradients_are_those_of_plain_operators(int p, int q, int r, int s)
    {
        var (A, B, C, D) = (Filled(p, q), Filled(q, r), Filled(r, s), Filled(p, s));
        var R = 2.0 * (A * B * C - D);
        var (value, ofA, ofB, ofC, ofD) = Orders.ValueAndGradient_Three(A, B, C, D);
        Assert.Equal(Orders.Three(A, B, C, D), value, 1e-12 * value);
        Near(R * (B * C).T, ofA);
        Near(A.T * R * C.T, ofB);
        Near((A * B).T * R, ofC);
        Near(-R, ofD);

        static Matrix Filled(int m, int n)
        {
            var entries = new double[m, n];
            for (var i = 0; i < m; i++) for (var j = 0; j < n; j++) entries[i, j] = Math.Sin(1.7 * i + 0.6 * j + n);
            return Matrix.OfArray(entries);
        }

        static void Near(Matrix expected, Matrix actual) => Assert.True(MatrixMath.FrobeniusNorm(actual - expected) <= 1e-12 * MatrixMath.FrobeniusNorm(expected));
    }

    private static Row Of(string method) => new(typeof(Orders), method);
}
