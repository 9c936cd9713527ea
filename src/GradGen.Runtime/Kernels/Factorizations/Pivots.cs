namespace GradGen;

/// <summary>The entries on the diagonal of a triangle, of which the determinant is the product.</summary>
internal readonly ref struct Pivots
{
    private readonly ReadOnlySpan<double> _entries;
    private readonly int _n;
    private readonly int _stride;

    internal Pivots(ReadOnlySpan<double> entries, int n, int stride)
    {
        _entries = entries;
        _n = n;
        _stride = stride;
    }

    internal double this[int i] => _entries[i * _stride];

    /// <summary>Their product; intermediate products do not overflow.</summary>
    internal double Product()
    {
        var product = new ScaledProduct();
        for (var i = 0; i < _n; i++)
        {
            product.Multiply(this[i]);
        }

        return product.Value;
    }

    /// <summary>The logarithm of the magnitude of their product, −∞ where one is zero.</summary>
    internal double LogAbs()
    {
        var sum = 0.0;
        for (var i = 0; i < _n; i++)
        {
            sum += Math.Log(Math.Abs(this[i]));
        }

        return sum;
    }

    /// <summary>The sign of their product: −1, 0 or 1; 0 where one is not a number.</summary>
    internal int Sign()
    {
        var sign = 1;
        for (var i = 0; i < _n; i++)
        {
            sign *= this[i] > 0.0 ? 1 : this[i] < 0.0 ? -1 : 0;
        }

        return sign;
    }

    /// <summary>The logarithm of their product.</summary>
    /// <exception cref="ArithmeticException">The product is negative.</exception>
    internal double Log() => Sign() >= 0 ? LogAbs() : throw new ArithmeticException("The logarithm of a negative determinant is not real.");

    /// <exception cref="SingularMatrixException">One is zero or not a number.</exception>
    internal void RequireRegular()
    {
        for (var i = 0; i < _n; i++)
        {
            if (this[i] is 0.0 or double.NaN)
            {
                throw new SingularMatrixException($"The {_n}×{_n} matrix is singular: entry {i} on its diagonal is {(this[i] == 0.0 ? "0" : "not a number")}.");
            }
        }
    }
}
