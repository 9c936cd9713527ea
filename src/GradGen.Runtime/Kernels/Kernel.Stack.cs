namespace GradGen;

// The parts come in a span, which costs no array; generated code in a C# older than 13 takes the overload with an array.
public static partial class Kernel
{
    /// <inheritdoc cref="Vector.Of(double[])"/>
    public static Vector VectorOf(params ReadOnlySpan<double> parts) => Dense.Copy(parts);

    /// <inheritdoc cref="Vector.Of(double[])"/>
    public static Vector VectorOf(params double[] parts) => Vector.Of(parts);

    /// <inheritdoc cref="RowVector.Of(double[])"/>
    public static RowVector RowVectorOf(params ReadOnlySpan<double> parts) => new(Dense.Copy(parts));

    /// <inheritdoc cref="RowVector.Of(double[])"/>
    public static RowVector RowVectorOf(params double[] parts) => RowVector.Of(parts);

    /// <inheritdoc cref="Matrix.OfRows(RowVector[])"/>
    public static Matrix OfRows(params ReadOnlySpan<RowVector> parts) => Matrix.OfRows(ArrayOf(parts));

    /// <inheritdoc cref="Matrix.OfRows(RowVector[])"/>
    public static Matrix OfRows(params RowVector[] parts) => Matrix.OfRows(parts);

    /// <inheritdoc cref="Matrix.OfColumns(Vector[])"/>
    public static Matrix OfColumns(params ReadOnlySpan<Vector> parts) => Matrix.OfColumns(ArrayOf(parts));

    /// <inheritdoc cref="Matrix.OfColumns(Vector[])"/>
    public static Matrix OfColumns(params Vector[] parts) => Matrix.OfColumns(parts);

    /// <inheritdoc cref="MatrixMath.HorizontalConcat(Matrix[])"/>
    public static Matrix HorizontalConcat(params ReadOnlySpan<Matrix> parts) => MatrixMath.HorizontalConcat(ArrayOf(parts));

    /// <inheritdoc cref="MatrixMath.HorizontalConcat(Matrix[])"/>
    public static Matrix HorizontalConcat(params Matrix[] parts) => MatrixMath.HorizontalConcat(parts);

    /// <inheritdoc cref="MatrixMath.HorizontalConcat(Vector[])"/>
    public static Matrix HorizontalConcat(params ReadOnlySpan<Vector> parts) => MatrixMath.HorizontalConcat(ArrayOf(parts));

    /// <inheritdoc cref="MatrixMath.HorizontalConcat(Vector[])"/>
    public static Matrix HorizontalConcat(params Vector[] parts) => MatrixMath.HorizontalConcat(parts);

    /// <inheritdoc cref="MatrixMath.VerticalConcat(Matrix[])"/>
    public static Matrix VerticalConcat(params ReadOnlySpan<Matrix> parts) => MatrixMath.VerticalConcat(ArrayOf(parts));

    /// <inheritdoc cref="MatrixMath.VerticalConcat(Matrix[])"/>
    public static Matrix VerticalConcat(params Matrix[] parts) => MatrixMath.VerticalConcat(parts);

    /// <inheritdoc cref="MatrixMath.VerticalConcat(Vector[])"/>
    public static Vector VerticalConcat(params ReadOnlySpan<Vector> parts) => MatrixMath.VerticalConcat(ArrayOf(parts));

    /// <inheritdoc cref="MatrixMath.VerticalConcat(Vector[])"/>
    public static Vector VerticalConcat(params Vector[] parts) => MatrixMath.VerticalConcat(parts);

    private static T[] ArrayOf<T>(ReadOnlySpan<T> parts)
    {
        var array = NewArray<T>(parts.Length);
        parts.CopyTo(array);
        return array;
    }
}
