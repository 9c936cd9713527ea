using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Emission;

/// <summary>
/// The checks at the head of a companion: of each class of sizes that must be equal, every size that the arguments bring is
/// compared with the first one.
/// </summary>
internal sealed class Guards(CodeWriter writer, Names names, string method, HashSet<Expression> arguments)
{
    /// <summary>Writes the checks; returns whether there are any.</summary>
    public bool Write(Graph graph)
    {
        var any = false;
        foreach (var sizes in graph.Dimensions.Classes)
        {
            var known = sizes.Where(IsKnown).ToList();
            if (known.Count < 2) continue;
            // A number or a parameter n is what the sizes are held against.
            var standard = known.FirstOrDefault(s => !s.Is<Extent>()) ?? known.First(s => s.FreeBounds.IsEmpty || known.All(k => !k.FreeBounds.IsEmpty));
            foreach (var size in known.Where(s => s != standard && s.Is<Extent>())) any |= Check(size, standard);
        }

        return any;
    }

    private bool Check(Expression size, Expression standard)
    {
        var indices = size.FreeBounds.Union(standard.FreeBounds);
        if (indices.Count > 1) return false;
        if (standard.FreeBounds.IsEmpty && Extent.Owner(size) is var item && item.Is<ListItem>())
        {
            var items = $"{Code(item[0])}, {Code(item[1][0])}, {Code(item[1][1])}";
            writer.Line(standard.Is<Extent>()
                ? $"global::GradGen.Guard.Same({Quote(method)}, {Describe(standard)}, {Code(standard)}, {Quote(Variable.Info(item[0]).Name)}, {Quote(Axis(size))}, {items});"
                : $"global::GradGen.Guard.Exactly({Quote(method)}, {Quote(Variable.Info(item[0]).Name)}, {Quote(Axis(size))}, {Code(standard)}, {items});");
            return true;
        }

        foreach (var i in indices)
            writer.Open($"for (int {names.Of(i)} = {Code(i[0])}; {names.Of(i)} < {Code(i[1])}; {names.Of(i)}++)");
        // The name of an item is text that is only made when there is something to say.
        if (indices.Count > 0) writer.Line($"if ({Code(standard)} != {Code(size)})");
        writer.Line((indices.Count > 0 ? "    " : "") + (standard.Is<Extent>()
            ? $"global::GradGen.Guard.Same({Quote(method)}, {Describe(standard)}, {Code(standard)}, {Describe(size)}, {Code(size)});"
            : $"global::GradGen.Guard.Exactly({Quote(method)}, {Describe(size)}, {Code(size)}, {Code(standard)});"));
        foreach (var _ in indices) writer.Close();
        return true;
    }

    /// <summary>Whether a size can be read from the arguments alone.</summary>
    private bool IsKnown(Expression size) => size.Operation switch
    {
        IntegerConstant => true,
        Variable => arguments.Contains(size),
        Extent => IsArgument(Extent.Owner(size)),
        IntegerSum or IntegerProduct or IntegerMinimum => size.FreeBounds.IsEmpty && size.Operands.All(IsKnown),
        _ => false,
    };

    private bool IsArgument(Expression owner) => owner.Operation switch
    {
        Variable => arguments.Contains(owner),
        ListItem => arguments.Contains(owner[0]) && owner[1].Is<LoopIndex>() && owner[1].Operands.All(IsKnown),
        _ => false,
    };

    private string Describe(Expression size) => $"{Name(Extent.Owner(size))}, {Quote(Axis(size))}";

    private static string Axis(Expression size) => ((ExtentInfo)size.Payload!).Member switch
    {
        "RowCount" => "rows",
        "ColumnCount" => "columns",
        _ => Extent.Owner(size).Shape.IsArray ? "entries" : "elements",
    };

    private string Name(Expression owner) => owner.Is<ListItem>()
        ? $"$\"{Variable.Info(owner[0]).Name}[{{{names.Of(owner[1])}}}]\""
        : Quote(Variable.Info(owner).Name);

    private string Code(Expression e) => SizeText.Of(e, names);

    private static string Quote(string text) => $"\"{text}\"";
}
