using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// Operations that only plans hold: what a kernel of the runtime does in one call. They are computed, never differentiated;
/// they are written in formulas as what they compute.
/// </summary>
internal abstract class Planned : Operation
{
    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function(Name, node.Operands.Select(operand).ToImmutableArray());
}

/// <summary>AB with flags for transposed operands, so that no transpose is formed. The payload: (left, right) transposed.</summary>
internal sealed class KernelProduct : Planned
{
    public static readonly KernelProduct Instance = new();

    public override string Name => "product";

    public static Expression Of(Expression a, bool transposeLeft, Expression b, bool transposeRight) =>
        a.Graph.Make(Instance, (transposeLeft, transposeRight), a, b);

    /// <summary>Which factors are transposed.</summary>
    public static (bool Left, bool Right) Flags(Expression node) => ((bool, bool))node.Payload!;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var (left, right) = ((bool, bool))payload!;
        var a = left ? operands[0].Shape.Transposed : operands[0].Shape;
        var b = right ? operands[1].Shape.Transposed : operands[1].Shape;
        return b.IsVector ? Shape.Vector(a.Rows!) : Shape.Matrix(a.Rows!, b.Columns!);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var (left, right) = ((bool, bool))node.Payload!;
        Notation Side(int i, bool turned) => turned ? new Notation.Transposed(operand(node[i])) : operand(node[i]);
        return new Notation.Product([Side(0, left), Side(1, right)]);
    }

    public override Work? Work(Expression node) => new(node.Shape.IsVector ? "matrix–vector product{s}" : "matrix product{s}");

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + Flags(node) switch
    {
        (true, true) => "TransposeMultiplyTranspose",
        (true, false) => "TransposeMultiply",
        (false, true) => "MultiplyTranspose",
        _ => "Multiply",
    }, 2);

    public override string Into(Expression node)
    {
        var (left, right) = Flags(node);
        return $"global::GradGen.Kernel.MultiplyAdd(1.0, {{0}}, {Flag(left)}, {{1}}, {(node.Shape.IsVector ? "" : Flag(right) + ", ")}0.0, {{2}});";
    }

    public static string Flag(bool value) => value ? "true" : "false";
}

/// <summary>xᵀy of two columns or, of matrices, Tr XᵀY; and xyᵀ.</summary>
internal sealed class VectorProduct : Planned
{
    public static readonly VectorProduct Inner = new("Inner");
    public static readonly VectorProduct Outer = new("Outer");

    private VectorProduct(string name) => Name = name;

    public override string Name { get; }

    public Expression Of(Expression a, Expression b) => a.Graph.Make(this, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        this == Inner ? Shape.Scalar : Shape.Matrix(operands[0].Shape.Rows!, operands[1].Shape.Rows!);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => this == Inner
        ? new Notation.Product([new Notation.Transposed(operand(node[0])), operand(node[1])])
        : new Notation.Product([operand(node[0]), new Notation.Transposed(operand(node[1]))]);

    public override Work? Work(Expression node) => this == Outer ? new("outer product{s}") : null;

    public override string? SummedEntryType(Expression node) => this == Inner ? "Product<{0}, {1}>" : null;

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + Name, 2);

    public override string? Into(Expression node) => this == Outer ? "global::GradGen.Kernel.OuterAdd(1.0, {0}, {1}, 0.0, {2});" : null;
}

/// <summary>A factorization of a square matrix, made once and used for its solves, its inverse and its determinant.</summary>
internal sealed class Factorization : Planned
{
    public static readonly Factorization Lu = new("Lu", "LuFactor");
    public static readonly Factorization Cholesky = new("CholeskyFactor", "CholeskyFactor");

    /// <summary>A lower triangular matrix is its own.</summary>
    public static readonly Factorization Triangular = new("TriangularFactor", "TriangularFactor");

    /// <summary>A diagonal matrix, or its diagonal, is its own.</summary>
    public static readonly Factorization Diagonal = new("DiagonalFactor", "DiagonalFactor");

    private readonly string type;

    private Factorization(string name, string type)
    {
        Name = name;
        this.type = type;
    }

    public override string Name { get; }

