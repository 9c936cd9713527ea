using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The determinant; d|A| = Tr(adj(A) dA) by Jacobi's formula, which holds at a singular A too.</summary>
internal sealed class Determinant : Operation
{
    public static readonly Determinant Instance = new();

    public override string Name => "Det";

    public override string RuleName(Expression node) => "Jacobi's formula";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Det", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return Shape.Scalar;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Trace(Multiply(Adjugate.Of(node[0]), d));

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, Transpose(Adjugate.Of(node[0])));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Bars("|", operand(node[0]));
}

/// <summary>The adjugate, the transpose of the matrix of cofactors: A adj(A) = |A| I.</summary>
internal sealed class Adjugate : Operation
{
    public static readonly Adjugate Instance = new();

    public override string Name => "Adj";

    public override string RuleName(Expression node) => "differential of the adjugate";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Adj", (_, a) => Of(a[0]))];

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => AdjugateDerivative.Of(node[0], d);

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("adj", [operand(node[0])]);

    public override Work? Work(Expression node) => Expressions.Work.On(node[0], "adjugate{s}");

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Adj", 1);
}

/// <summary>
/// The derivative of the adjugate at A along D. It is polynomial in A, so it is right at a singular A, where
/// |A|(Tr(A⁻¹D)A⁻¹ − A⁻¹DA⁻¹) is not; Tr(E · it) is the second derivative of |A| along D and E, which is symmetric in them.
/// </summary>
internal sealed class AdjugateDerivative : Operation
{
    public static readonly AdjugateDerivative Instance = new();

    public override string Name => "derivative of the adjugate";

    public static Expression Of(Expression a, Expression d) => a.Graph.Make(Instance, null, a, d);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Expression Differential(Expression node, int operand, Expression d) =>
        operand == 1 ? Of(node[0], d) : Second.Of(node[0], node[1], d);

    public override Expression? Adjoint(Expression node, int operand, Expression g) =>
        operand == 1 ? Transpose(Of(node[0], Transpose(g))) : null;

    public override Expression? Jacobian(Expression node, int operand, Expression j) =>
        operand == 1 ? Multiply(OfUnits.Of(node[0]), j) : null;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("Dadj", [operand(node[0]), operand(node[1])]);

    public override Work? Work(Expression node) => new("derivative{s} of an adjugate", Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.AdjugateDerivative", 2);

    /// <summary>∂vec adj(A)/∂vec(A)ᵀ: the derivative along every unit matrix, from one decomposition of A.</summary>
    private sealed class OfUnits : Operation
    {
        private static readonly OfUnits Instance = new();

        public override string Name => "Jacobian of the adjugate";

        public static Expression Of(Expression a) => a.Graph.Make(Instance, null, a);

        public override bool IsDifferentiableIn(int operand) => false;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
        {
            var size = IntegerProduct.Of(operands[0].Shape.Rows!, operands[0].Shape.Rows!);
            return Shape.Matrix(size, size);
        }

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function("Dadj", [operand(node[0])]);

        public override Work? Work(Expression node) => new("Jacobian{s} of an adjugate", Allocates: true);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.AdjugateJacobian", 1);
    }

    /// <summary>The second derivative of the adjugate at A along D and E; Tr(F · it) is the third of |A|, symmetric in D, E and F.</summary>
    private sealed class Second : Operation
    {
        private static readonly Second Instance = new();

        public override string Name => "second derivative of the adjugate";

        public static Expression Of(Expression a, Expression d, Expression e) => a.Graph.Make(Instance, null, a, d, e);

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Expression? Differential(Expression node, int operand, Expression d) =>
            operand == 0 ? null : Of(node[0], d, node[3 - operand]);

        public override Expression? Adjoint(Expression node, int operand, Expression g) =>
            operand == 0 ? null : Transpose(Of(node[0], node[3 - operand], Transpose(g)));

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function("D2adj", node.Operands.Select(operand).ToImmutableArray());

        public override Work? Work(Expression node) => new("second derivative{s} of an adjugate", Allocates: true);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.AdjugateSecondDerivative", 3);
    }
}

/// <summary>
/// log|det A|; and, where the method takes the logarithm of the determinant itself, log det A, which has no value at a
/// negative determinant. Both have the differential Tr(A⁻¹ dA).
/// </summary>
internal sealed class LogDeterminant : Operation
{
    /// <summary>log|det A|.</summary>
    public static readonly LogDeterminant Absolute = new("LogDet");

    /// <summary>log det A; a negative determinant throws.</summary>
    public static readonly LogDeterminant Signed = new("Log(Det)");

    private LogDeterminant(string name) => Name = name;

    public override string Name { get; }

    public override string RuleName(Expression node) => "Jacobi's formula";

    public override IEnumerable<LanguageFunction> Functions =>
        this == Absolute ? [new("GradGen.MatrixMath.LogDet", (g, a) => g.Make(this, null, a[0]))] : [];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return Shape.Scalar;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Trace(Multiply(Inverse(node[0]), d));

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, Transpose(Inverse(node[0])));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("log", [new Notation.Bars("|", operand(node[0]))]);
}
