using static GradGen.MatrixMath;

namespace GradGen.Tests;

/// <summary>Operators against the matrices that they stand for.</summary>
public sealed class LinearOperatorTests
{
    private static readonly Matrix A = Some.PositiveDefinite(3, 1);
    private static readonly Matrix B = Some.PositiveDefinite(2, 2);
    private static readonly Vector D = Vector.Of(1.5, -0.5, 2);

    public static TheoryData<string> Kinds() => new(Operators.Keys);

    private static Dictionary<string, (LinearOperator Operator, Matrix Matrix)> Operators => new()
    {
        ["a matrix"] = (LinearOperator.Of(A), A),
        ["the identity"] = (LinearOperator.Identity(4), Identity(4)),
        ["a diagonal"] = (LinearOperator.Diagonal(D), Diag(D)),
        ["Kronecker"] = (LinearOperator.Kronecker(LinearOperator.Of(A), LinearOperator.Of(B)), Kron(A, B)),
        ["Kronecker with the identity"] = (LinearOperator.Kronecker(LinearOperator.Of(A), LinearOperator.Identity(2)), Kron(A, Identity(2))),
        ["Kronecker with a diagonal"] = (LinearOperator.Kronecker(LinearOperator.Diagonal(D), LinearOperator.Of(B)), Kron(Diag(D), B)),
        ["commutation"] = (LinearOperator.Commutation(3, 2), Kernel.Commutation(3, 2)),
        ["a multiple"] = (LinearOperator.Scaled(-2, LinearOperator.Of(A)), -2 * A),
        ["a product"] = (LinearOperator.Product(LinearOperator.Commutation(3, 2), LinearOperator.Kronecker(LinearOperator.Of(A), LinearOperator.Of(B))), Kernel.Commutation(3, 2) * Kron(A, B)),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Multiplies_solves_and_is_formed(string kind)
    {
        var (op, matrix) = Operators[kind];
        var v = Some.Vector(op.Count, 5);
        Near.Equal(matrix, op.ToMatrix());
        Near.Equal(matrix * v, op.Multiply(v));
        Near.Equal(v, op.Solve(matrix * v), 1e-11);
        Near.Equal(LogDet(matrix), op.LogAbsDeterminant, 1e-11);
        Assert.Throws<ArgumentException>(() => op.Multiply(Some.Vector(op.Count + 1)));
        Assert.Throws<ArgumentException>(() => op.Solve(Some.Vector(op.Count + 1)));
    }

    [Fact]
    public void A_matrix_is_its_vec()
    {
        var (op, matrix) = Operators["Kronecker"];
        var v = Some.Matrix(2, 3, 4);
        Near.Equal(Unvec(matrix * Vec(v), 2, 3), op.Multiply(v));
        Near.Equal(v, op.Solve(op.Multiply(v)), 1e-11);
    }

    [Fact]
    public void What_is_singular_does_not_solve()
    {
        Assert.Throws<SingularMatrixException>(() => LinearOperator.Diagonal(Vector.Of(1, 0)).Solve(Vector.Of(1, 1)));
        Assert.Throws<SingularMatrixException>(() => LinearOperator.Of(Zeros(2, 2)).Solve(Vector.Of(1, 1)));
        Assert.Throws<SingularMatrixException>(() => LinearOperator.Scaled(0, LinearOperator.Identity(2)).Solve(Vector.Of(1, 1)));
        Assert.Equal(double.NegativeInfinity, LinearOperator.Diagonal(Vector.Of(1, 0)).LogAbsDeterminant);
    }

    [Fact]
    public void Sizes_must_fit()
    {
        Assert.Throws<ArgumentException>(() => LinearOperator.Of(Some.Matrix(2, 3)));
        Assert.Throws<ArgumentException>(() => LinearOperator.Product(LinearOperator.Identity(2), LinearOperator.Identity(3)));
    }

    [Fact]
    public void The_matrix_is_new()
    {
        var matrix = Some.Matrix(2, 2);
        LinearOperator.Of(matrix).ToMatrix().AsMathNet()[0, 0] = 7;
        Near.Equal(Some.Matrix(2, 2), matrix);
    }
}
