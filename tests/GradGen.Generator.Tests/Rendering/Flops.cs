namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// How many floating-point operations computing formulas takes: an addition or a multiplication is one, a function of a number
/// <see cref="Function"/>, a factorization the cube of its size times the factor of its method. Signs and moves are free.
/// </summary>
internal static class Flops
{
    /// <summary>What an exponential or a logarithm costs beside an addition.</summary>
    public const int Function = 20;

    private const int Spectral = 10;

    // Derivatives of matrix functions are functions of matrices of twice the size.
    private const int Derivative = 8 * Spectral;

    // They set a sign, choose, or move entries.
    private static readonly HashSet<string> free =
    [
        "abs", "sign", "step", "relu", "copysign", "¬", "vec", "unvec", "diag", "Diag", "tril", "triu", "Skew", "axial", "where", "rows", "cols", "dim", "count", "item", "place", "blocks",
    ];

    private static readonly HashSet<string> linear = ["Tr", "max", "min", "argmax", "argmin", "ratio", "Φ"];

    [ThreadStatic]
    private static double counted;

    /// <summary>The operations of what is computed by it.</summary>
    public static double Of(Action compute)
    {
        counted = 0;
        compute();
        return counted;
    }

    public static void Add(double count) => counted += count;

    /// <summary>Of a function for each entry of its argument.</summary>
    public static int PerEntry(string head) => free.Contains(head) ? 0 : linear.Contains(head) ? 1 : Function;

    /// <summary>Of a function of whole arrays.</summary>
    public static double Whole(string head, Quantity[] arguments)
    {
        var largest = arguments.Where(a => a.Items is null && a.IsSized).OrderByDescending(Entries).FirstOrDefault();
        if (largest is null) return 0;
        return PerEntry(head) is var each && each < Function || !largest.IsMatrix ? each * Entries(largest) : Factorization(largest, head.StartsWith('D') ? Derivative : Spectral);
    }

    /// <summary>Of a factorization of a matrix, in cubes of its size.</summary>
    public static double Factorization(Quantity matrix, double factor) => factor * Entries(matrix) * Math.Min(matrix.Rows ?? 0, matrix.Columns ?? 0);

    /// <summary>Of the sum of powers of entries.</summary>
    public static double Norm(Quantity x, string kind) => (kind is "" or "F" or "1" or "2" or "∞" ? 2 : Function) * Entries(x);

    /// <summary>Of a power of a number.</summary>
    public static int Power(double exponent) => exponent switch
    {
        1 => 0,
        2 or -1 or 0.5 => 1,
        _ when exponent == Math.Truncate(exponent) => 2,
        -0.5 => 2,
        _ => Function,
    };

    private static double Entries(Quantity x) => (x.Rows ?? 0) * (double)(x.Columns ?? 0);
}
