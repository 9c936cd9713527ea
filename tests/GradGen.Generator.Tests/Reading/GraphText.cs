using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Tests.Reading;

/// <summary>
/// Graphs as short text: names, numbers, C# where it stays C#, and <c>operation(operands)</c>. The values that loops carry are
/// <c>p, q, r, …</c> in the order in which they are met: <c>loop(i in 0..n: p = before → after)</c>.
/// </summary>
internal sealed class GraphText
{
    private readonly List<Expression> carried = new();

    private GraphText()
    {
    }

    public static string Of(Expression e) => new GraphText().Text(e);

    private string Text(Expression e) => e.Operation switch
    {
        Variable => Variable.Info(e).Name,
        Constant => Literals.Of((double)e.Payload!),
        IntegerConstant => Literals.Of((int)e.Payload!),
        Host => e.Operands.Select((o, i) => (o, i)).Aggregate(((HostInfo)e.Payload!).Template, (text, o) => text.Replace($"{{{o.i}}}", o.o.Operation is Host && o.o.Operands.Length > 0 ? $"({Text(o.o)})" : Text(o.o))),
        Extent => $"{Text(Extent.Owner(e))}.{((ExtentInfo)e.Payload!).Member}",
        ListItem => $"{Text(e[0])}[{Text(e[1])}]",
        LoopIndex => "ijkl"[LoopIndex.DepthOf(e)].ToString(),
        IndexedSum => $"∑({Range(e[0])}: {Text(e[1])})",
        IntegerSum => $"{Text(e[0])} + {Text(e[1])}",
        Carried => "pqrstuvwxyz"[Number(e)].ToString(),
        Loop => LoopText(e),
        LoopValue => $"{Text(Loop.CarriedBy(e[0])[LoopValue.Number(e)])} of {Text(e[0])}",
        _ => $"{e.Operation.Name}({string.Join(", ", e.Operands.Select(Text))})",
    };

    private string Range(Expression index) => $"{Text(index)} in {Text(index[0])}..{(index[1].Payload is int.MaxValue ? "" : Text(index[1]))}";

    private int Number(Expression e)
    {
        if (!carried.Contains(e)) carried.Add(e);
        return carried.IndexOf(e);
    }

    private string LoopText(Expression loop)
    {
        var inside = Loop.CarriedBy(loop);
        foreach (var c in inside) Number(c);
        var range = Loop.Condition(loop) is { } condition ? $"{Range(loop[0])} while {Text(condition)}" : Range(loop[0]);
        return $"loop({range}: {string.Join("; ", inside.Select((c, i) => $"{Text(c)} = {Text(Loop.Before(loop)[i])} → {Text(Loop.After(loop)[i])}"))})";
    }
}
