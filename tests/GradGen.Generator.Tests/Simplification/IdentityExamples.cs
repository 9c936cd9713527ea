using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Tests.Rendering;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>Expressions that show the identities which few methods of the corpus need.</summary>
internal static class IdentityExamples
{
    public static IReadOnlyList<Expression> All => [.. makers.Select(make => make(new Letters()))];

    private static readonly Func<Letters, Expression>[] makers =
    [
        l => Elementwise.Log.Of(Add(l.Graph.Number(1), Negate(Elementwise.Sigmoid.Of(l.Scalar("t"))))),
        l => Elementwise.Log.Of(Elementwise.Sigmoid.Of(l["x"])),
        l => Elementwise.Log.Of(Softmax.Of(l["x"])),
        l => Elementwise.Log.Of(Elementwise.Sqrt.Of(l["x"])),
        l => Elementwise.Log.Of(l.Graph.Number(1)),
        l => Elementwise.Log.Of(Elementwise.Abs.Of(Det(l["A"]))),
        l => Elementwise.Exp.Of(l.Graph.Zero(l["x"].Shape)),
        l => MainDiagonal.Of(Transpose(Square(l, "A"))),
        l => MainDiagonal.Of(l.Graph.Identity(l["A"].Shape.Rows!)),
        l => Det(Scale(l.Scalar("t"), Square(l, "A"))),
        l => Det(l.Graph.Identity(l["A"].Shape.Rows!)),
        l => Det(Transpose(Square(l, "A"))),
        l => Det(Inverse(Square(l, "A"))),
        l => Det(Power(l, Square(l, "A"), 3 + 1)),
        l => Det(Exp(Square(l, "A"))),
        l => Det(Multiply(Square(l, "A"), Square(l, "B"))),
        l => LogDet(Exp(Square(l, "A"))),
        l => LogDet(Inverse(Square(l, "A"))),
        l => LogDet(Scale(l.Scalar("t"), Square(l, "A"))),
        l => LogDet(l.Graph.Identity(l["A"].Shape.Rows!)),
        l => LogDet(Power(l, Square(l, "A"), 4)),
        l => LogDet(Diagonal(l["x"])),
        l => LogDet(Multiply(Square(l, "A"), Square(l, "B"))),
        l => LogDet(KroneckerProduct.Of(Square(l, "A"), Square(l, "B"))),
        l => Inverse(KroneckerProduct.Of(Square(l, "A"), Square(l, "B"))),
        l => Inverse(Exp(Square(l, "A"))),
        l => Inverse(Inverse(Square(l, "A"))),
        l => Inverse(Transpose(Square(l, "A"))),
        l => Inverse(l.Graph.Identity(l["A"].Shape.Rows!)),
        l => Inverse(Scale(l.Scalar("t"), Square(l, "A"))),
        l => Exp(l.Graph.Zero(Square(l, "A").Shape)),
        l => Exp(Transpose(Square(l, "A"))),
        l => Power(l, Square(l, "A"), 0),
        l => Power(l, Square(l, "A"), -1),
        l => Power(l, l.Graph.Identity(l["A"].Shape.Rows!), 5),
        l => MatrixFunction.FrechetDerivative.Instance.Of(l, MatrixFunction.Exp, Square(l, "A"), l.Graph.Zero(l["A"].Shape)),
        l => MatrixFunction.FrechetDerivative.Instance.Of(l, MatrixFunction.Exp, Square(l, "A"), l.Graph.Identity(l["A"].Shape.Rows!)),
        l => MatrixFunction.FrechetDerivative.Instance.Of(l, MatrixFunction.Exp, Square(l, "A"), Scale(l.Scalar("t"), Square(l, "B"))),
        l => Adjugate.Of(Transpose(Square(l, "A"))),
        l => Adjugate.Of(Inverse(Square(l, "A"))),
        l => Multiply(Commute(l["A"], "rc"), Commute(l["A"], "cr")),
        l => Multiply(Commute(l["A"], "rc"), Vectorize(l["A"])),
        l => Multiply(Commute(l["A"], "cr"), Vectorize(Transpose(l["A"]))),
        l => Transpose(Commute(l["A"], "rc")),
        l => Multiply(l.Graph.Make(Commutation.Instance, null, l["x"].Shape.Rows!, l["y"].Shape.Rows!), KroneckerProduct.Of(l["y"], l["x"])),
        l => Multiply(l.Graph.Make(Commutation.Instance, null, l["y"].Shape.Rows!, l["x"].Shape.Rows!), KroneckerProduct.Of(l["y"], l["x"])),
        l => Multiply(KroneckerProduct.Of(l["A"], l["B"]), l.Graph.Make(Commutation.Instance, null, l["A"].Shape.Columns!, l["B"].Shape.Columns!)),
        l => Multiply(KroneckerProduct.Of(l["A"], l["B"]), l.Graph.Make(Commutation.Instance, null, l["B"].Shape.Columns!, l["A"].Shape.Columns!)),
        l => KroneckerProduct.Of(l.Graph.Zero(l["A"].Shape), l["B"]),
        l => KroneckerProduct.Of(Scale(l.Scalar("t"), l["A"]), l["B"]),
        l => KroneckerProduct.Of(l["x"], Transpose(l["y"])),
        l => Trace(Multiply(Transpose(Square(l, "A")), Transpose(Square(l, "B")))),
        l => Trace(Diagonal(l["x"])),
        l => Trace(l.Graph.Identity(l["A"].Shape.Rows!)),
        l => Add(Trace(Multiply(Square(l, "A"), Square(l, "X"))), Trace(Multiply(Square(l, "B"), Square(l, "X")))),
        l => Inner(l["A"], l.Graph.Zero(l["A"].Shape)),
        l => ZeroSafeQuotient.Of(Masked.Of(l["m"], l["x"], l.Graph.Zero(l["x"].Shape)), Elementwise.Exp.Of(l["x"])),
        l => ZeroSafeQuotient.Of(l.Graph.Zero(l["x"].Shape), l["x"]),
        l => ZeroSafeProduct.Of(l.Graph.Zero(l["x"].Shape), l["x"]),
        l => ZeroSafeProduct.Of(l.Graph.Number(3), l["x"]),
        l => ZeroSafeProduct.Of(l.Graph.Ones(l["x"].Shape), l["x"]),
        l => Algebra.Power(Algebra.Power(l["x"], 2), 0.5),
        l => Algebra.Power(Algebra.Power(l.Scalar("t"), 2), 0.5),
        l => Algebra.Power(SquaredNorm(l["x"]), 1.5),
        l => Elementwise.Sqrt.Of(Squares(l)),
        l => Algebra.Power(Squares(l), 0.5),
        l => Times(Hypotenuse.Instance.Make(l, l.Scalar("s"), l.Scalar("t")), ZeroSafeReciprocal.Of(Hypotenuse.Instance.Make(l, l.Scalar("s"), l.Scalar("t")))),
        l => Divide(Elementwise.Sinh.Of(l.Scalar("t")), Elementwise.Cosh.Of(l.Scalar("t"))),
        l => Times(Elementwise.Sin.Of(l["x"]), Reciprocal(Elementwise.Cos.Of(l["x"]))),
        l => SquaredNorm(Scale(2, l["x"])),
        l => Elementwise.Log.Of(Algebra.Power(l["x"], 3)),
        l => Transpose(Scale(l.Scalar("t"), l["A"])),
        l => AsMatrix.Of(Scale(l.Scalar("t"), l["x"])),
        l => SumOver(l.Index("n"), l.Graph.Number(0)),
        l => SumOver(l.Index("n"), l.Scalar("t")),
        l => Multiply(Transpose(Differential(l, "dx")), l["A"], l["y"]),
        l => Trace(Multiply(l["A"], DifferentialOf(l, "dX"), l["B"])),
        l => LogDet(Commute(l["A"], "rc")),
        l => LogDet(Add(l.Graph.Identity(l["x"].Shape.Rows!), Multiply(l["x"], Transpose(l["y"])))),
        l => Elementwise.Abs.Of(l.Graph.Number(-3)),
        l => Trace(Add(Multiply(DifferentialOf(l, "dX"), Square(l, "A")), Multiply(Square(l, "B"), DifferentialOf(l, "dX")))),
        l => RealPart.Instance.Make(l, l.Graph.Integer(4)),
        l => Elementwise.Log.Of(Times(Det(Square(l, "A")), Det(Square(l, "B")))),
        l => Algebra.Power(l["x"], 0),
        l => Inverse(l.Graph.Make(Variable.Instance, new VariableInfo("Q", ValueKind.Matrix, Structure.Orthogonal))),
        l => Unvectorization.Of(Vectorize(l["A"]), l["A"].Shape.Rows!, l["A"].Shape.Columns!),
        l => Choose(Condition(l), Choose(Condition(l), l["x"], l["y"]), l["z"]),
        l => Trace(KroneckerProduct.Of(Square(l, "A"), Square(l, "B"))),
        l => l.Graph.Make(EntrywiseProduct.Instance, null, l["x"]),
        l => l.Graph.Make(MatrixProduct.Instance, null, l["A"]),
        l => Add(Scale(l.Scalar("t"), l["x"]), Scale(l.Scalar("t"), l["y"])),
        l => Add(Multiply(Transpose(l["x"]), l["A"], l["y"]), Multiply(Transpose(l["x"]), l["B"], l["y"])),
    ];

