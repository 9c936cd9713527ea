using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Tests.Reading;

/// <summary>Graphs as short text: names, numbers, C# where it stays C#, and <c>operation(operands)</c>.</summary>
internal static class GraphText
{
    public static string Of(Expression e) => e.Operation switch
    {
        Variable => Variable.Info(e).Name,
        Constant => Literals.Of((double)e.Payload!),
        IntegerConstant => Literals.Of((int)e.Payload!),
        Host => e.Operands.Select((o, i) => (o, i)).Aggregate(((HostInfo)e.Payload!).Template, (text, o) => text.Replace($"{{{o.i}}}", o.o.Operation is Host && o.o.Operands.Length > 0 ? $"({Of(o.o)})" : Of(o.o))),
        Extent => $"{Of(Extent.Owner(e))}.{((ExtentInfo)e.Payload!).Member}",
        ListItem => $"{Of(e[0])}[{Of(e[1])}]",
        LoopIndex => "ijkl"[LoopIndex.DepthOf(e)].ToString(),
        IndexedSum => $"∑({Of(e[0])} in {Of(e[0][0])}..{Of(e[0][1])}: {Of(e[1])})",
        IntegerSum => $"{Of(e[0])} + {Of(e[1])}",
        _ => $"{e.Operation.Name}({string.Join(", ", e.Operands.Select(Of))})",
    };
}
