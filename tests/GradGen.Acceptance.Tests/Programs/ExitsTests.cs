using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Programs;

public sealed class ExitsTests
{
    private static readonly double[] WithNegative = [0.5, 2, 1.5, -1, 3];

    [Fact]
    public void A_series_until_its_terms_are_small() => Of(nameof(Exits.Series)).Holds(d => [2 * d.Scalar()]);

    [Fact]
    public void A_break() => Of(nameof(Exits.SumUntil)).Holds(d => [d.Scalar(), WithNegative]);

    [Fact]
    public void A_break_that_is_not_taken() => Of(nameof(Exits.SumUntil)).Holds(d => [d.Scalar(), WithNegative[..3]]);

    [Fact]
    public void A_break_of_no_rounds() => Of(nameof(Exits.SumUntil)).Holds(d => [d.Scalar(), Array.Empty<double>()]);

    [Fact]
    public void A_continue_keeps_nan_out()
    {
        Of(nameof(Exits.LogsOfPositive)).Holds(d => [d.Vector(d.N)]);
        Assert.Equal([0, 1, 0], Exits.Gradient_LogsOfPositive(Vector.Of(0, 1, -1)).ToArray());
    }

    [Fact]
    public void Exits_in_branches() => Of(nameof(Exits.NestedExits)).Holds(d => [d.Vector(d.N), 3 + d.Scalar(), 7]);

    [Fact]
    public void A_return_inside_a_loop()
    {
        Of(nameof(Exits.FirstPassing)).Holds(d => [d.Vector(d.N), 0.3]);
        Of(nameof(Exits.FirstPassing)).Holds(d => [d.Vector(d.N), 1.1]);
        Of(nameof(Exits.FirstPassing)).Holds(d => [d.Vector(d.N), 100.0]);
    }

    [Fact]
    public void A_return_through_two_loops()
    {
        Of(nameof(Exits.ReturnFromTwoLoops)).Holds(d => [d.Scalar(), d.Vectors(d.M, d.N), 0.7]);
        Of(nameof(Exits.ReturnFromTwoLoops)).Holds(d => [d.Scalar(), d.Vectors(d.M, d.N), 2.0]);
        Of(nameof(Exits.ReturnFromTwoLoops)).Holds(d => [d.Scalar(), d.Vectors(0, d.N), 2.0]);
    }

    [Fact]
    public void A_do_loop() => Of(nameof(Exits.DoWhile)).Holds(d => [0.6 + 0.2 * d.Scalar()]);

    [Fact]
    public void A_do_loop_of_one_round() => Of(nameof(Exits.DoWhileOnce)).Holds(d => [d.Scalar()]);

    [Fact]
    public void Loops_without_rounds() => Of(nameof(Exits.NoRounds)).Holds(d => [d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void A_counter_that_is_carried() => Of(nameof(Exits.IntegerCounter)).Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void A_flag_that_is_carried()
    {
        Of(nameof(Exits.Alternating)).Holds(d => [d.Vector(d.N), true]);
        Of(nameof(Exits.Alternating)).Holds(d => [d.Vector(d.N), false]);
    }

    [Fact]
    public void A_condition_that_guards_an_index() => Of(nameof(Exits.GuardedIndex)).Holds(d => [d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void A_for_loop_with_two_counters() => Of(nameof(Exits.EveryOther)).Holds(d => [d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void A_switch_statement()
    {
        Of(nameof(Exits.Switched)).Holds(d => [d.Scalar(), d.Scalar(), new[] { 0, 1, 5, 2, -3, 0 }]);
        Of(nameof(Exits.Switched)).Holds(d => [d.Scalar(), d.Scalar(), new[] { 2, 9, 5 }]);
    }

    [Fact]
    public void A_vector_returned_from_a_loop() => Of(nameof(Exits.Trajectory)).Holds(d => [2 + d.Scalar(), 5]);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void What_two_branches_compute_alike(bool p, bool q)
    {
        Of(nameof(Exits.SameInTwoBranches)).Holds(d => [d.Matrix(d.N + 1, d.N + 1), d.Matrix(d.N + 1, d.N + 1), p, q]);
        Of(nameof(Exits.SameNumberInTwoBranches)).Holds(d => [d.Vector(d.N + 1), 1, p, q]);
    }

    private static Row Of(string method) => new(typeof(Exits), method);
}
