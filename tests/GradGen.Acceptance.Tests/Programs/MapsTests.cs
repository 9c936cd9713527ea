using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Maps that fit in the second cache, and larger ones, which are computed block by block.</summary>
public sealed class MapsTests
{
    private delegate (Matrix U, Matrix V) Gradient(Matrix t, Matrix u, Matrix v);

    private delegate double Into(Matrix t, Matrix u, Matrix v, Matrix ofU, Matrix ofV);

    public static TheoryData<int, int, int> Sizes => new() { { 5, 4, 2 }, { 210, 170, 3 }, { 9000, 5, 2 }, { 190, 220, 70 }, { 6, 6, 2 }, { 200, 200, 3 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gradients_agree_with_differences_along_a_direction(int m, int n, int k)
    {
        Holds(Maps.Squares, Maps.Gradient_Squares, Maps.ValueAndGradientInto_Squares, m, n, k);
        Holds(Maps.Distance, Maps.Gradient_Distance, Maps.ValueAndGradientInto_Distance, m, n, k);
        Holds(
            (t, u, v) => Maps.Logistic(t, u, v, 0.3), (t, u, v) => Maps.Gradient_Logistic(t, u, v, 0.3),
            (t, u, v, ofU, ofV) => Maps.ValueAndGradientInto_Logistic(t, u, v, 0.3, ofU, ofV), m, n, k);
    }

    private static void Holds(Func<Matrix, Matrix, Matrix, double> method, Gradient gradient, Into into, int m, int n, int k)
    {
        var draw = Draw.Several.First();
        var (t, u, v, du, dv) = (draw.Matrix(m, n), draw.Matrix(m, k), draw.Matrix(n, k), draw.Matrix(m, k), draw.Matrix(n, k));
        var (ofU, ofV) = gradient(t, u, v);
        const double Step = 1e-5;
        var difference = (method(t, u + (Step * du), v + (Step * dv)) - method(t, u - (Step * du), v - (Step * dv))) / (2.0 * Step);
        Assert.Equal(difference, Inner(ofU, du) + Inner(ofV, dv), 1e-6 * (1.0 + Math.Abs(difference)));

        // Where the destinations are the arguments themselves, or each the other's.
        foreach (var isCrossed in new[] { false, true })
        {
            var (a, b) = (1.0 * u, 1.0 * v);
            if (isCrossed && m != n) continue;
            var value = isCrossed ? into(t, a, b, b, a) : into(t, a, b, a, b);
            Assert.Equal(method(t, u, v), value, 1e-12 * Math.Abs(value));
            Near(ofU, isCrossed ? b : a);
            Near(ofV, isCrossed ? a : b);
        }

        // Nothing is allocated once warm.
        var (x, y) = (Zeros(m, k), Zeros(n, k));
        into(t, u, v, x, y);
        var before = GC.GetAllocatedBytesForCurrentThread();
        into(t, u, v, x, y);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Near(Matrix expected, Matrix actual) =>
        Assert.True(FrobeniusNorm(expected - actual) <= 1e-12 * FrobeniusNorm(expected), "The gradient differs where it is written to an argument.");
}
