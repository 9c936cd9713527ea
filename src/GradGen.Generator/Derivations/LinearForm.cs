using System.Collections.Immutable;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Derivations;

/// <summary>A differential with dx at its end, gᵀdx or Tr(Gᵀ dX), from which the gradient is read off.</summary>
internal static class LinearForm
{
    /// <summary>The gradient as it stands in the form, the form and the rules that lead to it; null where the differential has no such form.</summary>
    public static (Expression Gradient, Expression Value, ImmutableArray<string> Rules)? Of(Expression df, Expression variable)
    {
        if (!df.Shape.IsScalar || !variable.Shape.IsArray || Tangents.In(df).Any(t => t[0] != variable)) return null;
        var dx = Tangent.Of(variable);
        if (GradientOf(df, dx) is not { } gradient) return null;
        var rules = new SortedDictionary<int, string>();
        Collect(df, rules, []);
        return (gradient, WithLast(Transposed(gradient), dx), rules.Values.Distinct().DefaultIfEmpty(variable.Shape.IsMatrix ? "cyclic trace" : "dx factored out").ToImmutableArray());
    }

    private static Expression? GradientOf(Expression df, Expression dx)
    {
        try
        {
            return Adjoints.Of(df, df.Graph.Number(1), [dx]).TryGetValue(dx, out var gradient) ? Simplifier.Tidy(gradient) : null;
        }
        catch (NoDerivativeException)
        {
            // A pushforward that is given as a method cannot be turned round.
            return null;
        }
    }

    /// <summary>Whether a differential is a product with dx at its end already, so that the gradient can be read off.</summary>
    public static bool IsOne(Expression df)
    {
        if (df.Is<EntrywiseProduct>()) return df.Operands.Count(o => Tangents.In(o).Count > 0) == 1 && IsOne(df.Operands.First(o => Tangents.In(o).Count > 0));
        if (df.Is<Trace>() || df.Is<InnerProduct>()) return df.Is<Trace>() ? IsOne(df[0]) : df[1].Is<Tangent>() && Tangents.In(df[0]).Count == 0;
        var last = df.Operands.Length - 1;
        return df.Is<Tangent>() || df.Is<MatrixProduct>() && df[last].Is<Tangent>() && !df.Operands.RemoveAt(last).Any(o => Tangents.In(o).Count > 0);
    }

    /// <summary>The transpose, term by term: (xᵀAᵀ + xᵀA) dx shows better where it comes from than (Ax + Aᵀx)ᵀ dx.</summary>
    private static Expression Transposed(Expression gradient) => gradient.Is<Addition>()
        ? Add([.. gradient.Operands.Select(Transposed)])
        : gradient.Is<Scaling>() ? Scale(gradient[0], Transposed(gradient[1])) : Simplifier.Tidy(Transpose(gradient));

    private static Expression WithLast(Expression transposed, Expression dx)
    {
        if (transposed.Is<Scaling>()) return Scale(transposed[0], WithLast(transposed[1], dx));
        if (dx.Shape.IsRowVector) return MatrixProduct.Of(transposed.Is<MatrixProduct>() ? [dx, .. transposed.Operands] : [dx, transposed])!;
        var product = transposed.Is<IdentityMatrix>() ? dx : MatrixProduct.Of(transposed.Is<MatrixProduct>() ? [.. transposed.Operands, dx] : [transposed, dx])!;
        return dx.Shape.IsMatrix ? Trace(product) : product;
    }

    /// <summary>The rules by which the operations around a differential let it out, in the order of the operations.</summary>
    private static bool Collect(Expression e, SortedDictionary<int, string> rules, Dictionary<Expression, bool> seen)
    {
        if (e.Is<Tangent>()) return true;
        if (e.Is<Named>()) return false;
        if (seen.TryGetValue(e, out var known)) return known;
        var found = false;
        foreach (var operand in e.Operands) found |= Collect(operand, rules, seen);
        if (found && e.Operation.TransposeRuleName(e) is { } name) rules[-e.Id] = name;
        return seen[e] = found;
    }
}
