namespace GradGen;

public abstract partial class LinearOperator
{
    private sealed class DenseOperator(Matrix matrix) : LinearOperator(matrix.RowCount)
    {
        private readonly Lazy<LuFactor> _factor = new(() => Kernel.Lu(matrix));

        public override double LogAbsDeterminant => _factor.Value.LogAbsDeterminant;

        public override Matrix ToMatrix() => Kernel.Copy(matrix);

        private protected override Matrix MultiplyColumns(Matrix x) => Kernel.Multiply(matrix, x);

        private protected override Matrix SolveColumns(Matrix b) => _factor.Value.Solve(b);
    }

    private sealed class DiagonalOperator(Vector diagonal) : LinearOperator(diagonal.Count)
    {
        public override double LogAbsDeterminant => MatrixMath.Sum(MatrixMath.Log(MatrixMath.Abs(diagonal)));

        public override Matrix ToMatrix() => MatrixMath.Diag(diagonal);

        private protected override Matrix MultiplyColumns(Matrix x) => Kernel.ScaleRows(diagonal, x);

        private protected override Matrix SolveColumns(Matrix b)
        {
            for (var i = 0; i < Count; i++)
            {
                if (diagonal[i] == 0.0) throw new SingularMatrixException($"entry {i} of the diagonal is zero");
            }

            return Kernel.ScaleRows(MatrixMath.Reciprocal(diagonal), b);
        }
    }

    private sealed class KroneckerOperator(LinearOperator a, LinearOperator b) : LinearOperator(checked(a.Count * b.Count))
    {
        public override double LogAbsDeterminant => (b.Count * a.LogAbsDeterminant) + (a.Count * b.LogAbsDeterminant);

        public override Matrix ToMatrix() => MatrixMath.Kron(a.ToMatrix(), b.ToMatrix());

        private protected override Matrix MultiplyColumns(Matrix x) => Each(x, a.MultiplyColumns, b.MultiplyColumns);

        private protected override Matrix SolveColumns(Matrix b1) => Each(b1, a.SolveColumns, b.SolveColumns);

        // vec X ↦ vec(BXAᵀ), column by column.
        private Matrix Each(Matrix x, Func<Matrix, Matrix> ofA, Func<Matrix, Matrix> ofB) => Matrix.OfColumns([.. Enumerable.Range(0, x.ColumnCount)
            .Select(j => MatrixMath.Vec(ofA(ofB(MatrixMath.Unvec(x.Column(j), b.Count, a.Count)).T).T))]);
    }

    private sealed class CommutationOperator(int m, int n) : LinearOperator(checked(m * n))
    {
        public override double LogAbsDeterminant => 0.0;

        public override Matrix ToMatrix() => Kernel.Commutation(m, n);

        private protected override Matrix MultiplyColumns(Matrix x) => Kernel.CommuteRows(m, n, x);

        private protected override Matrix SolveColumns(Matrix b) => Kernel.CommuteRows(n, m, b);
    }

    private sealed class ScaledOperator(double scale, LinearOperator a) : LinearOperator(a.Count)
    {
        public override double LogAbsDeterminant => (Count * Math.Log(Math.Abs(scale))) + a.LogAbsDeterminant;

        public override Matrix ToMatrix() => Kernel.Scale(scale, a.ToMatrix());

        private protected override Matrix MultiplyColumns(Matrix x) => Kernel.Scale(scale, a.MultiplyColumns(x));

        private protected override Matrix SolveColumns(Matrix b) => scale == 0.0
            ? throw new SingularMatrixException("the operator is zero")
            : Kernel.Divide(a.SolveColumns(b), scale);
    }

    private sealed class ProductOperator : LinearOperator
    {
        private readonly LinearOperator _a;
        private readonly LinearOperator _b;

        internal ProductOperator(LinearOperator a, LinearOperator b)
            : base(a.Count)
        {
            Guard.Same("Product", "the left operator", "columns", a.Count, "the right operator", "rows", b.Count);
            (_a, _b) = (a, b);
        }

        public override double LogAbsDeterminant => _a.LogAbsDeterminant + _b.LogAbsDeterminant;

        public override Matrix ToMatrix() => _a.MultiplyColumns(_b.ToMatrix());

        private protected override Matrix MultiplyColumns(Matrix x) => _a.MultiplyColumns(_b.MultiplyColumns(x));

        private protected override Matrix SolveColumns(Matrix b) => _b.SolveColumns(_a.SolveColumns(b));
    }
}
