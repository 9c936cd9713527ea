namespace GradGen.Generator.Expressions;

/// <summary>
/// Which dimensions of a method are known to be equal, with the demands that made them so (they become the checks of a
/// companion's arguments) and the names that <c>[Shape]</c> gives them.
/// </summary>
internal sealed class DimensionTable
{
    private readonly Dictionary<Expression, Expression> parents = new();
    private readonly Dictionary<Expression, string> names = new();
    private readonly Dictionary<string, Expression> named = new();
    private readonly List<(Expression Left, Expression Right)> demands = new();

    /// <summary>The equalities that were demanded and did not hold by construction, in order.</summary>
    public IReadOnlyList<(Expression Left, Expression Right)> Demands => demands;

    /// <summary>The named dimensions, in the order of their names.</summary>
    public IEnumerable<(Expression Dimension, string Name)> Names => named.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Value, p.Key));

    /// <summary>The classes of more than one dimension, each with its members in the order of their creation.</summary>
    public IEnumerable<IReadOnlyList<Expression>> Classes => parents.Keys.Concat(parents.Values).Distinct().GroupBy(Find)
        .Select(g => (IReadOnlyList<Expression>)g.OrderBy(e => e.Id).ToList()).OrderBy(g => g[0].Id);

    /// <summary>The representative of a dimension's class: a number where one is known, else the dimension met first.</summary>
    public Expression Find(Expression dimension)
    {
        while (parents.TryGetValue(dimension, out var parent)) dimension = parent;
        return dimension;
    }

    public bool AreSame(Expression left, Expression right) => ReferenceEquals(Find(left), Find(right));

    /// <summary>The name that <c>[Shape]</c> gives to a dimension or to one equal to it.</summary>
    public string? NameOf(Expression dimension) => names.TryGetValue(Find(dimension), out var name) ? name : null;

    /// <summary>Gives a dimension a name; false when it has another name already.</summary>
    public bool Label(Expression dimension, string name)
    {
        if (NameOf(dimension) is { } known && known != name) return false;
        names[Find(dimension)] = name;
        if (named.TryGetValue(name, out var first)) return Unify(first, dimension);
        named.Add(name, dimension);
        return true;
    }

    /// <summary>Notes that two dimensions are equal; false when they are different numbers or have different names.</summary>
    public bool Unify(Expression left, Expression right)
    {
        var (a, b) = (Find(left), Find(right));
        if (ReferenceEquals(a, b)) return true;
        if (a.Payload is int x && b.Payload is int y && x != y) return false;
        if (names.TryGetValue(a, out var first) && names.TryGetValue(b, out var second) && first != second) return false;
        demands.Add((left, right));
        if (Rank(b).CompareTo(Rank(a)) < 0) (a, b) = (b, a);
        parents[b] = a;
        if (!names.ContainsKey(a) && names.TryGetValue(b, out var name)) names[a] = name;
        return true;
    }

    // A number is the best representative, then what does not change inside a loop, then what came first.
    private static (int, int, int) Rank(Expression dimension) => (dimension.Payload is int ? 0 : 1, dimension.FreeBounds.Count, dimension.Id);
}
