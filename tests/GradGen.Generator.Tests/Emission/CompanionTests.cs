using System.Reflection;

namespace GradGen.Generator.Tests.Emission;

/// <summary>Generated files as a whole, each compiled without a warning beside its source.</summary>
public sealed class CompanionTests
{
    [Fact]
    public void Expression_body() => Match("""
        namespace Docs;

        public static partial class Models
        {
            [Differentiable]
            public static double LeastSquares(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A * x - y);
        }
        """);

    [Fact]
    public void Block_with_locals() => Match("""
        public static partial class Models
        {
            /// <summary>A method that reassigns, compounds and shares.</summary>
            [Differentiable]
            internal static double Ridge(Matrix A, Vector x, Vector y, double lambda)
            {
                var r = A * x;
                r -= y;
                double loss = NormSquared(r);
                loss += lambda * NormSquared(x);
                loss /= 2 * A.RowCount;
                return loss;
            }
        }
        """);

    [Fact]
    public void Loop_with_one_factorization() => Match("""
        public static partial class Models
        {
            [Differentiable]
            public static double Gaussian(Vector mu, [PositiveDefinite] Matrix Sigma, IReadOnlyList<Vector> xs)
            {
                var value = -0.5 * xs.Count * LogDet(Sigma);
                foreach (var x in xs)
                {
                    var d = x - mu;
                    value -= 0.5 * (d.T * Inv(Sigma) * d);
                }

                return value;
            }
        }
        """);

    [Fact]
    public void Derivations() => Match("""
        public partial class Outer<T>
        {
            private readonly partial record struct Inner
            {
                [Differentiable(Emit = Derivatives.Gradient | Derivatives.Derivation)]
                public static double Quadratic([Symmetric] Matrix A, Vector x) => x.T * A * x;

                [Differentiable(Emit = Derivatives.Derivation)]
                private Matrix Sandwich(Matrix A, Matrix X) => A * X * A.T;
            }

            [Differentiable(nameof(A), Emit = Derivatives.Derivation)]
            internal static double Iterated(Matrix A, Vector x)
            {
                var s = x;
                for (var i = 0; i < 3; i++) s = Tanh(A * s);
                return NormSquared(s);
            }
        }
        """);

    [Fact]
    public void Branches() => Match("""
        public static partial class Models
        {
            [Differentiable]
            public static double Huber(double r, double delta, bool robust)
            {
                var size = Math.Abs(r);
                if (!robust || size <= delta) return 0.5 * r * r;
                return delta * (size - 0.5 * delta);
            }

            [Differentiable]
            public static double Steps(Vector x, int kind) => kind switch { 0 => Sum(x), 1 => NormSquared(x), _ => LogSumExp(x) };
        }
        """);

    [Fact]
    public void Numerator_layout() => Match("""
        public static partial class Models
        {
            [Differentiable(Layout = Layout.Numerator)]
            public static double Quadratic([Symmetric] Matrix A, Vector x) => x.T * A * x;

            [Differentiable(nameof(x), Layout = Layout.Numerator)]
            public static RowVector Row(Matrix A, Vector x) => x.T * A;
        }
        """);

    [Fact]
    public void Forms_of_arrays() => Match("""
        public static partial class Models
        {
            [Differentiable(nameof(x))]
            public static Vector ColumnByRow(Matrix A, RowVector x) => A * x.T;

            [Differentiable(nameof(x))]
            public static RowVector RowByColumn(Matrix A, Vector x) => x.T * A;

            [Differentiable(nameof(t))]
            public static Matrix ByScalar(Matrix A, Matrix B, double t) => A + t * t * B;
        }
        """);

    [Fact]
    public void Jacobian_pushforward_pullback() => Match("""
        public static partial class Models
        {
            [Differentiable(Emit = Derivatives.Jacobian | Derivatives.Pushforward | Derivatives.Pullback)]
            public static Matrix Sandwich(Matrix A, Matrix X) => A * X * A.T;
        }
        """);

    [Fact]
    public void Hessian_and_products_with_it() => Match("""
        public static partial class Models
        {
            [Differentiable(nameof(x), Emit = Derivatives.Hessian | Derivatives.HessianVectorProduct)]
            public static double Quartic(Matrix A, Vector x)
            {
                var q = x.T * A * x;
                return q * q;
            }
        }
        """);

    [Fact]
    public void Value_gradients_and_blocks_of_the_Hessian() => Match("""
        public static partial class Models
        {
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
            public static double LeastSquares(Matrix A, Vector x, double c) => NormSquared(A * x) + c * Sum(x);

            [Differentiable(nameof(S), Emit = Derivatives.Hessian | Derivatives.HessianVectorProduct)]
            public static double Projected([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix S, Matrix B) => Tr(S * B * S);
        }
        """);

    [Fact]
    public void Containers_and_accessibilities() => Match("""
        namespace Outer.@event
        {
            internal partial class Box<T, @class> where T : struct
            {
                protected internal partial interface IShape<in TIn>
                {
                    [Differentiable] static double E(double a) => a * a;
                }

                private protected partial class Ring<TIn>
                {
                    private protected abstract partial record Node
                    {
                        [Differentiable] private protected static double F(Vector x) => NormSquared(x);
                        [Differentiable] protected internal static double G<U>(double a, U unused) where U : class?, IDisposable => a * a;
                    }
                }

                private readonly partial struct Hidden
                {
                    [Differentiable] internal double H(double a) => a * a;
                    [Differentiable] private static double I(double a) => a * a * a;
                }
            }
        }
        """);

