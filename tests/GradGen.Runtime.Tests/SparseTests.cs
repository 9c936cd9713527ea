using MathNet.Numerics.LinearAlgebra.Double;
using static GradGen.MatrixMath;

namespace GradGen.Tests;

public class SparseTests
{
    private static readonly Matrix S = Some.Sparse(5, 5);
    private static readonly Matrix R = Some.Sparse(5, 5, 9);
    private static readonly Vector V = Some.SparseVector(5);

    public static TheoryData<string> SparseResults =>
    [
        "S + R", "S - R", "-S", "2 * S", "S / 2", "S * R", "S.T", "AddScaled", "TransposeMultiply", "MultiplyTranspose",
        "TransposeMultiplyTranspose", "PointwiseMultiply", "Square", "Sin", "Tanh", "Relu", "Abs", "Sign", "StepOf", "Normalize", "Kron",
        "HorizontalConcat", "VerticalConcat", "SubMatrix", "MatrixPower", "Unvec", "Copy", "Copy of diagonal", "Outer",
    ];

    [Theory]
    [MemberData(nameof(SparseResults))]
    public void Sparse_stays_sparse_and_right(string name)
    {
        var (s, r, v) = (Some.Densified(S), Some.Densified(R), Some.Densified(V));
        var (expected, actual) = name switch
        {
            "S + R" => (s + r, S + R),
            "S - R" => (s - r, S - R),
            "-S" => (-s, -S),
            "2 * S" => (2 * s, 2 * S),
            "S / 2" => (s / 2, S / 2),
            "S * R" => (s * r, S * R),
            "S.T" => (s.T, S.T),
            "AddScaled" => (s + (3 * r), Kernel.AddScaled(S, 3, R)),
            "TransposeMultiply" => (s.T * r, Kernel.TransposeMultiply(S, R)),
            "MultiplyTranspose" => (s * r.T, Kernel.MultiplyTranspose(S, R)),
            "TransposeMultiplyTranspose" => (s.T * r.T, Kernel.TransposeMultiplyTranspose(S, R)),
            "PointwiseMultiply" => (PointwiseMultiply(s, r), PointwiseMultiply(S, R)),
            "Square" => (Square(s), Square(S)),
            "Sin" => (Sin(s), Sin(S)),
            "Tanh" => (Tanh(s), Tanh(S)),
            "Relu" => (Relu(s), Relu(S)),
            "Abs" => (Abs(s), Abs(S)),
            "Sign" => (MatrixMath.Sign(s), MatrixMath.Sign(S)),
            "StepOf" => (Kernel.StepOf(s), Kernel.StepOf(S)),
            "Normalize" => (Kernel.Normalize(s), Kernel.Normalize(S)),
            "Kron" => (Kron(s, r), Kron(S, R)),
            "HorizontalConcat" => (HorizontalConcat(s, r), HorizontalConcat(S, R)),
            "VerticalConcat" => (VerticalConcat(s, r), VerticalConcat(S, R)),
            "SubMatrix" => (SubMatrix(s, 1, 3, 2, 2), SubMatrix(S, 1, 3, 2, 2)),
            "MatrixPower" => (s * s * s, MatrixPower(S, 3)),
            "Unvec" => (Unvec(Vec(s), 5, 5), Unvec(Vec(S), 5, 5)),
            "Copy" => (s, Kernel.Copy(S)),
            "Copy of diagonal" => (Diag(Vector.Of(1, 2)), Kernel.Copy(Some.DiagonalStorage(1, 2))),
            "Outer" => (v * v.T, V * V.T),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        Assert.IsType<SparseMatrix>(actual.AsMathNet());
        Near.Equal(expected, actual);
    }

    [Fact]
    public void Sparse_vectors_stay_sparse()
    {
        var (w, v) = (Some.SparseVector(5, 4), Some.Densified(V));
        var dense = Some.Densified(w);
        (Vector Expected, Vector Actual)[] results =
        [
            (v + dense, V + w), (v - dense, V - w), (-v, -V), (2 * v, 2 * V), (v / 2, V / 2), (v + (3 * dense), Kernel.AddScaled(V, 3, w)),
            (PointwiseMultiply(v, dense), PointwiseMultiply(V, w)), (Square(v), Square(V)), (SubVector(v, 1, 3), SubVector(V, 1, 3)),
            (Kernel.Normalize(v), Kernel.Normalize(V)), (MatrixMath.Sign(v), MatrixMath.Sign(V)), (v, Kernel.Copy(V)),
        ];
        foreach (var (expected, actual) in results)
        {
            Assert.IsType<SparseVector>(actual.AsMathNet());
            Near.Equal(expected, actual);
        }
    }

    [Fact]
    public void A_row_or_column_of_a_sparse_matrix_is_sparse()
    {
        Assert.IsType<SparseVector>(S.Row(1).AsMathNet());
        Assert.IsType<SparseVector>(S.Column(1).AsMathNet());
        Assert.Equal(Some.Densified(S).Row(1), S.Row(1));
        Assert.Equal(Some.Densified(S).Column(1), S.Column(1));
    }

    [Fact]
    public void Parts_of_diagonal_storage()
    {
        var x = Some.DiagonalStorage(1, 2, 3);
        Assert.Equal(RowVector.Of(0, 2, 0), x.Row(1));
        Assert.Equal(Vector.Of(0, 0, 3), x.Column(2));
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                Assert.Equal(SubMatrix(Some.Densified(x), row, 3 - row, column, 3 - column), SubMatrix(x, row, 3 - row, column, 3 - column));
            }
        }
    }

    [Fact]
    public void Every_pair_of_storages_gives_the_same()
    {
        Matrix[] kinds = [S, Some.DiagonalStorage(1, -2, 3, 0, 5), Some.Matrix(5, 5, 7)];
        foreach (var x in kinds)
        {
            var a = Some.Densified(x);
            Near.Equal(a + 1.5, x + 1.5);
            Near.Equal(a - 1.5, x - 1.5);
            Near.Equal(1.5 - a, 1.5 - x);
            Near.Equal(a.T, x.T);
            Near.Equal(a * Some.Vector(5), x * Some.Vector(5));
            Near.Equal(a * Some.Densified(V), x * V);
            Near.Equal(Some.Row(5) * a, Some.Row(5) * x);
            Near.Equal(Some.Densified(V).T * a, V.T * x);
            Near.Equal(a.T * Some.Vector(5), Kernel.TransposeMultiply(x, Some.Vector(5)));
            foreach (var y in kinds)
            {
                var b = Some.Densified(y);
                Near.Equal(a + b, x + y);
                Near.Equal(a - b, x - y);
                Near.Equal(a * b, x * y);
                Near.Equal(a - (2 * b), Kernel.AddScaled(x, -2, y));
                Near.Equal(a.T * b, Kernel.TransposeMultiply(x, y));
                Near.Equal(a * b.T, Kernel.MultiplyTranspose(x, y));
                Near.Equal(a.T * b.T, Kernel.TransposeMultiplyTranspose(x, y));
            }
        }
    }

    [Fact]
    public void Every_pair_of_vector_storages_gives_the_same()
    {
        Vector[] kinds = [V, Some.Vector(5, 7)];
        foreach (var x in kinds)
        {
            var a = Some.Densified(x);
            Near.Equal(a + 1.5, x + 1.5);
            Near.Equal(1.5 - a, 1.5 - x);
            foreach (var y in kinds)
            {
                var b = Some.Densified(y);
                Near.Equal(a + b, x + y);
                Near.Equal(a - b, x - y);
                Near.Equal(a - (2 * b), Kernel.AddScaled(x, -2, y));
                Near.Equal(a * b.T, x * y.T);
                Near.Equal(a.T * b, x.T * y);
            }
        }
    }
}
