namespace GradGen;

public static partial class Kernel
{
    /// <summary>
    /// The derivative of the adjugate at A along D, at any rank of A: with A = U S Vᵀ it is |U||V| V E Uᵀ, where
    /// F = UᵀDV, Eᵢⱼ = −Fᵢⱼ ∏ sₗ over l ≠ i, j, and Eᵢᵢ = Σₖ≠ᵢ Fₖₖ ∏ sₗ over l ≠ i, k.
    /// </summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="d">D, n×n.</param>
    /// <returns>The derivative, n×n.</returns>
    public static Matrix AdjugateDerivative(Matrix a, Matrix d) => InSingularBasis(a, (s, turn) => OfDiagonal(s, turn(d)));

    /// <summary>∂vec adj(A)/∂vec(A)ᵀ: the derivatives along all unit matrices, from one decomposition of A.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The Jacobian, n²×n².</returns>
    public static Matrix AdjugateJacobian(Matrix a)
    {
        var n = a.RowCount;
        var jacobian = Dense.NewZeroMatrix(n * n, n * n);
        if (n == 0) return jacobian;
        if (DecomposedOrNull(a) is not { } svd) return double.NaN * MatrixMath.Ones(n * n, n * n);
        var (u, s, v, sign) = SingularBasis(svd);
        for (var k = 0; k < n * n; k++)
        {
            // Uᵀeᵢeⱼᵀ V is the outer product of rows of U and V.
            var inBasis = OfDiagonal(s, Outer(u.Row(k % n).T, v.Row(k / n).T));
            jacobian.SetColumn(k, MatrixMath.Vec(Scale(sign, MultiplyTranspose(Multiply(v, inBasis), u))).Storage);
        }

        return jacobian;
    }

    /// <summary>The derivative of the adjugate at the diagonal matrix of s along F.</summary>
    private static Matrix OfDiagonal(Vector s, Matrix f)
    {
        var e = MatrixMath.Zeros(s.Count, s.Count);
        for (var i = 0; i < s.Count; i++)
        {
            for (var j = i + 1; j < s.Count; j++)
            {
                var others = ProductWithout(s, i, j, j);
                AddAt(e, i, j, -f[i, j] * others);
                AddAt(e, j, i, -f[j, i] * others);
                AddAt(e, i, i, f[j, j] * others);
                AddAt(e, j, j, f[i, i] * others);
            }
        }

        return e;
    }

    /// <summary>
    /// The second derivative of the adjugate at A along D and E, at any rank of A: in the basis of the singular vectors the
    /// sum over triples of indices of the product of the other singular values times the polarized minors of D and E.
    /// </summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="d">D, n×n.</param>
    /// <param name="e">E, n×n.</param>
    /// <returns>The second derivative, n×n.</returns>
    public static Matrix AdjugateSecondDerivative(Matrix a, Matrix d, Matrix e) => InSingularBasis(a, (s, turn) =>
    {
        var (n, f, g) = (s.Count, turn(d), turn(e));
        var result = MatrixMath.Zeros(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                for (var k = j + 1; k < n; k++) AddTriple(result, [i, j, k], ProductWithout(s, i, j, k), f, g);
            }
        }

        return result;
    });

    private static void AddTriple(Matrix result, ReadOnlySpan<int> triple, double others, Matrix f, Matrix g)
    {
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var (r1, r2) = (triple[row == 0 ? 1 : 0], triple[row == 2 ? 1 : 2]);
                var (c1, c2) = (triple[column == 0 ? 1 : 0], triple[column == 2 ? 1 : 2]);
                var minor = (f[r1, c1] * g[r2, c2]) + (g[r1, c1] * f[r2, c2]) - (f[r1, c2] * g[r2, c1]) - (g[r1, c2] * f[r2, c1]);
                AddAt(result, triple[column], triple[row], (row + column) % 2 == 0 ? others * minor : -others * minor);
            }
        }
    }

    /// <summary>A derivative of the adjugate of A = U S Vᵀ from the one of S: adj(A) = |U||V| V adj(S) Uᵀ.</summary>
    private static Matrix InSingularBasis(Matrix a, Func<Vector, Func<Matrix, Matrix>, Matrix> derivative)
    {
        if (DecomposedOrNull(a) is not { } svd) return double.NaN * MatrixMath.Ones(a.RowCount, a.ColumnCount);
        var (u, s, v, sign) = SingularBasis(svd);
        var inBasis = derivative(s, d => Multiply(TransposeMultiply(u, d), v));
        return Scale(sign, MultiplyTranspose(Multiply(v, inBasis), u));
    }

    private static (Matrix U, Vector S, Matrix V, double Sign) SingularBasis(ScaledSvd svd)
    {
        Matrix u = svd.U;
        Matrix v = svd.TransposedV.Transpose();
        return (u, svd.AllValues, v, Math.Sign(MatrixMath.Det(u) * MatrixMath.Det(v)));
    }

    private static double ProductWithout(Vector s, int i, int j, int k)
    {
        var product = 1.0;
        for (var l = 0; l < s.Count; l++) product *= l == i || l == j || l == k ? 1.0 : s[l];
        return product;
    }
}
