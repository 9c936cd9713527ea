namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>Programs whose companions compute a map between products in one pass: checked as random ones are.</summary>
public sealed class MapProgramTests
{
    private static readonly string[] Programs =
    [
        "return FrobeniusNormSquared(xs[0] - U * V);",
        "return Sum(Softplus(U * V)) - Inner(xs[0], U * V);",
        "return FrobeniusNormSquared(xs[0] + 0.3 * U * V) + c * FrobeniusNormSquared(U) + Sum(V);",
        "return Math.Sqrt(1 + Sum(Square(c * U * V - xs[1])));",
        "return Sum(Tanh((U * V).T)) * c;",
        "return Math.Log(1 + 0.01 * Sum(Sigmoid(U * V + xs[1])));",
        "return Tr(xs[0] * Tanh(U * V).T) + FrobeniusNormSquared(U * V);",
        "if (c > 0) return Sum(Exp(0.3 * U * V)) + c; return Sum(Square(U));",
        "var u = U; for (var i = 0; i < 2; i++) u = u - 0.1 * Tanh(u * V - xs[i]) * V.T; return FrobeniusNormSquared(u);",
        "return FrobeniusNormSquared(xs[0] - U * V) + Sum(Exp(0.2 * U.T * W)) - Sum(PointwiseMultiply(U.T * W, U.T * W));",
    ];

    private static readonly Lazy<Dictionary<string, Verdict>> Verdicts = new(() =>
        Programs.Zip(Batch.Check([.. Programs.Select(Of)])).ToDictionary(p => p.First, p => p.Second));

    public static TheoryData<string> All() => [.. Programs];

    [Theory]
    [MemberData(nameof(All))]
    public void Derivatives_are_right(string body)
    {
        Assert.Equal(new Verdict(null), Verdicts.Value[body]);
        Assert.Contains(GeneratorRun.Of(Of(body).Source("P")).Files, f => f.SourceText.ToString().Contains("Kernel.ProductsOfMap<", StringComparison.Ordinal));
    }

    private static RandomProgram Of(string body) => new(
        1,
        [
            new("U", Kind.Matrix(3, 2)), new("V", Kind.Matrix(2, 4)), new("W", Kind.Matrix(3, 3)), new("c", Kind.Scalar), new("xs", Kind.Matrix(3, 4), "IReadOnlyList<Matrix>"),
        ],
        Kind.Scalar, [], new(Kind.Block, "", new Node(Kind.Statement, body.Replace("{", "{{").Replace("}", "}}"))), HasHessian: body.Contains("Square", StringComparison.Ordinal));
}
