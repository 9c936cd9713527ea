using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Tests.Rendering;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>
/// The value of a graph, each node by how it is written, with sizes that its shape says. What stands for a whole program (a
/// loop's result, a call) has a random value of its own.
/// </summary>
internal sealed class GraphValue(int seed, Func<Random, double> draw)
{
    private readonly Dictionary<Expression, Quantity> values = [];
    private readonly Dictionary<(Expression, int), Quantity> items = [];
    private readonly Dictionary<Expression, int> sizes = [];
    private readonly Dictionary<Expression, int> indices = [];

    public double[] Of(Expression e)
    {
        var value = Evaluate(e);
        return value.IsScalar ? [value.Value] : value.Flat(value.Rows!.Value, value.Columns!.Value);
    }

    /// <summary>The largest entry of anything that was computed on the way.</summary>
    public double Largest => values.Values.Where(v => v.Items is null && v.IsSized).SelectMany(FormulaFunctions.Entries).Select(Math.Abs).Append(0).Max();

    /// <summary>Forgets what was computed and keeps what was drawn.</summary>
    public void Forget()
    {
        foreach (var node in values.Keys.Where(n => !drawn.Contains(n)).ToList()) values.Remove(node);
    }

    private readonly HashSet<Expression> drawn = [];

    private Quantity Evaluate(Expression e)
    {
        if (indices.TryGetValue(e, out var index)) return Quantity.Scalar(index);
        var isBound = e.FreeBounds.Any(indices.ContainsKey);
        if (!isBound && values.TryGetValue(e, out var known)) return known;
        var value = Compute(e);
        if (!isBound) values[e] = value;
        return value;
    }

    private Quantity Compute(Expression e)
    {
        switch (e.Operation)
        {
            case Variable or Carried or LoopValue or Tangent: return Random(e, e.Shape);
            case LoopIndex: return Quantity.Scalar(0);
            case LoopCount: return Quantity.Scalar(3);
            case Extent or IntegerSum or IntegerProduct: return Quantity.Scalar(Size(e));
            case IdentityMatrix: return Quantity.Array(Size(e.Shape.Rows!), Size(e.Shape.Columns!), (i, j) => i == j ? 1 : 0);
            case Filled: return Sized(Quantity.Scalar(e.Operation == Filled.Ones ? 1 : 0), e.Shape);
            case ListItem:
                var place = (e[0], (int)Evaluate(e[1]).Value);
                return items.TryGetValue(place, out var item) ? item : items[place] = Random(null, e.Shape);
            case IndexedSum: return Sum(e);
        }

        try
        {
            var names = new Dictionary<string, Quantity>();
            var notation = e.Operation.Notate(e, o =>
            {
                var name = $"v{o.Id}";
                if (o.Shape.Kind is not (ValueKind.List or ValueKind.Opaque)) names[name] = Evaluate(o);
                return new Notation.Name(name);
            });
            return Sized(FormulaValue.Of(notation, new Meaning(names, names)), e.Shape);
        }
        catch (Exception exception) when (exception is UnknownSymbolException)
        {
            return Random(e, e.Shape);
        }
    }

    private Quantity Sum(Expression e)
    {
        var (from, until) = ((int)Evaluate(e[0][0]).Value, (int)Evaluate(e[0][1]).Value);
        var sum = Sized(Quantity.Scalar(0), e.Shape);
        for (var i = from; i < until; i++)
        {
            indices[e[0]] = i;
            sum = Quantity.Zip(sum, Evaluate(e[1]), (a, b) => a + b);
        }

        indices.Remove(e[0]);
        return sum;
    }

    private Quantity Random(Expression? node, Shape shape)
    {
        if (node is not null) drawn.Add(node);
        var random = new Random(unchecked((seed * 7919) + (node?.Id ?? items.Count + 100_000)));
        switch (shape.Kind)
        {
            case ValueKind.Integer: return Quantity.Scalar(node is null ? 2 : Size(node));
            case ValueKind.Boolean: return Quantity.Scalar(random.Next(2));
            case ValueKind.Scalar: return Quantity.Scalar(draw(random));
            case ValueKind.Vector or ValueKind.RowVector or ValueKind.Matrix: break;
            default: throw new UnknownSymbolException($"a {shape.Kind}");
        }

        var (rows, columns) = (shape.Rows is { } r ? Size(r) : 1, shape.Columns is { } c ? Size(c) : 1);
        var structure = node?.Operation is Variable ? Variable.Info(node).Structure : Structure.None;
        var entries = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++) entries[i, j] = structure == Structure.Orthogonal ? i == j ? 1 : 0 : IsZero(structure, i, j) ? 0 : draw(random) + (shape.IsMatrix && i == j ? 2 : 0);
        }

        for (var i = 0; i < rows && rows == columns && (structure & Structure.Symmetric) != 0; i++)
        {
            for (var j = 0; j < i; j++) entries[i, j] = entries[j, i];
            entries[i, i] += 10;
        }

        return Quantity.Array(rows, columns, (i, j) => entries[i, j]);
    }

    private static bool IsZero(Structure structure, int i, int j) =>
        (structure & Structure.Diagonal) == Structure.Diagonal && i != j || (structure & Structure.LowerTriangular) != 0 && i < j;

    private Quantity Sized(Quantity value, Shape shape)
    {
        if (!shape.IsArray) return value.IsSized && !value.IsScalar && value is { Rows: 1, Columns: 1 } ? Quantity.Scalar(value[0, 0]) : value;
        var (rows, columns) = (shape.Rows is { } r ? Size(r) : 1, shape.Columns is { } c ? Size(c) : 1);
        var result = Quantity.Array(rows, columns, (i, j) => value.IsScalar ? value.Value : value[i, j]);
        if (value.IsSized && !value.IsScalar && (value.Rows != rows || value.Columns != columns)) throw new FormatException($"{value.Rows}×{value.Columns} where the shape says {rows}×{columns}");
        _ = result[0, 0];
        return result;
    }

    private int Size(Expression dimension)
    {
        var root = dimension.Graph.Dimensions.Find(dimension);
        if (root.Payload is int number && root.Operands.IsEmpty) return number;
        if (sizes.TryGetValue(root, out var known)) return known;
        // A size that has to be a sum or a product of others is that; of itself (n = n·m) it says nothing.
        sizes[root] = 2 + ((root.Id + seed) % 2);
        var composed = dimension.Graph.Dimensions.Classes.FirstOrDefault(c => c.Contains(root))?.FirstOrDefault(d => (d.Is<IntegerSum>() || d.Is<IntegerProduct>()) && !IsMadeOf(d, root)) ?? root;
        return sizes[root] = composed.Operation switch
        {
            IntegerSum => composed.Operands.Sum(Size),
            IntegerProduct => composed.Operands.Aggregate(1, (n, o) => n * Size(o)),
            IntegerMinimum => root.Operands.Min(Size),
            _ => 2 + ((root.Id + seed) % 2),
        };
    }

    private static bool IsMadeOf(Expression size, Expression root) => size.Operands.Any(o => o.Graph.Dimensions.Find(o) == root || IsMadeOf(o, root));
}
