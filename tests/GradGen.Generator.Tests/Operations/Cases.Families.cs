namespace GradGen.Generator.Tests.Operations;

internal static partial class Cases
{
    private static IEnumerable<Case> NearZero =>
    [
        .. Elementwise("Log1p", Unit), .. Elementwise("Expm1", Signed), .. Elementwise("Erf", Signed),
        new(MatrixMath + "Log1p", "double", "Log1p(x)", ("x", -0.6)),
        new(MatrixMath + "Expm1", "double", "Expm1(x)", ("x", 1.4)),
        new(MatrixMath + "Erf", "double", "Erf(x)", ("x", -0.6)),
    ];

    private static IEnumerable<Case> Inverses =>
    [
        .. Elementwise("Asin", Unit), .. Elementwise("Acos", Unit), .. Elementwise("Atan", Signed), .. Elementwise("Asinh", Signed),
        .. Elementwise("Acosh", (1.2, 1.9)), .. Elementwise("Atanh", Unit), .. Elementwise("Sign", Signed),
    ];

    private static IEnumerable<Case> FloatingPoint =>
    [
        new(SystemMath + "Log", "double", "Math.Log(x, b)", ("x", 0.7), ("b", 2.5)),
        new(SystemMath + "FusedMultiplyAdd", "double", "Math.FusedMultiplyAdd(x, y, z)", ("x", 0.7), ("y", -1.3), ("z", 0.4)),
        new(SystemMath + "ScaleB", "double", "Math.ScaleB(x, k)", ("x", 0.7), ("k", -3)),
        new(SystemMath + "CopySign", "double", "Math.CopySign(x, y)", ("x", 0.7), ("y", -1.3)),
        new(SystemMath + "CopySign", "double", "Math.CopySign(x, y)", ("x", -0.7), ("y", -1.3)),
    ];

    private static IEnumerable<Case> Norms =>
    [
        .. new[] { 3, 1.5, 1, 2 }.Select(p => new Case(MatrixMath + "NormP", "double", "NormP(x, p)", ("x", Vector(4, Signed)), ("p", p)) { Constants = ["p"] }),
        new(MatrixMath + "NormP", "double", "NormP(x, 2.5)", ("x", Row(4, Signed))),
        new(MatrixMath + "NormInf", "double", "NormInf(x)", ("x", Vector(4, Signed))),
        new(MatrixMath + "NormInf", "double", "NormInf(x)", ("x", Row(4, Signed))),
    ];

    private static IEnumerable<Case> Structured =>
    [
        new(MatrixMath + "Cross", "Vector", "Cross(x, y)", ("x", Vector(3, Signed)), ("y", Vector(3, Positive))),
        new(MatrixMath + "Skew", "Matrix", "Skew(x)", ("x", Vector(3, Signed))),
        new(MatrixMath + "Symmetrize", "Matrix", "Symmetrize(X)", ("X", Invertible)),
        new(MatrixMath + "LowerTriangle", "Matrix", "LowerTriangle(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "LowerTriangle", "Matrix", "LowerTriangle(X)", ("X", Matrix(2, 4, Signed))),
        new(MatrixMath + "UpperTriangle", "Matrix", "UpperTriangle(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "UpperTriangle", "Matrix", "UpperTriangle(X)", ("X", Invertible)),
    ];

    private static IEnumerable<Case> Decompositions =>
    [
        new(MatrixMath + "PseudoInverse", "Matrix", "PseudoInverse(X)", ("X", Matrix(4, 2, Signed))),
        new(MatrixMath + "PseudoInverse", "Matrix", "PseudoInverse(X)", ("X", Matrix(2, 3, Signed))),
        new(MatrixMath + "PseudoInverse", "Matrix", "PseudoInverse(X)", ("X", Invertible)),
        // Of rank 2 everywhere.
        new(MatrixMath + "PseudoInverse", "Matrix", "PseudoInverse(X * Y)", ("X", Matrix(4, 2, Signed)), ("Y", Matrix(2, 3, Positive))),
        new(MatrixMath + "MatrixSqrt", "Matrix", "MatrixSqrt(X)", ("X", Invertible)),
        new(MatrixMath + "MatrixSqrt", "Matrix", "MatrixSqrt(X)", ("X", PositiveDefinite)),
        new(MatrixMath + "SymmetricEigenvalues", "Vector", "SymmetricEigenvalues(X)", ("X", PositiveDefinite)),
        new(MatrixMath + "SymmetricEigenvalues", "Vector", "SymmetricEigenvalues(X)", ("X", Invertible)),
        .. new[] { Matrix(3, 2, Signed), Matrix(2, 4, Signed), Invertible }.Select(x => new Case(MatrixMath + "SingularValues", "Vector", "SingularValues(X)", ("X", x))),
    ];

    private static (double From, double To) Unit => (-0.8, 0.8);
}
