namespace GradGen.Generator.Tests.Operations;

/// <summary>The cases of the operation-table test: at least one for each function of the language and each of its overloads.</summary>
internal static partial class Cases
{
    private const string MatrixMath = "GradGen.MatrixMath.";
    private const string SystemMath = "System.Math.";

    public static readonly IReadOnlyList<Case> All =
    [
        .. Elementwise("Exp", Signed), .. Elementwise("Log", Positive), .. Elementwise("Sqrt", Positive), .. Elementwise("Square", Signed),
        .. Elementwise("Reciprocal", Positive), .. Elementwise("Sin", Signed), .. Elementwise("Cos", Signed), .. Elementwise("Tan", Signed),
        .. Elementwise("Sinh", Signed), .. Elementwise("Cosh", Signed), .. Elementwise("Tanh", Signed), .. Elementwise("Sigmoid", Signed),
        .. Elementwise("Softplus", Signed), .. Elementwise("Relu", Signed), .. Elementwise("Abs", Signed),
        new(MatrixMath + "Pow", "Vector", "Pow(x, p)", ("x", Vector(4, Positive)), ("p", 1.7)),
        new(MatrixMath + "Pow", "RowVector", "Pow(x, p)", ("x", Row(3, Positive)), ("p", -2.5)),
        new(MatrixMath + "Pow", "Matrix", "Pow(x, p)", ("x", Matrix(3, 2, Positive)), ("p", 0.3)),
        new(MatrixMath + "Pow", "Matrix", "Pow(x, 3)", ("x", Matrix(3, 2, Signed))),
        new(MatrixMath + "Pow", "Vector", "Pow(x, -2)", ("x", Vector(3, Signed))),

        .. OfMath("Exp", 0.7, -1.3), .. OfMath("Log", 0.7, 3.1), .. OfMath("Log2", 0.7), .. OfMath("Log10", 2.7), .. OfMath("Sqrt", 0.7),
        .. OfMath("Cbrt", 0.7, 1.9), .. OfMath("Sin", 0.7), .. OfMath("Cos", 0.7), .. OfMath("Tan", 0.7), .. OfMath("Sinh", 0.7),
        .. OfMath("Cosh", 0.7), .. OfMath("Tanh", 0.7, -0.2), .. OfMath("Abs", 0.7, -0.4),
        .. OfMath("Asin", 0.4, -0.6), .. OfMath("Acos", 0.4, -0.6), .. OfMath("Atan", 0.7, -1.7), .. OfMath("Asinh", 0.7), .. OfMath("Acosh", 1.7),
        .. OfMath("Atanh", 0.4, -0.6),
        new(SystemMath + "Atan2", "double", "Math.Atan2(y, x)", ("y", 0.7), ("x", -1.3)),
        new(SystemMath + "Atan2", "double", "Math.Atan2(y, x)", ("y", -0.4), ("x", 0.9)),
        new(SystemMath + "Max", "double", "Math.Max(x, y)", ("x", 0.7), ("y", 1.3)),
        new(SystemMath + "Min", "double", "Math.Min(x, y)", ("x", 0.7), ("y", 1.3)),
        new(SystemMath + "Clamp", "double", "Math.Clamp(x, a, b)", ("x", 0.7), ("a", 0.2), ("b", 1.5)),
        new(SystemMath + "Clamp", "double", "Math.Clamp(x, a, b)", ("x", 1.9), ("a", 0.2), ("b", 1.5)),
        new(SystemMath + "Clamp", "double", "Math.Clamp(x, a, b)", ("x", 0.1), ("a", 0.2), ("b", 1.5)),
        .. OfSpecial("GammaLn", 0.7, 3.2), .. OfSpecial("Erf", 0.7), .. OfSpecial("Erfc", 0.7), .. OfSpecial("Logistic", -0.7),
        new("MathNet.Numerics.SpecialFunctions.DiGamma", "double", "MathNet.Numerics.SpecialFunctions.DiGamma(x)", ("x", 1.3)),
        new(MatrixMath + "Sigmoid", "double", "Sigmoid(x)", ("x", -0.6)),
        new(MatrixMath + "Softplus", "double", "Softplus(x)", ("x", 1.6)),
        new(MatrixMath + "Relu", "double", "Relu(x)", ("x", 0.6)),
        new(MatrixMath + "Relu", "double", "Relu(x)", ("x", -0.6)),
        new(SystemMath + "Pow", "double", "Math.Pow(x, p)", ("x", 1.3), ("p", 2.4)),
        new(SystemMath + "Pow", "double", "Math.Pow(x, 3)", ("x", -1.3)),

        .. OfAnyKind("Sum", "double", Signed), .. OfAnyKind("Mean", "double", Signed), .. OfAnyKind("Norm1", "double", Signed),
        .. OfAnyKind("LogSumExp", "double", Signed),
        new(MatrixMath + "Norm", "double", "Norm(x)", ("x", Vector(4, Signed))),
        new(MatrixMath + "Norm", "double", "Norm(x)", ("x", Row(4, Signed))),
        new(MatrixMath + "NormSquared", "double", "NormSquared(x)", ("x", Vector(4, Signed))),
        new(MatrixMath + "NormSquared", "double", "NormSquared(x)", ("x", Row(4, Signed))),
        new(MatrixMath + "FrobeniusNorm", "double", "FrobeniusNorm(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "FrobeniusNormSquared", "double", "FrobeniusNormSquared(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "Softmax", "Vector", "Softmax(x)", ("x", Vector(4, Signed))),
        new(MatrixMath + "Softmax", "RowVector", "Softmax(x)", ("x", Row(4, Signed))),

        .. OfTwo("Dot", "double", matrices: false), .. OfTwo("Inner", "double"), .. OfTwo("PointwiseMultiply"), .. OfTwo("PointwiseDivide"),
        new(MatrixMath + "Tr", "double", "Tr(X)", ("X", Invertible)),
        new(MatrixMath + "Det", "double", "Det(X)", ("X", Invertible)),
        new(MatrixMath + "LogDet", "double", "LogDet(X)", ("X", Invertible)),
        new(MatrixMath + "Adj", "Matrix", "Adj(X)", ("X", Invertible)),
        new(MatrixMath + "Inv", "Matrix", "Inv(X)", ("X", Invertible)),
        new(MatrixMath + "Solve", "Vector", "Solve(X, b)", ("X", Invertible), ("b", Vector(3, Signed))),
        new(MatrixMath + "Solve", "Matrix", "Solve(X, B)", ("X", Invertible), ("B", Matrix(3, 2, Signed))),
        new(MatrixMath + "Solve", "Matrix", "Solve(X, B)", ("X", Invertible), ("B", PositiveDefinite)),
        new(MatrixMath + "Diag", "Matrix", "Diag(x)", ("x", Vector(3, Signed))),
        new(MatrixMath + "Diagonal", "Vector", "Diagonal(X)", ("X", Invertible)),
        new(MatrixMath + "Vec", "Vector", "Vec(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "Unvec", "Matrix", "Unvec(x, m, n)", ("x", Vector(6, Signed)), ("m", 2), ("n", 3)),
        new(MatrixMath + "Kron", "Matrix", "Kron(X, Y)", ("X", Matrix(2, 3, Signed)), ("Y", Matrix(3, 1, Signed))),
        new(MatrixMath + "Kron", "Matrix", "Kron(X, Y)", ("X", Matrix(2, 3, Signed)), ("Y", Matrix(2, 3, Positive))),
        new(MatrixMath + "RowSums", "Vector", "RowSums(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "ColumnSums", "RowVector", "ColumnSums(X)", ("X", Matrix(3, 2, Signed))),
        new("GradGen.Matrix.Row", "RowVector", "X.Row(i)", ("X", Matrix(3, 2, Signed)), ("i", 1)),
        new("GradGen.Matrix.Column", "Vector", "X.Column(i)", ("X", Matrix(3, 2, Signed)), ("i", 1)),

        new(MatrixMath + "Cholesky", "Matrix", "Cholesky(X)", ("X", PositiveDefinite)),
        new(MatrixMath + "MatrixExp", "Matrix", "MatrixExp(X)", ("X", Invertible)),
        new(MatrixMath + "MatrixPower", "Matrix", "MatrixPower(X, k)", ("X", Invertible), ("k", 3)),
        new(MatrixMath + "MatrixPower", "Matrix", "MatrixPower(X, k)", ("X", Invertible), ("k", -2)),
        new(MatrixMath + "MatrixPower", "Matrix", "MatrixPower(X, k)", ("X", Invertible), ("k", 0)),
        new(MatrixMath + "NuclearNorm", "double", "NuclearNorm(X)", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "SpectralNorm", "double", "SpectralNorm(X)", ("X", Matrix(3, 2, Signed))),

        .. OfAnyKind("Max", "double", Signed), .. OfAnyKind("Min", "double", Signed), .. OfTwo("Max"), .. OfTwo("Min"),
        .. Where("double", 0.7, 1.3), .. Where("Vector", Vector(3, Signed), Vector(3, Positive)), .. Where("RowVector", Row(3, Signed), Row(3, Positive)),
        .. Where("Matrix", Matrix(3, 2, Signed), Matrix(3, 2, Positive)),
        new(MatrixMath + "Where", "Vector", "Where(m, x, y)", ("m", GradGen.Vector.Of(1, 0, 1)), ("x", Vector(3, Signed)), ("y", Vector(3, Positive))) { Constants = ["m"] },
        new(MatrixMath + "Where", "RowVector", "Where(m, x, y)", ("m", GradGen.Vector.Of(1, 0, 1).T), ("x", Row(3, Signed)), ("y", Row(3, Positive))) { Constants = ["m"] },
        new(MatrixMath + "Where", "Matrix", "Where(m, x, y)", ("m", GradGen.Matrix.OfArray(new[,] { { 1.0, 0 }, { 0, 0 }, { 1, 1 } })), ("x", Matrix(3, 2, Signed)), ("y", Matrix(3, 2, Positive))) { Constants = ["m"] },
        new(MatrixMath + "StopGradient", "double", "StopGradient(c) * x", ("c", 0.7), ("x", 1.3)) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", "Vector", "PointwiseMultiply(StopGradient(c), x)", ("c", Vector(3, Positive)), ("x", Vector(3, Signed))) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", "RowVector", "PointwiseMultiply(StopGradient(c), x)", ("c", Row(3, Positive)), ("x", Row(3, Signed))) { Constants = ["c"] },
        new(MatrixMath + "StopGradient", "Matrix", "StopGradient(c) * X", ("c", Matrix(2, 3, Positive)), ("X", Matrix(3, 2, Signed))) { Constants = ["c"] },

        // Built from parts, and parts.
        new("GradGen.Vector.Of", "Vector", "Vector.Of(x, y, 2)", ("x", 0.7), ("y", 1.3)),
        new("GradGen.RowVector.Of", "RowVector", "RowVector.Of(x, 2, y)", ("x", 0.7), ("y", 1.3)),
        new("GradGen.Matrix.OfRows", "Matrix", "Matrix.OfRows(x, y)", ("x", Row(3, Signed)), ("y", Row(3, Positive))),
        new("GradGen.Matrix.OfColumns", "Matrix", "Matrix.OfColumns(x, y)", ("x", Vector(3, Signed)), ("y", Vector(3, Positive))),
        new(MatrixMath + "HorizontalConcat", "Matrix", "HorizontalConcat(X, Y)", ("X", Matrix(2, 3, Signed)), ("Y", Matrix(2, 1, Signed))),
        new(MatrixMath + "HorizontalConcat", "Matrix", "HorizontalConcat(X, Y)", ("X", Matrix(3, 2, Signed)), ("Y", Matrix(3, 2, Positive))),
        new(MatrixMath + "HorizontalConcat", "Matrix", "HorizontalConcat(x, y)", ("x", Vector(3, Signed)), ("y", Vector(3, Positive))),
        new(MatrixMath + "VerticalConcat", "Matrix", "VerticalConcat(X, Y)", ("X", Matrix(3, 2, Signed)), ("Y", Matrix(1, 2, Signed))),
        new(MatrixMath + "VerticalConcat", "Matrix", "VerticalConcat(X, Y)", ("X", Matrix(3, 2, Signed)), ("Y", Matrix(3, 2, Positive))),
        new(MatrixMath + "VerticalConcat", "Vector", "VerticalConcat(x, y)", ("x", Vector(3, Signed)), ("y", Vector(2, Positive))),
        new(MatrixMath + "SubMatrix", "Matrix", "SubMatrix(X, i, m, j, n)", ("X", Matrix(4, 3, Signed)), ("i", 1), ("m", 2), ("j", 0), ("n", 2)),
        new(MatrixMath + "SubVector", "Vector", "SubVector(x, i, n)", ("x", Vector(4, Signed)), ("i", 1), ("n", 2)),

        .. NearZero, .. Inverses, .. FloatingPoint, .. Norms, .. Structured, .. Decompositions,

        // Constants: what varies is beside them.
        new(MatrixMath + "Identity", "Matrix", "Identity(3) + X", ("X", Invertible)),
        new(MatrixMath + "Ones", "Vector", "PointwiseMultiply(Ones(4), x)", ("x", Vector(4, Signed))),
        new(MatrixMath + "Ones", "Matrix", "Ones(2, 3) * X", ("X", Matrix(3, 2, Signed))),
        new(MatrixMath + "Zeros", "Vector", "Zeros(4) + x", ("x", Vector(4, Signed))),
        new(MatrixMath + "Zeros", "Matrix", "Zeros(3, 2) + X", ("X", Matrix(3, 2, Signed))),

        // Operators, which are operations without a function.
        new("", "Matrix", "X * Y", ("X", Matrix(3, 2, Signed)), ("Y", Matrix(2, 4, Signed))),
        new("", "Matrix", "X * Y", ("X", Invertible), ("Y", PositiveDefinite)),
        new("", "Vector", "X * y", ("X", Matrix(3, 2, Signed)), ("y", Vector(2, Signed))),
        new("", "RowVector", "x * Y", ("x", Row(3, Signed)), ("Y", Matrix(3, 2, Signed))),
        new("", "double", "x * y", ("x", Row(3, Signed)), ("y", Vector(3, Signed))),
        new("", "Matrix", "x * y", ("x", Vector(3, Signed)), ("y", Row(2, Signed))),
        new("", "Matrix", "X.T", ("X", Matrix(3, 2, Signed))),
        new("", "RowVector", "x.T", ("x", Vector(3, Signed))),
        new("", "Vector", "x.T", ("x", Row(3, Signed))),
        new("", "Matrix", "a * X", ("a", 0.7), ("X", Matrix(3, 2, Signed))),
        new("", "Vector", "x / a", ("x", Vector(3, Signed)), ("a", 0.7)),
        new("", "double", "x / y", ("x", 1.3), ("y", 0.7)),
        new("", "double", "x - 2 * y", ("x", 1.3), ("y", 0.7)),
        new("", "Vector", "x - y", ("x", Vector(3, Signed)), ("y", Vector(3, Positive))),
        new("", "Matrix", "X + a", ("X", Matrix(3, 2, Signed)), ("a", 0.7)),
        new("", "RowVector", "a - x", ("a", 0.7), ("x", Row(3, Signed))),
        new("", "double", "x[i]", ("x", Vector(3, Signed)), ("i", 1)),
        new("", "double", "x[i]", ("x", Row(3, Signed)), ("i", 2)),
        new("", "double", "X[i, j]", ("X", Matrix(3, 2, Signed)), ("i", 2), ("j", 1)),
        new("", "Vector", "b ? X * y : Square(X) * y", ("b", false), ("X", Matrix(3, 2, Signed)), ("y", Vector(2, Signed))),
    ];

    private static (double From, double To) Signed => (-1.2, 1.2);

    private static (double From, double To) Positive => (0.4, 1.9);

    private static Matrix Invertible => GradGen.Matrix.OfArray(new[,] { { 1.3, -0.4, 0.2 }, { 0.6, 0.9, -0.7 }, { -0.1, 0.5, 1.1 } });

    private static Matrix PositiveDefinite => GradGen.Matrix.OfArray(new[,] { { 2.3, 0.4, -0.2 }, { 0.4, 1.9, 0.7 }, { -0.2, 0.7, 1.6 } });

    private static IEnumerable<Case> Elementwise(string name, (double, double) range) =>
    [
        new(MatrixMath + name, "Vector", $"{name}(x)", ("x", Vector(4, range))),
        new(MatrixMath + name, "RowVector", $"{name}(x)", ("x", Row(3, range))),
        new(MatrixMath + name, "Matrix", $"{name}(X)", ("X", Matrix(3, 2, range))),
    ];

    private static IEnumerable<Case> OfAnyKind(string name, string returns, (double, double) range) =>
    [
        new(MatrixMath + name, returns, $"{name}(x)", ("x", Vector(4, range))),
        new(MatrixMath + name, returns, $"{name}(x)", ("x", Row(3, range))),
        new(MatrixMath + name, returns, $"{name}(X)", ("X", Matrix(3, 2, range))),
    ];

    private static IEnumerable<Case> OfTwo(string name, string? returns = null, bool matrices = true)
    {
        yield return new(MatrixMath + name, returns ?? "Vector", $"{name}(x, y)", ("x", Vector(4, Signed)), ("y", Vector(4, Positive)));
        yield return new(MatrixMath + name, returns ?? "RowVector", $"{name}(x, y)", ("x", Row(3, Signed)), ("y", Row(3, Positive)));
        if (matrices) yield return new(MatrixMath + name, returns ?? "Matrix", $"{name}(X, Y)", ("X", Matrix(3, 2, Signed)), ("Y", Matrix(3, 2, Positive)));
    }

    private static IEnumerable<Case> OfMath(string name, params double[] points) => points.Select(x => new Case(SystemMath + name, "double", $"Math.{name}(x)", ("x", x)));

    private static IEnumerable<Case> OfSpecial(string name, params double[] points) =>
        points.Select(x => new Case("MathNet.Numerics.SpecialFunctions." + name, "double", $"MathNet.Numerics.SpecialFunctions.{name}(x)", ("x", x)));

    private static IEnumerable<Case> Where(string type, object x, object y) =>
        new[] { true, false }.Select(b => new Case(MatrixMath + "Where", type, "Where(b, x, y)", ("b", b), ("x", x), ("y", y)));

    internal static Vector Vector(int n, (double From, double To) range) => GradGen.Vector.Of(Numbers(n, range));

    internal static RowVector Row(int n, (double From, double To) range) => GradGen.Vector.Of(Numbers(n, range)).T;

    internal static Matrix Matrix(int m, int n, (double From, double To) range) => MathMatrix(m, n, Numbers(m * n, range));

    private static Matrix MathMatrix(int m, int n, double[] entries) => new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(m, n, entries);

    // The same numbers on every run, none of them near 0.
    private static double[] Numbers(int count, (double From, double To) range)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => Draw()).Select(x => Math.Abs(x) < 0.1 ? x + 0.3 : x)];

        double Draw() => range.From + ((range.To - range.From) * random.NextDouble());
    }
}
