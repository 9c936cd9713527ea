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
    private readonly Dictionary<Expression, string> names = new();
    private int count;

    public Names(IEnumerable<string> parameters) => taken = [.. parameters];

    /// <summary>A generated name that is neither taken nor reserved: with as many trailing underscores as it needs.</summary>
    public static string Free(string wanted, ICollection<string> taken)
    {
        while (taken.Contains(wanted) || Reserved.Contains(wanted) || IsItem(wanted)) wanted += "_";
        return wanted;
    }

    public string Of(Expression node)
    {
        if (names.TryGetValue(node, out var name)) return name;
        if (node.Is<LoopIndex>())
        {
            var letter = "ijklpqrs"[LoopIndex.DepthOf(node) % 8].ToString();
            name = Free(letter, taken);
        }
        else
        {
            return names[node] = New();
        }

        taken.Add(name);
        return names[node] = name;
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
