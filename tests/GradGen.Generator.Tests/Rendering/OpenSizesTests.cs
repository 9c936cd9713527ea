namespace GradGen.Generator.Tests.Rendering;

/// <summary>Where the zeros that a sequence starts with say their size.</summary>
public sealed class OpenSizesTests
{
    [Fact]
    public void Zeros_are_as_large_as_what_the_first_round_adds_to_them() =>
        Assert.Contains(", h₀ = 0", Formula("Gradient", "Tanh(W * h + x)"));

    [Fact]
    public void Zeros_beside_an_identity_say_their_size() =>
        Assert.EndsWith("P₀ = 0[cols(W), cols(W)]", Formula("Jacobian", "W * h + x"));

    [Fact]
    public void An_identity_of_known_rows_needs_no_other_size() =>
        Assert.EndsWith("P₀ = 0", Formula("Jacobian", "Tanh(W * h + x)"));

    [Fact]
    public void Zeros_that_a_function_other_than_a_linear_one_is_taken_of_say_their_size() =>
        Assert.Contains(", h₀ = 0[dim(x)]", Formula("Gradient", "PointwiseMultiply(x, Exp(h))"));

    /// <summary>The formula of a companion of a loop that starts with zeros.</summary>
    private static string Formula(string companion, string after)
    {
        var result = companion == "Jacobian" ? ("Vector", "h") : ("double", "NormSquared(h)");
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable(nameof(x), Emit = Derivatives.{{companion}})]
                public static {{result.Item1}} F(Matrix W, Vector x)
                {
                    var h = Zeros(x.Count);
                    for (var i = 0; i < 3; i++) h = {{after}};
                    return {{result.Item2}};
                }
            }
            """);
        return Documented.In(run, run.Load()).Single(d => d.Method.Name == $"{companion}_F_x").Formulas[0];
    }
}
