using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>Products are compared at run time where sizes that are not known before decide their order, and only there.</summary>
public sealed class ChainOrderTests
{
    private const string Matrices = "Matrix A, Matrix B, Matrix C, Matrix D, Matrix E, double s";

    [Fact]
    public void Three_factors_of_unknown_sizes_are_compared()
    {
        var body = BodyOf(Matrices, "Sum(Exp(s * (A * B * C)))");
        var comparison = Assert.Single(body.DescendantNodes().OfType<IfStatementSyntax>());
        // (AB)C and A(BC).
        Assert.Equal(
            "(double)A.ColumnCount * B.ColumnCount * A.RowCount + (double)B.ColumnCount * A.RowCount * C.ColumnCount <= (double)A.ColumnCount * B.ColumnCount * C.ColumnCount + (double)A.ColumnCount * A.RowCount * C.ColumnCount",
            comparison.Condition.ToString());
        Assert.Contains("Multiply(A, B)", comparison.Statement.ToString(), StringComparison.Ordinal);
        Assert.Contains("Multiply(B, C)", comparison.Else!.Statement.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, ProductsIn(comparison));
    }

    [Theory]
    [InlineData("[Shape(\"n\", \"n\")] Matrix A, [Shape(\"n\", \"n\")] Matrix B, [Shape(\"n\", \"n\")] Matrix C, double s", "A * B * C")]
    // Both orders cost n²k + nk².
    [InlineData("Matrix A, Matrix B, double s", "B.T * A * B")]
    [InlineData("Matrix A, Matrix B, double s", "A * B * Inv(A)")]
    // Two columns, [x, y]: both orders cost 2n² + 4n.
    [InlineData("Vector x, Vector y, Matrix B, double s", "HorizontalConcat(x, y).T * (B + B.T) * HorizontalConcat(x, y)")]
    [InlineData("Vector v, Vector w, Matrix B, double s", "Diag(v) * B * Diag(w)")]
    public void Nothing_is_compared_where_one_order_is_never_dearer(string parameters, string product) => Assert.Empty(Comparisons(BodyOf(parameters, $"Sum(Exp(s * ({product})))")));

    [Fact]
    public void Numbers_count_as_what_they_are()
    {
        // (2×m)(m×n)(n×2): 2mn + 4n against 2mn + 4m.
        var body = BodyOf("Vector x, Vector y, Matrix B, Vector v, Vector w, double s", "Sum(Exp(s * (HorizontalConcat(x, y).T * B * HorizontalConcat(v, w))))");
        Assert.Equal("(double)x.Count <= (double)v.Count", Assert.Single(Comparisons(body)).ToString());
    }

    [Theory]
    [InlineData("Matrix A, Matrix B, Matrix C, Vector x, double s", "A * B * C * x")]
    [InlineData("Matrix A, Matrix B, Matrix C, RowVector x, double s", "x * A * B * C")]
    [InlineData("Matrix A, Matrix B, Vector x, RowVector y, double s", "A * x * y * B")]
    public void Vectors_come_before_matrices_without_a_comparison(string parameters, string product)
    {
        var body = BodyOf(parameters, $"Sum(Exp(s * ({product})))");
        Assert.Empty(Comparisons(body));
        Assert.Equal(0, ProductsIn(body, "Kernel.Multiply(A, B)"));
    }

