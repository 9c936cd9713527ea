using System.Diagnostics;

namespace GradGen.Benchmarks.Hessians;

/// <summary>One Hessian at one size, computed in three ways.</summary>
/// <param name="Name">As the rival knows it.</param>
internal sealed record Contest(string Name, string Size, Func<Matrix> Ours, Func<Matrix> Differences)
{
    public static IEnumerable<Contest> All
    {
        get
        {
            foreach (var n in new[] { 20, 100, 200 })
            {
                var numbers = new Numbers(1);
                var (a, x) = (numbers.Matrix(n, n), numbers.Vector(n));
                yield return new("quadratic", $"{n}", () => Published.Hessian_Quadratic_x(a, x),
                    () => OfDifferences(v => Published.Gradient_Quadratic_x(a, v), x));
            }

            foreach (var n in new[] { 20, 100, 200 })
            {
                var numbers = new Numbers(2);
                var (data, y, w) = (numbers.Matrix(10 * n, n), numbers.Vector(10 * n), numbers.Vector(n));
                yield return new("logistic", $"{n}", () => Published.Hessian_Logistic_w(data, y, w),
                    () => OfDifferences(v => Published.Gradient_Logistic_w(data, y, v), w));
            }

            foreach (var n in new[] { 20, 50, 100 })
            {
                var numbers = new Numbers(3);
                var (t, u, v) = (numbers.Matrix(n, n), numbers.Matrix(n, 5), numbers.Matrix(n, 5));
                yield return new("factorization", $"{n}", () => Published.Hessian_Factorization_U(t, u, v),
                    () => OfDifferences(p => MatrixMath.Vec(Published.Gradient_Factorization_U(t, MatrixMath.Unvec(p, n, 5), v)), MatrixMath.Vec(u)));
            }

            foreach (var n in new[] { 20, 100, 200 })
            {
                var numbers = new Numbers(4);
                var (w1, w2, v, x) = (numbers.Matrix(n, n), numbers.Matrix(n, n), numbers.Vector(n), numbers.Vector(n));
                yield return new("network", $"{n}", () => Published.Hessian_Network_x(w1, w2, v, x),
                    () => OfDifferences(p => Published.Gradient_Network_x(w1, w2, v, p), x));
            }
        }
    }

    /// <summary>Central differences of the gradient, column by column: two gradients for each.</summary>
    private static Matrix OfDifferences(Func<Vector, Vector> gradient, Vector x)
    {
        const double step = 1e-5;
        var at = x.ToArray();
        return Matrix.OfColumns([.. Enumerable.Range(0, x.Count).Select(Column)]);

        Vector Column(int i)
        {
            var before = at[i];
            at[i] = before + step;
            var above = gradient(Vector.Of(at));
            at[i] = before - step;
            var below = gradient(Vector.Of(at));
            at[i] = before;
            return (above - below) / (2 * step);
        }
    }

    /// <summary>The seconds that one call takes: the least of three series, each of which lasts at least a twentieth of a second.</summary>
    public static double Time(Func<Matrix> compute)
    {
        compute();
        var best = double.PositiveInfinity;
        for (var series = 0; series < 3; series++)
        {
            var calls = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                compute();
                calls++;
            }
            while (watch.Elapsed.TotalSeconds < 0.05);
            best = Math.Min(best, watch.Elapsed.TotalSeconds / calls);
        }

        return best;
    }
}
