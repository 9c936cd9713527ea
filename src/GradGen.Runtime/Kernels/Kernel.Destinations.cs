namespace GradGen;

/// <content>What generated code needs to write results where the caller wants them.</content>
public static partial class Kernel
{
    /// <summary>A value as it is before a destination is written: itself, or a copy where the two share their entries.</summary>
    /// <param name="x">The value.</param>
    /// <param name="destination">The destination.</param>
    /// <returns>The value.</returns>
    public static Vector Apart(Vector x, Vector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static Vector Apart(Vector x, RowVector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static Vector Apart(Vector x, Matrix destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static RowVector Apart(RowVector x, Vector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static RowVector Apart(RowVector x, RowVector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static RowVector Apart(RowVector x, Matrix destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static Matrix Apart(Matrix x, Vector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static Matrix Apart(Matrix x, RowVector destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    /// <inheritdoc cref="Apart(Vector, Vector)"/>
    public static Matrix Apart(Matrix x, Matrix destination) => AreApart(EntriesOf(x), EntriesOf(destination), x.Storage, destination.Storage) ? x : Copy(x);

    private static double[]? EntriesOf(Vector x) => x.Storage.DenseEntries();

    private static double[]? EntriesOf(RowVector x) => x.Storage.DenseEntries();

    private static double[]? EntriesOf(Matrix x) => x.Storage.DenseEntries();

    private static bool AreApart(double[]? x, double[]? y, object storageOfX, object storageOfY) =>
        !ReferenceEquals(storageOfX, storageOfY) && (x is null || !ReferenceEquals(x, y));
}
