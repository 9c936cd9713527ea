using MathNet.Numerics;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>What the functions of formulas compute, by how they are written.</summary>
internal static class FormulaFunctions
{
    private static readonly Dictionary<string, Func<double, double>> entrywise = new()
    {
        ["exp"] = Math.Exp, ["log"] = Math.Log, ["√"] = Math.Sqrt, ["∛"] = Math.Cbrt, ["σ"] = x => 1 / (1 + Math.Exp(-x)), ["softplus"] = x => Math.Log(1 + Math.Exp(x)),
        ["expm1"] = x => Math.Exp(x) - 1, ["log1p"] = x => Math.Log(1 + x), ["log₁₀"] = Math.Log10, ["log₂"] = Math.Log2,
        ["sin"] = Math.Sin, ["cos"] = Math.Cos, ["tan"] = Math.Tan, ["sinh"] = Math.Sinh, ["cosh"] = Math.Cosh, ["tanh"] = Math.Tanh,
        ["asin"] = Math.Asin, ["acos"] = Math.Acos, ["atan"] = Math.Atan, ["asinh"] = Math.Asinh, ["acosh"] = Math.Acosh, ["atanh"] = Math.Atanh,
        ["relu"] = x => Math.Max(x, 0), ["sign"] = x => Math.Sign(x), ["step"] = x => x > 0 ? 1 : 0, ["abs"] = Math.Abs,
        ["erf"] = SpecialFunctions.Erf, ["erfc"] = SpecialFunctions.Erfc, ["lnΓ"] = SpecialFunctions.GammaLn, ["ψ"] = SpecialFunctions.DiGamma, ["ψ₁"] = x => Kernel.PolyGamma(1, x), ["ψ₂"] = x => Kernel.PolyGamma(2, x),
    };

    private static readonly Dictionary<string, Func<Quantity[], Quantity>> others = new()
    {
        ["Tr"] = a => a[0].IsScalar ? a[0] : Quantity.Scalar(Enumerable.Range(0, a[0].Rows ?? a[0].Columns ?? throw Open("Tr")).Sum(i => a[0][i, i])),
        ["vec"] = a => Column(a[0].ToMatrix().AsMathNet().ToColumnMajorArray()),
        ["diag"] = a => Column([.. Enumerable.Range(0, Math.Min(a[0].Rows ?? throw Open("diag"), a[0].Columns ?? throw Open("diag"))).Select(i => a[0][i, i])]),
        ["Diag"] = a => a[0].IsColumn || a[0].Columns is null ? Quantity.Array(a[0].Rows, a[0].Rows, (i, j) => i == j ? a[0][i, 0] : 0) : throw new FormatException("Diag of what is no column"),
        ["adj"] = a => Quantity.Of(MatrixMath.Adj(a[0].ToMatrix())),
        ["chol"] = a => Quantity.Of(MatrixMath.Cholesky(a[0].ToMatrix())),
        ["Φ"] = a => Quantity.Array(a[0].Rows, a[0].Columns, (i, j) => i > j ? a[0][i, j] : i == j ? a[0][i, j] / 2 : 0),
        ["tril"] = a => Quantity.Array(a[0].Rows, a[0].Columns, (i, j) => i >= j ? a[0][i, j] : 0),
        ["triu"] = a => Quantity.Array(a[0].Rows, a[0].Columns, (i, j) => i <= j ? a[0][i, j] : 0),
        ["pinv"] = a => Quantity.Of(MatrixMath.PseudoInverse(a[0].ToMatrix())),
        ["expm"] = a => Quantity.Of(MatrixMath.MatrixExp(a[0].ToMatrix())),
        ["sqrtm"] = a => Quantity.Of(MatrixMath.MatrixSqrt(a[0].ToMatrix())),
        ["Skew"] = a => Quantity.Of(MatrixMath.Skew(a[0].ToVector())),
        ["softmax"] = a => a[0].Map(x => Math.Exp(x) / Entries(a[0]).Sum(Math.Exp)),
        ["logsumexp"] = a => Quantity.Scalar(Math.Log(Entries(a[0]).Sum(Math.Exp))),
        ["max"] = a => a.Length == 1 ? Quantity.Scalar(Entries(a[0]).Max()) : Quantity.Zip(a[0], a[1], Math.Max),
        ["min"] = a => a.Length == 1 ? Quantity.Scalar(Entries(a[0]).Min()) : Quantity.Zip(a[0], a[1], Math.Min),
        ["atan2"] = a => Quantity.Zip(a[0], a[1], Math.Atan2),
        ["copysign"] = a => Quantity.Zip(a[0], a[1], Math.CopySign),
        ["where"] = a => Quantity.Zip(Quantity.Zip(a[0], a[1], (m, x) => m != 0 ? x : 0), Quantity.Zip(a[0], a[2], (m, x) => m != 0 ? 0 : x), (x, y) => x + y),
        ["rows"] = a => Quantity.Scalar(a[0].Rows!.Value),
        ["cols"] = a => Quantity.Scalar(a[0].Columns!.Value),
        ["unvec"] = a => Unvec(a[0].ToVector(), (int)a[1].Value, (int)a[2].Value),
        ["dim"] = a => Quantity.Scalar(a[0].Rows!.Value * a[0].Columns!.Value),
        ["count"] = a => Quantity.Scalar(a[0].Items!.Count),
        ["argmax"] = a => Quantity.Scalar(Array.IndexOf([.. Entries(a[0])], Entries(a[0]).Max())),
        ["argmin"] = a => Quantity.Scalar(Array.IndexOf([.. Entries(a[0])], Entries(a[0]).Min())),
        ["kron₁*"] = a => KroneckerAdjoint(Kernel.KroneckerAdjointLeft, a[0].ToMatrix(), a[1].ToMatrix()),
        ["kron₂*"] = a => KroneckerAdjoint(Kernel.KroneckerAdjointRight, a[0].ToMatrix(), a[1].ToMatrix()),
        ["Dadj"] = a => Quantity.Of(a.Length == 1 ? Kernel.AdjugateJacobian(a[0].ToMatrix()) : Kernel.AdjugateDerivative(a[0].ToMatrix(), a[1].ToMatrix())),
        ["blocks"] = a => Quantity.Of(Kernel.Rearrangement(a[0].ToMatrix(), (int)a[1].Value, (int)a[2].Value, (int)a[3].Value, (int)a[4].Value)),
        ["Dexpm"] = a => Quantity.Of(Kernel.MatrixExpDerivative(a[0].ToMatrix(), a[1].ToMatrix())),
        ["Dpow"] = a => Quantity.Of(Kernel.MatrixPowerDerivative(a[0].ToMatrix(), a[1].ToMatrix(), (int)a[2].Value)),
        ["Dsqrtm"] = a => Quantity.Of(Kernel.MatrixSqrtDerivative(a[0].ToMatrix(), a[1].ToMatrix())),
        ["eig"] = a => Quantity.Of(MatrixMath.SymmetricEigenvalues(a[0].ToMatrix())),
        ["sv"] = a => Quantity.Of(MatrixMath.SingularValues(a[0].ToMatrix())),
        ["eigvec"] = a => Quantity.Of(Kernel.SymmetricEigenvectors(a[0].ToMatrix())),
        ["svecl"] = a => Quantity.Of(Kernel.LeftSingularVectors(a[0].ToMatrix())),
        ["svecr"] = a => Quantity.Of(Kernel.RightSingularVectors(a[0].ToMatrix())),
        ["dyad₁"] = a => Quantity.Of(Kernel.LeadingSingularPair(a[0].ToMatrix())),
        ["item"] = a => Quantity.List([.. Enumerable.Repeat(Quantity.Scalar(0), (int)a[0].Value), a[1]]),
        ["axial"] = a => Quantity.Of(Kernel.Axial(a[0].ToMatrix())),
        ["¬"] = a => a[0].Map(x => 1 - x),
        ["D2adj"] = a => Quantity.Of(Kernel.AdjugateSecondDerivative(a[0].ToMatrix(), a[1].ToMatrix(), a[2].ToMatrix())),
        ["basisl"] = a => Quantity.Of(Kernel.LeftSingularBasis(a[0].ToMatrix())),
        ["divdiff"] = a => Divided(a[0], a[1], (x, y) => x - y),
        ["divsum"] = a => Divided(a[0], a[1], (x, y) => x + y),
        ["ratio"] = a => Quantity.Zip(a[1], a[0], (g, s) => g / s),
        ["polar"] = a => Quantity.Of(Kernel.PolarFactor(a[0].ToMatrix())),
    };

