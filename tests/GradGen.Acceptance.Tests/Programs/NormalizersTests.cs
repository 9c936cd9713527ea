using AcceptanceTests.Verification;
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

    private static Row Of(string method) => new(typeof(Normalizers), method);
}
