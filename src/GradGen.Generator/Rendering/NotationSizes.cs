using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>How often each part of a layout is written and how wide it is, counted on what parts share, so that no text has to be written for it.</summary>
internal sealed class NotationSizes
{
    private const long Most = int.MaxValue;

    private readonly Dictionary<Notation, long> counts = new(ReferenceComparer.Instance);
    private readonly Dictionary<Notation, int> users = new(ReferenceComparer.Instance);
    private readonly Dictionary<Notation, long> widths = new(ReferenceComparer.Instance);
    private readonly Dictionary<Notation, long> symbols = new(ReferenceComparer.Instance);
    private readonly List<Notation> order = new();

    public NotationSizes(IReadOnlyList<Notation> roots)
    {
        foreach (var root in roots) Visit(root);
        foreach (var root in roots)
        {
            counts[root] = Count(root) + 1;
            users[root] = Users(root) + 1;
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            foreach (var child in NotationTree.Children(order[i]))
            {
                counts[child] = Math.Min(Most, Count(child) + Count(order[i]));
                users[child] = Users(child) + 1;
            }
        }

        Total = roots.Sum(r => symbols[r]);
    }

    /// <summary>How many symbols are written in all.</summary>
    public long Total { get; }

    /// <summary>How often a part is written.</summary>
    public long Count(Notation notation) => counts.TryGetValue(notation, out var count) ? count : 0;

    /// <summary>How many places it would have if everything else that is repeated had a name.</summary>
    public int Users(Notation notation) => users.TryGetValue(notation, out var count) ? count : 0;

    /// <summary>About how many characters it takes.</summary>
    public long Width(Notation notation) => widths.TryGetValue(notation, out var width) ? width : 0;

    private void Visit(Notation notation)
    {
        if (widths.ContainsKey(notation)) return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        long width = notation switch { Notation.Name n => n.Text.Length, Notation.Function n => n.Head.Length + 2, Notation.Sum n => 3 * (n.Terms.Length - 1), Notation.Product n => (n.Symbol == "" ? 0 : 3) * (n.Factors.Length - 1), _ => 1 };
        var size = 1L;
        foreach (var child in NotationTree.Children(notation))
        {
            Visit(child);
            width = Math.Min(Most, width + widths[child]);
            size = Math.Min(Most, size + symbols[child]);
        }

        widths[notation] = width;
        symbols[notation] = size;
        order.Add(notation);
    }

    private sealed class ReferenceComparer : IEqualityComparer<Notation>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Notation? x, Notation? y) => ReferenceEquals(x, y);

        public int GetHashCode(Notation obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
