using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>A chain of entrywise operations under construction: an operation with those of its operands that nothing else reads.</summary>
/// <param name="users">How often each node is read.</param>
/// <param name="root">The last operation.</param>
/// <param name="shared">An operand that is computed for another chain too and takes the last place of an array; null where there is none.</param>
internal sealed class EntryChain(IReadOnlyDictionary<Expression, int> users, Expression root, Expression? shared = null)
{
    /// <summary>How the type of an entry names what is shared: as the last array.</summary>
    public const string SharedPlace = "X3";

    // Operands of what is begun that have not had their turn; each takes one place at least.
    private int waitingArrays;
    private int waitingScalars;

    /// <summary>The arrays that it reads, whose places stand as {0}, {1}, … in the type of an entry.</summary>
    public List<Expression> Arrays { get; } = new();

    public List<Expression> Scalars { get; } = new();

    /// <summary>The operations that it takes together.</summary>
    public List<Expression> Nodes { get; } = new();

    /// <summary>Whether there are not too many arrays and scalars for one kernel.</summary>
    public bool Fits => Arrays.Count <= MostArrays && Scalars.Count <= EntryMap.MostScalars;

    private bool IsFull => Arrays.Count + waitingArrays > MostArrays || Scalars.Count + waitingScalars > EntryMap.MostScalars;

    private int MostArrays => shared is null ? EntryMap.MostArrays : EntryMap.MostArrays - 1;

    /// <summary>How often each node on the way to the results is read.</summary>
    public static Dictionary<Expression, int> Users(IReadOnlyCollection<Expression> results) =>
        Reachable.From(results).SelectMany(n => n.Operands).Concat(results).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>The type of an entry of a node by those of its operands; null where entries are not computed one by one.</summary>
    public static string? Entry(Expression e) => e.Shape.IsReal ? e.Operation.EntryType(e) : null;

    /// <summary>The type of an entry of a node in the chain.</summary>
    public string Inside(Expression node, string template)
    {
        Nodes.Add(node);
        var before = (waitingArrays, waitingScalars);
        waitingArrays += node.Operands.Count(o => o != shared && IsArray(o));
        waitingScalars += node.Operands.Count(o => !IsArray(o));
        var entry = Template.Fill(template, i =>
        {
            if (node[i] == shared) return SharedPlace;
            if (IsArray(node[i])) waitingArrays--;
            else waitingScalars--;
            return Of(node[i]);
        });
        (waitingArrays, waitingScalars) = before;
        return entry;
    }

    private string Of(Expression operand)
    {
        if (!IsArray(operand)) return $"C{Add(operand.Operation is Filled filled ? operand.Graph.Number(filled.Value) : operand, Scalars)}";
        // Where the places are taken already, what the operand is made of would not fit either.
        if (IsFull || !IsPart(operand)) return $"{{{Add(operand, Arrays)}}}";
        var (arraysBefore, scalarsBefore, nodesBefore) = (Arrays.Count, Scalars.Count, Nodes.Count);
        var entry = Inside(operand, Entry(operand)!);
        if (!IsFull) return entry;

        // More than a kernel takes: what is too much is computed before.
        Arrays.RemoveRange(arraysBefore, Arrays.Count - arraysBefore);
        Scalars.RemoveRange(scalarsBefore, Scalars.Count - scalarsBefore);
        Nodes.RemoveRange(nodesBefore, Nodes.Count - nodesBefore);
        return $"{{{Add(operand, Arrays)}}}";
    }

    // An array of one number is that number.
    private static bool IsArray(Expression operand) => operand.Shape.IsArray && !operand.Is<Filled>();

    // What does not change in a loop around is computed outside of it.
    private bool IsPart(Expression operand) => users[operand] == 1 && Entry(operand) is not null && operand.FreeBounds.SetEquals(root.FreeBounds);

    private static int Add(Expression operand, List<Expression> operands)
    {
        if (!operands.Contains(operand)) operands.Add(operand);
        return operands.IndexOf(operand);
    }
}
