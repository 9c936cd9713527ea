using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>A chain of matrix products; vectors and rows are columns and rows of it, and a row times a column is a scalar.</summary>
internal sealed class MatrixProduct : Operation
{
    public static readonly MatrixProduct Instance = new();

    public override string Name => "·";

    public override Sizing Sizing => Sizing.Chain;

    public override Linearity Linearity => Linearity.InEach;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.Dot", (_, a) => Inner(a[0], a[1])),
    ];

    /// <summary>The product of factors, of which there may be one; null for none.</summary>
    public static Expression? Of(IReadOnlyList<Expression> factors) => factors.Count switch
    {
        0 => null,
        1 => factors[0],
        _ => factors[0].Graph.Make(Instance, null, factors.ToImmutableArray()),
    };

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var shape = operands[0].Shape;
        foreach (var next in operands.Skip(1).Select(o => o.Shape)) shape = Pair(context, shape, next);
        return shape;
    }

    private static Shape Pair(ShapeContext context, Shape left, Shape right)
    {
        switch (left.Kind, right.Kind)
        {
            case (ValueKind.Scalar, _): return right;
            case (_, ValueKind.Scalar): return left;
            case (ValueKind.Matrix, ValueKind.Matrix): context.Same(left.Columns!, right.Rows!); return Shape.Matrix(left.Rows!, right.Columns!);
            case (ValueKind.Matrix, ValueKind.Vector): context.Same(left.Columns!, right.Rows!); return Shape.Vector(left.Rows!);
            case (ValueKind.RowVector, ValueKind.Matrix): context.Same(left.Columns!, right.Rows!); return Shape.RowVector(right.Columns!);
            case (ValueKind.RowVector, ValueKind.Vector): context.Same(left.Columns!, right.Rows!); return Shape.Scalar;
            case (ValueKind.Vector, ValueKind.RowVector): return Shape.Matrix(left.Rows!, right.Columns!);
            default: throw new ShapeClashException($"a product of a {left.Kind} and a {right.Kind}");
        }
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Multiply(node.Operands.SetItem(operand, d).ToArray());

    public override Expression Adjoint(Expression node, int operand, Expression g)
    {
        // d Tr(Gᵀ L X R) = Tr((Lᵀ G Rᵀ)ᵀ dX).
        var (left, right) = Sides(node, operand);
        var result = g;
        if (left is not null) result = Multiply(Transpose(left), result);
        if (right is not null) result = Multiply(result, Transpose(right));
        return result;
    }

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        // vec(L X R) = (Rᵀ ⊗ L) vec X.
        var (left, right) = Sides(node, operand);
        var x = node[operand].Shape;
        if (left is null && right is null) return j;
        if (right is null) return x.IsVector ? Multiply(left!, j) : Multiply(KroneckerProduct.Of(node.Graph.Identity(x.Columns!), left!), j);
        var turned = Transpose(right);
        if (left is null && x.IsRowVector) return Multiply(turned, j);
        return Multiply(KroneckerProduct.Of(turned, left ?? node.Graph.Identity(x.Rows!)), j);
    }

    private static (Expression? Left, Expression? Right) Sides(Expression node, int operand) =>
        (Of(node.Operands.Take(operand).ToList()), Of(node.Operands.Skip(operand + 1).ToList()));

    public override bool IsSymmetric(Expression node, bool promises) => IsPalindrome(node, promises);

    /// <summary>Whether a product reads the same from its end, transposed: XᵀAX with a symmetric A, xxᵀ.</summary>
    public static bool IsPalindrome(Expression product, bool promises)
    {
        var n = product.Operands.Length;
        return Enumerable.Range(0, (n + 1) / 2).All(i => i == n - 1 - i
            ? product[i].IsSymmetric(promises)
            : Symmetry.AreTransposes(product[i], product[n - 1 - i], promises));
    }

    public override Expression? OfAll(Expression node, IBatch batch)
    {
        var last = node.Operands.Length - 1;
        if (node.Operands.Skip(1).Take(last - 1).Any(o => !batch.IsInvariant(o))) return null;
        var (isFirst, isLast) = (!batch.IsInvariant(node[0]), !batch.IsInvariant(node[last]));
        if ((isFirst && !node[0].Shape.IsRowVector) || (isLast && !node[last].Shape.IsVector)) return null;
        var (first, all) = (isFirst ? batch.Of(node[0]) : null, isLast ? batch.Of(node[last]) : null);
        if ((isFirst && first is null) || (isLast && all is null)) return null;
        if (isFirst && isLast) return Batch.Inners(first!, Multiply([.. node.Operands.Skip(1).Take(last - 1), all!]));
        var product = isLast ? Multiply([.. node.Operands.Take(last), all!]) : Multiply(Transpose(Multiply([.. node.Operands.Skip(1)])), first!);
        return node.Shape.IsScalar ? Transpose(product) : product;
    }

    public override Expression? SumOfAll(Expression node, IBatch batch)
    {
        if (node.Shape.IsMatrix) return SumOfOuters(node, batch, null);
        var last = node.Operands.Length - 1;
        var middle = node.Operands.Skip(1).Take(last - 1).ToList();
        if (!node.Shape.IsScalar || !middle.All(batch.IsInvariant) || batch.Of(node[0]) is not { } left || batch.Of(node[last]) is not { } right) return null;
        if (middle.Count == 0) return left == right ? SquaredNorm(left) : Inner(left, right);
        // Σ uᵢᵀMvᵢ = ⟨M, UVᵀ⟩: rounds are many, and UVᵀ may be wanted elsewhere.
        return Inner(Of(middle)!, Multiply(left, Transpose(right)));
    }

    /// <summary>Σ wᵢ P uᵢvᵢᵀ Q = P U Diag(w) Vᵀ Q; null weights are ones.</summary>
    public static Expression? SumOfOuters(Expression product, IBatch batch, Expression? weights)
    {
        var column = product.Operands.TakeWhile(o => !o.Shape.IsVector).Count();
        if (column + 1 >= product.Operands.Length || !product[column + 1].Shape.IsRowVector) return null;
        if (product.Operands.Where((_, i) => i != column && i != column + 1).Any(o => !batch.IsInvariant(o))) return null;
        if (batch.Of(product[column]) is not { } left || batch.Of(product[column + 1]) is not { } right) return null;
        if (weights is not null) left = Multiply(left, Diagonal(weights));
        return Multiply([.. product.Operands.Take(column), left, Transpose(right), .. product.Operands.Skip(column + 2)]);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        // A factor that repeats is a power.
        var factors = new List<Notation>();
        for (var i = 0; i < node.Operands.Length;)
        {
            var run = node.Operands.Skip(i).TakeWhile(o => o == node[i]).Count();
            factors.Add(run == 1 ? operand(node[i]) : new Notation.Superscript(operand(node[i]), new Notation.Number(run)));
            i += run;
        }

        return factors.Count == 1 ? factors[0] : new Notation.Product(factors.ToImmutableArray());
    }

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Multiply", 2);
}

