namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>Programs that random ones have shown to be hard, made small. They are checked as random ones are.</summary>
public sealed class PinnedProgramTests
{
    private static readonly Dictionary<string, RandomProgram> Programs = new()
    {
        ["a loop under a condition, counted again under it in reverse"] = Of(Kind.Scalar, """
            var u = A.Row(1).T;
            if (!flag)
            {
                foreach (var q in xs) u = Ones(2);
            }
            for (var i = x.Count - 1; i >= 0; i--) u *= x[i];
            return u[1];
            """, V("x", 2), M("A", 3, 2), Flag, List("xs", Kind.Vector(2))),
        ["a sum under a condition, read again under it"] = Of(Kind.Scalar, """
            var u = 1.0;
            if (flag)
            {
                var s = 0.0;
                foreach (var q in xs) s += Dot(q, x);
                u = Math.Sin(s * s);
            }
            for (var i = 0; i < 2; i++) u = Math.Tanh(u * a);
            return u;
            """, V("x", 2), S("a"), Flag, List("xs", Kind.Vector(2))),
        ["a loop that carries, then a sum in whose branches its value is read"] = Of(Kind.Scalar, """
            var z = 0.3;
            for (var i = 0; i < x.Count; i++) z = Math.Sin(z + x[i]);
            var r = 0.0;
            for (var i = 0; i < x.Count; i++)
            {
                if (c[i] > 0) r += c[i] * Math.Exp(z);
            }

            return r;
            """, V("x", 3), V("c", 3)),
        ["a loop that runs down and overwrites"] = Of(Kind.Scalar, """
            var u = 0.7;
            for (var i = x.Count - 1; i >= 0; i--) u = Math.Sin(x[i] + 0.5 * u) * (i + 1);
            for (var i = 2; i > 0; i--) u = x[i] * i + 0.3 * u;
            return u;
            """, V("x", 3)),
        ["a loop that runs down inside one that runs up"] = Of(Kind.Scalar, """
            var u = x;
            for (var i = 0; i < A.RowCount; i++)
            {
                for (var j = i; j >= 0; j--) u = Tanh(A[i, j] * u + j * x);
            }
            return Sum(u);
            """, V("x", 2), M("A", 3, 3)),
        ["a difference that is written both ways round"] = Of(Kind.Matrix(1, 4), """
            var u = Abs(Vector.Of(a));
            return Min(SubMatrix(Ones(5) * RowVector.Of(0.7, u[0]), 1, 4, 1, 1), Ones(4) * RowVector.Of(b) * (u * RowVector.Of(y[1]))).T;
            """, S("a"), S("b"), V("y", 2)),
        ["a loop that carries what nothing reads"] = Of(Kind.Scalar, """
            double u = 1, w = a;
            for (var i = 0; i < n; i++)
            {
                u = 0.7;
                w = Math.Sin(w + x[0]);
            }
            return w + 0 * u;
            """, S("a"), V("x", 2), Number),
        ["a condition that is known once arguments are"] = Of(Kind.Scalar, """
            double G(double t, Vector v) { if (t < t + 0.5) return Sum(v); return t * v[0]; }
            return G(-1, x) + G(2, 2 * x);
            """, V("x", 2)),
        ["a value that a condition and two branches on it read"] = Of(Kind.Scalar,
            "return NormSquared((flag && ts[2] < 0.6 ? Vector.Of(ts[2]) * r : Ones(1, 2)).Row(0));", new Parameter("r", Kind.Row(2)), Flag, List("ts", Kind.Scalar)),
        ["products of columns of one entry"] = Of(Kind.Scalar,
            "return (Vector.Of(a) * RowVector.Of(a) * Ones(1, 2) * (B.Column(1) * RowVector.Of(a, a) * (x * (B.Row(0) * B.T))))[0, 1];", S("a"), M("B", 2, 3), V("x", 2)),
        ["a sum of the rounds behind, read in a branch of the rounds ahead"] = Of(Kind.Scalar, """
            var l = 0.7;
            var u = x;
            foreach (var q in xs)
            {
                if (!flag)
                {
                    l += a;
                    u *= l + 0.3;
                }
            }
            return a * a * l;
            """, V("x", 2), S("a"), Flag, List("xs", Kind.Vector(2))),
        ["a column that two branches take, each for itself, and their adjoints again"] = Of(Kind.Scalar, """
            return Math.Sin(Inner(flag ? A.Column(1) * B.Row(1) : A, n switch { 1 => A.Column(1) * B.Row(0), > 2 => A.Column(1) * B.Row(1), _ => B }));
            """, M("A", 2, 2), M("B", 2, 2), Flag, Number),
        ["a condition once more inside itself"] = Of(Kind.Scalar, """
            var l = Math.Tanh(a);
            if (x[0] > 0.1) l -= l;
            if (!flag)
            {
                if (flag) l -= 3;
                l = Math.Tanh(Dot(Vector.Of(l, a), Inv(A.T * A + Identity(2)) * Vector.Of(l, a)));
            }
            var r = l;
            foreach (var t in ts) r = Math.Tanh(t);
            return r + a;
            """, S("a"), V("x", 2), M("A", 2, 2), Flag, List("ts", Kind.Scalar)),
        ["a value that two of three cases share"] = Of(Kind.Scalar, """
            var s = RowVector.Of(A[0, 1], 2, A[0, 1]) * Ones(3);
            return n switch { 1 => s, > 2 => s, _ => 2 };
            """, M("A", 2, 2), Number),
        ["a loop in two branches whose value a later branch reads"] = Of(Kind.Vector(2), """
            var l = 0.3 * x;
            if (flag) { foreach (var t in xs) l += l; l = Sin(l); }
            else l = Sin(l);
            if (flag) l = 0.5 * l;
            else { foreach (var t in xs) l = Tanh(l); l += x; }
            return l;
            """, V("x", 2), List("xs", Kind.Vector(2)), Flag),
        ["a branch that reads a sum over the same items"] = Of(Kind.Scalar, """
            return xs.Sum(t => Dot(t, x) < 0.2 ? Math.Log(Sum(Exp(t + x))) : a * a) * xs.Sum(t => Dot(t, x) < 0.2 ? Math.Log(Sum(Exp(t + x))) : a * a);
            """, V("x", 2), S("a"), List("xs", Kind.Vector(2))),
        ["a running sum that another value reads"] = Of(Kind.Scalar, """
            var (l, u) = (0.3 * x, x);
            foreach (var t in xs) { l += t; u = Tanh(u + l); l += 0.1 * x; }
            return Sum(u) + Dot(l, l);
            """, V("x", 2), List("xs", Kind.Vector(2))),
        ["a running sum inside another"] = Of(Kind.Vector(2), """
            var s = x;
            foreach (var t in xs) { var r = x; foreach (var u in xs) r -= 0.5 * PointwiseMultiply(u, x); s += r; }
            return s;
            """, V("x", 2), List("xs", Kind.Vector(2))),
        ["vec of an outer product"] = Of(Kind.Vector(6), "return Vec(x * y.T);", V("x", 2), V("y", 3)),
        ["vec of an outer product twice"] = Of(Kind.Scalar, "return Sum(Pow(Vec(x * y.T), 3)) + Norm(Vec(y * x.T).T);", V("x", 2), V("y", 3)) with { HasHessian = true },
    };

    private static readonly Lazy<Dictionary<string, Verdict>> Verdicts = new(() => Programs.Keys.Zip(Batch.Check([.. Programs.Values])).ToDictionary(p => p.First, p => p.Second));

    private static Parameter Flag => new("flag", Kind.Condition);

    private static Parameter Number => new("n", new("int"));

    public static TheoryData<string> All() => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Pinned_programs_have_right_derivatives(string name) => Assert.Equal(new Verdict(null), Verdicts.Value[name]);

    private static Parameter S(string name) => new(name, Kind.Scalar);

    private static Parameter V(string name, int n) => new(name, Kind.Vector(n));

    private static Parameter M(string name, int m, int n, string structure = "") => new(name, Kind.Matrix(m, n), Structure: structure);

    private static Parameter List(string name, Kind item) => new(name, item, $"IReadOnlyList<{item.Name}>");

    private static RandomProgram Of(Kind returns, string body, params Parameter[] parameters) =>
        new(1, parameters, returns, [], new(Kind.Block, "", new Node(Kind.Statement, body.Replace("{", "{{").Replace("}", "}}"))), false);
}
