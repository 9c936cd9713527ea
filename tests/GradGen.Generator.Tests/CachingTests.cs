using System.Collections;
using System.Reflection;
using GradGen.Generator.Emission;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GradGen.Generator.Tests;

/// <summary>What is done again after an edit: nothing, unless the mathematics or a place of a diagnostic changed.</summary>
public sealed class CachingTests
{
    private const string Model = """
        public static partial class Models
        {
            [Differentiable]
            public static double F(Matrix A, Vector x)
            {
                var r = A * x;
                return Norm(r) + Helper.Twice(x[0]);
            }

            [Differentiable]
            public static double G(double a) => a * a;
        }
        """;

    private const string Helper = "public static class Helper { public static double Twice(double t) => 2 * t; }";

    private const string Other = "public static class Other { public static int Answer() => 42; }";

    /// <summary>The outcomes that mean that nothing behind a step is done again.</summary>
    private static readonly IncrementalStepRunReason[] Kept = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Theory]
    [InlineData("an edit in another file", Other, "public static class Other { public static int Answer() => 43; public static int Question() => 0; }")]
    [InlineData("a comment in the method", "var r = A * x;", "var r = A * x; // the residual")]
    [InlineData("a comment above the method", "[Differentiable]\n    public static double F", "// A comment.\n    [Differentiable]\n    public static double F")]
    [InlineData("a documentation comment", "[Differentiable]\n    public static double F", "/// <summary>A model.</summary>\n    [Differentiable]\n    public static double F")]
    [InlineData("white space", "var r = A * x;", "var   r\n  =\n A*x ;")]
    [InlineData("the name of a local", "var r = A * x;\n        return Norm(r)", "var residual = A * x;\n        return Norm(residual)")]
    [InlineData("the type of a local", "var r", "Vector r")]
    [InlineData("a local for a part", "return Norm(r)", "var n = Norm(r);\n        return n")]
    [InlineData("another form of body", "=> a * a;", "{ return a * a; }")]
    [InlineData("parentheses", "=> a * a;", "=> (a * (a));")]
    [InlineData("a comment in a method that is called", "=> 2 * t;", "=> /* twice */ 2 * t;")]
    [InlineData("a parameter's name in a method that is called", "Twice(double t) => 2 * t;", "Twice(double value) => 2 * value;")]
    [InlineData("another member of the type", "public static partial class Models\n{", "public static partial class Models\n{\n    public static int Count => 3;")]
    public void Is_kept_after(string edit, string before, string after)
    {
        var (_, second) = Edit(before, after);
        Assert.NotEmpty(edit);
        foreach (var step in new[] { DifferentiableGenerator.Steps.Model, DifferentiableGenerator.Steps.Generate })
        {
            var outputs = second.TrackedSteps[step].SelectMany(s => s.Outputs).ToList();
            Assert.Equal(2, outputs.Count);
            Assert.All(outputs, o => Assert.Contains(o.Reason, Kept));
        }

        Assert.Equal(2, SourceOutputs(second).Count());
        Assert.All(SourceOutputs(second), reason => Assert.Contains(reason, Kept));
    }

    [Theory]
    [InlineData("an edit in another file", "=> 42;", "=> 43;")]
    [InlineData("the name of a carried value", "var h = h0;\n        foreach (var x in xs) h = Tanh(layer.W * h + x);\n        while (Norm(h) > 1) h = 0.5 * h;\n        return Own(h)", "var k = h0;\n        foreach (var x in xs) k = Tanh(layer.W * k + x);\n        while (Norm(k) > 1) k = 0.5 * k;\n        return Own(k)")]
    [InlineData("the name of an item", "foreach (var x in xs) h = Tanh(layer.W * h + x);", "foreach (var y in xs) { h = Tanh(layer.W * h + y); }")]
    [InlineData("the body of a method with a rule", "=> NormSquared(h);", "{ return h.T * h; }")]
    public void A_program_is_kept_after(string edit, string before, string after)
    {
        const string Program = """
            public sealed record Layer(Matrix W);

            public static partial class Programs
            {
                [Differentiable(nameof(layer), nameof(xs), nameof(h0))]
                public static double Recurrent(Layer layer, IReadOnlyList<Vector> xs, Vector h0)
                {
                    var h = h0;
                    foreach (var x in xs) h = Tanh(layer.W * h + x);
                    while (Norm(h) > 1) h = 0.5 * h;
                    return Own(h);
                }

                public static double Own(Vector h) => NormSquared(h);

                [DerivativeOf(nameof(Own))]
                public static Vector OwnPullback(Vector h, double seed) => 2 * seed * h;
            }
            """;
        var (first, second) = Edit([Program.Replace("\r\n", "\n", StringComparison.Ordinal), Other], before, after);
        Assert.NotEmpty(edit);
        Assert.Empty(first.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Single(first.GeneratedSources);
        foreach (var step in new[] { DifferentiableGenerator.Steps.Model, DifferentiableGenerator.Steps.Generate })
            Assert.Contains(Assert.Single(second.TrackedSteps[step].SelectMany(s => s.Outputs)).Reason, Kept);
    }

    [Theory]
    [InlineData("the mathematics", "=> a * a;", "=> a * a * a;", "G")]
    [InlineData("a constant", "return Norm(r)", "return 3 * Norm(r)", "F")]
    [InlineData("a method that is called", "=> 2 * t;", "=> 3 * t;", "F")]
    [InlineData("a parameter's name", "G(double a) => a * a;", "G(double b) => b * b;", "G")]
    [InlineData("the accessibility", "public static double G", "internal static double G", "G")]
    [InlineData("what is asked for", "[Differentiable]\n    public static double G", "[Differentiable(Emit = Derivatives.Hessian)]\n    public static double G", "G")]
    public void Is_done_again_for_the_method_alone_after(string edit, string before, string after, string method)
    {
        var (first, second) = Edit(before, after);
        Assert.NotEmpty(edit);
        var outputs = second.TrackedSteps[DifferentiableGenerator.Steps.Generate].SelectMany(s => s.Outputs).ToList();
        Assert.Equal(1, outputs.Count(o => o.Reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, outputs.Count(o => Kept.Contains(o.Reason)));
        var changed = second.GeneratedSources.Where(n => first.GeneratedSources.All(o => o.HintName != n.HintName || o.SourceText.ToString() != n.SourceText.ToString()));
        Assert.StartsWith($"Models.{method}(", Assert.Single(changed).HintName);
    }

    [Fact]
    public void Diagnostics_move_with_the_source_while_the_model_is_kept()
    {
        var (first, second) = Edit("public static partial class Models", "// One more line.\npublic static partial class Models");
        Assert.All(second.TrackedSteps[DifferentiableGenerator.Steps.Generate].SelectMany(s => s.Outputs), o => Assert.Contains(o.Reason, Kept));
        var (before, after) = (Assert.Single(first.Diagnostics), Assert.Single(second.Diagnostics));
        Assert.Equal("GRAD303", after.Id);
        Assert.Equal(before.Location.GetLineSpan().StartLinePosition.Line + 1, after.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal("Norm(r)", after.Location.SourceTree!.GetText().ToString(after.Location.SourceSpan));
    }

    [Fact]
    public void Diagnostics_are_kept_after_an_edit_in_another_file()
    {
        var (_, second) = Edit("=> 42;", "=> 43;");
        Assert.All(second.TrackedSteps[DifferentiableGenerator.Steps.Report].SelectMany(s => s.Outputs), o => Assert.Contains(o.Reason, Kept));
        Assert.Equal("Norm(r)", Assert.Single(second.Diagnostics).Location is var place ? place.SourceTree!.GetText().ToString(place.SourceSpan) : "");
    }

    [Fact]
    public void A_companion_returns_with_the_method()
    {
        var (first, second) = Edit("[Differentiable]\n    public static double G", "public static double G");
        Assert.Equal(2, first.GeneratedSources.Length);
        Assert.Single(second.GeneratedSources);
    }

    [Fact]
    public void No_step_holds_anything_of_the_compiler()
    {
        var (_, second) = Edit("=> 42;", "=> 43;");
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, steps) in second.TrackedSteps.Where(s => typeof(DifferentiableGenerator.Steps).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Any(f => (string?)f.GetRawConstantValue() == s.Key)))
        {
            foreach (var output in steps.SelectMany(s => s.Outputs)) Walk(output.Value, name, seen);
        }

        Assert.Contains(seen, value => value is MethodModel);
        Assert.Contains(seen, value => value is GeneratedFile);
    }

    private static void Walk(object? value, string holder, HashSet<object> seen)
    {
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or Location or IOperation or SourceText or AttributeData, $"{holder} holds a {value?.GetType()}");
        if (value is null or string or Delegate or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return;
        if (value is IEnumerable items)
        {
            foreach (var item in items) Walk(item, holder, seen);
        }

        for (var type = value.GetType(); type is not null && (type.Assembly == typeof(DifferentiableGenerator).Assembly || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) Walk(field.GetValue(value), $"{type.Name}.{field.Name}", seen);
        }
    }

    private static IEnumerable<IncrementalStepRunReason> SourceOutputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Where(o => o.Value is not null && IsOfSource(o.Value)).Select(o => o.Reason);

    // An output step gives (sources, diagnostics); those of diagnostics are combined with the compilation, which every edit changes.
    private static bool IsOfSource(object value) => value is System.Runtime.CompilerServices.ITuple { Length: 2 } pair && pair[0] is IEnumerable sources && sources.Cast<object>().Any();

    private static (GeneratorRunResult First, GeneratorRunResult Second) Edit(string before, string after) => Edit([Model, Helper, Other], before, after);

    private static (GeneratorRunResult First, GeneratorRunResult Second) Edit(string[] sources, string before, string after)
    {
        var compilation = TestCompilation.Of(sources);
        var driver = GeneratorRun.Driver(tracked: true).RunGenerators(compilation);
        var first = driver.GetRunResult().Results.Single();
        var edited = Array.FindIndex(sources, s => s.Contains(before, StringComparison.Ordinal));
        Assert.True(edited >= 0, $"nothing to edit: {before}");
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == $"Test{edited}.cs");
        var changed = tree.WithChangedText(SourceText.From(sources[edited].Replace(before, after, StringComparison.Ordinal)));
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, changed));
        return (first, driver.GetRunResult().Results.Single());
    }
}
