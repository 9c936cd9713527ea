using System.Runtime.ExceptionServices;

namespace GradGen;

/// <summary>
/// Central differences with Richardson extrapolation to step 0 (Ridders, Advances in Engineering Software 4, 1982): the tableau
/// entry with the smallest estimated error wins, entry by entry of the function's value.
/// </summary>
internal sealed class CentralDifferences
{
    private const double FirstStep = 0.02;

    // 1/√e, far from ratios of small integers: steps that are all multiples of a period would look like convergence.
    private const double Contraction = 0.6065306597126334;
    private const int MaximalLevels = 40;
    private const int MaximalOrder = 8;
    private const double Epsilon = 2.220446049250313e-16;

    // A level that is worse than the best ends the search only where the best is this good, relative to the derivative or
    // to rounding: the first steps may be too large to say anything.
    private const double Plausible = 1e-9;
    private const double PlausibleNoise = 16.0;

    private readonly double[] _best;
    private readonly double[] _error;
    private double[][] _previous = [];

    private CentralDifferences(int count)
    {
        _best = new double[count];
        _error = new double[count];
        Array.Fill(_best, double.NaN);
        Array.Fill(_error, double.PositiveInfinity);
    }

    /// <summary>
    /// f'(x). Steps at which f throws an <see cref="ArithmeticException"/> (a matrix not positive definite, say) are left out; if
    /// that is so at every step, the exception is passed on.
    /// </summary>
    internal static double[] Derivative(Func<double, double[]> f, double x)
    {
        CentralDifferences? search = null;
        ExceptionDispatchInfo? failure = null;
        var step = FirstStep * Math.Max(1.0, Math.Abs(x));
        for (var level = 0; level < MaximalLevels; level++, step *= Contraction)
        {
            var (right, left) = (x + step, x - step);
            double[] above;
            double[] below;
            try
            {
                (above, below) = (f(right), f(left));
            }
            catch (ArithmeticException exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
                search?.Restart();
                continue;
            }

            search ??= new CentralDifferences(above.Length);
            if (!search.Refine(above, below, right - left))
            {
                break;
            }
        }

        if (search is null)
        {
            failure?.Throw();
        }

        return search!._best;
    }

    /// <summary>Forgets the last level: extrapolation takes steps in a constant ratio.</summary>
    private void Restart() => _previous = [];

    /// <summary>Takes in one more level; returns whether a further one can be of use.</summary>
    private bool Refine(double[] above, double[] below, double width)
    {
        var row = new double[Math.Min(_previous.Length + 1, MaximalOrder)][];
        for (var order = 0; order < row.Length; order++)
        {
            row[order] = new double[_best.Length];
        }

        var useful = false;
        for (var i = 0; i < _best.Length; i++)
        {
            var noise = Epsilon * Math.Max(Math.Abs(above[i]), Math.Abs(below[i])) / width;
            row[0][i] = (above[i] - below[i]) / width;
            useful |= Extrapolate(row, i, noise);
        }

        _previous = row;
        return useful;
    }

    private bool Extrapolate(double[][] row, int i, double noise)
    {
        var smallest = double.PositiveInfinity;
        var power = 1.0;
        for (var order = 1; order < row.Length; order++)
        {
            power /= Contraction * Contraction;
            var (coarse, fine) = (_previous[order - 1][i], row[order - 1][i]);
            var value = fine + ((fine - coarse) / (power - 1.0));
            row[order][i] = value;
            var error = Math.Max(Math.Abs(value - fine), Math.Abs(value - coarse)) + noise;
            smallest = Math.Min(smallest, double.IsNaN(error) ? double.PositiveInfinity : error);
            if (error < _error[i])
            {
                (_best[i], _error[i]) = (value, error);
            }
        }

        var plausible = _error[i] <= (Plausible * Math.Abs(_best[i])) + (PlausibleNoise * noise);
        return !(plausible && smallest > 2.0 * _error[i]);
    }
}
