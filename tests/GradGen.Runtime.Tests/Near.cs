namespace GradGen.Tests;

/// <summary>Asserts that numbers agree, relative to their size.</summary>
internal static class Near
{
    internal const double Tolerance = 1e-12;

    internal static void Equal(double expected, double actual, double tolerance = Tolerance)
    {
        if (!expected.Equals(actual))
        {
            var error = Math.Abs(expected - actual) / Math.Max(1e-300, Math.Abs(expected));
            Assert.True(error <= tolerance, $"expected {expected:R}, got {actual:R}");
        }
    }

    internal static void Equal(Vector expected, Vector actual, double tolerance = Tolerance) =>
        Equal(expected.ToArray(), actual.ToArray(), tolerance);

    internal static void Equal(RowVector expected, RowVector actual, double tolerance = Tolerance) =>
        Equal(expected.ToArray(), actual.ToArray(), tolerance);

    internal static void Equal(Matrix expected, Matrix actual, double tolerance = Tolerance)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Equal(expected.AsMathNet().ToColumnMajorArray(), actual.AsMathNet().ToColumnMajorArray(), tolerance);
    }

    /// <summary>Agreement relative to the largest expected entry, and exactly where entries are not finite.</summary>
    private static void Equal(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0.0).Max();
        for (var i = 0; i < expected.Length; i++)
        {
            var agrees = expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= tolerance * scale;
            Assert.True(agrees, $"entry {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }
}
