using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// A square matrix that multiplies and solves without being formed, such as the Hessian 2(VᵀV ⊗ I). Kronecker products keep their
/// factors, diagonal matrices their diagonal; other matrices are held as they are and factorized at the first solve.
/// </summary>
public abstract partial class LinearOperator
{
    private protected LinearOperator(int count) => Count = count;

    /// <summary>The number of rows and of columns, n.</summary>
    public int Count { get; }

    /// <summary>log|det|, by the structure; −∞ for a singular operator.</summary>
    public abstract double LogAbsDeterminant { get; }

    /// <summary>A given matrix.</summary>
    /// <param name="matrix">The matrix, n×n; it is not copied.</param>
    /// <returns>The operator.</returns>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static LinearOperator Of(Matrix matrix)
    {
        Require.Square("LinearOperator", matrix);
        return new DenseOperator(matrix);
    }

    /// <summary>The identity matrix.</summary>
    /// <param name="n">The number of rows.</param>
    /// <returns>The operator.</returns>
    public static LinearOperator Identity(int n) => new DiagonalOperator(MatrixMath.Ones(n));

    /// <summary>Diag(d).</summary>
    /// <param name="diagonal">d, n; it is not copied.</param>
    /// <returns>The operator.</returns>
    public static LinearOperator Diagonal(Vector diagonal) => new DiagonalOperator(diagonal);

    /// <summary>A ⊗ B: multiplies by (A ⊗ B)vec X = vec(BXAᵀ), and solves by its factors.</summary>
    /// <param name="a">A, m×m.</param>
    /// <param name="b">B, n×n.</param>
    /// <returns>The operator, mn×mn.</returns>
    public static LinearOperator Kronecker(LinearOperator a, LinearOperator b) => new KroneckerOperator(a, b);

    /// <summary>The commutation matrix K with K vec(X) = vec(Xᵀ).</summary>
    /// <param name="m">The number of rows of X.</param>
    /// <param name="n">The number of columns of X.</param>
    /// <returns>The operator, mn×mn.</returns>
    public static LinearOperator Commutation(int m, int n) => new CommutationOperator(m, n);

    /// <summary>cA.</summary>
    /// <param name="scale">c.</param>
    /// <param name="a">A, n×n.</param>
    /// <returns>The operator.</returns>
    public static LinearOperator Scaled(double scale, LinearOperator a) => new ScaledOperator(scale, a);

    /// <summary>AB.</summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="b">B, n×n.</param>
    /// <returns>The operator.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static LinearOperator Product(LinearOperator a, LinearOperator b) => new ProductOperator(a, b);

    /// <summary>Av.</summary>
    /// <param name="v">v, n.</param>
    /// <returns>The product, n.</returns>
    /// <exception cref="ArgumentException">v has not n entries.</exception>
    public Vector Multiply(Vector v) => OnVec(v, "Multiply", MultiplyColumns);

    /// <summary>The matrix of V's shape whose vec is A vec(V): the product for a matrix that the Hessian is of.</summary>
    /// <param name="v">V, n entries.</param>
    /// <returns>The product, of V's shape.</returns>
    /// <exception cref="ArgumentException">V has not n entries.</exception>
    public Matrix Multiply(Matrix v) => MatrixMath.Unvec(Multiply(MatrixMath.Vec(v)), v.RowCount, v.ColumnCount);

    /// <summary>A⁻¹b.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">The operator is singular.</exception>
    public Vector Solve(Vector b) => OnVec(b, "Solve", SolveColumns);

    /// <summary>The matrix of B's shape whose vec is A⁻¹vec(B).</summary>
    /// <param name="b">B, n entries.</param>
    /// <returns>The solution, of B's shape.</returns>
    /// <exception cref="ArgumentException">B has not n entries.</exception>
    /// <exception cref="SingularMatrixException">The operator is singular.</exception>
    public Matrix Solve(Matrix b) => MatrixMath.Unvec(Solve(MatrixMath.Vec(b)), b.RowCount, b.ColumnCount);

    /// <summary>The matrix itself.</summary>
    /// <returns>A new matrix, n×n.</returns>
    public abstract Matrix ToMatrix();

    /// <summary>The product with each column of X.</summary>
    private protected abstract Matrix MultiplyColumns(Matrix x);

    /// <summary>The solution for each column of B.</summary>
    private protected abstract Matrix SolveColumns(Matrix b);

    private Vector OnVec(Vector v, string operation, Func<Matrix, Matrix> map)
    {
        Guard.Exactly(operation, "the vector", "entries", v.Count, Count);
        return map(new DenseMatrix(v.Count, 1, v.ToArray())).Column(0);
    }
}
