namespace GradGen;

public static partial class Kernel
{
    /// <summary>x/‖x‖, and 0 at 0: the subgradient of the 2-norm that is used there. Neither overflows nor underflows.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The direction of x, n.</returns>
    public static Vector Normalize(Vector x)
    {
        if (Dense.Apply(x.Storage, EuclideanNorm.Normalize) is { } direction)
        {
            return direction;
        }

        var largest = EuclideanNorm.Largest(Stored.Values(x.Storage));
        return largest == 0.0 ? Copy(x) : WithoutOverflow(x / largest);

        static Vector WithoutOverflow(Vector scaled) => scaled / EuclideanNorm.Of(Stored.Values(scaled.Storage));
    }

    /// <inheritdoc cref="Normalize(Vector)"/>
    public static RowVector Normalize(RowVector x) => Normalize(x.T).T;

    /// <summary>X/‖X‖ by the Frobenius norm, and 0 at 0: the subgradient of the norm that is used there. Neither overflows nor underflows.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The direction of X, m×n.</returns>
    public static Matrix Normalize(Matrix x)
    {
        if (Dense.Apply(x.Storage, EuclideanNorm.Normalize) is { } direction)
        {
            return direction;
        }

        var largest = EuclideanNorm.Largest(Stored.Values(x.Storage));
        return largest == 0.0 ? Copy(x) : WithoutOverflow(x / largest);

        static Matrix WithoutOverflow(Matrix scaled) => scaled / EuclideanNorm.Of(Stored.Values(scaled.Storage));
    }

    /// <summary>1 where an entry is positive, otherwise 0: the derivative of max(x, 0), with the subgradient 0 at 0; NaN at NaN.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The zeros and ones, n.</returns>
    public static Vector StepOf(Vector x) => Elementwise.Map(x, Entrywise.Step, Step);

    /// <inheritdoc cref="StepOf(Vector)"/>
    public static RowVector StepOf(RowVector x) => StepOf(x.T).T;

    /// <summary>1 where an entry is positive, otherwise 0: the derivative of max(x, 0), with the subgradient 0 at 0; NaN at NaN.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The zeros and ones, m×n.</returns>
    public static Matrix StepOf(Matrix x) => Elementwise.Map(x, Entrywise.Step, Step);

    /// <summary>The sign of x, 0 at 0 and NaN at NaN (where <see cref="Math.Sign(double)"/> throws).</summary>
    /// <param name="x">x.</param>
    /// <returns>−1, 0 or 1.</returns>
    public static double Sign(double x) => x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : double.IsNaN(x) ? x : 0.0;

    /// <summary>1 where x is positive, otherwise 0; NaN at NaN.</summary>
    /// <param name="x">x.</param>
    /// <returns>0 or 1.</returns>
    public static double Step(double x) => x > 0.0 ? 1.0 : double.IsNaN(x) ? x : 0.0;
}
