using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Programs;

public sealed class RecurrencesTests
{
    [Fact]
    public void A_recurrent_network() => Of(nameof(Recurrences.Rnn))
        .Holds(d => [d.Matrix(d.N, d.N), d.Matrix(d.N, d.P), d.Vector(d.N), d.Vector(d.N), d.Vectors(d.M, d.P), d.Vector(d.N)]);

    [Fact]
    public void A_recurrent_network_without_observations() => Of(nameof(Recurrences.Rnn))
        .Holds(d => [d.Matrix(d.N, d.N), d.Matrix(d.N, d.P), d.Vector(d.N), d.Vector(d.N), d.Vectors(0, d.P), d.Vector(d.N)]);

    [Fact]
    public void A_recurrent_network_with_losses() => Of(nameof(Recurrences.RnnWithLosses))
        .Holds(d => [d.Matrix(d.N, d.N), d.Matrix(d.N, d.P), d.Vector(d.N), d.Vector(d.N), d.Vectors(d.M, d.P), d.Vector(d.M).ToArray()]);

    [Fact]
    public void An_lstm() => Of(nameof(Recurrences.Lstm))
        .Holds(d => [d.Matrix(4 * d.N, d.P), d.Matrix(4 * d.N, d.N), d.Vector(4 * d.N), d.Vectors(d.M, d.P), d.Vector(d.N), d.N]);

    [Fact]
    public void Horner() => Of(nameof(Recurrences.Horner)).Holds(d => [d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void Newton_until_it_stands() => Of(nameof(Recurrences.NewtonRoot)).Holds(d => [2 + d.Scalar()]);

    [Fact]
    public void The_derivative_of_a_root_is_that_of_the_square_root() =>
        Assert.Equal(0.5 / Math.Sqrt(7), Recurrences.Gradient_NewtonRoot(7), 1e-12);

    [Fact]
    public void A_solver_that_takes_functions() => Of(nameof(Recurrences.CubeRoot)).Holds(d => [2 + d.Scalar()]);

    [Fact]
    public void Kepler() => Of(nameof(Recurrences.Kepler)).Holds(d => [1 + d.Scalar(), 0.4 + 0.2 * d.Scalar()]);

    [Fact]
    public void Power_iteration() => Of(nameof(Recurrences.PowerIteration)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), 6]);

    [Fact]
    public void A_kalman_filter() => Of(nameof(Recurrences.Kalman))
        .Holds(d => [d.Matrix(d.N, d.N), d.Matrix(d.P, d.N), d.PositiveDefinite(d.N), d.PositiveDefinite(d.P), d.Vector(d.N), d.PositiveDefinite(d.N), d.Vectors(d.M, d.P)]);

    [Fact]
    public void A_descent() => Of(nameof(Recurrences.UnrolledDescent)).Holds(d => [d.PositiveDefinite(d.N), d.Vector(d.N), d.Vector(d.N), 0.1, 5]);

    [Fact]
    public void A_pendulum() => Of(nameof(Recurrences.Pendulum)).Holds(d => [d.Scalar(), 1.5 + d.Scalar(), 0.1 * d.Scalar(), 0.05, 20]);

    private static Row Of(string method) => new(typeof(Recurrences), method);
}
