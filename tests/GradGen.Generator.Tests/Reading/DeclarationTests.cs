using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Reading;

/// <summary>What is read of the declaration: containers, modifiers, parameters, variables, and what is wrong with them.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void Containers_are_reopened_outermost_first()
    {
        var model = Reading.Of("namespace A.@event { public abstract partial class Box<T, @class> where T : struct { internal readonly partial record struct P { partial interface I<in U, out V> { partial record R { sealed partial record class C { ref partial struct S { [Differentiable] internal double F(double a) => a; } } } } } } }").Model;
        Assert.Equal("A.@event", model.Namespace);
        Assert.Equal(
            ["partial class Box<T, @class>", "partial record struct P", "partial interface I<in U, out V>", "partial record R", "partial record C", "partial ref struct S"],
            model.Containers.Select(c => c.Declaration));
        Assert.Equal("internal", model.Modifiers);
    }

    [Theory]
    [InlineData("public static", "public static")]
    [InlineData("protected internal", "protected internal")]
    [InlineData("private protected static", "private protected static")]
    [InlineData("protected virtual", "protected")]
    [InlineData("", "private")]
    public void A_companion_has_the_accessibility_of_its_method(string written, string read) =>
        Assert.Equal(read, Reading.OfMethod($"{written} double F(double a) => a;").Model.Modifiers);

    [Fact]
    public void Type_parameters_and_constraints_are_repeated()
    {
        var model = Reading.OfMethod("static double F<T, @in, W>(double a, T t, @in u, W w) where T : class?, IDisposable, new() where W : unmanaged => a;").Model;
        Assert.Equal("<T, @in, W>", model.TypeParameters);
        Assert.Equal("where T : class?, global::System.IDisposable, new() where W : unmanaged", model.Constraints);
    }

    [Theory]
    [InlineData("double a", "a|double|||Scalar|True")]
    [InlineData("in Matrix @in, double a = 1.5", "in|global::GradGen.Matrix|in ||Matrix|True", "a|double||1.5|Scalar|True")]
    [InlineData("double a, int k = -2, bool b = true, string? s = null, string t = \"q\\\"{\"", "a|double|||Scalar|True", "k|int||-2|Integer|False", "b|bool||true|Boolean|False", "s|string?||default|Opaque|False", "t|string||\"q\\\"\\u007B\"|Opaque|False")]
    [InlineData("double a, double? w = 0.1, float f = 0.1f, long l = 5, decimal m = 1.5m, char c = 'x', DayOfWeek d = DayOfWeek.Monday, byte y = 3", "a|double|||Scalar|True", "w|double?||0.1|Opaque|False", "f|float||0.100000001f|Opaque|False", "l|long||5L|Opaque|False", "m|decimal||1.5m|Opaque|False", "c|char||'x'|Opaque|False", "d|global::System.DayOfWeek||(global::System.DayOfWeek)(1)|Opaque|False", "y|byte||(byte)(3)|Opaque|False")]
    [InlineData("double a, Vector v = default, params Vector[] vs", "a|double|||Scalar|True", "v|global::GradGen.Vector||default|Vector|True", "vs|global::GradGen.Vector[]|params ||List|False")]
    [InlineData("RowVector r, IReadOnlyList<Matrix> l, List<int>? i", "r|global::GradGen.RowVector|||RowVector|True", "l|global::System.Collections.Generic.IReadOnlyList<global::GradGen.Matrix>|||List|False", "i|global::System.Collections.Generic.List<int>?|||List|False")]
    public void Parameters_are_repeated(string parameters, params string[] read) =>
        Assert.Equal(read, Reading.OfMethod($"static double F({parameters}) => 1;").Model.Parameters.Select(p => $"{p.Name}|{p.Type}|{p.Modifiers}|{p.Default}|{p.Kind}|{p.IsVariable}"));

    [Fact]
    public void Named_variables_alone_vary()
    {
        var reading = Reading.Of("partial class M { [Differentiable(nameof(y), \"a\")] static double F(Vector x, double a, Vector y) => a * Dot(x, y); }");
        Assert.Equal([false, true, true], reading.Model.Parameters.Select(p => p.IsVariable));
        Assert.Equal(["a \"a\"", "y nameof(y)"], reading.Result.Places.Select(p => $"{p.Name} {reading.TextAt(p.Place)}"));
    }

    [Fact]
    public void Variables_that_are_not_named_lie_at_their_parameters()
    {
        var reading = Reading.OfMethod("static double F(Vector x, int k, double @a) => a;");
        Assert.Equal(["x x", "a @a"], reading.Result.Places.Select(p => $"{p.Name} {reading.TextAt(p.Place)}"));
    }

    [Theory]
    [InlineData("public class M { [Differentiable] static double F(double a) => a; }", "GRAD001 M")]
    [InlineData("public class Outer { public partial class M { [Differentiable] static double F(double a) => a; } }", "GRAD001 Outer")]
    [InlineData("partial class M { [Differentiable(\"z\")] static double F(double a) => a; }", "GRAD006 \"z\"")]
    [InlineData("partial class M { [Differentiable(nameof(a), nameof(k))] static double F(double a, int k) => a; }", "GRAD007 nameof(k)")]
    [InlineData("partial class M { [Differentiable(\"vs\")] static double F(double a, double[] vs) => a; }", "GRAD007 \"vs\"")]
    [InlineData("partial class M { [Differentiable(new[] { \"a\", \"b\" })] static double F(double a) => a; }", "GRAD006 \"b\"")]
    [InlineData("partial class M { [Differentiable] static double F(int k) => k; }", "GRAD008 F")]
    [InlineData("partial class M { [Differentiable] static double F(ref double a) => a; }", "GRAD007 a")]
    [InlineData("partial class M { [Differentiable] static string F(double a) => \"\"; }", "GRAD007 string")]
    [InlineData("partial class M { [Differentiable] static void F(double a) { } }", "GRAD007 void")]
    [InlineData("file partial class M { [Differentiable] static double F(double a) => a; }", "GRAD012 M")]
    [InlineData("file class Data; partial class M { [Differentiable] static double F(double a, List<Data> d) => a; }", "GRAD012 List<Data>")]
    [InlineData("abstract partial class M { [Differentiable] protected abstract double F(double a); }", "GRAD002 F")]
    [InlineData("partial class M { void G() { [Differentiable] static double F(double a) => a; } }", "GRAD012 F")]
    [InlineData("partial class M { [Differentiable] static async System.Threading.Tasks.Task<double> F(double a) => a; }", "GRAD007 System.Threading.Tasks.Task<double>")]
    public void Wrong_declarations_are_refused_at(string source, string finding)
    {
        var reading = Reading.Of(source);
        Assert.Equal([finding], reading.Findings);
        Assert.Null(reading.Result.Model);
    }

    [Fact]
    public void Messages_name_what_can_be_done()
    {
        Assert.Equal("'z' is not a parameter of 'F'; the parameters that can be variables are a, x", Assert.Single(Reading.Of("partial class M { [Differentiable(\"z\")] static double F(double a, int k, Vector x) => a; }").Messages));
        Assert.Equal("'vs' of type 'double[]' is not in the language; a list of numbers is data; a variable is a double, a Vector, a RowVector, a Matrix, a record of them, or a list of vectors or matrices",
            Assert.Single(Reading.Of("partial class M { [Differentiable(\"vs\")] static double F(double a, double[] vs) => a; }").Messages));
    }

    [Theory]
    [InlineData("[Symmetric] Matrix A", 1, 0)]
    [InlineData("[Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix A", 1, 2)]
    [InlineData("[PositiveDefinite(Gradient = SymmetricGradient.Projected)] Matrix A", 3, 1)]
    [InlineData("[Diagonal] Matrix A", 5, 0)]
    [InlineData("[LowerTriangular] Matrix A", 8, 0)]
    [InlineData("[Orthogonal, Symmetric] Matrix A", 17, 0)]
    public void Promises_are_read(string parameter, int structure, int convention)
    {
        var model = Reading.OfMethod($"static double F({parameter}) => Sum(A);").Model;
        Assert.Equal((Structure)structure, Variable.Info(model.Body[0]).Structure);
        Assert.Equal((Generator.Reading.SymmetricGradient)convention, model.Parameters[0].Convention);
    }

    [Fact]
    public void The_attribute_says_what_to_emit_and_how()
    {
        var model = Reading.Of("partial class M { [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian, Layout = Layout.Numerator)] static double F(double a) => a; }").Model;
        Assert.Equal(Generator.Reading.Derivatives.Gradient | Generator.Reading.Derivatives.Hessian, model.Emit);
        Assert.True(model.NumeratorLayout);
        Assert.Equal(Generator.Reading.Derivatives.Gradient, Reading.OfMethod("static double F(double a) => a;").Model.Emit);
    }

    [Fact]
    public void Hint_names_never_collide()
    {
        var names = Reading.All("""
            namespace A { public partial class M<T> { public partial class N { [Differentiable] static double F(double a) => a; } } }
            namespace A { public partial class M {
                public partial class N { [Differentiable] static double F(double a) => a; }
                [Differentiable] static double F(double a) => a;
                [Differentiable] static double f(double a) => a;
                [Differentiable] static double F(double a, Vector[] x) => a;
                [Differentiable] static double F(double a, Vector x) => a;
                [Differentiable] static double F(double a, List<Vector> x) => a;
                [Differentiable] static double F(double a, List<Matrix> x) => a;
                [Differentiable] static double F<T>(double a) => a;
                [Differentiable] static double Überprüfung(double a) => a;
            } }
            """).Select(r => r.Model.HintName).ToList();
        Assert.Equal(10, names.Count);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_.,()-]+$", name));
        Assert.StartsWith("A.M.N.F(Double)-", names[0]);
    }

    [Fact]
    public void Comments_layout_and_names_of_locals_leave_the_model_equal()
    {
        var first = Reading.OfMethod("public static double F(Matrix A, Vector x) { var r = A * x; return Dot(r, r); }");
        var second = Reading.OfMethod("/* words */ public static double F(Matrix A, Vector x)\n { var q = A * x; /* more */ return Dot(q,   q); }");
        var third = Reading.OfMethod("public static double F(Matrix A, Vector x) { var r = A * x; return Dot(r, x); }");
        Assert.Equal(first.Model, second.Model);
        Assert.NotEqual(first.Model, third.Model);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var compilation = TestCompilation.Of("partial class M { [Differentiable] static double F(double a) => a; }");
        var declaration = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var method = compilation.GetSemanticModel(compilation.SyntaxTrees[0]).GetDeclaredSymbol(declaration)!;
        Assert.ThrowsAny<OperationCanceledException>(() => MethodReader.Read(method, declaration, method.GetAttributes()[0], compilation, new CancellationToken(true)));
    }

    [Fact]
    public void Long_expressions_are_read()
    {
        Assert.NotNull(Reading.OfExpression(string.Concat(Enumerable.Repeat("-(", 200)) + "a" + new string(')', 200)).Result.Model);
        Assert.NotNull(Reading.OfExpression(string.Join(" + ", Enumerable.Repeat("a", 500))).Result.Model);
    }

    [Fact]
    public void An_expression_too_deep_for_the_stack_is_an_internal_fault()
    {
        var source = string.Join(" + ", Enumerable.Repeat("a", 20000));
        Reading? reading = null;
        var thread = new Thread(() => reading = Reading.OfExpression(source), 1 << 20);
        thread.Start();
        thread.Join();
        Assert.Equal(["GRAD099 F"], reading!.Findings);
    }
}