    /// <summary>Every head of a function.</summary>
    public static IEnumerable<string> Heads => [.. entrywise.Keys, .. others.Keys];

    /// <param name="given">What functions compute that the user wrote.</param>
    public static Quantity Call(string head, Quantity[] arguments, Func<string, Quantity[], Quantity>? given)
    {
        if (entrywise.TryGetValue(head, out var f)) return arguments[0].Map(f, Flops.PerEntry(head));
        Flops.Add(Flops.Whole(head, arguments));
        try
        {
            return others.TryGetValue(head, out var g) ? g(arguments) : given is not null ? given(head, arguments) : throw new UnknownSymbolException(head);
        }
        catch (IndexOutOfRangeException)
        {
            throw new UnknownSymbolException($"{head} of {arguments.Length}");
        }
    }

    public static IEnumerable<double> Entries(Quantity x) => x.IsScalar ? [x.Value] : x.ToMatrix().AsMathNet().ToColumnMajorArray();

    /// <summary>The quotients for pairs of entries of g and of λ, zero on the diagonal.</summary>
    private static Quantity Divided(Quantity values, Quantity g, Func<double, double, double> pair)
    {
        double Entry(int i) => g.IsScalar ? g.Value : g[i, 0];
        return Quantity.Array(values.Rows, values.Rows, (i, j) => i == j ? 0 : pair(Entry(i), Entry(j)) / pair(values[i, 0], values[j, 0]));
    }

    // A formula does not say the size of the factor; where the other one has entries, it follows.
    private static Quantity KroneckerAdjoint(Func<Matrix, Matrix, int, int, Matrix> of, Matrix g, Matrix other) =>
        Quantity.Of(of(g, other, g.RowCount / other.RowCount, g.ColumnCount / other.ColumnCount));

    private static Quantity Column(double[] entries) => Quantity.Array(entries.Length, 1, (i, _) => entries[i]);

    private static Quantity Unvec(Vector x, int rows, int columns) => Quantity.Array(rows, columns, (i, j) => x[(j * rows) + i]);

    private static FormatException Open(string head) => new($"{head} of an open size");
}

/// <summary>A symbol in a formula whose meaning the test does not know.</summary>
internal sealed class UnknownSymbolException(string symbol) : Exception(symbol);
