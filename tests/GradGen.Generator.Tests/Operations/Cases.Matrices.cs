namespace GradGen.Generator.Tests.Operations;

// Functions of matrices, what arrays are built from, and operators.
internal static partial class Cases
{
    private static IEnumerable<Case> Algebra =>
    [
        new(MatrixMath + "Tr", Scalar(), "Tr(X)", ("X", Matrix(n, n, Real))),
        new(MatrixMath + "Det", Scalar(), "Det(X)", ("X", Matrix(n, n, Real))),
        new(MatrixMath + "LogDet", Scalar(), "LogDet(X)", ("X", Matrix(n, n, Domain.Invertible))),
        new(MatrixMath + "Adj", Matrix(n, n), "Adj(X)", ("X", Matrix(n, n, Real))),
        new(MatrixMath + "Inv", Matrix(n, n), "Inv(X)", ("X", Matrix(n, n, Domain.Invertible))),
        new(MatrixMath + "Solve", Vector(n), "Solve(X, b)", ("X", Matrix(n, n, Domain.Invertible)), ("b", Vector(n, Real))),
        new(MatrixMath + "Solve", Matrix(n, k), "Solve(X, B)", ("X", Matrix(n, n, Domain.Invertible)), ("B", Matrix(n, k, Real))),
        new(MatrixMath + "Diag", Matrix(n, n), "Diag(x)", ("x", Vector(n, Real))),
        new(MatrixMath + "Diagonal", Vector(n), "Diagonal(X)", ("X", Matrix(n, n, Real))),
        new(MatrixMath + "Vec", Vector(m * n), "Vec(X)", ("X", Matrix(m, n, Real))),
        new(MatrixMath + "Unvec", Matrix(m, n), "Unvec(x, m, n)", ("x", Vector(m * n, Real)), ("m", m), ("n", n)),
        new(MatrixMath + "Kron", Matrix(m * k, n * l), "Kron(X, Y)", ("X", Matrix(m, n, Real)), ("Y", Matrix(k, l, Real))),
        new(MatrixMath + "Symmetrize", Matrix(n, n), "Symmetrize(X)", ("X", Matrix(n, n, Real))),
        new(MatrixMath + "LowerTriangle", Matrix(m, n), "LowerTriangle(X)", ("X", Matrix(m, n, Real))),
        new(MatrixMath + "UpperTriangle", Matrix(m, n), "UpperTriangle(X)", ("X", Matrix(m, n, Real))),
        new(MatrixMath + "Cross", Vector(3), "Cross(x, y)", ("x", Vector(3, Real)), ("y", Vector(3, Real))),
        new(MatrixMath + "Skew", Matrix(3, 3), "Skew(x)", ("x", Vector(3, Real))),
        new(MatrixMath + "MatrixExp", Matrix(n, n), "MatrixExp(X)", ("X", Matrix(n, n, Domain.Interval("small", -1.1, 1.1, -1.6, 1.6)))),
        new(MatrixMath + "MatrixPower", Matrix(n, n), "MatrixPower(X, k)", ("X", Matrix(n, n, Real)), ("k", 3)),
        new(MatrixMath + "MatrixPower", Matrix(n, n), "MatrixPower(X, k)", ("X", Matrix(n, n, Domain.Invertible)), ("k", -2)),
        new(MatrixMath + "MatrixPower", Matrix(n, n), "MatrixPower(X, k)", ("X", Matrix(n, n, Real)), ("k", 0)),
    ];

    private static IEnumerable<Case> Decompositions =>
    [
        new(MatrixMath + "Cholesky", Matrix(n, n), "Cholesky(X)", ("X", Matrix(n, n, Domain.PositiveDefinite))),
        new(MatrixMath + "PseudoInverse", Matrix(n, m), "PseudoInverse(X)", ("X", Matrix(m, n, Domain.FullRank))),
        // Of rank 2 everywhere.
        new(MatrixMath + "PseudoInverse", Matrix(2 + b, 2 + a), "PseudoInverse(X * Y)", ("X", Matrix(2 + a, 2, Domain.FullRank)), ("Y", Matrix(2, 2 + b, Domain.FullRank))),
        new(MatrixMath + "MatrixSqrt", Matrix(n, n), "MatrixSqrt(X)", ("X", Matrix(n, n, Domain.Accretive))),
        new(MatrixMath + "MatrixSqrt", Matrix(n, n), "MatrixSqrt(X)", ("X", Matrix(n, n, Domain.PositiveDefinite))),
        new(MatrixMath + "SymmetricEigenvalues", Vector(n), "SymmetricEigenvalues(X)", ("X", Matrix(n, n, Domain.PositiveDefinite))),
        new(MatrixMath + "SymmetricEigenvalues", Vector(n), "SymmetricEigenvalues(X)", ("X", Matrix(n, n, Domain.Accretive))),
        new(MatrixMath + "SingularValues", Vector(Dimension.Smaller(m, n)), "SingularValues(X)", ("X", Matrix(m, n, Domain.FullRank))),
        new(MatrixMath + "NuclearNorm", Scalar(), "NuclearNorm(X)", ("X", Matrix(m, n, Domain.FullRank))),
        new(MatrixMath + "SpectralNorm", Scalar(), "SpectralNorm(X)", ("X", Matrix(m, n, Domain.FullRank))),
    ];

