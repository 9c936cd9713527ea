using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// αop(A)op(B), or αop(A)op(B) + βC, in one call of a kernel; of two columns, αxyᵀ. Operands: α, A, B and perhaps C; the
/// payload says what is transposed, and β.
/// </summary>
internal sealed class FusedProduct : Planned
{
    public static readonly FusedProduct Instance = new();

    private sealed record Form(bool TransposeLeft, bool TransposeRight, bool IsOuter, double? Beta);

    public override string Name => "fused product";

    /// <summary>A product as α times it, plus β times C where that is given; null where it is no product of a kernel.</summary>
    public static Expression? Of(Expression alpha, Expression product, double? beta, Expression? c)
    {
        // Of a product in one of two orders, the last product in each.
        if (IsCheapest.Chooses(product))
            return Of(alpha, product[1], beta, c) is { } then && Of(alpha, product[2], beta, c) is { } otherwise ? Algebra.Choose(product[0], then, otherwise) : null;
        Form? form = product.Operation switch
        {
            KernelProduct => new(KernelProduct.Flags(product).Left, KernelProduct.Flags(product).Right, false, beta),
            VectorProduct when product.Operation == VectorProduct.Outer => new(false, false, true, beta),
            _ => null,
        };
        if (form is null || !product.Shape.IsMatrix) return null;
        Expression[] operands = c is null ? [alpha, product[0], product[1]] : [alpha, product[0], product[1], c];
        return product.Graph.Make(Instance, form, operands);
    }

    /// <summary>αop(A)op(B) + βC.</summary>
    /// <param name="Beta">Null where nothing is added.</param>
    /// <param name="C">Null where nothing is added.</param>
    public sealed record Terms(Expression Alpha, Expression A, bool TransposeA, Expression B, bool TransposeB, double? Beta, Expression? C)
    {
        /// <summary>Whether α is a scalar in the type of an entry.</summary>
        public bool HasScalar => !Alpha.IsNumber(out var alpha) || !(alpha == 1 || IsSubtracted);

        private bool IsSubtracted => Beta > 0 && Alpha.IsNumber(out var alpha) && alpha == -1;

        /// <summary>The type of an entry, of which op(A)op(B) is the first array and C the second one.</summary>
        /// <param name="scalar">The number of α among the scalars.</param>
        public string Entry(int scalar)
        {
            if (IsSubtracted) return "Difference<X1, X0>";
            var product = HasScalar ? $"Product<C{scalar}, X0>" : "X0";
            return Beta is null ? product : Beta < 0 ? $"Difference<{product}, X1>" : $"Sum<{product}, X1>";
        }

        /// <summary>αop(A)op(B), or op(A)op(B).</summary>
        public Expression Product(bool scaled)
        {
            var product = KernelProduct.Of(A, TransposeA, B, TransposeB);
            return scaled && !(Alpha.IsNumber(out var alpha) && alpha == 1) ? Of(Alpha, product, null, null)! : product;
        }

        /// <summary>What is added to a product.</summary>
        public Expression Around(Expression product) => Beta is null ? product : Beta < 0 ? Difference.Of(product, C!) : product.Graph.Make(Addition.Instance, null, product, C!);
    }

    /// <summary>What a product of matrices is made of; null where a node is none.</summary>
    public static Terms? TermsOf(Expression node)
    {
        if (!node.Shape.IsMatrix) return null;
        if (node.Is<KernelProduct>()) return new(node.Graph.Number(1), node[0], KernelProduct.Flags(node).Left, node[1], KernelProduct.Flags(node).Right, null, null);
        return node.Is<FusedProduct>() && (Form)node.Payload! is { IsOuter: false } form
            ? new(node[0], node[1], form.TransposeLeft, node[2], form.TransposeRight, form.Beta, form.Beta is null ? null : node[3])
            : null;
    }

