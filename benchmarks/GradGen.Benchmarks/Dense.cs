using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Benchmarks;

/// <summary>The entries of operands that are known to be dense, which code by hand does not ask again.</summary>
internal static class Dense
{
    /// <summary>The entries of x.</summary>
    internal static Span<double> Entries(Vector x) => ((DenseVector)x.AsMathNet()).Values;

    /// <summary>The entries of X by columns.</summary>
    internal static Span<double> Entries(Matrix x) => ((DenseMatrix)x.AsMathNet()).Values;
}
