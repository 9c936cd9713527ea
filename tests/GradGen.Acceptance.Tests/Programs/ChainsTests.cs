using AcceptanceTests.Verification;

namespace AcceptanceTests.Programs;

public sealed class ChainsTests
{
    [Fact]
    public void More_than_one_pass_takes() => new Row(typeof(Chains), nameof(Chains.Wide))
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Scalar(), d.Scalar()]);

    [Fact]
    public void In_rounds() => new Row(typeof(Chains), nameof(Chains.Rounds)).Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.M, d.N), 3]);

    [Fact]
    public void In_a_branch()
    {
        new Row(typeof(Chains), nameof(Chains.Branch)).Holds(d => [d.Row(d.N), d.Row(d.N), -100.0]);
        new Row(typeof(Chains), nameof(Chains.Branch)).Holds(d => [d.Row(d.N), d.Row(d.N), 100.0]);
    }

    [Fact]
    public void What_is_read_twice() => new Row(typeof(Chains), nameof(Chains.Shared)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);
}
