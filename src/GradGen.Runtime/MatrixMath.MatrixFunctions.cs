namespace GradGen;

public static partial class MatrixMath
{
    // The [13/13] Padé approximant of the exponential and the 1-norm up to which it is exact to double precision: Higham,
    // The Scaling and Squaring Method for the Matrix Exponential Revisited, SIAM J. Matrix Anal. Appl. 26, 2005, (2.2) and table 2.3.
    private const double PadeRadius = 5.371920351148152;

    private static readonly double[] Pade =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    /// <summary>The power Xᵏ by repeated squaring; negative powers are powers of the inverse.</summary>
    /// <param name="x">X, n×n.</param>
    /// <param name="k">The exponent k, any integer.</param>
    /// <returns>Xᵏ, n×n; I for k = 0.</returns>
    /// <exception cref="ArgumentException">X is not square.</exception>
    /// <exception cref="SingularMatrixException">k is negative and X is singular.</exception>
    public static Matrix MatrixPower(Matrix x, int k)
    {
        Require.Square("MatrixPower", x);
        if (k == 0)
        {
            return Identity(x.RowCount);
        }

        var square = k < 0 ? Inv(x) : Kernel.Copy(x);
        Matrix? power = null;
        for (var rest = Math.Abs((long)k); ; square *= square)
        {
            if ((rest & 1) == 1)
            {
                power = power is { } product ? product * square : square;
            }

            rest >>= 1;
            if (rest == 0)
            {
                return power!.Value;
            }
        }
    }

    /// <summary>
    /// The matrix exponential eˣ = Σ Xᵏ/k!, by scaling and squaring of the [13/13] Padé approximant (Higham, SIAM J. Matrix Anal. Appl. 26, 2005).
    /// </summary>
    /// <param name="x">X, n×n.</param>
    /// <returns>eˣ, n×n, dense; NaN where an entry of X is not finite.</returns>
    /// <exception cref="ArgumentException">X is not square.</exception>
    public static Matrix MatrixExp(Matrix x)
    {
        Require.Square("MatrixExp", x);
        var n = x.RowCount;
        if (n == 0 || !double.IsFinite(EuclideanNorm.Largest(Stored.Values(x.Storage))))
        {
            return Ones(n, n) * double.NaN;
        }

        var dense = (Matrix)Dense.Copy(x.Storage);
        var norm = Max(ColumnSums(Abs(dense)));
        var squarings = norm > PadeRadius ? Math.ILogB(norm / PadeRadius) + 1 : 0;
        var exponential = PadeExponential(dense * Math.ScaleB(1.0, -squarings));
        for (var i = 0; i < squarings; i++)
        {
            exponential *= exponential;
        }

        return exponential;
    }

    private static Matrix PadeExponential(Matrix x)
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var x6 = x4 * x2;
        var one = Identity(x.RowCount);
        var odd = x * ((x6 * ((Pade[13] * x6) + (Pade[11] * x4) + (Pade[9] * x2)))
            + (Pade[7] * x6) + (Pade[5] * x4) + (Pade[3] * x2) + (Pade[1] * one));
        var even = (x6 * ((Pade[12] * x6) + (Pade[10] * x4) + (Pade[8] * x2)))
            + (Pade[6] * x6) + (Pade[4] * x4) + (Pade[2] * x2) + (Pade[0] * one);
        return Solve(even - odd, even + odd);
    }
}
