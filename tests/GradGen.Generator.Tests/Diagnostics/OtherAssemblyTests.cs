using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>Calls into another assembly whose companions do not suffice: the error names what to emit there.</summary>
public sealed class OtherAssemblyTests
{
    private const string Library = """
        public static partial class Other
        {
            [Differentiable] public static double Energy(Vector x) => NormSquared(x);
            [Differentiable(nameof(x))] public static double Scaled(Vector x, double scale) => scale * NormSquared(x);
            [Differentiable(Emit = Derivatives.Jacobian)] public static Vector Warp(Vector x) => Tanh(x);
            [Differentiable(Emit = Derivatives.Pullback)] public static Vector Bend(Vector x) => Tanh(x);
            public static double Plain(double a) => a;
        }
        """;

    private static readonly Lazy<MetadataReference> Reference = new(() =>
    {
        var stream = new MemoryStream();
        Assert.True(GeneratorRun.Of(Library).Output.WithAssemblyName("Other").Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    });

    [Theory]
    [InlineData("Other.Energy(x) * a")]
    [InlineData("Sum(Other.Bend(x)) * a")]
    [InlineData("Other.Scaled(x, 3) * a")]
    public void What_companions_give_is_differentiated(string expression) => Assert.Empty(Errors(expression));

    [Theory]
    [InlineData("[|Other.Scaled(x, a)|]", "its derivative by 'scale' is not given; name 'scale' in its [Differentiable]")]
    [InlineData("a * Sum([|Other.Warp(x)|])", "tag it there with [Differentiable(Emit = Derivatives.Pullback)]")]
    [InlineData("[|Other.Plain(a)|] + 1", "tag it there with [Differentiable(Emit = Derivatives.Pullback)]")]
    public void What_is_missing_is_named(string marked, string advice)
    {
        var expression = marked.Replace("[|", "").Replace("|]", "");
        var error = Assert.Single(Errors(expression));
        Assert.Equal("GRAD004", error.Id);
        Assert.Contains(advice, error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(marked.Split("[|")[1].Split("|]")[0], error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan));
    }

    private static List<Diagnostic> Errors(string expression) =>
    [
        .. GeneratorRun.On(TestCompilation.Of($"public static partial class M {{ [Differentiable] public static double F(Vector x, double a) => {expression}; }}").AddReferences(Reference.Value))
            .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error),
    ];
}
