using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where a node may be computed: the whole method, the inside of a loop, or a side of a branch. Two branches on one
/// condition in one place are one scope, and so are two loops over one index.
/// </summary>
internal sealed class Scope
{
    private readonly Dictionary<(Expression, int), Scope> children = new();

    private Scope(Scope? parent, Expression? key, IReadOnlyCollection<Expression> bounds)
    {
        Parent = parent;
        Key = key;
        Bounds = bounds;
        Depth = parent is null ? 0 : parent.Depth + 1;
        IsOfOneOrder = parent?.IsOfOneOrder == true || key?.Is<IsCheapest>() == true;
    }

    public static Scope Root() => new(null, null, []);

    public Scope? Parent { get; }

    /// <summary>What the sides of a branch have in common: its condition.</summary>
    public Expression? Key { get; }

    /// <summary>What a loop binds, its index and the values it carries; nothing for a branch or the root.</summary>
    public IReadOnlyCollection<Expression> Bounds { get; }

    /// <summary>Whether it is inside one of several orders of products, whose work the others do without.</summary>
    public bool IsOfOneOrder { get; }

    private int Depth { get; }

    /// <summary>The scope of a region in this one.</summary>
    public Scope Of(Region region)
    {
        if (region.Within is { } within) return Of(within).Of(region with { Within = null });
        var key = (region.Key, region.Side);
        if (!children.TryGetValue(key, out var child)) children[key] = child = new Scope(this, region.Key, region.Bounds);
        return child;
    }

    /// <summary>The child of this scope that a scope inside lies in.</summary>
    public Scope Towards(Scope inside)
    {
        while (inside.Parent != this) inside = inside.Parent!;
        return inside;
    }

    public bool Contains(Scope other)
    {
        for (Scope? s = other; s is not null; s = s.Parent)
        {
            if (s == this) return true;
        }

        return false;
    }

    /// <summary>The innermost scope around two.</summary>
    public static Scope Around(Scope a, Scope b)
    {
        while (a.Depth > b.Depth) a = a.Parent!;
        while (b.Depth > a.Depth) b = b.Parent!;
        while (a != b) (a, b) = (a.Parent!, b.Parent!);
        return a;
    }
}
