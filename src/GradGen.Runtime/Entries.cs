using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>Equality, hash and text by the entries alone: MathNet calls a dense and a sparse matrix of the same entries different.</summary>
internal static class Entries
{
    private const int Hashed = 16;
    private const int Shown = 8;

    internal static bool Equal(Vector<double> x, Vector<double> y)
    {
        if (x.Count != y.Count)
        {
            return false;
        }

        for (var i = 0; i < x.Count; i++)
        {
            if (!x.At(i).Equals(y.At(i)))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool Equal(Matrix<double> x, Matrix<double> y)
    {
        if (x.RowCount != y.RowCount || x.ColumnCount != y.ColumnCount)
        {
            return false;
        }

        for (var j = 0; j < x.ColumnCount; j++)
        {
            for (var i = 0; i < x.RowCount; i++)
            {
                if (!x.At(i, j).Equals(y.At(i, j)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    internal static int Hash(Vector<double> x)
    {
        var hash = new HashCode();
        hash.Add(x.Count);
        for (var i = 0; i < Math.Min(x.Count, Hashed); i++)
        {
            hash.Add(x.At(i));
        }

        return hash.ToHashCode();
    }

    internal static int Hash(Matrix<double> x)
    {
        var hash = new HashCode();
        hash.Add(x.RowCount);
        hash.Add(x.ColumnCount);
        for (var k = 0; k < Math.Min((long)x.RowCount * x.ColumnCount, Hashed); k++)
        {
            hash.Add(x.At(k % x.RowCount, k / x.RowCount));
        }

        return hash.ToHashCode();
    }

    internal static string Text(Vector<double> x) => $"[{Abbreviated(x.Count, i => Number(x.At(i)), ", ")}]";

    internal static string Text(Matrix<double> x) =>
        $"[{Abbreviated(x.RowCount, i => Abbreviated(x.ColumnCount, j => Number(x.At(i, j)), ", "), "; ")}]";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Abbreviated(int count, Func<int, string> part, string separator)
    {
        var shown = Enumerable.Range(0, Math.Min(count, Shown)).Select(part);
        return string.Join(separator, count > Shown ? shown.Append($"… ({count})") : shown);
    }
}
