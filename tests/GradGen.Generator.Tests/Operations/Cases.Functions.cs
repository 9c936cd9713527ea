namespace GradGen.Generator.Tests.Operations;

// Functions of numbers and of entries, and numbers of arrays.
internal static partial class Cases
{
    private static Domain AroundZero => Domain.Interval("in (−π/2, π/2)", -1.2, 1.2, -1.35, 1.35);

    private static Domain AboveMinusOne => Domain.Interval("above −1", -0.8, 1.2, -0.9, 8);

    private static Domain Wide => Domain.Interval("positive", 0.4, 3.5, 0.2, 8);

    private static IEnumerable<Case> OfEntries =>
    [
        .. Elementwise("Exp", Real), .. Elementwise("Log", Positive), .. Elementwise("Sqrt", Positive), .. Elementwise("Square", Real),
        .. Elementwise("Reciprocal", Positive), .. Elementwise("Sin", Real), .. Elementwise("Cos", Real), .. Elementwise("Tan", AroundZero),
        .. Elementwise("Sinh", Real), .. Elementwise("Cosh", Real), .. Elementwise("Tanh", Real), .. Elementwise("Sigmoid", Real),
        .. Elementwise("Softplus", Real), .. Elementwise("Relu", NonZero), .. Elementwise("Abs", NonZero), .. Elementwise("Sign", NonZero),
        .. Elementwise("Log1p", AboveMinusOne), .. Elementwise("Expm1", Real), .. Elementwise("Erf", Real),
        .. Elementwise("Asin", Domain.Unit), .. Elementwise("Acos", Domain.Unit), .. Elementwise("Atan", Real), .. Elementwise("Asinh", Real),
        .. Elementwise("Acosh", Domain.AboveOne), .. Elementwise("Atanh", Domain.Unit),
        new(MatrixMath + "Pow", Vector(n), "Pow(x, p)", ("x", Vector(n, Positive)), ("p", Scalar(NonZero))),
        new(MatrixMath + "Pow", Row(n), "Pow(x, p)", ("x", Row(n, Positive)), ("p", Scalar(Domain.Interval("below −1", -2.4, -1.2, -8, 8)))),
        new(MatrixMath + "Pow", Matrix(m, n), "Pow(x, p)", ("x", Matrix(m, n, Positive)), ("p", Scalar(Domain.Interval("above 0", 0.2, 1.4, 0.02, 8)))),
        new(MatrixMath + "Pow", Matrix(m, n), "Pow(x, 3)", ("x", Matrix(m, n, Real))),
        new(MatrixMath + "Pow", Vector(n), "Pow(x, -2)", ("x", Vector(n, NegativeOrPositive))),
    ];

    // Far enough from 0 that a negative power is of the scale of its argument.
    private static Domain NegativeOrPositive => NonZero with
    {
        Name = "far from 0",
        Draw = (random, m, n) => [.. Positive.Draw(random, m, n).Select(x => random.Next(2) == 0 ? x : -x)],
        Contains = value => Values.Flat(value).All(x => Math.Abs(x) is > 0.2 and < 8),
    };

    private static IEnumerable<Case> OfScalars =>
    [
        OfMath("Exp", Real), OfMath("Log", Positive), OfMath("Log2", Positive), OfMath("Log10", Positive), OfMath("Sqrt", Positive),
        OfMath("Cbrt", NegativeOrPositive), OfMath("Sin", Real), OfMath("Cos", Real), OfMath("Tan", AroundZero), OfMath("Sinh", Real),
        OfMath("Cosh", Real), OfMath("Tanh", Real), OfMath("Abs", NonZero), OfMath("Asin", Domain.Unit), OfMath("Acos", Domain.Unit),
        OfMath("Atan", Real), OfMath("Asinh", Real), OfMath("Acosh", Domain.AboveOne), OfMath("Atanh", Domain.Unit),
        new(SystemMath + "Atan2", Scalar(), "Math.Atan2(y, x)", ("y", Scalar(NegativeOrPositive)), ("x", Scalar(NegativeOrPositive))),
        new(SystemMath + "Max", Scalar(), "Math.Max(x, y)", ("x", Scalar(Real)), ("y", Scalar(Real))) { Together = v => AreApart(v[0], v[1]) },
        new(SystemMath + "Min", Scalar(), "Math.Min(x, y)", ("x", Scalar(Real)), ("y", Scalar(Real))) { Together = v => AreApart(v[0], v[1]) },
        Clamp(Domain.Interval("inside", 0.7, 1.4, -8, 8)), Clamp(Domain.Interval("above", 1.6, 1.9, -8, 8)), Clamp(Domain.Interval("below", -0.3, 0.1, -8, 8)),
        OfSpecial("GammaLn", Wide), OfSpecial("DiGamma", Positive), OfSpecial("Erf", Real), OfSpecial("Erfc", Real), OfSpecial("Logistic", Real),
        OfScalar("Sigmoid", Real), OfScalar("Softplus", Real), OfScalar("Relu", NonZero), OfScalar("Log1p", AboveMinusOne), OfScalar("Expm1", Real), OfScalar("Erf", Real),
        new(SystemMath + "Pow", Scalar(), "Math.Pow(x, p)", ("x", Scalar(Positive)), ("p", Scalar(Real))),
        new(SystemMath + "Pow", Scalar(), "Math.Pow(x, 3)", ("x", Scalar(Real))),
        new(SystemMath + "Log", Scalar(), "Math.Log(x, b)", ("x", Scalar(Positive)), ("b", Scalar(Domain.AboveOne))),
        new(SystemMath + "FusedMultiplyAdd", Scalar(), "Math.FusedMultiplyAdd(x, y, z)", ("x", Scalar(Real)), ("y", Scalar(Real)), ("z", Scalar(Real))),
        new(SystemMath + "ScaleB", Scalar(), "Math.ScaleB(x, k)", ("x", Scalar(Real)), ("k", -3)),
        new(SystemMath + "CopySign", Scalar(), "Math.CopySign(x, y)", ("x", Scalar(NonZero)), ("y", Scalar(NonZero))),
    ];

