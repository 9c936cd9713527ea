using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A product with a matrix that is known by less than its entries (diagonal, commutation, Kronecker), which is never formed.
/// The payload is the kernel; the operands are the parts of the structured factor and the other factor, in the order of the call.
/// </summary>
internal sealed class StructuredProduct : Planned
{
    public static readonly StructuredProduct Instance = new();

    public override string Name => "structured product";

    /// <summary>The structured matrix times x; null where the matrix has no such structure.</summary>
    public static Expression? OfLeft(Expression structured, Expression x, Func<Expression, Expression> lower)
    {
        if (structured.Is<DiagonalMatrix>() && x.Shape.IsMatrix) return Of("ScaleRows", x.Shape, lower(structured[0]), lower(x));
        if (structured.Is<Commutation>()) return Of("CommuteRows", x.Shape, structured[0], structured[1], lower(x));
        if (!structured.Is<KroneckerProduct>() || !structured.Shape.IsMatrix) return null;
        var shape = x.Shape.IsVector ? Shape.Vector(structured.Shape.Rows!) : Shape.Matrix(structured.Shape.Rows!, x.Shape.Columns!);
        var (a, b) = (structured[0], structured[1]);
        if (a.Is<IdentityMatrix>()) return Of("IdentityKroneckerMultiply", shape, a[0], lower(AsMatrix.Of(b)), lower(x));
        return b.Is<IdentityMatrix>()
            ? Of("KroneckerIdentityMultiply", shape, lower(AsMatrix.Of(a)), b[0], lower(x))
            : Of("KroneckerMultiply", shape, lower(AsMatrix.Of(a)), lower(AsMatrix.Of(b)), lower(x));
    }

    /// <summary>The matrix x times the structured matrix; null where the matrix has no such structure.</summary>
    public static Expression? OfRight(Expression x, Expression structured, Func<Expression, Expression> lower)
    {
        if (!x.Shape.IsMatrix) return null;
        if (structured.Is<DiagonalMatrix>()) return Of("ScaleColumns", x.Shape, lower(x), lower(structured[0]));
        if (structured.Is<Commutation>()) return Of("CommuteColumns", x.Shape, lower(x), structured[0], structured[1]);
        if (!structured.Is<KroneckerProduct>() || !structured.Shape.IsMatrix) return null;
        var shape = Shape.Matrix(x.Shape.Rows!, structured.Shape.Columns!);
        var (a, b) = (structured[0], structured[1]);
        if (a.Is<IdentityMatrix>()) return Of("MultiplyIdentityKronecker", shape, lower(x), a[0], lower(AsMatrix.Of(b)));
        return b.Is<IdentityMatrix>()
            ? Of("MultiplyKroneckerIdentity", shape, lower(x), lower(AsMatrix.Of(a)), b[0])
            : Of("MultiplyKronecker", shape, lower(x), lower(AsMatrix.Of(a)), lower(AsMatrix.Of(b)));
    }

    /// <summary>A ⊗ I or I ⊗ A, whose zeros are written and not multiplied; null for another product.</summary>
    public static Expression? WithIdentity(Expression product, Func<Expression, Expression> lower)
    {
        var (a, b) = (product[0], product[1]);
        if (!product.Shape.IsMatrix) return null;
        if (a.Is<IdentityMatrix>()) return Of("IdentityKronecker", product.Shape, lower(a[0]), lower(AsMatrix.Of(b)));
        return b.Is<IdentityMatrix>() ? Of("KroneckerIdentity", product.Shape, lower(AsMatrix.Of(a)), lower(b[0])) : null;
    }

    /// <summary>XᵀDiag(w)X.</summary>
    public static Expression Gram(Expression x, Expression weights) => Of("WeightedGram", Shape.Matrix(x.Shape.Columns!, x.Shape.Columns!), x, weights);

    /// <summary>Whether a matrix, or each term of a sum, is cheaper to multiply by than to form.</summary>
    public static bool IsStructured(Expression e) => e.Operation switch
    {
        DiagonalMatrix or Commutation or IdentityMatrix => true,
        KroneckerProduct => e.Shape.IsMatrix,
        Scaling => IsStructured(e[1]),
        Addition => e.Operands.All(o => IsStructured(o) || IsOuter(o.Is<Scaling>() ? o[1] : o)) && e.Operands.Any(IsStructured),
        _ => false,
    };

    /// <summary>Whether a product with the matrix costs less than with one of which only the size is known: (xyᵀ + yxᵀ)B costs as much as a product of a matrix and a vector, term by term.</summary>
    public static bool IsCheap(Expression e) => IsStructured(e) || (e.Is<Addition>() && e.Operands.All(t => IsOuter(t.Is<Scaling>() ? t[1] : t)));

    /// <summary>Whether a product is one of a column and a row.</summary>
    public static bool IsOuter(Expression e) => e.Is<MatrixProduct>() && e.Shape.IsMatrix && e[0].Shape.IsVector;

    private static Expression Of(string kernel, Shape shape, params Expression[] operands) =>
        operands[0].Graph.Make(Instance, new Call(kernel, shape), operands);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => ((Call)payload!).Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var parts = node.Operands.Select(operand).ToList();
        Notation Transposed(Notation x) => new Notation.Transposed(x);
        Notation Diag(Notation x) => new Notation.Function("Diag", [x]);
        Notation Kronecker(Notation a, Notation b) => new Notation.Product([a, b], "⊗");
        Notation identity = new Notation.Verbatim("I");
        Notation commutation = new Notation.Verbatim("K");
        return new Notation.Product(((Call)node.Payload!).Kernel switch
        {
            "ScaleRows" => [Diag(parts[0]), parts[1]],
            "ScaleColumns" => [parts[0], Diag(parts[1])],
            "CommuteRows" => [commutation, parts[2]],
            "CommuteColumns" => [parts[0], commutation],
            "WeightedGram" => [Transposed(parts[0]), Diag(parts[1]), parts[0]],
            "IdentityKroneckerMultiply" => [Kronecker(identity, parts[1]), parts[2]],
            "KroneckerIdentityMultiply" => [Kronecker(parts[0], identity), parts[2]],
            "IdentityKronecker" => [Kronecker(identity, parts[1])],
            "KroneckerIdentity" => [Kronecker(parts[0], identity)],
            "KroneckerMultiply" => [Kronecker(parts[0], parts[1]), parts[2]],
            "MultiplyIdentityKronecker" => [parts[0], Kronecker(identity, parts[2])],
            "MultiplyKroneckerIdentity" => [parts[0], Kronecker(parts[1], identity)],
            _ => [parts[0], Kronecker(parts[1], parts[2])],
        });
    }

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + ((Call)node.Payload!).Kernel, node.Operands.Length);

    private sealed record Call(string Kernel, Shape Shape);
}
