using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

public sealed class NormalizersTests
{
    [Fact]
    public void An_embedding() => Of(nameof(Normalizers.Embedding)).Holds(d => [d.Matrix(d.N, 2), Exp(d.Matrix(d.N, d.N))]);

    [Fact]
    public void A_carried_value_in_a_sum() => Of(nameof(Normalizers.CarriedThenSummed)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void A_carried_value_in_a_recurrence() => Of(nameof(Normalizers.CarriedThenCarried)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void A_sum_in_a_choice() => Of(nameof(Normalizers.Choices)).Holds(d => [d.Vector(d.N), d.Vector(d.N), true]);

    [Fact]
    public void A_factorization_in_a_branch() => Of(nameof(Normalizers.Distances)).Holds(d => [Enumerable.Range(0, d.N).Select(_ => d.Vector(3)).ToList(), d.PositiveDefinite(3), Weights(d)]);

    [Fact]
    public void A_factorization_in_a_branch_of_a_recurrence() => Of(nameof(Normalizers.Relaxed)).Holds(d => [d.PositiveDefinite(3), d.Vector(3), Weights(d)]);

    [Fact]
    public void A_branch_that_is_never_taken_computes_nothing()
    {
        var gradient = Normalizers.Gradient_Relaxed(Zeros(2, 2), Vector.Of(1, 2), Vector.Of(0.1, 0.2, 0.3));

        Assert.Equal(0, FrobeniusNorm(gradient.S));
        Assert.Equal(Ones(2), gradient.h);
    }

    // Some rounds take the branch, the first does not.
    private static Vector Weights(Draw d) => Vector.Of([0.2, 0.9, .. d.Vector(d.N).ToArray().Select(Math.Abs)]);

    private static Row Of(string method) => new(typeof(Normalizers), method);
}