    public Expression Of(Expression x) => x.Graph.Make(this, null, x);

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Opaque($"global::GradGen.{type}");

    public override Work? Work(Expression node) => Expressions.Work.On(node[0], this == Cholesky ? "Cholesky factorization{s}" : "LU factorization{s}");

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + Name, 1);
}

/// <summary>A member of a factorization; the payload is its name, the operands the factorization and perhaps a right-hand side.</summary>
internal sealed class FactorMember : Planned
{
    public static readonly FactorMember Instance = new();

    public override string Name => "factor member";

    public static Expression Of(string member, params Expression[] operands) => operands[0].Graph.Make(Instance, member, operands);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        operands.Length == 2 ? operands[1].Shape : (string)payload! == "Inverse" ? OfMatrix(Once.Behind(operands[0])[0].Shape) : Shape.Scalar;

    /// <summary>The factorization whose member it is.</summary>
    public static Expression FactorizationOf(Expression node) => Once.Behind(node[0]);

    /// <summary>Whether it is the inverse by a Cholesky factorization, which is exactly symmetric.</summary>
    public static bool IsSymmetricInverse(Expression node) => node.Is<FactorMember>() && (string)node.Payload! == "Inverse" && FactorizationOf(node).Operation == Factorization.Cholesky;

    /// <summary>A solve by a symmetric matrix as a product with its inverse; null where it is none.</summary>
    public static Expression? ByInverse(Expression solve, Expression inverse) => (string)solve.Payload! switch
    {
        "Solve" or "SolveTranspose" => KernelProduct.Of(inverse, false, solve[1], false),
        "SolveLeft" or "SolveLeftTranspose" when solve.Shape.IsMatrix => KernelProduct.Of(solve[1], false, inverse, false),
        _ => null,
    };

    // A diagonal matrix is factored by its diagonal.
    private static Shape OfMatrix(Shape factored) => factored.IsVector ? Shape.Matrix(factored.Rows!, factored.Rows!) : factored;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var factored = FactorizationOf(node)[0];
        var x = factored.Shape.IsVector ? new Notation.Function("Diag", [operand(factored)]) : operand(factored);
        Notation inverse = new Notation.Inverse(x);
        return (string)node.Payload! switch
        {
            "Inverse" => inverse,
            "Solve" => new Notation.Product([inverse, operand(node[1])]),
            "SolveTranspose" => new Notation.Product([new Notation.Transposed(inverse), operand(node[1])]),
            "SolveLeft" => new Notation.Product([operand(node[1]), inverse]),
            "SolveLeftTranspose" => new Notation.Product([operand(node[1]), new Notation.Transposed(inverse)]),
            "Determinant" => new Notation.Bars("|", x),
            _ => new Notation.Function("log", [new Notation.Bars("|", x)]),
        };
    }

    public override Work? Work(Expression node) => (string)node.Payload! == "Inverse" ? Expressions.Work.On(FactorizationOf(node)[0], "inverse{s}")
        : node.Operands.Length == 2 ? new(node.Shape.IsVector ? "solve{s} for a vector" : "solve{s} for a matrix") : null;

    public override Computation Compute(Expression node) => new((string)node.Payload! switch
    {
        "Determinant" or "LogAbsDeterminant" or "LogDeterminant" => $"{{0}}.{node.Payload}",
        "Inverse" => "{0}.Inverse()",
        _ => $"{{0}}.{node.Payload}({{1}})",
    });
}

/// <summary>a / b, entry by entry.</summary>
internal sealed class Quotient : Planned
{
    public static readonly Quotient Instance = new();

    public override string Name => "quotient";

    public static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Fraction(operand(node[0]), operand(node[1]));

    public override string EntryType(Expression node) => "Quotient<{0}, {1}>";

    public override string? InPlace(Expression node, int operand) => node.Shape.IsArray && operand == 0 ? "global::GradGen.Kernel.PointwiseDivideInPlace({0}, {1})" : null;

    public override Computation Compute(Expression node) => node.Shape.IsScalar
        ? Computation.Infix("/", Precedence.Multiplicative)
        : Computation.Call("MatrixMath.PointwiseDivide", 2);
}

/// <summary>a − b.</summary>
internal sealed class Difference : Planned
{
    public static readonly Difference Instance = new();

