using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A chain of entrywise operations and a sum over the entries of another one in one pass, in which what both read is computed once.
/// Operands: the scalars, then the arrays. The payload: what is computed, the types of an entry, how many scalars there are.
/// </summary>
internal sealed class EntryMapWithSum : Planned
{
    public static readonly EntryMapWithSum Instance = new();

    private sealed record Pass(Expression Map, Expression Sum, string Shared, string Entry, string Summed, int Scalars);

    public override string Name => "map with a sum";

    /// <param name="map">The last operation of the chain.</param>
    /// <param name="sum">The sum.</param>
    /// <param name="types">The types of an entry of what both read, of the map, and of what is summed, with places {0}, {1}, … for arrays.</param>
    public static (Expression Map, Expression Sum) Of(
        Expression map, Expression sum, (string Shared, string Entry, string Summed) types, IReadOnlyList<Expression> scalars, IReadOnlyList<Expression> arrays)
    {
        static string Numbered(string type) => Template.Fill(type, i => $"X{i}");
        var pass = new Pass(map, sum, Numbered(types.Shared), Numbered(types.Entry), Numbered(types.Summed), scalars.Count);
        var both = map.Graph.Make(Instance, pass, scalars.Concat(arrays).ToImmutableArray());
        return (PassPart.Of(both, map, "Map"), PassPart.Of(both, sum, "Sum"));
    }

    /// <summary>What a pass computes, and of what: the types of an entry with the names of arrays.</summary>
    public static (Expression Map, Expression Sum, string Shared, string Entry, string Summed, ImmutableArray<Expression> Scalars, ImmutableArray<Expression> Arrays) Content(Expression pass)
    {
        var content = (Pass)pass.Payload!;
        var (scalars, arrays) = (pass.Operands.Take(content.Scalars).ToImmutableArray(), pass.Operands.Skip(content.Scalars).ToImmutableArray());
        return (PassPart.Of(pass, content.Map, "Map"), PassPart.Of(pass, content.Sum, "Sum"), content.Shared, content.Entry, content.Summed, scalars, arrays);
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Shape.Opaque($"({((Pass)payload!).Map.Shape.CSharpType} Map, double Sum)");

    public override IEnumerable<Expression> Shown(Expression node) => [((Pass)node.Payload!).Map, ((Pass)node.Payload!).Sum];

    public override Computation Compute(Expression node)
    {
        var pass = (Pass)node.Payload!;
        return new(EntryMap.Call("MapWithSum", [pass.Shared, pass.Entry, pass.Summed], pass.Scalars, node.Operands.Length, ""));
    }
}
