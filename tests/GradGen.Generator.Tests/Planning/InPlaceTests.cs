using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>What nothing else reads gives its storage to what is computed of it, and a row that is added to all rows is laid there before a product is added.</summary>
public sealed class InPlaceTests
{
    [Theory]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => NormSquared(B * Tanh(A * x))", "nameof(x)", "MapInPlace<Tanh<X0>>(t")]
    [InlineData("double F([Symmetric] Matrix A, Matrix B, Vector x, RowVector b) => Dot(x, A * x)", "nameof(x)", "ScaleInPlace(2.0, t")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => FrobeniusNormSquared(A * B + Ones(A.RowCount) * b)", "nameof(b)", "RepeatRow(b, A.RowCount)", "AddProduct(1.0, A, false, B, false, 1.0, t")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => FrobeniusNormSquared(A * B + x * Ones(B.ColumnCount).T)", "nameof(x)", "RepeatColumn(x, B.ColumnCount)")]
    public void Storage_is_used_again(string method, string variables, params string[] calls)
    {
        var text = TextOf(method, variables);
        Assert.All(calls, call => Assert.Contains(call, text, StringComparison.Ordinal));
        Assert.DoesNotContain("MatrixMath.Ones(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => Dot(A * x, B * Tanh(A * x))")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => NormSquared(B * Tanh(x))")]
    public void What_is_read_again_and_arguments_keep_theirs(string method) =>
        Assert.DoesNotContain("MapInPlace<Tanh<X0>>", TextOf(method, "nameof(x)"), StringComparison.Ordinal);

    [Fact]
    public void Sums_of_rows_and_columns_are_written_where_they_are_wanted()
    {
        const string method = "double F(Matrix A, Matrix B, Vector x, RowVector b) => FrobeniusNormSquared(A * B + x * Ones(B.ColumnCount).T + Ones(A.RowCount) * b)";
        var text = TextOf(method, "nameof(x), nameof(b)", "GradientInto_F");
        Assert.Contains("RowSums", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CopyTo(", text, StringComparison.Ordinal);
    }

    /// <summary>The text of a companion, without the namespaces.</summary>
    private static string TextOf(string method, string variables, string companion = "Gradient_F")
    {
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable({{variables}})]
                public static {{method}};
            }
            """);
        var methods = run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).ToList();
        return methods.First(m => m.Identifier.Text.StartsWith(companion, StringComparison.Ordinal)).Body!.ToString()
            .Replace("global::GradGen.Entry.", "", StringComparison.Ordinal).Replace("global::GradGen.", "", StringComparison.Ordinal);
    }
}
