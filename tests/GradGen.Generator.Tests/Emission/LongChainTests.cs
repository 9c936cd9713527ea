using System.Globalization;

namespace GradGen.Generator.Tests.Emission;

/// <summary>The chain rule over many statements multiplies more factors than a product shows; the derivatives are right all the same.</summary>
public sealed class LongChainTests
{
    private const int Statements = 120;
    private const double Step = 1e-5;

    [Fact]
    public void Gradient_and_Hessian_agree_with_differences()
    {
        var statements = string.Concat(Enumerable.Range(0, Statements).Select(i => string.Create(CultureInfo.InvariantCulture, $"s = s * a + Math.Sin(s + 0.{i});\n")));
        var type = GeneratorRun.Of($$"""
            using System;
            using GradGen;

            public static partial class P
            {
                [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
                public static double F(double a, double s)
                {
                    {{statements}}
                    return s;
                }
            }
            """).Load().GetType("P")!;
        var (a, s) = (0.4, 0.3);
        double Of(string companion, double da, double ds) => (double)type.GetMethod(companion)!.Invoke(null, [a + da, s + ds])!;
        double ByA(string companion) => (Of(companion, Step, 0) - Of(companion, -Step, 0)) / (2 * Step);
        double ByS(string companion) => (Of(companion, 0, Step) - Of(companion, 0, -Step)) / (2 * Step);
        void Near(double expected, double found) => Assert.InRange(found, expected - (1e-5 * (1 + Math.Abs(expected))), expected + (1e-5 * (1 + Math.Abs(expected))));

        Near(ByA("F"), Of("Gradient_F_a", 0, 0));
        Near(ByS("F"), Of("Gradient_F_s", 0, 0));
        Near(ByA("Gradient_F_a"), Of("Hessian_F_a", 0, 0));
        Near(ByS("Gradient_F_a"), Of("Hessian_F_a_s", 0, 0));
        Near(ByS("Gradient_F_s"), Of("Hessian_F_s", 0, 0));
    }
}
