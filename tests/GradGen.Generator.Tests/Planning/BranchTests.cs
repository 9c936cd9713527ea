using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>Branches in the rounds of a loop: a round costs what it changes, and one condition is one branch.</summary>
public sealed class BranchTests
{
    private const int Size = 5;

    private const string UnitInABranch = """
        public static double F(Matrix A, Vector b)
        {
            var s = 0.0;
            for (var i = 1; i < A.RowCount; i++)
                for (var j = 0; j < A.ColumnCount; j++) s += 2.5 * (Math.Exp(A[i, j]) - (b[i] > 0 ? Math.Sin(A[i - 1, j]) * b[j] : A[i, 0] * A[0, j] * b[i]));
            return s;
        }
        """;

    private const string UnitsInOneSide = """
        public static double F(Matrix A, Vector b)
        {
            var s = 0.0;
            for (var i = 1; i < b.Count; i++) s += Math.Exp(b[i]) + 3 * (A[i, i] > 0 ? Math.Sin(b[i - 1]) * b[i] * A[i, 0] : 0.5);
            return s;
        }
        """;

    private const string RowsInABranch = """
        public static double F(Matrix A, Vector b)
        {
            var s = 0.0;
            for (var i = 1; i < b.Count; i++) s += Math.Exp(A[i, 0]) - (b[i] > 0 ? NormSquared(A.Row(i - 1)) * b[i] : Dot(A.Column(i), b));
            return s;
        }
        """;

    private const string ConditionAndOpposite = """
        public static double F(Matrix A, Vector b)
        {
            var s = 0.0;
            for (var i = 0; i < 4; i++) s += b[i] * (i == 2 ? b[i + 1] : 1.0) + (i != 2 ? b[i] * s : 0.0);
            return s;
        }
        """;

    [Theory]
    [InlineData(UnitInABranch)]
    [InlineData(UnitsInOneSide)]
    [InlineData(RowsInABranch)]
    public void A_branch_among_terms_is_added_where_it_is_not_zero(string method)
    {
        Assert.DoesNotContain("Unit", BodyOf(method, "ValueAndGradient_F").ToString(), StringComparison.Ordinal);
        AssertGradient(method);
    }

    [Fact]
    public void A_condition_and_its_opposite_are_one_branch()
    {
        var body = BodyOf(ConditionAndOpposite, "ValueAndGradient_F");
        // One forwards and one backwards.
        Assert.Equal(2, body.DescendantNodes().OfType<IfStatementSyntax>().Count());
        Assert.Equal(2, Regex.Count(body.ToString(), "[!=]= 2"));
        AssertGradient(ConditionAndOpposite);
    }

    [Fact]
    public void So_are_opposite_orders_of_whole_numbers()
    {
        const string Method = """
            public static double F(Matrix A, Vector b)
            {
                var s = 0.0;
                for (var i = 0; i < 4; i++) s += (i < 1 ? A[i, 1] : 2.0) * b[i] + (i >= 1 ? b[i - 1] : 3.0) * b[i + 1];
                return s;
            }
            """;
        var body = BodyOf(Method, "ValueAndGradient_F");
        Assert.Single(Regex.Matches(body.ToString(), "i (<|>=) 1"));
        AssertGradient(Method);
    }

    [Fact]
    public void Of_numbers_that_may_be_NaN_only_equality_has_an_opposite()
    {
        const string Method = """
            public static double F(Matrix A, Vector b)
            {
                var s = b[0] < b[1] ? A[0, 0] : 2.0;
                return (b[0] >= b[1] ? A[1, 1] : s) * s;
            }
            """;
        var body = BodyOf(Method, "ValueAndGradient_F").ToString();
        Assert.Contains(" < ", body, StringComparison.Ordinal);
        Assert.Contains(" >= ", body, StringComparison.Ordinal);
        AssertGradient(Method);
    }

    [Fact]
    public void What_only_branches_in_two_loops_read_is_computed_in_neither_where_none_is_taken()
    {
        const string Method = """
            public static double F(Matrix A, Vector b)
            {
                var s = 0.0;
                for (var i = 0; i < b.Count; i++) s += b[i] > 1 ? Inv(A)[0, 1] * b[i] : b[i];
                for (var i = 1; i < b.Count; i++) s += b[i] > 2 ? Inv(A)[1, 0] * b[i] : b[i];
                return s;
            }
            """;
        // A singular matrix has no inverse.
        var gradient = (Vector)RunOf(Method).Load().GetType("P")!.GetMethod("Gradient_F_b")!.Invoke(null, [MatrixOf(new double[Size * Size]), VectorOf(new double[Size])])!;
        Assert.Equal([1.0, 2.0, 2.0, 2.0, 2.0], gradient.ToArray());
    }

    [Fact]
    public void A_branch_of_the_other_side_alone_follows_its_else()
    {
        const string Method = "public static double F(Matrix A, Vector b) => Sum(b[0] < -1 ? Sin(A) : b[0] < -2 ? Exp(A) : Square(A)) + Sum(b);";
        var body = BodyOf(Method, "Gradient_F_A");
        Assert.Contains(body.DescendantNodes().OfType<ElseClauseSyntax>(), e => e.Statement is IfStatementSyntax);
        AssertGradient(Method);
    }

    private static GeneratorRun RunOf(string method) => GeneratorRun.Of($$"""
        public static partial class P
        {
            [Differentiable]
            {{method}}
        }
        """);

    private static BlockSyntax BodyOf(string method, string companion) =>
        RunOf(method).Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).Single(m => m.Identifier.Text == companion).Body!;

    /// <summary>Compares the gradients with differences of the method's values.</summary>
    private static void AssertGradient(string method)
    {
        var type = RunOf(method).Load().GetType("P")!;
        var random = new Random(1);
        var (a, b) = (Enumerable.Range(0, Size * Size).Select(_ => random.NextDouble() - 0.5).ToArray(), Enumerable.Range(0, Size).Select(_ => random.NextDouble() - 0.5).ToArray());
        var gradients = ((Matrix A, Vector b))type.GetMethod("Gradient_F")!.Invoke(null, [MatrixOf(a), VectorOf(b)])!;
        for (var i = 0; i < a.Length; i++) Assert.Equal(Difference(a, i), gradients.A[i % Size, i / Size], 1e-6);
        for (var i = 0; i < b.Length; i++) Assert.Equal(Difference(b, i), gradients.b[i], 1e-6);

        double Difference(double[] entries, int i)
        {
            const double Step = 1e-5;
            var entry = entries[i];
            entries[i] = entry + Step;
            var after = Value();
            entries[i] = entry - Step;
            var before = Value();
            entries[i] = entry;
            return (after - before) / (2 * Step);
        }

        double Value() => (double)type.GetMethod("F")!.Invoke(null, [MatrixOf(a), VectorOf(b)])!;
    }

    private static Vector VectorOf(double[] entries) => MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(entries);

    private static Matrix MatrixOf(double[] entries) => MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnMajor(Size, Size, entries);
}