    public override string Name => "difference";

    public static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Sum([(false, operand(node[0])), (true, operand(node[1]))]);

    public override string EntryType(Expression node) => "Difference<{0}, {1}>";

    public override string? InPlace(Expression node, int operand) => node.Shape.IsArray && operand == 0 ? "global::GradGen.Kernel.SubtractInPlace({0}, {1})" : null;

    public override Computation Compute(Expression node) => node.Shape.IsScalar
        ? Computation.Infix("-", Precedence.Additive)
        : Computation.Call("Kernel.Subtract", 2);
}

/// <summary>x + c·y for arrays, and x + c·1.</summary>
internal sealed class AddScaled : Planned
{
    public static readonly AddScaled Array = new("AddScaled");
    public static readonly AddScaled Scalar = new("AddScalar");

    private AddScaled(string name) => Name = name;

    public override string Name { get; }

    public Expression Of(params Expression[] operands) => operands[0].Graph.Make(this, null, operands);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var scaled = ProductNotation.Of([node[1]], this == Array ? [node[2]] : [], operand);
        return new Notation.Sum([(false, operand(node[0])), scaled is Notation.Negated n ? (true, n.Operand) : (false, scaled)]);
    }

    public override string EntryType(Expression node) => this == Array ? "Sum<{0}, Product<{1}, {2}>>" : "Sum<{0}, {1}>";

    public override string? InPlace(Expression node, int operand) => operand != 0 ? null
        : this == Array ? "global::GradGen.Kernel.AddScaledInPlace({0}, {1}, {2})" : "global::GradGen.Kernel.AddScalarInPlace({0}, {1})";

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + Name, node.Operands.Length);
}

/// <summary>A value in storage of its own, so that no result is an argument or another result.</summary>
internal sealed class Copy : Planned
{
    public static readonly Copy Instance = new();

    public override string Name => "copy";

    /// <param name="number">Tells copies of one value apart.</param>
    public static Expression Of(Expression x, int number) => x.Graph.Make(Instance, number, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Copy", 1);
}

/// <summary>−a of a scalar.</summary>
internal sealed class Negation : Planned
{
    public static readonly Negation Instance = new();

    public override string Name => "negation";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Negated(operand(node[0]));

    public override Computation Compute(Expression node) => new("-{0}", Precedence.Unary, Precedence.Primary);
}

/// <summary>What a loop carries and only adds to, in its storage: the carried value and the terms that a round adds.</summary>
internal sealed class RunningSum : Planned
{
    public static readonly RunningSum Instance = new();

    public override string Name => "running sum";

    public static Expression Of(Expression carried, IEnumerable<Expression> terms) =>
        carried.Graph.Make(Instance, null, new[] { carried }.Concat(terms).ToImmutableArray());

    public static IEnumerable<Expression> Terms(Expression sum) => sum.Operands.Skip(1);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Computation Compute(Expression node) => new("{0}") { IsInline = true };
}

/// <summary>A value computed for one reader alone, who writes to its storage.</summary>
internal sealed class Fresh : Planned
{
    public static readonly Fresh Instance = new();

    /// <param name="Number">Tells the readers of one value apart.</param>
    private sealed record Reader(Operation Operation, object? Payload, int Number);

    public override string Name => "fresh";

    public static Expression Of(Expression x, int number) => x.Graph.Make(Instance, new Reader(x.Operation, x.Payload, number), x.Operands);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        ((Reader)payload!).Operation.Infer(context, operands, ((Reader)payload).Payload);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Original(node).Operation.Notate(Original(node), operand);

    // Written where it is read: out of a loop around, one storage would serve all rounds.
    public override Computation Compute(Expression node) => Original(node).Operation.Compute(Original(node)) with { IsInline = true };

    private static Expression Original(Expression node) =>
        node.Graph.Make(((Reader)node.Payload!).Operation, ((Reader)node.Payload).Payload, node.Operands);
}

/// <summary>A result that outlives the companion, taken out of the arena.</summary>
internal sealed class Kept : Planned
{
    public static readonly Kept Instance = new();

    public override string Name => "kept";

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node) => Computation.Call("Arena.Keep", 1) with { IsInline = true };
}