    [Fact]
    public void Instance_method_reads_what_does_not_change() => Match("""
        public readonly partial record struct Spring(double Stiffness)
        {
            public const double Half = 0.5;
            private readonly double rest = 1.25;
            private static readonly Vector Origin = Vector.Of(0, 0, 0);

            public Vector Anchor { get; init; } = Origin;

            [Differentiable]
            public double Energy(Vector x)
            {
                var stretch = Norm(x - Anchor) - rest;
                return Half * Stiffness * stretch * stretch + NormSquared(x - Origin);
            }
        }
        """);

    [Fact]
    public void Overloads_and_keywords() => Match("""
        public static partial class Models
        {
            [Differentiable] public static double @double(double @class, double @params) => @class * @params;
            [Differentiable] public static double @double(Vector @class, Vector @params) => Dot(@class, @params);
            [Differentiable(nameof(@event))] public static double @double(Vector @event, string @string) => NormSquared(@event);
        }
        """);

    [Fact]
    public void Names_that_are_taken() => Match("""
        public static partial class Models
        {
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
            public static double Names(Vector x, Vector dx, Vector gradient_x, Vector v, double seed, double Value) =>
                seed * Value * (Dot(x, dx) + Dot(gradient_x, v)) * Dot(x, v);

            [Differentiable]
            public static double Tuples(double Rest, double Item1, double ToString, double Equals, double GetHashCode, double CompareTo, double Deconstruct) =>
                Rest * Item1 * ToString * Equals * GetHashCode * CompareTo * Deconstruct;

            [Differentiable]
            public static double Locals(Vector t1, Vector t2, IReadOnlyList<Vector> i)
            {
                var j = Dot(t1, t2);
                foreach (var k in i) j += Math.Exp(Dot(t1, k)) * Dot(t2, k);
                return j * j;
            }
        }
        """);

    [Fact]
    public void Loops_over_entries_and_rows() => Match("""
        public static partial class Models
        {
            [Differentiable]
            public static double Pairs(Vector x, Matrix Y)
            {
                var s = 0.0;
                for (var i = 0; i < Y.RowCount; i++)
                {
                    for (var j = 0; j < i; j++)
                    {
                        if (x[i] > x[j]) s += x[i] * NormSquared(Y.Row(i) - Y.Row(j));
                    }
                }

                return s;
            }
        }
        """);

    [Fact]
    public void Loop_whose_branches_read_what_no_round_changes() => Match("""
        public static partial class Models
        {
            [Differentiable(nameof(S))]
            public static double Distances(IReadOnlyList<Vector> xs, Matrix S, IReadOnlyList<Vector> ws)
            {
                var r = 0.0;
                foreach (var x in xs)
                {
                    foreach (var w in ws)
                    {
                        if (Sum(w) > 0) r += Dot(w, Inv(S) * x);
                    }
                }

                return r;
            }
        }
        """);

    [Fact]
    public void Loops_that_carry_values_over_lists_and_records() => Match("""
        public sealed record Layer(Matrix W, Vector b);

        public static partial class Models
        {
            [Differentiable(nameof(Ws), nameof(h))]
            public static double Deep(IReadOnlyList<Matrix> Ws, Vector h)
            {
                foreach (var W in Ws) h = Tanh(W * h);
                return NormSquared(h);
            }

            [Differentiable]
            public static double Recurrent(Layer layer, IReadOnlyList<Vector> xs)
            {
                var h = Zeros(layer.b.Count);
                foreach (var x in xs) h = Tanh(layer.W * h + x + layer.b);
                return Sum(h);
            }

            [Differentiable]
            public static double Root(double a)
            {
                var x = a;
                while (Math.Abs(x * x - a) > 1e-12 * a) x = 0.5 * (x + a / x);
                return x;
            }
        }
        """);

    [Fact]
    public void Symmetric_conventions() => Match("""
        public static partial class Models
        {
            [Differentiable(nameof(A))] public static double Plain([Symmetric] Matrix A, Vector x) => x.T * A * x + LogDet(A);
            [Differentiable(nameof(A))] public static double Projected([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix A, Matrix B) => Tr(B * A);
            [Differentiable(nameof(A))] public static double Shared([PositiveDefinite(Gradient = SymmetricGradient.SharedEntries)] Matrix A) => LogDet(A);
        }
        """);

    [Fact]
    public void Optional_and_params_arguments() => Match("""
        public static partial class Models
        {
            [Differentiable]
            public static double Optional(in Vector x, double weight = -1.5e-7, int power = 2, bool twice = true, string? label = null, DayOfWeek day = DayOfWeek.Friday) =>
                weight * Math.Pow(x[0], power) * (twice ? 2 : 1);

            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pullback)]
            public static double Many(double a, params double[] ts)
            {
                var s = 0.0;
                foreach (var t in ts) s += Math.Exp(a * t);
                return s;
            }
        }
        """);

    [Fact]
    public void Every_accepted_file_belongs_to_a_test()
    {
        var tests = typeof(CompanionTests).Assembly.GetTypes().SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => $"{t.Name}.{m.Name}")).ToHashSet();
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Here()))!;
        var files = Directory.GetFiles(root, "*.verified.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.All(files.Select(f => Path.GetFileName(f).Split('#')[0]), test => Assert.Contains(test, tests));
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    private static void Match(string source, [System.Runtime.CompilerServices.CallerFilePath] string test = "", [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Match(GeneratorRun.Of(source), test, name);
}