    private static Case Clamp(Domain domain) => new(SystemMath + "Clamp", Scalar(), "Math.Clamp(x, a, b)", ("x", Scalar(domain)), ("a", Scalar(0.2, 1.5)), ("b", Scalar(0.2, 1.5)))
    {
        Together = v => (double)v[1] <= (double)v[2] && AreApart(v[0], v[1]) && AreApart(v[0], v[2]) && AreApart(v[1], v[2]),
    };

    private static IEnumerable<Case> Reductions =>
    [
        .. OfAnyKind("Sum", Real), .. OfAnyKind("Norm1", NonZero),
        .. OfAnyKind("Mean", Real).Select(x => x with { ValueOfNothing = double.NaN }),
        .. OfAnyKind("LogSumExp", Real).Select(x => x with { ValueOfNothing = double.NegativeInfinity }),
        .. OfAnyKind("Max", Domain.Distinct).Concat(OfAnyKind("Min", Domain.Distinct)).Select(x => x with { ThrowsOfNothing = "there are no entries" }),
        new(MatrixMath + "Norm", Scalar(), "Norm(x)", ("x", Vector(n, NonZero))),
        new(MatrixMath + "Norm", Scalar(), "Norm(x)", ("x", Row(n, NonZero))),
        new(MatrixMath + "NormSquared", Scalar(), "NormSquared(x)", ("x", Vector(n, Real))),
        new(MatrixMath + "NormSquared", Scalar(), "NormSquared(x)", ("x", Row(n, Real))),
        new(MatrixMath + "FrobeniusNorm", Scalar(), "FrobeniusNorm(X)", ("X", Matrix(m, n, NonZero))),
        new(MatrixMath + "FrobeniusNormSquared", Scalar(), "FrobeniusNormSquared(X)", ("X", Matrix(m, n, Real))),
        .. new[] { 3, 1.5, 1, 2 }.Select(p => new Case(MatrixMath + "NormP", Scalar(), "NormP(x, p)", ("x", Vector(n, NonZero)), ("p", Number(p))) { Constants = ["p"] }),
        new(MatrixMath + "NormP", Scalar(), "NormP(x, 2.5)", ("x", Row(n, NonZero))),
        new(MatrixMath + "NormInf", Scalar(), "NormInf(x)", ("x", Vector(n, Domain.Distinct))) { ThrowsOfNothing = "there are no entries" },
        new(MatrixMath + "NormInf", Scalar(), "NormInf(x)", ("x", Row(n, Domain.Distinct))) { ThrowsOfNothing = "there are no entries" },
        new(MatrixMath + "RowSums", Vector(m), "RowSums(X)", ("X", Matrix(m, n, Real))),
        new(MatrixMath + "ColumnSums", Row(n), "ColumnSums(X)", ("X", Matrix(m, n, Real))),
        new(MatrixMath + "Softmax", Vector(n), "Softmax(x)", ("x", Vector(n, Real))),
        new(MatrixMath + "Softmax", Row(n), "Softmax(x)", ("x", Row(n, Real))),
        .. OfTwo("Dot", Real, Real, scalar: true, matrices: false), .. OfTwo("Inner", Real, Real, scalar: true),
        .. OfTwo("PointwiseMultiply", Real, Real), .. OfTwo("PointwiseDivide", Real, Positive),
        .. OfTwo("Max", Real, Real).Concat(OfTwo("Min", Real, Real)).Select(x => x with { Together = v => AreApart(v[0], v[1]) }),
    ];
}
