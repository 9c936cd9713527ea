using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

/// <summary>Operations into the storage of an operand that is not needed any more.</summary>
public class InPlaceResultTests
{
    public static TheoryData<string> Operations => [.. s_operations.Keys];

    private static readonly Dictionary<string, (Func<Matrix, Matrix, Matrix> InPlace, Func<Matrix, Matrix, Matrix> Pure)> s_operations = new()
    {
        ["Add"] = (Kernel.AddInPlace, Kernel.Add),
        ["Subtract"] = (Kernel.SubtractInPlace, Kernel.Subtract),
        ["PointwiseMultiply"] = (Kernel.PointwiseMultiplyInPlace, PointwiseMultiply),
        ["PointwiseDivide"] = (Kernel.PointwiseDivideInPlace, PointwiseDivide),
        ["AddScaled"] = ((x, y) => Kernel.AddScaledInPlace(x, 2.5, y), (x, y) => Kernel.AddScaled(x, 2.5, y)),
        ["Scale"] = ((x, _) => Kernel.ScaleInPlace(2.5, x), (x, _) => 2.5 * x),
        ["AddScalar"] = ((x, _) => Kernel.AddScalarInPlace(x, 2.5), (x, _) => x + 2.5),
        ["Map"] = ((x, _) => Kernel.MapInPlace<Entry.Tanh<Entry.X0>>(x), (x, _) => Tanh(x)),
    };

    private static readonly Dictionary<string, (Func<RowVector, RowVector, RowVector> OfRows, Func<Vector, Vector, Vector> OfVectors)> s_ofVectors = new()
    {
        ["Add"] = (Kernel.AddInPlace, Kernel.AddInPlace),
        ["Subtract"] = (Kernel.SubtractInPlace, Kernel.SubtractInPlace),
        ["PointwiseMultiply"] = (Kernel.PointwiseMultiplyInPlace, Kernel.PointwiseMultiplyInPlace),
        ["PointwiseDivide"] = (Kernel.PointwiseDivideInPlace, Kernel.PointwiseDivideInPlace),
        ["AddScaled"] = ((x, y) => Kernel.AddScaledInPlace(x, 2.5, y), (x, y) => Kernel.AddScaledInPlace(x, 2.5, y)),
        ["Scale"] = ((x, _) => Kernel.ScaleInPlace(2.5, x), (x, _) => Kernel.ScaleInPlace(2.5, x)),
        ["AddScalar"] = ((x, _) => Kernel.AddScalarInPlace(x, 2.5), (x, _) => Kernel.AddScalarInPlace(x, 2.5)),
        ["Map"] = ((x, _) => Kernel.MapInPlace<Entry.Tanh<Entry.X0>>(x), (x, _) => Kernel.MapInPlace<Entry.Tanh<Entry.X0>>(x)),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_first_operand_holds_the_result(string name)
    {
        var (inPlace, pure) = s_operations[name];
        var (x, y) = (Some.Matrix(3, 4, 1), Some.Matrix(3, 4, 2));
        var expected = pure(x, y);
        var result = inPlace(x, y);
        Assert.Equal(expected, result);
        Assert.Same(x.AsMathNet(), result.AsMathNet());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Vectors_and_rows_agree_with_matrices(string name)
    {
        var (x, y) = (Some.Matrix(5, 1, 1), Some.Matrix(5, 1, 2));
        var expected = s_operations[name].Pure(x, y).Column(0);
        var (vector, row) = (x.Column(0), x.Column(0).T);
        Assert.Equal(expected, s_ofVectors[name].OfVectors(vector, y.Column(0)));
        Assert.Equal(expected, vector);
        Assert.Equal(expected.T, s_ofVectors[name].OfRows(row, y.Column(0).T));
        Assert.Equal(expected.T, row);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Of_other_storage_the_result_is_right_too(string name)
    {
        var (inPlace, pure) = s_operations[name];
        foreach (var x in new[] { Some.Sparse(3, 3, 1), Some.DiagonalStorage(1.0, 2.0, 3.0) })
        {
            var y = Some.Matrix(3, 3, 2);
            Near.Equal(pure(x, y), inPlace(Kernel.Copy(x), y));
            if (name is "Add" or "Subtract" or "AddScaled" or "PointwiseMultiply")
            {
                Near.Equal(pure(y, x), inPlace(Kernel.Copy(y), x));
            }
        }
    }
}
