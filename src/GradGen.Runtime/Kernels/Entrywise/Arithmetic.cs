using System.Numerics.Tensors;

namespace GradGen;

/// <summary>
/// Arithmetic of entries: of long spans by <see cref="TensorPrimitives"/>, of short ones by loops that keep to the registers of the small
/// products, since a processor that turns to its widest registers for a few entries slows down what comes after.
/// </summary>
internal static class Arithmetic
{
    private const int ShortLength = 64;

    /// <summary>x + y.</summary>
    internal static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.Add(x, y, result);
            return;
        }

        new EntryLoop<Entry.Sum<Entry.X0, Entry.X1>>(x, y, default, default).Write(0.0, 0.0, 0.0, result);
    }

    /// <summary>x − y.</summary>
    internal static void Subtract(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.Subtract(x, y, result);
            return;
        }

        new EntryLoop<Entry.Difference<Entry.X0, Entry.X1>>(x, y, default, default).Write(0.0, 0.0, 0.0, result);
    }

    /// <summary>x ∘ y.</summary>
    internal static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.Multiply(x, y, result);
            return;
        }

        new EntryLoop<Entry.Product<Entry.X0, Entry.X1>>(x, y, default, default).Write(0.0, 0.0, 0.0, result);
    }

    /// <summary>cx.</summary>
    internal static void Multiply(ReadOnlySpan<double> x, double c, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.Multiply(x, c, result);
            return;
        }

        new EntryLoop<Entry.Product<Entry.X0, Entry.C0>>(x, default, default, default).Write(c, 0.0, 0.0, result);
    }

    /// <summary>cx + y.</summary>
    internal static void MultiplyAdd(ReadOnlySpan<double> x, double c, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.MultiplyAdd(x, c, y, result);
            return;
        }

        new EntryLoop<Entry.Sum<Entry.Product<Entry.X0, Entry.C0>, Entry.X1>>(x, y, default, default).Write(c, 0.0, 0.0, result);
    }

    /// <summary>−x.</summary>
    internal static void Negate(ReadOnlySpan<double> x, Span<double> result)
    {
        if (x.Length > ShortLength)
        {
            TensorPrimitives.Negate(x, result);
            return;
        }

        new EntryLoop<Entry.Negative<Entry.X0>>(x, default, default, default).Write(0.0, 0.0, 0.0, result);
    }
}