/// <summary>Tr XᵀY of two matrices, as Σ xᵢⱼyᵢⱼ.</summary>
internal sealed class InnerProduct : Operation
{
    public static readonly InnerProduct Instance = new();

    public override string Name => "Inner";

    public override Linearity Linearity => Linearity.InEach;

    public override string TransposeRuleName(Expression node) => "cyclic trace";

    public override bool IsCommutative => true;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Inner", (_, a) => Inner(a[0], a[1]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[0].Shape, operands[1].Shape);
        return Shape.Scalar;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Inner(node[1 - operand], d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, node[1 - operand]);

    public override Expression Jacobian(Expression node, int operand, Expression j) => Multiply(Transpose(Vectorize(node[1 - operand])), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        Notation Transposed(Expression e) => e.Is<Transposition>() ? operand(e[0]) : e.IsSymmetric(promises: true) ? operand(e) : new Notation.Transposed(operand(e));
        // The one is transposed that has a transpose to lose.
        var turned = IsTransposed(node[1]) && !IsTransposed(node[0]) ? 1 : 0;
        var left = node[turned].Is<MatrixProduct>() ? node[turned].Operands.Reverse().ToImmutableArray() : [node[turned]];
        return new Notation.Function("Tr", [new Notation.Product([.. left.Select(Transposed), operand(node[1 - turned])])]);

        static bool IsTransposed(Expression e) => e.Is<Transposition>() || (e.Is<MatrixProduct>() && e.Operands.All(o => o.Is<Transposition>()));
    }

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Inner", 2);
}
