using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Tests.Rendering;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>
/// The value of a graph, each node by how it is written, with sizes that its shape says. Loops run; what calls a function that
/// the test does not know has a random value of its own.
/// </summary>
/// <param name="smallest">The smaller one of the two sizes that are drawn for dimensions.</param>
internal sealed class GraphValue(int seed, Func<Random, double> draw, int smallest = 2)
{
    private const int MostRounds = 200;

    private readonly Dictionary<Expression, Quantity> values = [];

    // What depends on the round of a loop, until the next round of that loop.
    private readonly Dictionary<Expression, Quantity> inRound = [];
    private readonly Dictionary<(Expression, int), Quantity> items = [];
    private readonly Dictionary<Expression, int> sizes = [];
    private readonly Dictionary<Expression, Quantity> bounds = [];

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
        if (bounds.TryGetValue(e, out var bound)) return bound;
        var memory = e.FreeBounds.Any(bounds.ContainsKey) ? inRound : values;
        if (memory.TryGetValue(e, out var known)) return known;
        return memory[e] = Compute(e);
    }

    private Quantity Compute(Expression e)
    {
        switch (e.Operation)
        {
            case Variable or Carried or Tangent: return Random(e, e.Shape);
            case LoopIndex: return Quantity.Scalar(0);
            case Loop: return Run(e);
            case LoopValue: return Evaluate(e[0]).Items![0].Items![LoopValue.Number(e)];
            case LoopHistory: return Evaluate(e[0]).Items![1].Items![LoopValue.Number(e)];
            case LoopCount: return Evaluate(e[0]).Items![2];
            case Extent or IntegerSum or IntegerProduct: return Quantity.Scalar(Size(e));
            case IdentityMatrix: return Quantity.Array(Size(e.Shape.Rows!), Size(e.Shape.Columns!), (i, j) => i == j ? 1 : 0);
            case Filled: return Sized(Quantity.Scalar(e.Operation == Filled.Ones ? 1 : 0), e.Shape);
            case ListItem when e[0].Is<LoopHistory>(): return Evaluate(e[0]).Items![(int)Evaluate(e[1]).Value];
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
                if (o.IsNumber(out var number)) return new Notation.Number(number);
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
            Begin(e[0], Quantity.Scalar(i));
            sum = Quantity.Zip(sum, Evaluate(e[1]), (a, b) => a + b);
        }

        End(e[0]);
        return sum;
    }

    /// <summary>The values after the last round of a loop, those before each round, and how many rounds there were.</summary>
    private Quantity Run(Expression loop)
    {
        var (index, carried) = (loop[0], Loop.CarriedBy(loop));
        var (from, until) = ((int)Evaluate(index[0]).Value, (int)Evaluate(index[1]).Value);
        var current = Loop.Before(loop).Select(Evaluate).ToList();
        var (history, rounds) = (new List<List<Quantity>>(), 0);
        for (var i = from; i < until; i++)
        {
            Begin(index, Quantity.Scalar(i));
            for (var c = 0; c < carried.Length; c++) Begin(carried[c], current[c]);
            if (Loop.Condition(loop) is { } condition && Evaluate(condition).Value == 0) break;
            if (++rounds > MostRounds) throw new InvalidOperationException("a loop without an end");
            history.Add(current);
            current = [.. Loop.After(loop).Select(Evaluate)];
        }

        foreach (var bound in carried.Prepend(index)) End(bound);
        var before = Enumerable.Range(0, carried.Length).Select(c => Quantity.List([.. history.Select(h => h[c])]));
        return Quantity.List([Quantity.List(current), Quantity.List([.. before]), Quantity.Scalar(rounds)]);
    }

    private void Begin(Expression bound, Quantity value)
    {
        bounds[bound] = value;
        Leave(bound);
    }

    private void End(Expression bound)
    {
        bounds.Remove(bound);
        Leave(bound);
    }

    private void Leave(Expression bound)
    {
        foreach (var node in inRound.Keys.Where(n => n.DependsOn(bound)).ToList()) inRound.Remove(node);
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
        sizes[root] = smallest + ((root.Id + seed) % 2);
        var composed = dimension.Graph.Dimensions.Classes.FirstOrDefault(c => c.Contains(root))?.FirstOrDefault(d => (d.Is<IntegerSum>() || d.Is<IntegerProduct>()) && !IsMadeOf(d, root)) ?? root;
        return sizes[root] = composed.Operation switch
        {
            IntegerSum => composed.Operands.Sum(Size),
            IntegerProduct => composed.Operands.Aggregate(1, (n, o) => n * Size(o)),
            IntegerMinimum => root.Operands.Min(Size),
            _ => smallest + ((root.Id + seed) % 2),
        };
    }

    private static bool IsMadeOf(Expression size, Expression root) => size.Operands.Any(o => o.Graph.Dimensions.Find(o) == root || IsMadeOf(o, root));
}
