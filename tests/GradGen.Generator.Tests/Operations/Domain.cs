using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// Where an argument lies: how one is drawn, and what belongs to it. What belongs is wider than what is drawn, and still so far from a
/// kink or a singularity that differences can tell.
/// </summary>
/// <param name="Draw">Entries for a number of rows and columns, column by column.</param>
/// <param name="Contains">Whether a value belongs to it.</param>
internal sealed record Domain(string Name, Func<Random, int, int, double[]> Draw, Func<object, bool> Contains)
{
    private const double Largest = 8;

    /// <summary>Any numbers.</summary>
    public static readonly Domain Real = Interval("real", -1.2, 1.2, -Largest, Largest);

    public static readonly Domain Positive = Interval("positive", 0.4, 1.9, 0.2, Largest);

    /// <summary>The open interval from −1 to 1.</summary>
    public static readonly Domain Unit = Interval("in (−1, 1)", -0.8, 0.8, -0.9, 0.9);

    public static readonly Domain AboveOne = Interval("above 1", 1.2, 1.9, 1.1, Largest);

    /// <summary>Numbers apart from 0, where a function has a kink.</summary>
    public static readonly Domain NonZero = new("apart from 0", (random, m, n) => [.. Real.Draw(random, m, n).Select(x => x + (0.15 * Math.Sign(x)))],
        value => Values.Flat(value).All(x => Math.Abs(x) is > 0.1 and < Largest));

    /// <summary>Numbers of which no two are as large, nor as large in absolute value.</summary>
    public static readonly Domain Distinct = new("distinct", (random, m, n) =>
    {
        var signs = Enumerable.Range(0, m * n).Select(_ => (2 * random.Next(2)) - 1).ToList();
        var ranks = Enumerable.Range(1, m * n).ToArray();
        random.Shuffle(ranks);
        return [.. ranks.Zip(signs, (rank, sign) => sign * (rank + (0.5 * random.NextDouble())) / Math.Max(2.0, m * n) * 1.5)];
    }, value => AreApart([.. Values.Flat(value).Select(Math.Abs)], 0.05));

    /// <summary>Zeros and ones.</summary>
    public static readonly Domain Mask = new("a mask", (random, m, n) => [.. Enumerable.Range(0, m * n).Select(_ => (double)random.Next(2))], _ => false);

    /// <summary>Matrices of full rank whose singular values are distinct.</summary>
    public static readonly Domain FullRank = new("of full rank", (random, m, n) => Spread(random, m, n, symmetric: false),
        value => value is Matrix x && SingularValues(x) is var s && s.All(v => v is > 0.3 and < Largest) && AreApart(s, 0.15));

    /// <summary>Square matrices that are not near a singular one.</summary>
    public static readonly Domain Invertible = FullRank with
    {
        Name = "invertible",
        Contains = value => value is Matrix x && x.RowCount == x.ColumnCount && SingularValues(x).All(v => v is > 0.3 and < Largest),
    };

    /// <summary>Symmetric positive definite matrices with distinct eigenvalues.</summary>
    public static readonly Domain PositiveDefinite = new("positive definite", (random, n, _) => Spread(random, n, n, symmetric: true),
        value => value is Matrix x && x.RowCount == x.ColumnCount && MatrixMath.FrobeniusNorm(x - x.T) < 1e-12 && Eigenvalues(x) is var e && e.All(v => v is > 0.3 and < Largest) && AreApart(e, 0.15));

    /// <summary>Matrices whose symmetric part is positive definite, so that no eigenvalue has a negative real part.</summary>
    public static readonly Domain Accretive = new("accretive", (random, n, _) =>
    {
        var skew = new DenseMatrix(n, n, Real.Draw(random, n, n));
        return (new DenseMatrix(n, n, PositiveDefinite.Draw(random, n, n)) + (0.4 * (skew - skew.Transpose()))).ToColumnMajorArray();
    }, value => value is Matrix x && x.RowCount == x.ColumnCount && Eigenvalues(x) is var e && e.All(v => v is > 0.3 and < Largest) && AreApart(e, 0.15));

    /// <summary>The numbers of an interval, and what belongs to a wider one.</summary>
    public static Domain Interval(string name, double from, double to, double above, double below) => new(
        name,
        (random, m, n) => [.. Enumerable.Range(0, m * n).Select(_ => from + ((to - from) * random.NextDouble()))],
        value => Values.Flat(value).All(x => x > above && x < below));

    public override string ToString() => Name;

    /// <summary>A product of orthogonal factors and singular values 0.7, 1.2, 1.7, …, each a little moved.</summary>
    private static double[] Spread(Random random, int m, int n, bool symmetric)
    {
        var rank = Math.Min(m, n);
        if (rank == 0) return [];
        var left = Orthogonal(random, m).SubMatrix(0, m, 0, rank);
        var right = symmetric ? left : Orthogonal(random, n).SubMatrix(0, n, 0, rank);
        var values = DenseVector.Create(rank, i => 0.7 + (0.5 * i) + (0.2 * random.NextDouble()));
        var product = left * DenseMatrix.OfDiagonalVector(values) * right.Transpose();
        return (symmetric ? (product + product.Transpose()) / 2 : product).ToColumnMajorArray();
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Orthogonal(Random random, int n) => new DenseMatrix(n, n, Real.Draw(random, n, n)).QR().Q;

    private static double[] SingularValues(Matrix x) => x.RowCount * x.ColumnCount == 0 ? [] : x.AsMathNet().Svd(false).S.ToArray();

    /// <summary>The eigenvalues of the symmetric part.</summary>
    private static double[] Eigenvalues(Matrix x) => x.RowCount == 0 ? [] : [.. ((x.AsMathNet() + x.T.AsMathNet()) / 2).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Select(e => e.Real)];

    private static bool AreApart(double[] numbers, double distance)
    {
        var ordered = numbers.Order().ToList();
        return ordered.Zip(ordered.Skip(1), (x, y) => y - x).All(gap => gap > distance);
    }
}