    /// <summary>The parts of α·xyᵀ; null where it is another product.</summary>
    public static (Expression Alpha, Expression X, Expression Y)? OuterOf(Expression node) => (Form)node.Payload! is { IsOuter: true, Beta: null } ? (node[0], node[1], node[2]) : null;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var form = (Form)payload!;
        if (form.IsOuter) return Shape.Matrix(operands[1].Shape.Rows!, operands[2].Shape.Rows!);
        var a = form.TransposeLeft ? operands[1].Shape.Transposed : operands[1].Shape;
        var b = form.TransposeRight ? operands[2].Shape.Transposed : operands[2].Shape;
        return Shape.Matrix(a.Rows!, b.Columns!);
    }

    public override Work? Work(Expression node) => new(((Form)node.Payload!).IsOuter ? "outer product{s}" : "matrix product{s}");

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var form = (Form)node.Payload!;
        Notation Side(int i, bool turned) => turned ? new Notation.Transposed(operand(node[i])) : operand(node[i]);
        Notation product = new Notation.Product([Side(1, form.TransposeLeft), Side(2, form.TransposeRight || form.IsOuter)]);
        if (!(node[0].IsNumber(out var alpha) && alpha == 1)) product = new Notation.Product([operand(node[0]), product]);
        return form.Beta is { } beta ? new Notation.Sum([(false, product), (beta < 0, operand(node[3]))]) : product;
    }

    public override Computation Compute(Expression node)
    {
        var form = (Form)node.Payload!;
        return new(form.Beta is null ? $"global::GradGen.Kernel.Scaled{Kernel(form)}({Arguments(form)})" : $"global::GradGen.Kernel.{Kernel(form)}Sum({Sum(form)})");
    }

    public override string? Into(Expression node) => (Form)node.Payload! is { Beta: null } form
        ? $"global::GradGen.Kernel.{(form.IsOuter ? "OuterAdd" : "MultiplyAdd")}({Arguments(form)}, 0.0, {{3}});"
        : null;

    public override string? InPlace(Expression node, int operand) => operand == 3 && (Form)node.Payload! is { Beta: not null } form ? $"global::GradGen.Kernel.Add{Kernel(form)}({Sum(form)})" : null;

    private static string Kernel(Form form) => form.IsOuter ? "Outer" : "Product";

    private static string Arguments(Form form) =>
        form.IsOuter ? "{0}, {1}, {2}" : $"{{0}}, {{1}}, {KernelProduct.Flag(form.TransposeLeft)}, {{2}}, {KernelProduct.Flag(form.TransposeRight)}";

    private static string Sum(Form form) => $"{Arguments(form)}, {(form.Beta < 0 ? "-1.0" : "1.0")}, {{3}}";
}

/// <summary>Ax and Aᵀy with A read once. Operands: A, x, y. The payload: both products.</summary>
internal sealed class BothProducts : Planned
{
    public static readonly BothProducts Instance = new();

    private sealed record Pair(Expression Product, Expression TransposeProduct);

    public override string Name => "both products";

    /// <param name="product">Ax.</param>
    /// <param name="transposeProduct">Aᵀy.</param>
    public static (Expression Product, Expression TransposeProduct) Of(Expression product, Expression transposeProduct)
    {
        var both = product.Graph.Make(Instance, new Pair(product, transposeProduct), product[0], product[1], transposeProduct[1]);
        return (PassPart.Of(both, product, "Product"), PassPart.Of(both, transposeProduct, "TransposeProduct"));
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Shape.Opaque("(global::GradGen.Vector Product, global::GradGen.Vector TransposeProduct)");

    public override IEnumerable<Expression> Shown(Expression node) => [((Pair)node.Payload!).Product, ((Pair)node.Payload!).TransposeProduct];

    public override Work? Work(Expression node) => new("pair{s} of matrix–vector products");

    public override Computation Compute(Expression node) => Computation.Call("Kernel.MultiplyBoth", 3);
}

/// <summary>An argument as it was before any destination was written: itself, or a copy where a destination shares its storage. Operands: the argument and the destinations.</summary>
internal sealed class Apart : Planned
{
    public static readonly Apart Instance = new();

    public override string Name => "apart";

    public static Expression Of(Expression argument, IEnumerable<Expression> destinations) =>
        destinations.Aggregate(argument, (a, d) => a.Graph.Make(Instance, null, a, d));

    public override bool MayShareStorage(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Apart", 2);
}
