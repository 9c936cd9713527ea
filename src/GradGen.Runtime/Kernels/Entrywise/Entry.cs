using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// What a chain of entrywise operations computes of one entry, as a type that is made of types: <c>Difference&lt;Sigmoid&lt;X0&gt;, X1&gt;</c> is
/// σ(x₀) − x₁. Compiled as one loop in which no entry leaves the registers. Written by generated code as the argument of <see cref="Kernel"/>'s maps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Entry
{
    /// <summary>Four entries of what is computed.</summary>
    public interface IEntry
    {
        /// <summary>How many of the arrays are read.</summary>
        static abstract int Arrays { get; }

        /// <summary>Four entries from those of the arrays and from the scalars, which stand in all places of a register.</summary>
        /// <param name="x0">The entries of the first array.</param>
        /// <param name="x1">The entries of the second array.</param>
        /// <param name="x2">The entries of the third array.</param>
        /// <param name="x3">The entries of the fourth array.</param>
        /// <param name="c0">The first scalar.</param>
        /// <param name="c1">The second scalar.</param>
        /// <param name="c2">The third scalar.</param>
        static abstract Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2);
    }

    /// <summary>Zero, where there is nothing to compute.</summary>
    internal readonly struct None : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            default;
    }

    /// <summary>An entry of the first array.</summary>
    public readonly struct X0 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 1;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            x0;
    }

    /// <summary>An entry of the second array.</summary>
    public readonly struct X1 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 2;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            x1;
    }

    /// <summary>An entry of the third array.</summary>
    public readonly struct X2 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 3;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            x2;
    }

    /// <summary>An entry of the fourth array.</summary>
    public readonly struct X3 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 4;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            x3;
    }

    /// <summary>The first scalar.</summary>
    public readonly struct C0 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            c0;
    }

    /// <summary>The second scalar.</summary>
    public readonly struct C1 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            c1;
    }

    /// <summary>The third scalar.</summary>
    public readonly struct C2 : IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            c2;
    }

    /// <summary>a + b.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TB">b.</typeparam>
    public readonly struct Sum<TA, TB> : IEntry
        where TA : struct, IEntry
        where TB : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TB.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            TA.Of(x0, x1, x2, x3, c0, c1, c2) + TB.Of(x0, x1, x2, x3, c0, c1, c2);
    }

    /// <summary>a − b.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TB">b.</typeparam>
    public readonly struct Difference<TA, TB> : IEntry
        where TA : struct, IEntry
        where TB : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TB.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            TA.Of(x0, x1, x2, x3, c0, c1, c2) - TB.Of(x0, x1, x2, x3, c0, c1, c2);
    }

    /// <summary>ab.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TB">b.</typeparam>
    public readonly struct Product<TA, TB> : IEntry
        where TA : struct, IEntry
        where TB : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TB.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            TA.Of(x0, x1, x2, x3, c0, c1, c2) * TB.Of(x0, x1, x2, x3, c0, c1, c2);
    }

    /// <summary>a/b.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TB">b.</typeparam>
    public readonly struct Quotient<TA, TB> : IEntry
        where TA : struct, IEntry
        where TB : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TB.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            TA.Of(x0, x1, x2, x3, c0, c1, c2) / TB.Of(x0, x1, x2, x3, c0, c1, c2);
    }
}
