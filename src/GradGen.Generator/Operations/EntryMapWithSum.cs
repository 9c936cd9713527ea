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
        return (Part.Of(both, map, "Map"), Part.Of(both, sum, "Sum"));
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Shape.Opaque($"({((Pass)payload!).Map.Shape.CSharpType} Map, double Sum)");

    public override IEnumerable<Expression> Shown(Expression node) => [((Pass)node.Payload!).Map, ((Pass)node.Payload!).Sum];

    public override Computation Compute(Expression node)
    {
        var pass = (Pass)node.Payload!;
        return new(EntryMap.Call("MapWithSum", [pass.Shared, pass.Entry, pass.Summed], pass.Scalars, node.Operands.Length, ""));
    }

    private sealed class Part : Planned
    {
        private static readonly Part Instance = new();

        private sealed record Value(Expression Original, string Name);

        public override string Name => "part of a pass";

        public static Expression Of(Expression both, Expression original, string name) => both.Graph.Make(Instance, new Value(original, name), both);

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => ((Value)payload!).Original.Shape;

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(((Value)node.Payload!).Original);

        public override Computation Compute(Expression node) => new($"{{0}}.{((Value)node.Payload!).Name}", Precedence.Primary, Precedence.Primary) { IsInline = true };
    }
}
