using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

public sealed class ModelsTests
{
    [Fact]
    public void Attention_that_looks_back() => Of(nameof(Models.Attention)).Holds(d => [d.Matrix(d.M, d.N), new Block(d.Matrix(d.N, 2), d.Matrix(d.N, 2), d.Matrix(d.N, d.P), new(d.Vector(d.P), d.Vector(d.P)))]);

    [Fact]
    public void Gated_unit() => Of(nameof(Models.GatedUnit)).Holds(d => [new Gates(d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)), d.Vector(d.N), d.Vectors(3, d.N)]);

    [Fact]
    public void Flow_of_a_network() => Of(nameof(Models.Flow)).Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N), d.Vector(d.N), 3]);

    [Fact]
    public void Points_seen_by_a_camera() => Of(nameof(Models.Seen)).Holds(d => [d.Vector(3), d.Vector(3), d.Vectors(d.N, 3), d.Vectors(d.N, 2)]);

    [Fact]
    public void Procrustes() => Of(nameof(Models.Procrustes)).Holds(d => [MatrixExp(Skew(d.Vector(3))), d.Matrix(3, d.N), d.Matrix(3, d.N)]);

    [Fact]
    public void Barrier() => Of(nameof(Models.Barrier)).Holds(d => [d.Vector(d.N), d.Matrix(d.M, d.N), (d.N + 1) * Ones(d.M), d.Vector(d.N), 3.0]);

    [Fact]
    public void Portfolio() => Of(nameof(Models.Portfolio)).Holds(d => [d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.PositiveDefinite(d.N), 3.0]);

    [Fact]
    public void Tuned_descent() => Of(nameof(Models.Tuned)).Holds(d => [d.Scalar(), d.Scalar() - 1, d.Matrix(d.M, d.N), d.Vector(d.M)]);

    [Fact]
    public void Kernel_machine() => Of(nameof(Models.Kernels)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M), 0.5 + d.Scalar() / 4]);

    [Fact]
    public void Policy() => Of(nameof(Models.Policy)).Holds(d => [d.Vector(d.N), d.Vector(d.N), 0.3]);

    private static Row Of(string method) => new(typeof(Models), method);
}
