using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>The sum of values of one shape.</summary>
internal sealed class Addition : Operation
{
    public static readonly Addition Instance = new();

    public override string Name => "+";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.Together;

    public override bool IsCommutative => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        foreach (var operand in operands.Skip(1)) context.SameShape(operands[0].Shape, operand.Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => d;

    public override Expression Adjoint(Expression node, int operand, Expression g) => g;

    public override Expression Jacobian(Expression node, int operand, Expression j) => j;

    public override bool IsSymmetric(Expression node, bool promises) => Symmetry.OfSum(node, promises);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Write(node, operand, negated: false);

    /// <summary>The sum, or its negative with the minus sign in every term: A before Aᵀ, and no minus sign first where it can be avoided.</summary>
    public static Notation Write(Expression node, Func<Expression, Notation> operand, bool negated)
    {
        var operands = node.Operands.ToList();
        for (var i = 0; i < operands.Count; i++)
        {
            if (!operands[i].Is<Transposition>()) continue;
            var plain = operands.FindIndex(i + 1, o => IsTransposeOf(operands[i], o));
            if (plain > 0) (operands[i], operands[plain]) = (operands[plain], operands[i]);
        }

        // A sum has a place for the sign of a term.
        var terms = operands.Select(o => operand(o) is var shown && o.Is<Scaling>() && shown is not Notation.Name ? Scaling.Write(o, operand) : shown).Select(n => n is Notation.Negated m ? (!negated, m.Operand) : (negated, n)).ToList();
        var first = Math.Max(0, terms.FindIndex(t => !t.Item1));
        terms.Insert(0, terms[first]);
        terms.RemoveAt(first + 1);
        return new Notation.Sum(terms.ToImmutableArray());
    }

    private static bool IsTransposeOf(Expression a, Expression b) => a.Operation == Transposition.Instance && a[0] == b;

    public override Expression? OfAll(Expression node, IBatch batch)
    {
        var varying = node.Operands.Where(o => !batch.IsInvariant(o)).Select(batch.Of).ToList();
        if (varying.Contains(null)) return null;
        var all = Algebra.Add([.. varying.Select(v => v!)]);
        foreach (var same in node.Operands.Where(batch.IsInvariant))
            all = same.Shape.IsScalar ? Algebra.AddToEach(all, same) : ColumnShift.Of(all, same.Shape.IsRowVector ? Algebra.Transpose(same) : same);
        return all;
    }

    public override string? EntryType(Expression node) => node.Operands.Length == 2 ? "Sum<{0}, {1}>" : null;

    public override string? InPlace(Expression node, int operand) => !node.Shape.IsArray ? null : $"global::GradGen.Kernel.AddInPlace({{{operand}}}, {{{1 - operand}}})";

    public override Computation Compute(Expression node)
    {
        // Planning leaves binary sums of arrays; scalars may have any number of terms.
        if (!node.Shape.IsScalar) return Computation.Call("Kernel.Add", 2);
        return new(string.Join(" + ", node.Operands.Select((_, i) => $"{{{i}}}")), Precedence.Additive, Precedence.Additive);
    }
}

/// <summary>A scalar times a vector, a row or a matrix.</summary>
internal sealed class Scaling : Operation
{
    public static readonly Scaling Instance = new();

    public override string Name => "scale";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.InEach;

    public override string RuleName(Expression node) => ProductNotation.HasDenominator(node) ? "quotient rule" : "product rule";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Demand(operands[0].Shape.IsScalar && operands[1].Shape.IsArray, "a scaling needs a scalar and an array");
        return operands[1].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) =>
        operand == 0 ? Algebra.Scale(d, node[1]) : Algebra.Scale(node[0], d);

    public override Expression Adjoint(Expression node, int operand, Expression g) =>
        operand == 0 ? Algebra.Inner(node[1], g) : Algebra.Scale(node[0], g);

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        operand == 0 ? Algebra.Multiply(Algebra.Vectorize(node[1]), j) : Algebra.Scale(node[0], j);

