using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>At ordinary arguments companions agree with differences; where the plain method fails they are right.</summary>
public sealed class DangerousTests
{
    [Fact]
    public void Ordinary_arguments()
    {
        Of(nameof(Dangerous.LogOfDeterminant)).Holds(d => [d.PositiveDefinite(d.N)]);
        Of(nameof(Dangerous.LogOfProduct)).Holds(d => [d.PositiveDefinite(d.N), d.PositiveDefinite(d.N)]);
        Of(nameof(Dangerous.LogOfGram)).Holds(d => [d.Matrix(d.M, d.N)], Draw.Several.Where(d => d.M >= d.N));
        Of(nameof(Dangerous.LogOfDensity)).Holds(d => [d.Vector(d.N), d.PositiveDefinite(d.N)]);
        foreach (var method in new[] { nameof(Dangerous.LogOfSum), nameof(Dangerous.LogOfMean), nameof(Dangerous.LogOfOneMore), nameof(Dangerous.LogOfSigmoid), nameof(Dangerous.LogOfComplement), nameof(Dangerous.RootOfSquares) })
            Of(method).Holds(d => [d.Vector(d.N)]);
        Of(nameof(Dangerous.LogOfSoftmax)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);
        Of(nameof(Dangerous.RootOfSquare)).Holds(d => [d.Scalar()]);
    }

    [Fact]
    public void Determinants_do_not_overflow()
    {
        var large = 1e200 * Identity(3);
        Near(3 * Math.Log(1e200), Dangerous.ValueAndGradient_LogOfDeterminant(large).Value);
        Near(3 * Math.Log(1e200), Dangerous.ValueAndGradient_LogOfProduct(large, Identity(3)).Value);
        Near(1e-200, Dangerous.Gradient_LogOfDeterminant(large)[1, 1]);
        // The product of two negative determinants has a logarithm.
        var turned = Diag(Vector.Of(1, 1, -1));
        Near(0, Dangerous.ValueAndGradient_LogOfProduct(turned, turned).Value);
        Assert.Throws<ArithmeticException>(() => Dangerous.ValueAndGradient_LogOfProduct(turned, Identity(3)));
    }

    [Fact]
    public void Exponentials_do_not_overflow_or_vanish()
    {
        Near(1000, Dangerous.ValueAndGradient_LogOfSum(Vector.Of(1000, 0)).Value);
        Near(1000 - Math.Log(2), Dangerous.ValueAndGradient_LogOfMean(Vector.Of(1000, 0)).Value);
        Near(1000, Dangerous.ValueAndGradient_LogOfOneMore(Vector.Of(1000)).Value);
        Near(-1000, Dangerous.ValueAndGradient_LogOfSigmoid(Vector.Of(-1000)).Value);
        Near(-1000, Dangerous.ValueAndGradient_LogOfComplement(Vector.Of(1000)).Value);
        Near(-1000, Dangerous.ValueAndGradient_LogOfSoftmax(Vector.Of(1000, 0), Vector.Of(0, 1)).Value);
        Near(-5000, Dangerous.ValueAndGradient_LogOfDensity(Vector.Of(100), Identity(1)).Value);
        Near(-100, Dangerous.Gradient_LogOfDensity_x(Vector.Of(100), Identity(1))[0]);
    }

    [Fact]
    public void Roots_of_squares_are_norms()
    {
        Near(5e200, Dangerous.ValueAndGradient_RootOfSquares(Vector.Of(3e200, 4e200)).Value);
        Near(0.6, Dangerous.Gradient_RootOfSquares(Vector.Of(3e-200, 4e-200))[0]);
        Near(0, Dangerous.Gradient_RootOfSquares(Vector.Of(0, 0))[0]);
        Near(-1, Dangerous.Gradient_RootOfSquare(-1e-200));
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Max(Math.Abs(expected), 1e-300));

    private static Row Of(string method) => new(typeof(Dangerous), method);
}
