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
}