    private static Expression Squares(Letters l) => Add(Algebra.Power(l.Scalar("s"), 2), SquaredNorm(l["x"]), Scale(3, Times(Algebra.Power(l.Scalar("s"), 2), Algebra.Power(l.Scalar("t"), 4))));

    private static Expression Square(Letters l, string name)
    {
        var matrix = l[name];
        l.Graph.Dimensions.Unify(matrix.Shape.Rows!, matrix.Shape.Columns!);
        return matrix;
    }

    private static Expression Det(Expression x) => x.Graph.Make(Determinant.Instance, null, x);

    private static Expression LogDet(Expression x) => x.Graph.Make(LogDeterminant.Absolute, null, x);

    private static Expression Exp(Expression x) => x.Graph.Make(MatrixFunction.Exp, null, x);

    private static Expression Power(Letters l, Expression x, int exponent) => l.Graph.Make(MatrixFunction.Power, null, x, l.Graph.Integer(exponent));

    private static Expression Commute(Expression x, string order) => order == "rc"
        ? x.Graph.Make(Commutation.Instance, null, x.Shape.Rows!, x.Shape.Columns!)
        : x.Graph.Make(Commutation.Instance, null, x.Shape.Columns!, x.Shape.Rows!);

    private static Expression Condition(Letters l) => l.Graph.Make(Variable.Instance, new VariableInfo("b", ValueKind.Boolean));

    private static Expression Differential(Letters l, string name) => l.Graph.Make(Variable.Instance, new VariableInfo(name, ValueKind.Vector, Role: "differential"));

    private static Expression DifferentialOf(Letters l, string name) => l.Graph.Make(Variable.Instance, new VariableInfo(name, ValueKind.Matrix, Role: "differential"));

    private static Expression Of(this Operation operation, Letters l, Operation function, params Expression[] operands) => l.Graph.Make(operation, function, operands);

    private static Expression Make(this Operation operation, Letters l, params Expression[] operands) => l.Graph.Make(operation, null, operands);
}
