using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Emission;

/// <summary>Names of locals and loop indices in one companion, none of which is a parameter's.</summary>
internal sealed class Names
{
    // What a tuple's element may not be called, and what a generated parameter leaves to the user.
    private static readonly HashSet<string> Reserved =
    [
        "Rest", "Equals", "ToString", "GetHashCode", "GetType", "CompareTo", "Deconstruct", "Value",
    ];

    private readonly HashSet<string> taken;
    private readonly Dictionary<Expression, string> indices = new();
    private ImmutableDictionary<Expression, string> locals = ImmutableDictionary<Expression, string>.Empty;
    private ImmutableDictionary<Expression, string> flags = ImmutableDictionary<Expression, string>.Empty;
    private ImmutableDictionary<(Expression Condition, int Side), ImmutableDictionary<Expression, string>> sides = ImmutableDictionary<(Expression, int), ImmutableDictionary<Expression, string>>.Empty;
    private int count;

    public Names(IEnumerable<string> parameters) => taken = [.. parameters];

    /// <summary>A generated name that is neither taken nor reserved: with as many trailing underscores as it needs.</summary>
    public static string Free(string wanted, ICollection<string> taken)
    {
        while (taken.Contains(wanted) || Reserved.Contains(wanted) || IsItem(wanted)) wanted += "_";
        return wanted;
    }

    /// <summary>The name of a local that is declared, or of a loop's index.</summary>
    public string Of(Expression node)
    {
        if (locals.TryGetValue(node, out var local)) return local;
        if (indices.TryGetValue(node, out var name)) return name;
        name = Free("ijklpqrs"[LoopIndex.DepthOf(node) % 8].ToString(), taken);
        taken.Add(name);
        return indices[node] = name;
    }

    /// <summary>The name of the index of a loop that begins here; inside a loop over the same index it has another.</summary>
    public string Begin(Expression index)
    {
        var name = Of(index);
        if (locals.ContainsKey(index)) taken.Add(name = Free(name, taken));
        locals = locals.SetItem(index, name);
        return name;
    }

    /// <summary>A name for a local that is declared here; where a block inside declares it for itself, it has another there.</summary>
    public string Declare(Expression node)
    {
        var name = New();
        locals = locals.SetItem(node, name);
        return name;
    }

    /// <summary>Notes that a local that is declared here is set on one side of a branch, for that side of all branches on the condition.</summary>
    public void Share(Expression condition, int side, Expression node, string name)
    {
        sides = sides.SetItem((condition, side), SharedOn(condition, side).SetItem(node, name));
    }

    /// <summary>
    /// Within a side of a branch, the locals that are set on that side of the branches of this block: what two branches compute, each for itself, has a local for each.
    /// </summary>
    public IDisposable Side(Expression condition, int side)
    {
        var shared = SharedOn(condition, side);
        var scope = Block();
        locals = locals.SetItems(shared);
        return scope;
    }

    private ImmutableDictionary<Expression, string> SharedOn(Expression condition, int side) =>
        sides.TryGetValue((condition, side), out var shared) ? shared : ImmutableDictionary<Expression, string>.Empty;

    /// <summary>A name for what is noted of a local: whether it is computed.</summary>
    public string DeclareFlag(Expression node)
    {
        var name = New();
        flags = flags.SetItem(node, name);
        return name;
    }

    public string FlagOf(Expression node) => flags[node];

    /// <summary>How a node that needs no local is written in this block.</summary>
    public void Write(Expression node, string text) => locals = locals.SetItem(node, text);

    /// <summary>A given name, or the next that is not taken.</summary>
    public string Free(string wanted)
    {
        wanted = Free(wanted, taken);
        taken.Add(wanted);
        return wanted;
    }

    /// <summary>Forgets, when it is disposed, the locals that a block declares.</summary>
    public IDisposable Block()
    {
        var scope = new Scope(this);
        sides = sides.Clear();
        return scope;
    }

    private sealed class Scope(Names names) : IDisposable
    {
        private readonly ImmutableDictionary<Expression, string> locals = names.locals;
        private readonly ImmutableDictionary<Expression, string> flags = names.flags;
        private readonly ImmutableDictionary<(Expression, int), ImmutableDictionary<Expression, string>> sides = names.sides;

        public void Dispose() => (names.locals, names.flags, names.sides) = (locals, flags, sides);
    }

    /// <summary>A name for a local that is no node's.</summary>
    public string New()
    {
        string name;
        do name = $"t{++count}";
        while (!taken.Add(name));
        return name;
    }

    private static bool IsItem(string name) => name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit);
}
