using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The vocabulary in which rules and readers write expressions. It chooses the operation by the kinds of its operands
/// and drops what is neutral; everything else is left to Simplification.
/// </summary>
internal static class Algebra
{
    public static Expression Number(this Graph graph, double value) => graph.Make(Constant.Instance, value);

    public static Expression Integer(this Graph graph, int value) => graph.Make(IntegerConstant.Instance, value);

    /// <summary>The zero of an expression's shape; of a list, as many zeros as it has items.</summary>
    public static Expression ZeroLike(Expression e) =>
        e.Shape.Kind == ValueKind.List ? e.Graph.Make(ListZero.Instance, null, e.Shape.Like ?? e) : e.Graph.Zero(e.Shape);

    public static Expression Zero(this Graph graph, Shape shape) => shape.IsArray
        ? graph.Make(Filled.Zeros, shape.Kind, shape.Dimensions.ToImmutableArray())
        : graph.Number(0);

    public static Expression Ones(this Graph graph, Shape shape) => shape.IsArray
        ? graph.Make(Filled.Ones, shape.Kind, shape.Dimensions.ToImmutableArray())
        : graph.Number(1);

    public static Expression Identity(this Graph graph, Expression n) => graph.Make(IdentityMatrix.Instance, null, n);

    public static bool IsZero(this Expression e) => e.Operation == Filled.Zeros || e.Is<ListZero>() || e.Payload is double and 0;

    public static bool IsNumber(this Expression e, out double value)
    {
        var isNumber = e.Operation == Constant.Instance;
        value = isNumber ? (double)e.Payload! : 0;
        return isNumber;
    }

    public static Expression Add(params Expression[] terms)
    {
        var kept = Array.Exists(terms, IsZero) ? [.. terms.Where(t => !t.IsZero())] : terms.ToImmutableArray();
        if (kept.Length == 0) return terms[0];
        return kept.Length == 1 ? kept[0] : kept[0].Graph.Make(Addition.Instance, null, kept);
    }

    public static Expression Subtract(Expression a, Expression b) => Add(a, Negate(b));

    public static Expression Negate(Expression a) => Scale(a.Graph.Number(-1), a);

    /// <summary>A scalar times anything.</summary>
    public static Expression Scale(Expression scalar, Expression x)
    {
        if (scalar.IsNumber(out var value) && value == 1) return x;
        if (scalar.IsNumber(out value) && x.IsNumber(out var other)) return x.Graph.Number(value * other);
        return x.Shape.IsScalar ? Times(scalar, x) : x.Graph.Make(Scaling.Instance, null, scalar, x);
    }

    public static Expression Scale(double scalar, Expression x) => Scale(x.Graph.Number(scalar), x);

    /// <summary>The entrywise product; of scalars, the product.</summary>
    public static Expression Times(params Expression[] factors)
    {
        var kept = Array.Exists(factors, IsOne) ? [.. factors.Where(f => !IsOne(f))] : factors.ToImmutableArray();
        if (kept.Length == 0) return factors[0];
        return kept.Length == 1 ? kept[0] : kept[0].Graph.Make(EntrywiseProduct.Instance, null, kept);
    }

    private static bool IsOne(Expression e) => e.IsNumber(out var value) && value == 1;

    /// <summary>The product of linear algebra, or scaling where one side is a scalar.</summary>
    public static Expression Multiply(Expression a, Expression b)
    {
        if (a.Shape.IsScalar) return Scale(a, b);
        return b.Shape.IsScalar ? Scale(b, a) : a.Graph.Make(MatrixProduct.Instance, null, a, b);
    }

    public static Expression Multiply(params Expression[] factors) => factors.Aggregate(Multiply);

    public static Expression Divide(Expression a, Expression b) =>
        b.IsNumber(out var value) && IsExactReciprocal(value) ? Scale(1 / value, a) : Scale(Power(b, -1), a);

    public static Expression Power(Expression x, Expression exponent) => x.Graph.Make(Operations.Power.Instance, null, x, exponent);

    public static Expression Power(Expression x, double exponent) => Power(x, x.Graph.Number(exponent));

    public static Expression Reciprocal(Expression x) => Power(x, -1);

    public static Expression Transpose(Expression x) => x.Shape.IsScalar ? x : x.Graph.Make(Transposition.Instance, null, x);

    public static Expression Inverse(Expression x) => x.Graph.Make(MatrixInverse.Instance, null, x);

    public static Expression Trace(Expression x) => x.Graph.Make(Operations.Trace.Instance, null, x);

    /// <summary>Tr XᵀY: the sum of the products of entries.</summary>
    public static Expression Inner(Expression x, Expression y)
    {
        if (x.Shape.IsScalar) return Times(x, y);
        if (x.Shape.IsVector) return Multiply(Transpose(x), y);
        return x.Shape.IsRowVector ? Multiply(x, Transpose(y)) : x.Graph.Make(InnerProduct.Instance, null, x, y);
    }

    public static Expression SquaredNorm(Expression x) => x.Graph.Make(Operations.SquaredNorm.Instance, null, x);

    public static Expression Sum(Expression x) => x.Shape.IsScalar ? x : x.Graph.Make(EntrySum.Instance, null, x);

    /// <summary>x + c·1, a number added to every entry.</summary>
    public static Expression AddToEach(Expression x, Expression scalar) => Add(x, Scale(scalar, x.Graph.Ones(x.Shape)));

    public static Expression Diagonal(Expression x) => x.Graph.Make(DiagonalMatrix.Instance, null, x);

    public static Expression Vectorize(Expression x) => x.Shape.Kind switch
    {
        ValueKind.Matrix => x.Graph.Make(Vectorization.Instance, null, x),
        ValueKind.RowVector => Transpose(x),
        _ => x,
    };

    public static Expression SumOver(Expression index, Expression body) => body.Graph.Make(IndexedSum.Instance, null, index, body);

    public static Expression Choose(Expression condition, Expression then, Expression otherwise) =>
        ReferenceEquals(then, otherwise) ? then : then.Graph.Make(Conditional.Instance, null, condition, then, otherwise);

    /// <summary>A whole number as a real one.</summary>
    public static Expression Real(Expression integer) =>
        integer.Payload is int value ? integer.Graph.Number(value) : integer.Graph.Make(RealPart.Instance, null, integer);

    /// <summary>The number of entries of a value.</summary>
    public static Expression EntryCount(Expression x) => x.Shape.Dimensions.Aggregate(x.Graph.Integer(1), (a, b) => IntegerProduct.Of(a, b));

    /// <summary>Whether a division may become a multiplication without rounding twice: powers of two.</summary>
    private static bool IsExactReciprocal(double value) => value != 0 && 1 / (1 / value) == value && Math.Log(Math.Abs(value), 2) % 1 == 0;
}
