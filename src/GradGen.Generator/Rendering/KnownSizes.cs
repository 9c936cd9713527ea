using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// What a reader of a formula knows of the sizes of its parts. The rules are those of <see cref="Sizing"/>, first from the parts
/// to the whole, then back.
/// </summary>
internal sealed class KnownSizes
{
    private readonly LoopValues loops;
    private readonly HashSet<Expression> vanishing = new();
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
    /// <param name="bare">The zeros among them that do not say their size: with them a first round says less than the others.</param>
    public KnownSizes(Expression root, LoopValues loops, IReadOnlyCollection<Expression> equations, IReadOnlyCollection<Expression> bare)
    {
        this.loops = loops;
        FindVanishing(bare);
        // A sequence that starts with zeros is as large as what its rounds make of it.
        foreach (var node in loops.Nodes) said[node] = Said(node);
        foreach (var node in loops.Nodes) said[node] = Said(node);
        told = Told(root, equations.Select(e => (e, default(Known))));
        // A value that is 0 may be zeros of any size.
        toldOfZeros = Told(root, equations.Select(e => (e, Known.All)));
        Open = [.. loops.Nodes.Where(n => IsOpen(n) || IsUnread(n))];
    }

    /// <summary>The parts whose size nothing says.</summary>
    public HashSet<Expression> Open { get; }

    /// <summary>Whether a part that is written without its size is not to be read so.</summary>
    public bool IsOpen(Expression node)
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

            var telling = Telling(node);
            for (var i = 0; i < node.Operands.Length; i++)
            {
                if (node[i].Shape.IsArray) Tell(node[i], Told(node, i, around, telling));
            }
        }

        return result;

        void Tell(Expression node, Known known) => result[node] = result.TryGetValue(node, out var before) ? before & known : known;
    }

    /// <summary>Finds what may be a 0 that says no size, as a first round has it.</summary>
    private void FindVanishing(IReadOnlyCollection<Expression> bare)
    {
        if (bare.Count == 0) return;
        vanishing.UnionWith(bare);
        for (var found = 0; found < vanishing.Count;)
        {
            found = vanishing.Count;
            vanishing.UnionWith(loops.Nodes.Where(n => n.Shape.IsArray && MayVanish(n)));
        }
    }

    private bool MayVanish(Expression node)
    {
        if (Summand(node) is { } summand) return vanishing.Contains(summand);
        if (Slot(node) is { } slot) return vanishing.Contains(slot.After) || (!node.Is<LoopValue>() && vanishing.Contains(slot.Before));
        var arrays = node.Operands.Where(o => o.Shape.IsArray).ToList();
        return arrays.Count > 0 && node.Operation.Sizing switch
        {
            Sizing.Chain or Sizing.Kronecker => arrays.Exists(vanishing.Contains),
            Sizing.Alike when arrays.Count == 1 && node.Operation.Linearity == Linearity.None => false,
            Sizing.Alike or Sizing.Turned or Sizing.SideBySide or Sizing.Stacked => arrays.TrueForAll(vanishing.Contains),
            _ => false,
        };
    }

    /// <summary>Whether a 0 that says no size stands where an array of its size is made something else of.</summary>
    private bool IsUnread(Expression node)
    {
        if (!node.Shape.IsArray || node.Operation.IsBound || Summand(node) is not null || Slot(node) is not null || MayVanish(node)) return false;
        return node.Operands.Any(vanishing.Contains) && node.Operation.Sizing switch
        {
            Sizing.Alike => node.Operands.Count(o => o.Shape.IsArray) == 1,
            Sizing.Chain or Sizing.Kronecker or Sizing.Turned or Sizing.SideBySide or Sizing.Stacked => false,
            _ => true,
        };
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
            // Any of those that may be a bare 0 may be the only one that is not.
            Sizing.Alike when arrays.TrueForAll(vanishing.Contains) => arrays.Select(Of).Aggregate((a, b) => a & b),
            Sizing.Alike => arrays.Where(a => !vanishing.Contains(a)).Select(Of).Aggregate((a, b) => a | b),
            Sizing.Chain => new(Of(arrays[0]).Rows, Of(arrays[arrays.Count - 1]).Columns),
            Sizing.Turned => Of(arrays[0]).Turned,
            Sizing.Diagonal => new(Of(arrays[0]).Rows, Of(arrays[0]).Rows),
            Sizing.Kronecker => arrays.Select(Of).Aggregate((a, b) => a & b),
            Sizing.SideBySide => new(arrays.Any(a => Of(a).Rows), arrays.All(a => Of(a).Columns)),
            Sizing.Stacked => new(arrays.All(a => Of(a).Rows), arrays.Any(a => Of(a).Columns)),
            _ => Known.All,
        };
    }

    /// <summary>What is known of several arrays: of how many, and of how many of them the rows and the columns.</summary>
    private readonly record struct Tally(int Count, int Rows, int Columns)
    {
        public Known Any => new(Rows > 0, Columns > 0);

        public Known All => new(Rows == Count, Columns == Count);

        public static Tally operator +(Tally tally, Known known) => tally.Add(known, 1);

        public static Tally operator -(Tally tally, Known known) => tally.Add(known, -1);

        private Tally Add(Known known, int count) => new(Count + count, Rows + (known.Rows ? count : 0), Columns + (known.Columns ? count : 0));
    }

    /// <summary>The arrays that may tell the size of those beside them.</summary>
    private Tally Telling(Expression node)
    {
        var tally = default(Tally);
        foreach (var operand in node.Operands)
        {
            if (Tells(operand)) tally += Of(operand);
        }

        return tally;
    }

    private bool Tells(Expression operand) => operand.Shape.IsArray && !vanishing.Contains(operand);

    /// <summary>What the place of an operand tells of its size.</summary>
    /// <param name="telling">What all operands tell.</param>
    private Known Told(Expression node, int operand, Known around, Tally telling)
    {
        var others = Tells(node[operand]) ? telling - Of(node[operand]) : telling;
        return node.Operation.Sizing switch
        {
            Sizing.Told => Known.All,
            Sizing.Alike => around | others.Any,
            Sizing.Chain => new(operand == 0 ? around.Rows : Of(node[operand - 1]).Columns, operand == node.Operands.Length - 1 ? around.Columns : Of(node[operand + 1]).Rows),
            Sizing.Turned => around.Turned,
            Sizing.Diagonal => new(around.Rows || around.Columns, true),
            Sizing.Kronecker => around & others.All,
            Sizing.SideBySide => new(around.Rows || others.Any.Rows, around.Columns && others.All.Columns),
            Sizing.Stacked => new(around.Rows && others.All.Rows, around.Columns || others.Any.Columns),
            _ => default,
        };
    }
}
