namespace GradGen;

/// <content>Storage for loops over entries that generated code writes itself.</content>
public static partial class Kernel
{
    /// <summary>A dense vector whose entries are all about to be written; they are not zero.</summary>
    /// <param name="n">The number of entries.</param>
    /// <returns>The vector, n.</returns>
    public static Vector NewVector(int n) => Dense.NewVector(n);

    /// <summary>A dense matrix whose entries are all about to be written; they are not zero.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>The matrix, m×n.</returns>
    public static Matrix NewMatrix(int m, int n) => Dense.NewMatrix(m, n);

    /// <summary>All entries, of a matrix by columns: without a copy where the storage is dense.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The entries, n.</returns>
    public static ReadOnlySpan<double> Entries(Vector x) => Stored.All(x.Storage);

    /// <inheritdoc cref="Entries(Vector)"/>
    public static ReadOnlySpan<double> Entries(RowVector x) => Stored.All(x.Storage);

    /// <inheritdoc cref="Entries(Vector)"/>
    public static ReadOnlySpan<double> Entries(Matrix x) => Stored.All(x.Storage);

    /// <summary>The entries of dense storage, to be written.</summary>
    /// <param name="x">x, n, dense.</param>
    /// <returns>The entries, n.</returns>
    /// <exception cref="ArgumentException">The storage is not dense.</exception>
    public static Span<double> WritableEntries(Vector x) => x.Storage.DenseEntries() ?? throw NotDense();

    /// <inheritdoc cref="WritableEntries(Vector)"/>
    public static Span<double> WritableEntries(RowVector x) => x.Storage.DenseEntries() ?? throw NotDense();

    /// <inheritdoc cref="WritableEntries(Vector)"/>
    public static Span<double> WritableEntries(Matrix x) => x.Storage.DenseEntries() ?? throw NotDense();

    private static ArgumentException NotDense() => new("WritableEntries: the storage is not dense");
}
