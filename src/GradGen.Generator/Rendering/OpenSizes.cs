using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// Which parts of a formula have to say their size: I, 1, 0 and e are written without one wherever a reader knows it from what
/// stands around them. The rules are those of <see cref="Sizing"/>, first from the parts to the whole, then back.
/// </summary>
internal sealed class OpenSizes
{
    private readonly LoopValues loops;
    private readonly Dictionary<Expression, Known> said = new();
    private readonly Dictionary<Expression, Known> told;
    private readonly Dictionary<Expression, Known> toldOfZeros;

    /// <summary>Whether rows and columns are known.</summary>
    private readonly record struct Known(bool Rows, bool Columns)
    {
        public static readonly Known All = new(true, true);

        public Known Turned => new(Columns, Rows);

        public static Known operator &(Known a, Known b) => new(a.Rows && b.Rows, a.Columns && b.Columns);

        public static Known operator |(Known a, Known b) => new(a.Rows || b.Rows, a.Columns || b.Columns);
    }

    /// <param name="root">The formula, whose size its left side says.</param>
    /// <param name="loops">What the loops of the formula carry.</param>
    /// <param name="equations">The right sides of the formula's equations.</param>
    public OpenSizes(Expression root, LoopValues loops, IReadOnlyCollection<Expression> equations)
    {
        this.loops = loops;
        // A sequence that starts with zeros is as large as what its rounds make of it.
        foreach (var node in loops.Nodes) said[node] = Said(node);
        foreach (var node in loops.Nodes) said[node] = Said(node);
        told = Told(root, equations.Select(e => (e, default(Known))));
        // A value that is 0 may be zeros of any size.
        toldOfZeros = Told(root, equations.Select(e => (e, Known.All)));
    }

    public bool MustBeSaid(Expression node)
    {
        if (node.Operation.Sizing != Sizing.Open || !(node.IsZero() ? toldOfZeros : told).TryGetValue(node, out var known)) return false;
        return node.Is<IdentityMatrix>() ? !known.Rows && !known.Columns : (known | Fixed(node)) != Known.All;
    }

    private Dictionary<Expression, Known> Told(Expression root, IEnumerable<(Expression Root, Known Known)> equations)
    {
        var result = new Dictionary<Expression, Known> { [root] = Known.All };
        foreach (var (equation, known) in equations) Tell(equation, known);
        foreach (var node in loops.Nodes.Reverse())
        {
            // What a loop carries is said by the loop's equations.
            if (node.Operation.IsBound) continue;
            var around = result.TryGetValue(node, out var known) ? known : Known.All;
            if (Summand(node) is { } summand)
            {
                Tell(summand, around);
                continue;
            }

            for (var i = 0; i < node.Operands.Length; i++)
            {
                if (node[i].Shape.IsArray) Tell(node[i], Told(node, i, around));
            }
        }

        return result;

        void Tell(Expression node, Known known) => result[node] = result.TryGetValue(node, out var before) ? before & known : known;
    }

    private LoopSlot? Slot(Expression node) => node.Is<Carried>() ? loops.SlotOf(node)
        : node.Is<LoopValue>() ? loops.SlotOf(node[0], LoopValue.Number(node))
        : node.Is<ListItem>() && node[0].Is<LoopHistory>() ? loops.SlotOf(node[0][0], LoopValue.Number(node[0])) : null;

    private Expression? Summand(Expression node) => node.Is<LoopValue>() && Slot(node) is { } slot ? loops.Summand(slot) : null;

    // A column has one column whatever it is.
    private static Known Fixed(Expression node) => new(node.Shape.IsRowVector, node.Shape.IsVector);

    private Known Of(Expression operand) => said.TryGetValue(operand, out var known) ? known : Known.All;

    private Known Said(Expression node)
    {
        if (Summand(node) is { } summand) return Of(summand);
        if (Slot(node) is { } slot) return Fixed(node) | Of(slot.Before) | (said.TryGetValue(slot.After, out var made) ? made : default);
        var arrays = node.Operands.Where(o => o.Shape.IsArray).ToList();
        if (arrays.Count == 0 || !node.Shape.IsArray) return node.Operation.Sizing == Sizing.Open && node.Shape.IsArray ? Fixed(node) : Known.All;
        return Fixed(node) | node.Operation.Sizing switch
        {
            Sizing.Open => default,
            Sizing.Alike => arrays.Select(Of).Aggregate((a, b) => a | b),
            Sizing.Chain => new(Of(arrays[0]).Rows, Of(arrays[arrays.Count - 1]).Columns),
            Sizing.Turned => Of(arrays[0]).Turned,
            Sizing.Diagonal => new(Of(arrays[0]).Rows, Of(arrays[0]).Rows),
            Sizing.Kronecker => arrays.Select(Of).Aggregate((a, b) => a & b),
            Sizing.SideBySide => new(arrays.Any(a => Of(a).Rows), arrays.All(a => Of(a).Columns)),
            Sizing.Stacked => new(arrays.All(a => Of(a).Rows), arrays.Any(a => Of(a).Columns)),
            _ => Known.All,
        };
    }

    /// <summary>What the place of an operand tells of its size.</summary>
    private Known Told(Expression node, int operand, Known around)
    {
        var others = node.Operands.Where((o, i) => i != operand && o.Shape.IsArray).Select(Of).ToList();
        switch (node.Operation.Sizing)
        {
            case Sizing.Told:
                return Known.All;
            case Sizing.Alike:
                return others.Aggregate(around, (a, b) => a | b);
            case Sizing.Chain:
                return new(operand == 0 ? around.Rows : Of(node[operand - 1]).Columns, operand == node.Operands.Length - 1 ? around.Columns : Of(node[operand + 1]).Rows);
            case Sizing.Turned:
                return around.Turned;
            case Sizing.Diagonal:
                return new(around.Rows || around.Columns, true);
            case Sizing.Kronecker:
                return others.Aggregate(around, (a, b) => a & b);
            case Sizing.SideBySide:
                return new(around.Rows || others.Any(o => o.Rows), around.Columns && others.All(o => o.Columns));
            case Sizing.Stacked:
                return new(around.Rows && others.All(o => o.Rows), around.Columns || others.Any(o => o.Columns));
            default:
                return default;
        }
    }
}
