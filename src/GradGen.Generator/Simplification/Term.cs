using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>A term taken apart: a number, scalar factors, and a chain of matrix factors (of a scalar term, none).</summary>
internal sealed record Term(double Coefficient, ImmutableArray<Expression> Scalars, ImmutableArray<Expression> Chain, Expression Like)
{
    // As it was taken apart: a term without a number is its own core, and need not be put together again.
    private bool HasNumber { get; init; }

    public static Term Of(Expression e)
    {
        if (e.Shape.IsScalar) return OfScalar(e, []);
        return e.Is<Scaling>() ? OfScalar(e[0], ChainOf(e[1])) with { Like = e } : new Term(1, [], ChainOf(e), e);
    }

    private static Term OfScalar(Expression e, ImmutableArray<Expression> chain)
    {
        if (e.IsNumber(out var value)) return new Term(value, [], chain, e) { HasNumber = true };
        if (!e.Is<EntrywiseProduct>()) return new Term(1, [e], chain, e);
        var (coefficient, numbers) = (1.0, 0);
        foreach (var operand in e.Operands)
        {
            if (!operand.IsNumber(out var factor)) continue;
            coefficient *= factor;
            numbers++;
        }

        return new Term(coefficient, numbers == 0 ? e.Operands : e.Operands.RemoveAll(o => o.IsNumber(out _)), chain, e) { HasNumber = numbers > 0 };
    }

    private static ImmutableArray<Expression> ChainOf(Expression e) => e.Is<MatrixProduct>() ? e.Operands : [e];

    /// <summary>The term without its number; null for a number alone.</summary>
    public Expression? Core => HasNumber ? Put(1, Scalars, Chain) : Like;

    public bool IsNumber => Scalars.IsEmpty && Chain.IsEmpty;

    /// <summary>The term with another number.</summary>
    public Expression With(double coefficient) => Core is { } core ? Scale(coefficient, core) : Like.Graph.Number(coefficient);

    public Expression With(double coefficient, ImmutableArray<Expression> scalars, ImmutableArray<Expression> chain) =>
        Put(coefficient, scalars, chain) ?? Like.Graph.Number(coefficient);

    private static Expression? Put(double coefficient, ImmutableArray<Expression> scalars, ImmutableArray<Expression> chain)
    {
        var product = MatrixProduct.Of(chain);
        if (scalars.IsEmpty) return product is null ? null : Scale(coefficient, product);
        Expression scalar = Times([.. coefficient == 1 ? [] : new[] { scalars[0].Graph.Number(coefficient) }, .. scalars]);
        return product is null ? scalar : Scale(scalar, product);
    }
}
