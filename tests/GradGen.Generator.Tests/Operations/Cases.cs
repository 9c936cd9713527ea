namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// The cases of the operation-table test: at least one for each function of the language and each of its overloads. Their sizes
/// are letters: every case is called at many.
/// </summary>
internal static partial class Cases
{
    private const string MatrixMath = "GradGen.MatrixMath.";
    private const string SystemMath = "System.Math.";
    private const string Special = "MathNet.Numerics.SpecialFunctions.";

    public static readonly IReadOnlyList<Case> All = [.. OfEntries, .. OfScalars, .. Reductions, .. Algebra, .. Decompositions, .. Selections, .. Parts, .. Constants, .. Operators];

    private static Domain Real => Domain.Real;

    private static Domain Positive => Domain.Positive;

    private static Domain NonZero => Domain.NonZero;

    // The letters of sizes: those from a on count what lies before and after the part that is meant.
    private static Dimension m => new SizeSymbol("m");

    private static Dimension n => new SizeSymbol("n");

    private static Dimension k => new SizeSymbol("k");

    private static Dimension l => new SizeSymbol("l");

    private static Dimension a => new SizeSymbol("a", IsOffset: true);

    private static Dimension b => new SizeSymbol("b", IsOffset: true);

    private static Dimension c => new SizeSymbol("c", IsOffset: true);

    private static Dimension d => new SizeSymbol("d", IsOffset: true);

    private static Sized Scalar() => Sized.Scalar;

    private static Argument Scalar(Domain domain) => new RealArgument(Sized.Scalar, domain);

    private static Argument Scalar(double from, double to) => Scalar(Domain.Interval($"in ({from.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {to.ToString(System.Globalization.CultureInfo.InvariantCulture)})", from, to, from, to));

    private static Argument Number(double value) => new RealArgument(Sized.Scalar, new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), (_, _, _) => [value], _ => false));

    private static Sized Vector(Dimension n) => new("Vector", n, 1);

    private static Argument Vector(Dimension n, Domain domain) => new RealArgument(Vector(n), domain);

    private static Sized Row(Dimension n) => new("RowVector", 1, n);

    private static Argument Row(Dimension n, Domain domain) => new RealArgument(Row(n), domain);

    private static Sized Matrix(Dimension m, Dimension n) => new("Matrix", m, n);

    private static Argument Matrix(Dimension m, Dimension n, Domain domain) => new RealArgument(Matrix(m, n), domain);

    /// <summary>A function of entries, on each kind of array.</summary>
    private static IEnumerable<Case> Elementwise(string name, Domain domain) =>
    [
        new(MatrixMath + name, Vector(n), $"{name}(x)", ("x", Vector(n, domain))),
        new(MatrixMath + name, Row(n), $"{name}(x)", ("x", Row(n, domain))),
        new(MatrixMath + name, Matrix(m, n), $"{name}(X)", ("X", Matrix(m, n, domain))),
    ];

    /// <summary>A number of all entries of an array, on each kind of array.</summary>
    private static IEnumerable<Case> OfAnyKind(string name, Domain domain) =>
    [
        new(MatrixMath + name, Scalar(), $"{name}(x)", ("x", Vector(n, domain))),
        new(MatrixMath + name, Scalar(), $"{name}(x)", ("x", Row(n, domain))),
        new(MatrixMath + name, Scalar(), $"{name}(X)", ("X", Matrix(m, n, domain))),
    ];

    /// <summary>A function of two arrays of one shape, of a domain each.</summary>
    private static IEnumerable<Case> OfTwo(string name, Domain left, Domain right, bool scalar = false, bool matrices = true)
    {
        yield return new(MatrixMath + name, scalar ? Scalar() : Vector(n), $"{name}(x, y)", ("x", Vector(n, left)), ("y", Vector(n, right)));
        yield return new(MatrixMath + name, scalar ? Scalar() : Row(n), $"{name}(x, y)", ("x", Row(n, left)), ("y", Row(n, right)));
        if (matrices) yield return new(MatrixMath + name, scalar ? Scalar() : Matrix(m, n), $"{name}(X, Y)", ("X", Matrix(m, n, left)), ("Y", Matrix(m, n, right)));
    }

    private static Case OfMath(string name, Domain domain) => new(SystemMath + name, Scalar(), $"Math.{name}(x)", ("x", Scalar(domain)));

    private static Case OfSpecial(string name, Domain domain) => new(Special + name, Scalar(), $"{Special}{name}(x)", ("x", Scalar(domain)));

    private static Case OfScalar(string name, Domain domain) => new(MatrixMath + name, Scalar(), $"{name}(x)", ("x", Scalar(domain)));

    /// <summary>Whether numbers at one place are the same or apart, so that a choice between them does not change nearby.</summary>
    private static bool AreApart(object x, object y) => Values.Flat(x).Zip(Values.Flat(y), (u, v) => u.Equals(v) || Math.Abs(u - v) > 0.08).All(apart => apart);
}
