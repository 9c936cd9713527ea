using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Loops that are left early, in every way that C# has.</summary>
public static partial class Exits
{
    /// <summary>Counts whole terms until they are small, and breaks.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Series(double x)
    {
        double term = 1, sum = 0;
        var k = 0;
        while (true)
        {
            sum += term;
            k++;
            term *= x / k;
            if (Math.Abs(term) < 1e-17 || k > 60) break;
        }

        return sum;
    }

    [Differentiable(nameof(a), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double SumUntil(double a, double[] ts)
    {
        var s = 0.0;
        foreach (var t in ts)
        {
            if (t < 0) break;
            s += Math.Log(t) * a * a;
        }

        return s;
    }

    /// <summary>The logarithm of what is not positive would be NaN; it is never evaluated.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double LogsOfPositive(Vector x)
    {
        var s = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            if (x[i] <= 0) continue;
            s += Math.Sqrt(x[i]) * Math.Log(x[i]);
        }

        return s;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double NestedExits(Vector x, double a, int n)
    {
        var s = a;
        for (var i = 0; i < n; i++)
        {
            if (i % 2 == 1)
            {
                if (x[i % x.Count] > 0) continue;
                s *= 1.5;
            }
            else
            {
                if (s > 20) break;
                s += a * x[i % x.Count];
            }

            s = Math.Sin(s) + i * a;
        }

        return s * a;
    }

    /// <summary>The first argument at which a polynomial passes a bound, refined.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double FirstPassing(Vector x, double bound)
    {
        var total = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            total += x[i] * x[i];
            if (total > bound * bound) return total * bound + i;
        }

        return -total;
    }

    [Differentiable(nameof(a), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double ReturnFromTwoLoops(double a, IReadOnlyList<Vector> xs, double bound)
    {
        var s = 0.0;
        foreach (var x in xs)
        {
            for (var i = 0; i < x.Count; i++)
            {
                if (x[i] > bound) return s * a;
                s += Math.Exp(a * x[i]);
            }

            s *= a;
        }

        return s;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double DoWhile(double a)
    {
        double x = a, error;
        do
        {
            var next = Math.Cos(x) * a;
            error = Math.Abs(next - x);
            x = next;
        }
        while (error > 1e-13);
        return x * x;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double DoWhileOnce(double a)
    {
        do a = a * a * a;
        while (a > 1e9);
        return a;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double NoRounds(Vector x, double a)
    {
        var v = x;
        var s = a;
        for (var i = 0; i < 0; i++) v = a * v;
        for (var i = x.Count; i < x.Count; i++) s = s * x[i];
        while (s > 1e12) s /= x[0];
        return s * Sum(v);
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double IntegerCounter(Vector x)
    {
        var count = 0;
        var s = 1.0;
        foreach (var i in Indices)
        {
            if (i < x.Count) count += 2;
            s *= 1 + count * x[i % x.Count];
        }

        return s / (1 + count);
    }

    private static readonly int[] Indices = [0, 1, 2, 3, 4];

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Alternating(Vector x, bool flag)
    {
        var s = 1.0;
        for (var i = 0; i < x.Count; i++)
        {
            s = flag ? s * x[i] : s + Math.Exp(x[i]);
            flag = !flag;
        }

        return flag ? s : 2 * s;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double GuardedIndex(Vector x, double a)
    {
        var i = 0;
        while (i < x.Count && x[i] * a < 0.5)
        {
            a += x[i] * a;
            i++;
        }

        return a;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double EveryOther(Vector x, double a)
    {
        var s = a;
        for (int i = 0, j = x.Count - 1; i <= j; i += 2, j--)
        {
            if (i == j) continue;
            s = s * x[i] + x[j];
        }

        return s;
    }

    [Differentiable(nameof(a), nameof(b), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Switched(double a, double b, int[] moves)
    {
        foreach (var move in moves)
        {
            switch (move)
            {
                case 0:
                    (a, b) = (b, a);
                    break;
                case 1 or 2:
                    a = Math.Sin(a) * move;
                    if (a < 0) break;
                    b += a;
                    break;
                case > 8:
                    return a * b;
                case < 0:
                    continue;
                default:
                    b *= a;
                    break;
            }

            a += b * b;
        }

        return a - b;
    }

    [Differentiable(nameof(x0))]
    public static Vector Trajectory(double x0, int n)
    {
        var v = Ones(3);
        for (var k = 0; k < n; k++)
        {
            v = x0 * v + Ones(3);
            if (Norm(v) > 50) return v * v[0];
        }

        return v;
    }

    /// <summary>What two branches compute, each for itself, the branches of the adjoints read again: a column that may not be there is not taken before.</summary>
    [Differentiable]
    public static double SameInTwoBranches(Matrix A, Matrix B, bool p, bool q) =>
        Math.Sin(Inner(p ? A.Column(1) * B.Row(1) : A, q ? A.Column(1) * B.Row(0) : B));

    /// <summary>So may a number be.</summary>
    [Differentiable]
    public static double SameNumberInTwoBranches(Vector x, int i, bool p, bool q) =>
        Math.Sin((p ? Math.Exp(x[i]) * Math.Sin(Math.Exp(x[i])) : 1) * (q ? Math.Exp(x[i]) * Math.Cos(Math.Exp(x[i])) : x[0]));
}
