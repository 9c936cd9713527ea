using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A chain of entrywise operations in one pass over the entries, or the sum of what the last of them makes. Operands: the scalars, then
/// the arrays, the last of which may take the result. The payload: the chain, the type of an entry, how many scalars there are.
/// </summary>
internal sealed class EntryMap : Planned
{
    public static readonly EntryMap Instance = new();

    /// <summary>The most arrays and scalars that a kernel takes.</summary>
    public const int MostArrays = 4;
    public const int MostScalars = 3;

    private static readonly Regex typeName = new("[A-Z][A-Za-z0-9]*", RegexOptions.CultureInvariant);

    private sealed record Chain(Expression Original, string Entry, int Scalars);

    public override string Name => "map";

    /// <param name="original">The operations as they were, of which the map computes the last.</param>
    /// <param name="entry">The type of an entry.</param>
    public static Expression Of(Expression original, string entry, IReadOnlyList<Expression> scalars, IReadOnlyList<Expression> arrays) =>
        original.Graph.Make(Instance, new Chain(original, entry, scalars.Count), scalars.Concat(arrays).ToImmutableArray());

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => ((Chain)payload!).Original.Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(((Chain)node.Payload!).Original);

    public override Computation Compute(Expression node) => new(Call(node, node.Shape.IsScalar ? "MapSum" : "Map", ""));

    public override string? Into(Expression node) => node.Shape.IsScalar ? null : Call(node, "MapTo", $", {{{node.Operands.Length}}}") + ";";

    public override string? InPlace(Expression node, int operand) => node.Shape.IsScalar || operand < node.Operands.Length - 1 ? null : Call(node, "MapInPlace", "");

    private static string Call(Expression node, string kernel, string destination)
    {
        var chain = (Chain)node.Payload!;
        return Call(kernel, [chain.Entry], chain.Scalars, node.Operands.Length, destination);
    }

    /// <summary>A call of a kernel made for types of an entry, with the arrays, what else there is and the scalars as arguments.</summary>
    public static string Call(string kernel, IEnumerable<string> types, int scalars, int operands, string more)
    {
        string Operands(int start, int end) => string.Concat(Enumerable.Range(start, end - start).Select(i => $", {{{i}}}"));
        var arguments = Operands(scalars, operands) + more + Operands(0, scalars);
        return $"{Kernel(kernel, types)}({arguments.Substring(2)})";
    }

    /// <summary>A kernel made for types of an entry.</summary>
    public static string Kernel(string name, IEnumerable<string> types) => $"global::GradGen.Kernel.{name}<{typeName.Replace(string.Join(", ", types), "global::GradGen.Entry.$0")}>";
}