    [Fact]
    public void Of_four_factors_the_cheapest_of_five_orders_is_taken()
    {
        var body = BodyOf(Matrices, "Sum(Exp(s * (A * B * C * D)))");
        Assert.Equal(4, Comparisons(body).Count);
        Assert.Equal(2, Regex.Count(body.ToString(), "else if"));
        // Three in each, where CD is in two.
        Assert.Equal(14, ProductsIn(body));
        Assert.Contains("Math.Min", body.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    // Divided by n², ((AB)C)D costs 2p and A(B(CD)) costs 2s beside what all cost; the others n + p, n + s and p + s, of which p + s lies between.
    [InlineData("Matrix A, [Shape(\"n\", \"n\")] Matrix B, [Shape(\"n\", \"n\")] Matrix C, Matrix D, double s", 3)]
    // From the left first or from the right: n³ or n²k in each step.
    [InlineData("[Shape(\"n\", \"n\")] Matrix A, [Shape(\"n\", \"n\")] Matrix B, [Shape(\"n\", \"n\")] Matrix C, Matrix D, double s", 1)]
    public void Of_four_factors_orders_that_are_never_the_cheapest_are_dropped(string parameters, int comparisons) =>
        Assert.Equal(comparisons, Comparisons(BodyOf(parameters, "Sum(Exp(s * (A * B * C * D)))")).Count);

    [Fact]
    public void More_orders_than_five_are_not_compared() => Assert.Empty(Comparisons(BodyOf(Matrices, "Sum(Exp(s * (A * B * C * D * E)))")));

    [Fact]
    public void A_product_that_another_needs_is_not_multiplied_again()
    {
        var body = BodyOf(Matrices, "Sum(Exp(s * (A * B * C))) + Sum(Exp(s * (B * C)))");
        Assert.Empty(Comparisons(body));
        Assert.Equal(2, ProductsIn(body));
    }

    [Fact]
    public void Chains_of_one_comparison_share_a_branch()
    {
        var body = BodyOf("Matrix A, Matrix B, Matrix C, Matrix D", "FrobeniusNormSquared(A * B * C - D)", "");
        // For the residual, and for the gradients, which read it.
        Assert.Equal(2, body.DescendantNodes().OfType<IfStatementSyntax>().Count());
        Assert.Single(Comparisons(body));
    }

    [Fact]
    public void A_loop_compares_sizes_that_no_round_changes_before_its_rounds()
    {
        var run = RunOf("""
            [Differentiable("X")]
            public static double F(Matrix A, Matrix B, Matrix X)
            {
                for (var i = 0; i < 5; i++) X = Tanh(A * B * X);
                return Sum(X);
            }
            """);
        var body = BodyOf(run, "Gradient_F_X");
        var comparison = Assert.Single(Comparisons(body));
        Assert.DoesNotContain(comparison.Ancestors(), a => a is ForStatementSyntax);
        // AB and BᵀAᵀ are multiplied once in all rounds, and never where the other order is taken.
        Assert.All(
            body.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => i.ToString() is var call && (call.Contains("(A, B)", StringComparison.Ordinal) || call.Contains("(B, A)", StringComparison.Ordinal))),
            product => Assert.Equal(2, product.Ancestors().OfType<IfStatementSyntax>().Count()));
    }

    [Fact]
    public void Each_order_is_added_in_the_storage_of_the_sum()
    {
        var body = BodyOf("Matrix A, Matrix B, Matrix C, Matrix D, double s", "Sum(Sin((Exp(D) + s * D) - 2.0 * (A * B * C)))");
        Assert.Equal(2, ProductsIn(body, "Kernel.AddProduct(-2.0, "));
    }

    [Fact]
    public void A_multiple_of_a_product_is_one_call_in_each_order_that_ends_in_one()
    {
        // ½EBᵀS⁻ᵀ ends in a solve or in a product.
        var body = BodyOf("Matrix A, Matrix S, Matrix B, Matrix E", "0.5 * Inner(E, A * Inv(S) * B)", "A");
        var comparison = Assert.Single(body.DescendantNodes().OfType<IfStatementSyntax>());
        Assert.Equal(1, ProductsIn(comparison, "Kernel.ScaledProduct(0.5, "));
        Assert.Equal(2, ProductsIn(comparison, "(0.5, "));
        Assert.Equal(2, ProductsIn(body, "(0.5, "));
    }

    [Fact]
    public void The_documentation_counts_one_order() => Assert.All(
        RunOf("[Differentiable(\"s\")] public static double F(Matrix A, Matrix B, Matrix C, double s) => Sum(Exp(s * (A * B * C)));").Files,
        f => Assert.Contains("Cost: in the cheapest order, 2 matrix products;", f.SourceText.ToString(), StringComparison.Ordinal));

    private static List<BinaryExpressionSyntax> Comparisons(BlockSyntax body) =>
        body.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(b => b.OperatorToken.Text == "<=").ToList();

    private static int ProductsIn(Microsoft.CodeAnalysis.SyntaxNode node, string name = "Kernel.Multiply(") =>
        Regex.Count(node.ToString(), Regex.Escape(name));

    private static BlockSyntax BodyOf(string parameters, string value, string variable = "s") => BodyOf(
        RunOf($"[Differentiable({(variable.Length == 0 ? "" : $"\"{variable}\"")})] public static double F({parameters}) => {value};"),
        variable.Length == 0 ? "Gradient_F" : $"Gradient_F_{variable}");

    private static BlockSyntax BodyOf(GeneratorRun run, string companion) =>
        run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).Single(m => m.Identifier.Text == companion).Body!;

    private static GeneratorRun RunOf(string method) => GeneratorRun.Of($$"""
        public static partial class P
        {
            {{method}}
        }
        """);
}
