using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

public sealed class GivenTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void A_pullback_replaces_the_rule_of_a_method_outside_the_language()
    {
        foreach (var d in Draw.Several)
        {
            var (x, a) = (d.Vector(d.N), 1 + d.Scalar());
            var (gx, ga) = Given.Gradient_Length(x, a);
            Near(GradientCheck.Gradient((Vector v) => Given.Length(v, a), x), gx);
            Near(GradientCheck.Derivative((double t) => Given.Length(x, t), a), ga);
        }
    }

    [Fact]
    public void The_given_rule_is_taken_and_not_the_body()
    {
        var (x, w) = (1.2, Vector.Of(1, -2));
        Near((4 * x, 6 * w), Given.Gradient_StraightThrough(x, w));
        Near(2 * (Math.Round(x * x) - 1), Given.ValueAndGradient_StraightThrough(x, w).Value);
    }

    [Fact]
    public void A_pushforward_is_taken_where_differentials_go_forward()
    {
        foreach (var d in Draw.Several)
        {
            var (x, a) = (d.Vector(d.N), d.Matrix(d.M, d.N));
            var (gx, ga) = Given.Gradient_OfSteep(x, a);
            Near(GradientCheck.Gradient((Vector v) => Given.OfSteep(v, a), x), gx);
            Near(GradientCheck.Gradient((Matrix v) => Given.OfSteep(x, v), a), ga);
            var (dx, da) = (d.Vector(d.N), d.Matrix(d.M, d.N));
            Near(Dot(gx, dx) + Inner(ga, da), Given.Pushforward_OfSteep(x, a, dx, da));
        }
    }

    [Fact]
    public void Instance_methods_have_rules_too()
    {
        var spring = new Spring(3);
        var (gx, gy) = spring.Gradient_Work(0.7, -0.4);
        Near(2 * 3 * 0.7 * -0.4, gx);
        Near(3 * 0.7 * 0.7, gy);
    }

    [Fact]
    public void The_pullback_of_another_assembly_is_called()
    {
        foreach (var d in Draw.Several)
        {
            var (a, x) = (d.Matrix(d.N, d.N), d.Vector(d.N));
            var (ga, gx) = Given.Gradient_OfWarp(a, x);
            Near(GradientCheck.Gradient((Matrix v) => Given.OfWarp(v, x), a), ga);
            Near(GradientCheck.Gradient((Vector v) => Given.OfWarp(a, v), x), gx);
            var (da, dx) = (d.Matrix(d.N, d.N), d.Vector(d.N));
            Near(GradientCheck.Derivative((double t) => Given.AlongWarp(a + (t * da), x + (t * dx)), 0), Given.Pushforward_AlongWarp(a, x, da, dx));
        }
    }

    [Fact]
    public void The_gradient_of_a_scalar_of_another_assembly_is_called()
    {
        foreach (var d in Draw.Several)
        {
            var (x, a) = (d.Vector(d.N), d.Matrix(d.N, d.N));
            var (gx, ga) = Given.Gradient_OfEnergy(x, a);
            Near(GradientCheck.Gradient((Vector v) => Given.OfEnergy(v, a), x), gx);
            Near(GradientCheck.Gradient((Matrix v) => Given.OfEnergy(x, v), a), ga);
            Near(GradientCheck.Gradient((Vector v) => Given.OfScaled(v, 0.4), x), Given.Gradient_OfScaled_x(x, 0.4));
        }
    }

    [Fact]
    public void What_is_stopped_is_constant()
    {
        var d = Draw.Several.First();
        var (x, a) = (d.Vector(d.N), d.Scalar());
        var (gx, ga) = Given.Gradient_Stopped(x, a);
        Near(Norm(x) * a * Ones(d.N) + x, gx);
        Near(0.0, ga);
    }

    private static void Near((double, Vector) expected, (double, Vector) actual)
    {
        Near(expected.Item1, actual.Item1);
        Near(expected.Item2, actual.Item2);
    }

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
