using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests.Kernels.Memory;

/// <summary>What holds for every method that companions call, whatever it computes.</summary>
public class ArenaAllocationTests
{
    // Eigenvalues and singular values are MathNet's, which allocates.
    private static readonly HashSet<string> s_byMathNet =
    [
        "SymmetricEigenvalues", "SymmetricEigenvectors", "SingularValues", "LeftSingularVectors", "LeftSingularBasis", "RightSingularVectors", "PseudoInverse",
        "NuclearNorm", "SpectralNorm", "PolarFactor", "LeadingSingularPair", "Adj", "AdjugateDerivative", "AdjugateSecondDerivative", "AdjugateJacobian",
        "MatrixSqrt", "MatrixSqrtDerivative",
    ];

    public static TheoryData<string> Methods => [.. Call.All.Select(call => call.Name)];

    public static TheoryData<string> MethodsOfOurOwn => [.. Call.All.Where(call => !s_byMathNet.Contains(call.Method)).Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(MethodsOfOurOwn))]
    public void A_warm_call_in_a_scope_allocates_nothing(string name)
    {
        var run = Named(name).Prepared();
        Assert.Equal(0, Allocation.OfWarm(() => InScope(run)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_scope_changes_no_bit_of_a_result_whatever_the_arena_holds(string name)
    {
        var call = Named(name);
        var expected = Numbers(call.Value());
        for (var round = 0; round < 3; round++)
        {
            InScope(() => Assert.Equal(expected, Numbers(call.Value())));
            Poison();
        }
    }

    [Fact]
    public void Exceptions_to_the_rule_are_methods()
    {
        var methods = Call.All.Select(call => call.Method).ToHashSet();
        Assert.All(s_byMathNet, name => Assert.Contains(name, methods));
    }

    private static Call Named(string name) => Call.All.Single(call => call.Name == name);

    private static void InScope(Action run)
    {
        using var arena = Arena.Enter();
        run();
    }

    /// <summary>Overwrites what is free, so that a read of a stale entry shows.</summary>
    private static void Poison() => Pool.OfThread.VisitFree(static item =>
    {
        switch (item)
        {
            case DenseVector vector:
                Array.Fill(vector.Values, double.NaN);
                break;
            case DenseMatrix matrix:
                Array.Fill(matrix.Values, double.NaN);
                break;
            case int[] numbers:
                Array.Fill(numbers, int.MinValue);
                break;
        }
    });

    /// <summary>The bits of a result, or of the items of a list.</summary>
    private static long[] Numbers(object result) => result switch
    {
        double x => [BitConverter.DoubleToInt64Bits(x)],
        int x => [x],
        bool => [],
        Vector x => [.. x.ToArray().Select(BitConverter.DoubleToInt64Bits)],
        RowVector x => [.. x.ToArray().Select(BitConverter.DoubleToInt64Bits)],
        Matrix x => [.. x.AsMathNet().ToColumnMajorArray().Select(BitConverter.DoubleToInt64Bits)],
        LuFactor x => Numbers(x.Inverse()),
        CholeskyFactor x => Numbers(x.Inverse()),
        DiagonalFactor x => Numbers(x.Solve(MatrixMath.Ones(4))),
        TriangularFactor x => Numbers(x.Solve(MatrixMath.Ones(4))),
        System.Runtime.CompilerServices.ITuple tuple => [.. Enumerable.Range(0, tuple.Length).SelectMany(i => Numbers(tuple[i]!))],
        System.Collections.IEnumerable list => [.. list.Cast<object>().SelectMany(Numbers)],
        _ => throw new NotSupportedException($"{result.GetType()}"),
    };
}
