using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class SelectionTests
{
    private static readonly Vector A = Vector.Of(1, 2, 3);
    private static readonly Vector B = Vector.Of(-1, -2, -3);

    [Fact]
    public void A_condition_takes_one_of_two()
    {
        Assert.Equal((1.0, 2.0), (Where(true, 1.0, 2.0), Where(false, 1.0, 2.0)));
        Assert.Equal((A, B), (Where(true, A, B), Where(false, A, B)));
        Assert.Equal((A.T, B.T), (Where(true, A.T, B.T), Where(false, A.T, B.T)));
        Assert.Equal((Diag(A), Diag(B)), (Where(true, Diag(A), Diag(B)), Where(false, Diag(A), Diag(B))));
    }

    [Fact]
    public void A_mask_takes_entry_by_entry()
    {
        var mask = Vector.Of(1, 0, 1);
        Assert.Equal(Vector.Of(1, -2, 3), Where(mask, A, B));
        Assert.Equal(RowVector.Of(1, -2, 3), Where(mask.T, A.T, B.T));
        Assert.Equal(Diag(Vector.Of(1, -2, 3)), Where(Diag(mask), Diag(A), Diag(B)));
        Assert.Equal(Diag(Vector.Of(1, -2, 3)), Where(Some.DiagonalStorage(1, 0, 1), Some.DiagonalStorage(1, 2, 3), Diag(B)));
    }

    [Fact]
    public void What_is_not_selected_does_not_matter() =>
        Assert.Equal(Vector.Of(1, 2), Where(Vector.Of(1, 0), Vector.Of(1, double.NaN), Vector.Of(double.PositiveInfinity, 2)));

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Equal("Where: the mask has 1 entry but the first vector has 3 entries", Assert.Throws<ArgumentException>(() => Where(Vector.Of(1), A, B)).Message);
        Assert.Equal("Where: the mask has 3 entries but the second vector has 1 entry", Assert.Throws<ArgumentException>(() => Where(A.T, A.T, RowVector.Of(1))).Message);
        Assert.Equal("Where: the mask has 2 columns but the second matrix has 1 column", Assert.Throws<ArgumentException>(() => Where(Ones(1, 2), Ones(1, 2), Ones(1, 1))).Message);
    }

    [Fact]
    public void StopGradient_is_the_identity()
    {
        Assert.Equal(1.5, StopGradient(1.5));
        Assert.Equal(A, StopGradient(A));
        Assert.Equal(A.T, StopGradient(A.T));
        Assert.Equal(Diag(A), StopGradient(Diag(A)));
    }
}
