using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class ElementwiseTests
{
    private static readonly Dictionary<string, (Func<Vector, Vector> OfColumn, Func<RowVector, RowVector> OfRow, Func<Matrix, Matrix> OfMatrix, Func<double, double> Scalar)> Functions = new()
    {
        ["Exp"] = (Exp, Exp, Exp, Math.Exp),
        ["Log"] = (Log, Log, Log, Math.Log),
        ["Sqrt"] = (Sqrt, Sqrt, Sqrt, Math.Sqrt),
        ["Square"] = (Square, Square, Square, x => x * x),
        ["Pow 2"] = (x => Pow(x, 2), x => Pow(x, 2), x => Pow(x, 2), x => x * x),
        ["Pow 3"] = (x => Pow(x, 3), x => Pow(x, 3), x => Pow(x, 3), x => Math.Pow(x, 3)),
        ["Pow -1.5"] = (x => Pow(x, -1.5), x => Pow(x, -1.5), x => Pow(x, -1.5), x => Math.Pow(x, -1.5)),
        ["Pow 0"] = (x => Pow(x, 0), x => Pow(x, 0), x => Pow(x, 0), _ => 1),
        ["Reciprocal"] = (Reciprocal, Reciprocal, Reciprocal, x => 1 / x),
        ["Sin"] = (Sin, Sin, Sin, Math.Sin),
        ["Cos"] = (Cos, Cos, Cos, Math.Cos),
        ["Tan"] = (Tan, Tan, Tan, Math.Tan),
        ["Sinh"] = (Sinh, Sinh, Sinh, Math.Sinh),
        ["Cosh"] = (Cosh, Cosh, Cosh, Math.Cosh),
        ["Tanh"] = (Tanh, Tanh, Tanh, Math.Tanh),
        ["Sigmoid"] = (Sigmoid, Sigmoid, Sigmoid, x => 0.5 * (1 + Math.Tanh(x / 2))),
        ["Softplus"] = (Softplus, Softplus, Softplus, x => Math.Log(1 + Math.Exp(x))),
        ["Relu"] = (Relu, Relu, Relu, x => x > 0 ? x : 0),
        ["Abs"] = (Abs, Abs, Abs, Math.Abs),
        ["Sign"] = (Sign, Sign, Sign, x => Math.Sign(x)),
        ["Asin"] = (Asin, Asin, Asin, Math.Asin),
        ["Acos"] = (Acos, Acos, Acos, Math.Acos),
        ["Atan"] = (Atan, Atan, Atan, Math.Atan),
        ["Asinh"] = (Asinh, Asinh, Asinh, Math.Asinh),
        ["Acosh"] = (Acosh, Acosh, Acosh, Math.Acosh),
        ["Atanh"] = (Atanh, Atanh, Atanh, Math.Atanh),
        ["Log1p"] = (Log1p, Log1p, Log1p, x => Math.Log(1 + x)),
        ["Expm1"] = (Expm1, Expm1, Expm1, x => Math.Exp(x) - 1),
        ["Erf"] = (Erf, Erf, Erf, MathNet.Numerics.SpecialFunctions.Erf),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_is_mapped(string name)
    {
        var f = Functions[name];
        var x = Some.Vector(37) + 0.1;
        var expected = Vector.Of([.. x.ToArray().Select(f.Scalar)]);
        Near.Equal(expected, f.OfColumn(x), 1e-14);
        Near.Equal(expected.T, f.OfRow(x.T), 1e-14);
        Near.Equal(Unvec(expected, 1, 37), f.OfMatrix(Unvec(x, 1, 37)), 1e-14);
        Assert.Equal((0, 3), (f.OfMatrix(Zeros(0, 3)).RowCount, f.OfMatrix(Zeros(0, 3)).ColumnCount));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_storage_gives_the_same(string name)
    {
        var f = Functions[name];
        var (vector, matrix) = (Some.SparseVector(40), Some.Sparse(7, 9));
        var diagonal = Some.DiagonalStorage(0.5, -2, 0, 3);
        Near.Equal(f.OfColumn(Some.Densified(vector)), f.OfColumn(vector), 1e-14);
        Near.Equal(f.OfRow(Some.Densified(vector).T), f.OfRow(vector.T), 1e-14);
        Near.Equal(f.OfMatrix(Some.Densified(matrix)), f.OfMatrix(matrix), 1e-14);
        Near.Equal(f.OfMatrix(Some.Densified(diagonal)), f.OfMatrix(diagonal), 1e-14);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_argument_is_left_alone(string name)
    {
        var x = Some.Matrix(3, 3);
        var before = Kernel.Copy(x);
        var result = Functions[name].OfMatrix(x);
        Assert.Equal(before, x);
        Assert.NotSame(x.AsMathNet(), result.AsMathNet());
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(-1e-16)]
    [InlineData(3e-9)]
    [InlineData(1e-4)]
    [InlineData(0.7)]
    public void Small_arguments_keep_their_digits(double x)
    {
        // The vectorized forms of these lose all digits here.
        Near.Equal(x + (x * x * x / 6) + (x * x * x * x * x / 120), Sinh(Vector.Of(x, x, x, x, x))[4], 1e-3);
        Near.Equal(Math.Sinh(x), Sinh(Vector.Of(x, x, x, x, x))[4], 1e-15);
        Near.Equal(Math.Tanh(x), Tanh(Vector.Of(x, x, x, x, x))[4], 1e-15);
        Near.Equal(Math.Sin(x), Sin(Vector.Of(x, x, x, x, x))[4], 1e-15);
        Near.Equal(Math.Tan(x), Tan(Vector.Of(x, x, x, x, x))[4], 1e-15);
        Near.Equal(Math.Log(1 + x), Log(1 + Vector.Of(x, x, x, x, x))[4], 1e-15);
        // By their series, where these are short enough, and by what undoes them.
        Near.Equal(x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4), Log1p(x), Math.Abs(x) < 1e-3 ? 1e-15 : 0.1);
        Near.Equal(x + (x * x / 2) + (x * x * x / 6) + (x * x * x * x / 24), Expm1(x), Math.Abs(x) < 1e-3 ? 1e-15 : 0.1);
        Near.Equal(x, Expm1(Log1p(x)), 1e-15);
        Near.Equal(2 / Math.Sqrt(Math.PI) * x, Erf(x), Math.Max(1e-15, x * x));
    }

    [Fact]
    public void Large_arguments_keep_their_digits()
    {
        double[] xs = [-745, -700.5, -690.25, 600.125, 690.25, 709.7];
        Near.Equal(Vector.Of([.. xs.Select(Math.Cosh)]), Cosh(Vector.Of(xs)), 1e-15);
        for (var i = 0; i < xs.Length; i++)
        {
            Near.Equal(Math.Exp(xs[i]), Exp(Vector.Of(xs))[i], 1e-15);
            Near.Equal(Math.Sinh(xs[i]), Sinh(Vector.Of(xs))[i], 1e-15);
        }
    }

    [Fact]
    public void The_edges_are_those_of_System_Math()
    {
        double[] edges = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -1.0];
        var x = Vector.Of(edges);
        Assert.Equal(edges.Select(Math.Exp), Exp(x).ToArray());
        Assert.Equal(edges.Select(entry => Math.Log(entry)), Log(x).ToArray());
        Assert.Equal(edges.Select(Math.Sqrt), Sqrt(x).ToArray());
        Assert.Equal(edges.Select(Math.Tanh), Tanh(x).ToArray());
        Assert.Equal(edges.Select(entry => Math.Pow(entry, 0.5)), Pow(x, 0.5).ToArray());
        Assert.Equal([double.NaN, double.PositiveInfinity, 0.0, 0.0, 0.0], Relu(x).ToArray());
        Assert.Equal([double.NaN, double.PositiveInfinity, double.NaN, 0.0, double.NegativeInfinity], Log1p(x).ToArray());
        Assert.Equal([double.NaN, double.PositiveInfinity, -1.0, 0.0, Math.Exp(-1.0) - 1.0], Expm1(x).ToArray());
        Assert.Equal([double.NaN, 1.0, -1.0, 0.0], Erf(x).ToArray()[..4]);
        Assert.Equal([double.NaN, 1.0, -1.0, 0.0, -1.0], Sign(x).ToArray());
        Assert.Equal(edges.Select(Math.Asin), Asin(x).ToArray());
        Assert.Equal(edges.Select(Math.Acosh), Acosh(x).ToArray());
        Assert.Equal(edges.Select(Math.Atanh), Atanh(x).ToArray());
        Assert.Equal([double.NaN, 0.0, -0.0, double.PositiveInfinity, -1.0], Reciprocal(x).ToArray());
    }
}
