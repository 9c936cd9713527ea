namespace GradGen.Tests.Kernels.Elementary;

/// <summary>The vectorized functions against those of one number.</summary>
public class EntrywiseTests
{
    private const double Tolerance = 2e-15;

    private static readonly Dictionary<string, (EntrywiseMap Map, Func<double, double> Function)> s_functions = new()
    {
        ["Exp"] = (Entrywise.Exp, Math.Exp),
        ["Log"] = (Entrywise.Log, Math.Log),
        ["Sqrt"] = (Entrywise.Sqrt, Math.Sqrt),
        ["Square"] = (Entrywise.Square, x => x * x),
        ["Reciprocal"] = (Entrywise.Reciprocal, x => 1.0 / x),
        ["Abs"] = (Entrywise.Abs, Math.Abs),
        ["Sin"] = (Entrywise.Sin, Math.Sin),
        ["Cos"] = (Entrywise.Cos, Math.Cos),
        ["Tan"] = (Entrywise.Tan, Math.Tan),
        ["Tanh"] = (Entrywise.Tanh, Math.Tanh),
        ["Sigmoid"] = (Entrywise.Sigmoid, MatrixMath.Sigmoid),
        ["Softplus"] = (Entrywise.Softplus, MatrixMath.Softplus),
        ["Log1p"] = (Entrywise.Log1p, MatrixMath.Log1p),
        ["Expm1"] = (Entrywise.Expm1, MatrixMath.Expm1),
        ["Relu"] = (Entrywise.Relu, MatrixMath.Relu),
        ["Sign"] = (Entrywise.Sign, Kernel.Sign),
        ["Step"] = (Entrywise.Step, Kernel.Step),
    };

    public static TheoryData<string> Functions => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_as_accurate_as_of_one_number(string name)
    {
        var (map, function) = s_functions[name];
        var x = Arguments().ToArray();
        var result = new double[x.Length];
        map(x, result);
        for (var i = 0; i < x.Length; i++)
        {
            Near.Equal(function(x[i]), result[i], Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Signs_of_zero_are_kept(string name)
    {
        var (map, function) = s_functions[name];
        double[] result = [0.0, -0.0, 1.0];
        map(result, result);
        Assert.Equal(BitConverter.DoubleToInt64Bits(function(0.0)), BitConverter.DoubleToInt64Bits(result[0]));
        if (name is not ("Relu" or "Sign" or "Step"))
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(function(-0.0)), BitConverter.DoubleToInt64Bits(result[1]));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_length_is_written_in_place_and_no_further(string name)
    {
        var (map, _) = s_functions[name];
        for (var n = 0; n < 600; n += n < 20 ? 1 : 97)
        {
            var x = Some.Vector(n + 1, n + 1).ToArray();
            var expected = new double[n];
            map(x.AsSpan(0, n), expected);
            var last = x[n];
            map(x.AsSpan(0, n), x.AsSpan(0, n));
            Near.Equal(Vector.Of(expected), Vector.Of(x[..n]), Tolerance);
            Assert.Equal(last, x[n]);
        }
    }

    [Fact]
    public void Powers_and_given_functions()
    {
        double[] x = [-2.0, 0.0, 3.0];
        var result = new double[3];
        Entrywise.Pow(x, 3.0, result);
        Assert.Equal([-8.0, 0.0, 27.0], result);
        Entrywise.Map(x, result, entry => entry + 1.0);
        Assert.Equal([-1.0, 1.0, 4.0], result);
    }

    private static IEnumerable<double> Arguments()
    {
        yield return double.NaN;
        yield return double.PositiveInfinity;
        yield return double.NegativeInfinity;
        var random = new Random(3);
        for (var i = 0; i < 4000; i++)
        {
            yield return (random.NextDouble() - 0.5) * 4.0;
            yield return (random.NextDouble() - 0.5) * 60.0;
            yield return (random.NextDouble() - 0.5) * 1500.0;
            yield return (random.NextDouble() - 0.5) * Math.Pow(10.0, -20.0 * random.NextDouble());
        }

        foreach (var edge in new[] { 0.5, 0.625, 1.0, 1e-300, 1e-17, 708.0, 709.9, 745.2 })
        {
            foreach (var x in new[] { edge, -edge })
            {
                yield return x;
                yield return Math.BitIncrement(x);
                yield return Math.BitDecrement(x);
            }
        }
    }
}
