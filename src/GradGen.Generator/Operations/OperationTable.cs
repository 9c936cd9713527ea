using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>Every operation, and from it the functions of the language by their metadata names.</summary>
internal static class OperationTable
{
    public static readonly IReadOnlyList<Operation> All =
    [
        Constant.Instance, IntegerConstant.Instance, Variable.Instance, Extent.Instance, IntegerSum.Instance, IntegerProduct.Instance, IntegerMinimum.Instance,
        RealPart.Instance, Host.Instance, PackedList.Instance, ColumnShift.Instance, Filled.Zeros, Filled.Ones, IdentityMatrix.Instance, Unit.Instance,
        Addition.Instance, Scaling.Instance, EntrywiseProduct.Instance, Power.Instance, MatrixProduct.Instance, InnerProduct.Instance,
        Transposition.Instance, Commutation.Instance, Trace.Instance, MatrixInverse.Instance, Determinant.Instance, Adjugate.Instance, AdjugateDerivative.Instance,
        LogDeterminant.Absolute, LogDeterminant.Signed, SquaredNorm.Instance, Norm.Instance, Direction.Instance, EntrySum.Instance,
        RowSums.Instance, ColumnSums.Instance, DiagonalMatrix.Instance, MainDiagonal.Instance, Vectorization.Instance,
        Unvectorization.Instance, KroneckerProduct.Instance, KroneckerAdjoint.Instance, Entry.Instance, Line.Row, Line.Column,
        ListItem.Instance, ListZero.Instance, ListPlacement.Instance, ListResult.Instance, RecordValue.Instance, GivenFunction.Instance, Tangent.Instance, Named.Instance, AsMatrix.Instance, LinearOperator.Instance, LogSumExp.Instance, Softmax.Instance, LoopIndex.Instance, IndexedSum.Instance, Conditional.Instance,
        Carried.Instance, Loop.Instance, LoopValue.Instance, LoopHistory.Instance, LoopCount.Instance, MirroredRound.Instance,
        Elementwise.Exp, Elementwise.Log, Elementwise.Log10, Elementwise.Log2, Elementwise.Sqrt, Elementwise.Cbrt,
        Elementwise.Expm1, Elementwise.Log1p, Elementwise.Sigmoid, Elementwise.Softplus, Elementwise.Sin, Elementwise.Cos, Elementwise.Tan, Elementwise.Sinh,
        Elementwise.Cosh, Elementwise.Tanh, Elementwise.Sign, Elementwise.Step, Elementwise.Abs, Elementwise.Relu,
        Elementwise.Asin, Elementwise.Acos, Elementwise.Atan, Elementwise.Asinh, Elementwise.Acosh, Elementwise.Atanh, Atan2.Instance,
        Elementwise.GammaLn, Elementwise.DiGamma, PolyGamma.Instance, Elementwise.Erf, Elementwise.Erfc, Elementwise.Logistic,
        VectorOf.Column, VectorOf.Row, Stacking.Rows, Stacking.Columns, Stacking.Vertical, Stacking.Horizontal, Part.Instance,
        Masked.Instance, StopGradient.Instance, Extremum.Max, Extremum.Min, Larger.Instance, MatrixFunction.Exp, MatrixFunction.Sqrt, MatrixFunction.Power, MatrixFunction.FrechetDerivative.Instance,
        CholeskyFactorization.Instance, SpectralNorm.Nuclear, SpectralNorm.Largest, ZeroSafeQuotient.Instance, ZeroSafeReciprocal.Instance, ZeroSafeProduct.Instance, Hypotenuse.Instance,
        PNorm.Instance, CrossProduct.Instance, SkewMatrix.Instance, Triangle.Lower, Triangle.Upper, PseudoInverse.Instance,
        SpectralValues.Eigen, SpectralValues.Singular,
        SpectralVectors.OfEigenvalues, SpectralVectors.Left, SpectralVectors.LeftBasis, SpectralVectors.Right, SpectralFunction.OfEigenvalues, SpectralFunction.OfSingularValues,
        DividedDifferences.Instance, SingularDifferences.OfDifferences, SingularDifferences.OfSums, SingularDifferences.Ratios, PartialDerivative.Instance,
        FusedMultiplyAdd.Instance, PowerOfTwoScaling.Instance, CopySign.Instance,
    ];

    /// <summary>The functions of the language by the full name of the C# method.</summary>
    public static readonly IReadOnlyDictionary<string, LanguageFunction> Functions =
        All.SelectMany(o => o.Functions).ToDictionary(f => f.Name, StringComparer.Ordinal);
}
