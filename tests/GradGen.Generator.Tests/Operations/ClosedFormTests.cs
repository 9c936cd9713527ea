using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Operations;

/// <summary>Jacobians and Hessians are closed forms, not one differential for each column.</summary>
public sealed partial class ClosedFormTests
{
    // The Kronecker form of a Fréchet derivative costs more than its columns.
    private static readonly string[] ByColumns = ["MatrixExp", "MatrixPower", "MatrixSqrt"];

    // What is a function of the adjugate's derivative, and that of a decomposition, is differentiated again by columns.
    private static readonly string[] HessiansByColumns = ["Adj"];

    [Fact]
    public void Jacobians_and_Hessians_have_no_loop_over_columns()
    {
        var cases = Cases.All.Where(c => !ByColumns.Any(f => c.Function.EndsWith($".{f}", StringComparison.Ordinal))).ToList();
        var run = GeneratorRun.Of([.. cases.Select((c, i) => c.Source($"Case{i}"))]);
        var looped = run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(m => SecondOrJacobian().IsMatch(m.Identifier.Text) && m.Body!.DescendantNodes().OfType<ForStatementSyntax>().Any())
            .Select(m => (Case: cases[int.Parse(((ClassDeclarationSyntax)m.Parent!).Identifier.Text[4..], System.Globalization.CultureInfo.InvariantCulture)], m.Identifier.Text))
            .Where(m => !(m.Text.StartsWith("Hessian", StringComparison.Ordinal) && HessiansByColumns.Any(f => m.Case.Function.EndsWith($".{f}", StringComparison.Ordinal))));
        Assert.Empty(looped.Select(m => $"{m.Text} of {m.Case}"));
    }

    [GeneratedRegex("^(Jacobian|Hessian)_")]
    private static partial Regex SecondOrJacobian();
}
