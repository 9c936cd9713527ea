using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;
using GradGen.Generator.Reading;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Emission;

/// <summary>The documentation comment of a companion: closed forms, LaTeX, shapes, conventions at kinks, exceptions.</summary>
internal sealed class Documentation(CodeWriter writer, MethodModel model, Companion companion, MethodTexts texts)
{
    public void Write(bool checksArguments, Plan plan)
    {
        var taken = model.Parameters.Select(p => p.Name).Concat(companion.Extra.Select(e => Variable.Info(e).Name)).ToList();
        var outputs = companion.Outputs.Where(o => o.Symbol != DerivativeSymbol.Value).SelectMany(o => o.Formulas)
            .Select(f => (f.Symbol, Formula: texts.ClosedForm(f.Value, taken))).ToList();
        writer.Line("/// <summary>");
        for (var i = 0; i < outputs.Count; i++)
            writer.Line($"/// {Escape($"{outputs[i].Symbol.Unicode} = {outputs[i].Formula.Unicode}")}{(i + 1 < outputs.Count ? "<br/>" : "")}");
        writer.Line("/// </summary>");
        writer.Line("/// <remarks>");
        foreach (var output in outputs) writer.Line($"/// <para>LaTeX: <c>{Escape($"{output.Symbol.Latex} = {output.Formula.Latex}")}</c></para>");
        foreach (var derivation in companion.Derivations)
        {
            var lines = DerivationText.Unicode(derivation).Select(line => Escape(line.Trim())).ToList();
            writer.Line("/// <para>Derivation:<br/>");
            for (var i = 0; i < lines.Count; i++) writer.Line($"/// {lines[i]}{(i + 1 < lines.Count ? "<br/>" : "</para>")}");
        }

        var destinations = companion.Outputs.Select(o => o.Destination).OfType<Expression>().ToList();
        var reached = Reachable.From([.. companion.Outputs.Select(o => o.Value), .. companion.Extra]);
        var inputs = reached.Concat(reached.Where(e => e.Is<Extent>() && e.Graph.Dimensions.NameOf(e) is not null).Select(Extent.Owner)).Where(e => e.Is<Variable>()).Distinct().OrderBy(e => e.Id)
            .Where(v => v.Shape.IsReal && !destinations.Contains(v)).Select(v => $"{Variable.Info(v).Name}: {Shape(v.Shape)}");
        var results = companion.Outputs.Where(o => o.Value.Shape.IsReal).Select(o => $"{o.Destination?.Payload switch { VariableInfo d => d.Name, _ => o.Symbol.Unicode }}: {Shape(o.Value.Shape)}");
        writer.Line($"/// <para>Shapes: {Escape(string.Join("; ", inputs.Concat(results)))}.</para>");
        if (Reachable.From(companion.Outputs.Select(o => o.Value)).Any(Determinants.IsShownByInverse))
            writer.Line("/// <para>|P|P⁻¹ is computed as the adjugate of P, so that the derivative is right at a singular P too.</para>");
        foreach (var kink in texts.Kinks) writer.Line($"/// <para>{Escape(kink)}.</para>");
        if (model.NumeratorLayout) writer.Line("/// <para>Numerator layout: the gradient of a scalar is transposed.</para>");
        writer.Line($"/// <para>{Escape(CostText.Of(plan))}</para>");
        writer.Line("/// </remarks>");
        if (checksArguments) Throws("System.ArgumentException", "Two sizes that must be equal are not; the message names both.");
        foreach (var (type, reason) in Failures(plan)) Throws(type, reason);
    }

    private void Throws(string type, string reason) => writer.Line($"/// <exception cref=\"global::{type}\">{Escape(reason)}</exception>");

    private static IEnumerable<(string Type, string Reason)> Failures(Plan plan)
    {
        var nodes = Reachable.From(plan.Results).ToList();
        if (nodes.Any(n => n.Is<FactorMember>() && FactorMember.FactorizationOf(n).Operation != Factorization.Cholesky && !n.Shape.IsScalar))
            yield return ("GradGen.SingularMatrixException", "A matrix whose inverse is needed is singular.");
        if (nodes.Any(n => n.Operation == Factorization.Cholesky))
            yield return ("GradGen.NotPositiveDefiniteException", "A matrix that is promised to be positive definite is not.");
        if (nodes.Any(n => n.Payload is "LogDeterminant"))
            yield return ("System.ArithmeticException", "A determinant whose logarithm is taken is negative.");
    }

    private string Shape(Shape shape) => shape.Kind switch
    {
        ValueKind.Scalar => "scalar",
        ValueKind.Vector => $"column of {texts.Size(shape.Rows!)}",
        ValueKind.RowVector => $"row of {texts.Size(shape.Columns!)}",
        _ => $"{texts.Size(shape.Rows!)}×{texts.Size(shape.Columns!)}",
    };

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