    public override bool IsSymmetric(Expression node, bool promises) => node[1].IsSymmetric(promises);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var scalars = Factors(node);
        var number = scalars.FindIndex(s => s.IsNumber(out var c) && c < 0);
        if (number < 0 || Difference(node[1], operand) is not { } difference) return Write(node, operand);
        scalars[number] = node.Graph.Make(Constant.Instance, -(double)scalars[number].Payload!);
        return ProductNotation.Of(scalars, [node[1]], x => x == node[1] ? Turned(x, difference, operand) : operand(x));
    }

    /// <summary>The scaling with its sign before it, as a term of a sum has it.</summary>
    public static Notation Write(Expression node, Func<Expression, Notation> operand) => node[0].IsNumber(out var c) && c == -1 && node[1].Is<Addition>()
        ? Addition.Write(node[1], operand, negated: true)
        : ProductNotation.Of(Factors(node), [node[1]], operand);

    private static List<Expression> Factors(Expression node) => node[0].Is<EntrywiseProduct>() ? [.. node[0].Operands] : [node[0]];

    /// <summary>
    /// The difference that can take the sign, so that −(a − b)X reads (b − a)X; null where there is none. One that does not
    /// stand first takes it only if its larger term comes first, as As − x has it: of x − μ and μ − x the method's is kept.
    /// </summary>
    private static Expression? Difference(Expression array, Func<Expression, Notation> operand)
    {
        var factors = array.Is<MatrixProduct>() ? array.Operands : [array];
        return factors.FirstOrDefault(f => f.Is<Addition>() && factors.Count(o => o == f) == 1 && (f == factors[0] || IsLarger(f[0], f[1]))
            && operand(f) is Notation.Sum { Terms: var terms } && terms.Length <= 2 * terms.Count(t => t.Negative));

        static bool IsLarger(Expression a, Expression b) => a.Is<MatrixProduct>() != b.Is<MatrixProduct>();
    }

    private static Notation Turned(Expression array, Expression difference, Func<Expression, Notation> operand) => array == difference
        ? Addition.Write(array, operand, negated: true)
        : array.Operation.Notate(array, x => x == difference ? Addition.Write(x, operand, negated: true) : operand(x));

    public override Expression? OfAll(Expression node, IBatch batch)
    {
        var (c, x) = (node[0], node[1]);
        if (batch.IsInvariant(c)) return batch.Of(x) is { } scaled ? Algebra.Scale(c, scaled) : null;
        if (batch.Of(c) is not { } weights) return null;
        if (batch.IsInvariant(x)) return Algebra.Multiply(x.Shape.IsRowVector ? Algebra.Transpose(x) : x, Algebra.Transpose(weights));
        return batch.Of(x) is { } all ? Algebra.Multiply(all, Algebra.Diagonal(weights)) : null;
    }

    public override Expression? SumOfAll(Expression node, IBatch batch)
    {
        var (c, x) = (node[0], node[1]);
        if (batch.IsInvariant(c)) return batch.Sum(x) is { } sum ? Algebra.Scale(c, sum) : null;
        if (batch.Of(c) is not { } weights) return null;
        if (x.Is<MatrixProduct>() && x.Shape.IsMatrix) return MatrixProduct.SumOfOuters(x, batch, weights);
        if (batch.IsInvariant(x) || batch.Of(x) is not { } all) return null;
        var combination = Algebra.Multiply(all, weights);
        return x.Shape.IsRowVector ? Algebra.Transpose(combination) : combination;
    }

    public override string EntryType(Expression node) => node[0].IsNumber(out var value) && value == -1 ? "Negative<{1}>" : "Product<{0}, {1}>";

    public override string? InPlace(Expression node, int operand) => operand == 1 ? "global::GradGen.Kernel.ScaleInPlace({0}, {1})" : null;

    public override Computation Compute(Expression node) =>
        node[0].IsNumber(out var value) && value == -1 ? new("global::GradGen.Kernel.Negate({1})") : Computation.Call("Kernel.Scale", 2);
}
