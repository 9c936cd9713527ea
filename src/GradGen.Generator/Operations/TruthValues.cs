using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>The truth values as they stand in a graph.</summary>
internal static class TruthValues
{
    public static Expression Truth(this Graph graph, bool value) =>
        graph.Make(Host.Instance, new HostInfo(value ? "true" : "false", ValueKind.Boolean));

    /// <summary>Whether an expression is true or false whatever the arguments are.</summary>
    public static bool IsTruth(this Expression e, out bool value)
    {
        var template = e.Operation == Host.Instance && e.Shape.Kind == ValueKind.Boolean && e.Operands.IsEmpty ? ((HostInfo)e.Payload!).Template : "";
        value = template == "true";
        return value || template == "false";
    }

    /// <summary>The comparison that holds where this one does not; null where there is none. Of real numbers that may be NaN only = and ≠ are such.</summary>
    public static Expression? Opposite(this Expression e)
    {
        if (e.Payload is not HostInfo { RunsCode: false, Symbol: { } symbol } info || e.Operands.Length != 2) return null;
        var isWhole = e.Operands.All(o => o.Shape.Kind == ValueKind.Integer);
        if (!isWhole && (symbol is not ("=" or "≠") || !e.Operands.All(o => o.Shape.Kind is ValueKind.Integer or ValueKind.Scalar or ValueKind.Boolean))) return null;
        (string Comparison, string Symbol)? opposite = symbol switch { "=" => ("!=", "≠"), "≠" => ("==", "="), "<" => (">=", "≥"), "≥" => ("<", "<"), ">" => ("<=", "≤"), "≤" => (">", ">"), _ => null };
        return opposite is { } other ? e.Graph.Make(Host.Instance, info with { Template = $"{{0}} {other.Comparison} {{1}}", Symbol = other.Symbol }, e.Operands) : null;
    }
}
