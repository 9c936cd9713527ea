using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// Which parts of a formula have to say their size: I, 1, 0 and e are written without one wherever a reader knows it from what
/// stands around them. The 0 that a sequence starts with says its size where the first round is not to be read without it.
/// </summary>
internal sealed class OpenSizes
{
    private readonly KnownSizes known;
    private readonly HashSet<Expression> zeros = new();

    /// <param name="root">The formula, whose size its left side says.</param>
    /// <param name="loops">What the loops of the formula carry.</param>
    /// <param name="equations">The right sides of the formula's equations.</param>
    public OpenSizes(Expression root, LoopValues loops, IReadOnlyCollection<Expression> equations)
    {
        known = new(root, loops, equations, []);
        var starts = equations.Where(e => e.Operation.Sizing == Sizing.Open && e.IsZero()).Distinct().OrderBy(e => e.Id).ToList();
        if (starts.Count == 0 || IsReadWith(starts)) return;
        var bare = new List<Expression>();
        foreach (var start in starts)
        {
            bare.Add(start);
            if (IsReadWith(bare)) continue;
            bare.Remove(start);
            zeros.Add(start);
        }

        bool IsReadWith(IReadOnlyCollection<Expression> bare) => new KnownSizes(root, loops, equations, bare).Open.IsSubsetOf(known.Open);
    }

    public bool MustBeSaid(Expression node) => zeros.Contains(node) || known.IsOpen(node);
}