    private static IEnumerable<Case> Selections =>
    [
        .. Where(Scalar(), Scalar(Real)), .. Where(Vector(n), Vector(n, Real)), .. Where(Row(n), Row(n, Real)), .. Where(Matrix(m, n), Matrix(m, n, Real)),
        new(MatrixMath + "Where", Vector(n), "Where(m, x, y)", ("m", Vector(n, Domain.Mask)), ("x", Vector(n, Real)), ("y", Vector(n, Positive))) { Constants = ["m"] },
        new(MatrixMath + "Where", Row(n), "Where(m, x, y)", ("m", Row(n, Domain.Mask)), ("x", Row(n, Real)), ("y", Row(n, Positive))) { Constants = ["m"] },
        new(MatrixMath + "Where", Matrix(m, n), "Where(m, x, y)", ("m", Matrix(m, n, Domain.Mask)), ("x", Matrix(m, n, Real)), ("y", Matrix(m, n, Positive))) { Constants = ["m"] },
        new(MatrixMath + "StopGradient", Scalar(), "StopGradient(c) * x", ("c", Scalar(Positive)), ("x", Scalar(Real))) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", Vector(n), "PointwiseMultiply(StopGradient(c), x)", ("c", Vector(n, Positive)), ("x", Vector(n, Real))) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", Row(n), "PointwiseMultiply(StopGradient(c), x)", ("c", Row(n, Positive)), ("x", Row(n, Real))) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", Matrix(m, n), "StopGradient(c) * X", ("c", Matrix(m, k, Positive)), ("X", Matrix(k, n, Real))) { Constants = ["c"] },
    ];

    private static IEnumerable<Case> Where(Sized sized, Argument argument) =>
        new[] { true, false }.Select(condition => new Case(MatrixMath + "Where", sized, "Where(b, x, y)", ("b", condition), ("x", argument), ("y", argument)));

    private static IEnumerable<Case> Parts =>
    [
        new("GradGen.Vector.Of", Vector(3), "Vector.Of(x, y, 2)", ("x", Scalar(Real)), ("y", Scalar(Real))),
        new("GradGen.RowVector.Of", Row(3), "RowVector.Of(x, 2, y)", ("x", Scalar(Real)), ("y", Scalar(Real))),
        new("GradGen.Matrix.OfRows", Matrix(2, n), "Matrix.OfRows(x, y)", ("x", Row(n, Real)), ("y", Row(n, Real))),
        new("GradGen.Matrix.OfColumns", Matrix(n, 2), "Matrix.OfColumns(x, y)", ("x", Vector(n, Real)), ("y", Vector(n, Real))),
        new("GradGen.Matrix.Row", Row(n), "X.Row(i)", ("X", Matrix(a + 1 + b, n, Real)), ("i", a)),
        new("GradGen.Matrix.Column", Vector(m), "X.Column(i)", ("X", Matrix(m, a + 1 + b, Real)), ("i", a)),
        new(MatrixMath + "HorizontalConcat", Matrix(m, n + k), "HorizontalConcat(X, Y)", ("X", Matrix(m, n, Real)), ("Y", Matrix(m, k, Real))),
        new(MatrixMath + "HorizontalConcat", Matrix(n, 2), "HorizontalConcat(x, y)", ("x", Vector(n, Real)), ("y", Vector(n, Real))),
        new(MatrixMath + "VerticalConcat", Matrix(m + k, n), "VerticalConcat(X, Y)", ("X", Matrix(m, n, Real)), ("Y", Matrix(k, n, Real))),
        new(MatrixMath + "VerticalConcat", Vector(n + k), "VerticalConcat(x, y)", ("x", Vector(n, Real)), ("y", Vector(k, Real))),
        new(MatrixMath + "SubMatrix", Matrix(m, n), "SubMatrix(X, i, m, j, n)", ("X", Matrix(a + m + b, c + n + d, Real)), ("i", a), ("m", m), ("j", c), ("n", n)),
        new(MatrixMath + "SubVector", Vector(n), "SubVector(x, i, n)", ("x", Vector(a + n + b, Real)), ("i", a), ("n", n)),
        new("", Scalar(), "x[i]", ("x", Vector(a + 1 + b, Real)), ("i", a)),
        new("", Scalar(), "x[i]", ("x", Row(a + 1 + b, Real)), ("i", a)),
        new("", Scalar(), "X[i, j]", ("X", Matrix(a + 1 + b, c + 1 + d, Real)), ("i", a), ("j", c)),
    ];

    // What varies is beside the constant.
    private static IEnumerable<Case> Constants =>
    [
        new(MatrixMath + "Identity", Matrix(3, 3), "Identity(3) + X", ("X", Matrix(3, 3, Real))),
        new(MatrixMath + "Identity", Matrix(n, n), "Identity(n) + X", ("n", n), ("X", Matrix(n, n, Real))),
        new(MatrixMath + "Ones", Vector(4), "PointwiseMultiply(Ones(4), x)", ("x", Vector(4, Real))),
        new(MatrixMath + "Ones", Vector(n), "Ones(n) - x", ("n", n), ("x", Vector(n, Real))),
        new(MatrixMath + "Ones", Matrix(2, n), "Ones(2, 3) * X", ("X", Matrix(3, n, Real))),
        new(MatrixMath + "Ones", Matrix(m, n), "Ones(m, k) * X", ("m", m), ("k", k), ("X", Matrix(k, n, Real))),
        new(MatrixMath + "Zeros", Vector(n), "Zeros(n) + x", ("n", n), ("x", Vector(n, Real))),
        new(MatrixMath + "Zeros", Matrix(m, n), "Zeros(m, n) + X", ("m", m), ("n", n), ("X", Matrix(m, n, Real))),
    ];

    // Operators are operations without a function.
    private static IEnumerable<Case> Operators =>
    [
        new("", Matrix(m, n), "X * Y", ("X", Matrix(m, k, Real)), ("Y", Matrix(k, n, Real))),
        new("", Matrix(m, n), "X * Y.T", ("X", Matrix(m, k, Real)), ("Y", Matrix(n, k, Real))),
        new("", Matrix(m, n), "X.T * Y", ("X", Matrix(k, m, Real)), ("Y", Matrix(k, n, Real))),
        new("", Vector(m), "X * y", ("X", Matrix(m, n, Real)), ("y", Vector(n, Real))),
        new("", Row(n), "x * Y", ("x", Row(m, Real)), ("Y", Matrix(m, n, Real))),
        new("", Scalar(), "x * y", ("x", Row(n, Real)), ("y", Vector(n, Real))),
        new("", Scalar(), "x.T * y", ("x", Vector(n, Real)), ("y", Vector(n, Real))),
        new("", Matrix(m, n), "x * y", ("x", Vector(m, Real)), ("y", Row(n, Real))),
        new("", Matrix(m, n), "x * y.T", ("x", Vector(m, Real)), ("y", Vector(n, Real))),
        new("", Matrix(n, m), "X.T", ("X", Matrix(m, n, Real))),
        new("", Row(n), "x.T", ("x", Vector(n, Real))),
        new("", Vector(n), "x.T", ("x", Row(n, Real))),
        new("", Matrix(m, n), "a * X", ("a", Scalar(Real)), ("X", Matrix(m, n, Real))),
        new("", Vector(n), "x / a", ("x", Vector(n, Real)), ("a", Scalar(Positive))),
        new("", Scalar(), "x / y", ("x", Scalar(Real)), ("y", Scalar(Positive))),
        new("", Scalar(), "x - 2 * y", ("x", Scalar(Real)), ("y", Scalar(Real))),
        new("", Vector(n), "x - y", ("x", Vector(n, Real)), ("y", Vector(n, Real))),
        new("", Row(n), "x + y", ("x", Row(n, Real)), ("y", Row(n, Real))),
        new("", Matrix(m, n), "X + Y", ("X", Matrix(m, n, Real)), ("Y", Matrix(m, n, Real))),
        new("", Matrix(m, n), "X + a", ("X", Matrix(m, n, Real)), ("a", Scalar(Real))),
        new("", Row(n), "a - x", ("a", Scalar(Real)), ("x", Row(n, Real))),
        new("", Vector(m), "b ? X * y : Square(X) * y", ("b", false), ("X", Matrix(m, n, Real)), ("y", Vector(n, Real))),
    ];
}
