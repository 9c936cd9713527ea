using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests.Differentiation;

/// <summary>The table of defined and undefined forms, cell by cell: what ∂f/∂x is for each kind of f and of x.</summary>
public sealed class FormTests
{
    private static readonly string[] Kinds = ["double", "Vector", "RowVector", "Matrix"];

    // Rows by the kind of f, columns by the kind of x, in the order of Kinds; null is undefined.
    private static readonly string?[,] Denominator =
    {
        { "double", "Vector", "RowVector", "Matrix" },
        { "Vector", null, "Matrix", null },
        { "RowVector", "Matrix", null, null },
        { "Matrix", null, null, null },
    };

    private static readonly string?[,] Numerator =
    {
        { "double", "RowVector", "Vector", "Matrix" },
        { "Vector", null, "Matrix", null },
        { "RowVector", "Matrix", null, null },
        { "Matrix", null, null, null },
    };

    public static TheoryData<string, string, string, string?> Cells()
    {
        var data = new TheoryData<string, string, string, string?>();
        foreach (var (layout, table) in new[] { ("Denominator", Denominator), ("Numerator", Numerator) })
        {
            for (var f = 0; f < 4; f++)
            {
                for (var x = 0; x < 4; x++) data.Add(layout, Kinds[f], Kinds[x], table[f, x]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Gradient(string layout, string f, string x, string? derivative)
    {
        var (run, places) = Run(f, x, $"Layout = Layout.{layout}");
        if (derivative is null)
        {
            var error = Assert.Single(run.Diagnostics);
            Assert.Equal("GRAD201", error.Id);
            Assert.Equal(places, [error.Location.SourceSpan]);
            var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            Assert.StartsWith($"The form ∂f/∂x of a {f} by a {x} is undefined: ", message);
            Assert.Contains("; defined instead: ", message);
            Assert.Empty(run.Files);
            return;
        }

        run.AssertCompiles();
        Assert.Equal(derivative, Returns(run, "Gradient_F_x"));
        Assert.Equal(derivative, Returns(run, "Gradient_F"));
        var names = run.Companions("M").Select(m => m.Name).Order(StringComparer.Ordinal);
        Assert.Equal(f == "double" ? ["GradientInto_F", "Gradient_F", "Gradient_F_x", "ValueAndGradientInto_F", "ValueAndGradient_F"] : ["Gradient_F", "Gradient_F_x"], names);
        if (f != "double") return;
        Assert.Equal($"(double Value, {derivative} x)", Returns(run, "ValueAndGradient_F"));
        Assert.Equal(derivative == "double" ? "double" : "void", Returns(run, "GradientInto_F"));
        Assert.Equal(derivative == "double" ? "(double Value, double x)" : "double", Returns(run, "ValueAndGradientInto_F"));
        if (derivative != "double") Assert.Equal(derivative, TypeOf(run, "GradientInto_F", "gradient_x"));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Jacobian_pushforward_and_pullback_are_defined_everywhere(string layout, string f, string x, string? derivative)
    {
        _ = derivative;
        var (run, _) = Run(f, x, $"Layout = Layout.{layout}, Emit = Derivatives.Jacobian | Derivatives.Pushforward | Derivatives.Pullback");
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Equal("Matrix", Returns(run, "Jacobian_F_x"));
        Assert.Equal("Matrix", Returns(run, "Jacobian_F"));
        Assert.Equal(f, Returns(run, "Pushforward_F"));
        Assert.Equal(x, Returns(run, "Pullback_F"));
        Assert.Equal(x, TypeOf(run, "Pushforward_F", "dx"));
        Assert.Equal(f, TypeOf(run, "Pullback_F", "seed"));
    }

    [Theory]
    [InlineData("Derivatives.Jacobian")]
    [InlineData("Derivatives.Pushforward")]
    [InlineData("Derivatives.Pullback")]
    public void Alone_they_raise_no_undefined_form(string emit)
    {
        var (run, _) = Run("Matrix", "Matrix", $"Emit = {emit}");
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Files);
    }

    [Fact]
    public void An_undefined_gradient_keeps_the_jacobian_that_was_asked_for_with_it_from_being_generated()
    {
        var (run, _) = Run("Vector", "Vector", "Emit = Derivatives.Gradient | Derivatives.Jacobian");
        Assert.Equal("GRAD201", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.Files);
    }

    [Theory]
    [InlineData("Vector F(Vector x) => Tanh(x)", true)]
    [InlineData("Matrix F(Matrix X) => Inv(X)", true)]
    [InlineData("Matrix F(Matrix X) => X.T", true)]
    [InlineData("double F(double x) => Math.Exp(x)", true)]
    [InlineData("Vector F(Matrix X) => Vec(X)", true)]
    [InlineData("double F(Vector x) => Sum(x)", false)]
    [InlineData("Vector F(double x) => x * Ones(2)", false)]
    [InlineData("Vector F([Shape(\"3\")] Vector x) => Ones(2) * x[0]", true)]
    [InlineData("double F(IReadOnlyList<Vector> x) => Sum(x[0])", false)]
    public void The_volume_of_a_map_needs_as_many_entries_as_the_variable_has(string method, bool isDefined)
    {
        var variable = method.Contains("Matrix X", StringComparison.Ordinal) ? "X" : "x";
        var run = GeneratorRun.Of($"public static partial class M {{ [Differentiable(nameof({variable}), Emit = Derivatives.LogAbsDetJacobian)] public static {method}; }}");
        if (!isDefined)
        {
            Assert.Equal("GRAD201", Assert.Single(run.Diagnostics).Id);
            Assert.Empty(run.Files);
            return;
        }

        run.AssertCompiles();
        Assert.Equal("double", Returns(run, $"LogAbsDetJacobian_F_{variable}"));
        Assert.Equal("double", Returns(run, "LogAbsDetJacobian_F"));
    }

    public static TheoryData<string, string, string> HessianCells()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var f in Kinds)
        {
            foreach (var x in Kinds)
            {
                data.Add(f, x, "Hessian");
                data.Add(f, x, "HessianVectorProduct");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(HessianCells))]
    public void Hessian_is_defined_for_scalars_alone(string f, string x, string emit)
    {
        var (run, places) = Run(f, x, $"Emit = Derivatives.{emit}");
        if (f != "double")
        {
            var error = Assert.Single(run.Diagnostics);
            Assert.Equal("GRAD203", error.Id);
            Assert.Equal(places, [error.Location.SourceSpan]);
            Assert.Empty(run.Files);
            return;
        }

        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Equal(x == "double" ? "double" : emit == "Hessian" ? "Matrix" : x, Returns(run, $"{emit}_F_x"));
    }

    [Fact]
    public void Several_variables_come_as_a_tuple_in_the_order_of_the_parameters()
    {
        var run = GeneratorRun.Of("public static partial class M { [Differentiable(nameof(b), nameof(A), Emit = Derivatives.Gradient | Derivatives.Jacobian)] public static double F(double a, Matrix A, RowVector b, int n) => a * n * Sum(b * A); }").AssertCompiles();
        Assert.Equal("(Matrix A, RowVector b)", Returns(run, "Gradient_F"));
        Assert.Equal("(double Value, Matrix A, RowVector b)", Returns(run, "ValueAndGradient_F"));
        Assert.Equal("(Matrix A, Matrix b)", Returns(run, "Jacobian_F"));
        Assert.DoesNotContain(run.Companions("M"), m => m.Name.EndsWith("_a", StringComparison.Ordinal));
    }

    /// <summary>A method of each kind by a variable of each kind, that reads the variable where there is a place for it.</summary>
    private static (GeneratorRun Run, IReadOnlyList<Microsoft.CodeAnalysis.Text.TextSpan> Places) Run(string f, string x, string options)
    {
        var scalar = x switch { "double" => "x * x", "Matrix" => "FrobeniusNormSquared(x)", _ => "NormSquared(x)" };
        var body = f == "double" ? scalar : $"({scalar}) * c";
        var source = MarkedSource.Parse($"public static partial class M {{ [Differentiable([|nameof(x)|], {options})] public static {f} F({f} c, {x} x) => {body}; }}");
        return (GeneratorRun.Of(source.Text), source.Places);
    }

    private static string Returns(GeneratorRun run, string companion) =>
        run.Companions("M").Single(m => m.Name == companion).ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string TypeOf(GeneratorRun run, string companion, string parameter) =>
        run.Companions("M").Single(m => m.Name == companion).Parameters.Single(p => p.Name == parameter).Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
