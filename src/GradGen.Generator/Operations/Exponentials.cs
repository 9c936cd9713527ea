using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    public static readonly Elementwise Exp = OfMath("Exp", "exp", (node, _) => node, isOfEntries: true);

    public static readonly Elementwise Log = new("Log", "log", "System.Math.Log", "GradGen.MatrixMath.Log", (_, x) => Reciprocal(x))
    {
        // To a base.
        OfTwo = (x, y) => Divide(Log!.Of(x), Log.Of(y)),
    };

    public static readonly Elementwise Expm1 = OfMatrixMath("Expm1", "expm1", (_, x) => Exp!.Of(x), isOfEntries: true);

    public static readonly Elementwise Log1p = OfMatrixMath("Log1p", "log1p", (_, x) => Reciprocal(Shifted(1, x)));

    public static readonly Elementwise Log10 = new("Log10", "log₁₀", "System.Math.Log10", null, (_, x) => Scale(1 / Math.Log(10), Reciprocal(x)));

    public static readonly Elementwise Log2 = new("Log2", "log₂", "System.Math.Log2", null, (_, x) => Scale(1 / Math.Log(2), Reciprocal(x)));

    // The derivatives of roots at 0 are +∞, but a zero adjoint contributes 0.
    public static readonly Elementwise Sqrt = new((node, d) => ZeroSafeQuotient.Of(Scale(0.5, d), node), "Sqrt", "√", "System.Math.Sqrt", "GradGen.MatrixMath.Sqrt") { IsOfEntries = true };

    public static readonly Elementwise Cbrt = new((node, d) => ZeroSafeQuotient.Of(Scale(1.0 / 3, d), Power(node, 2)), "Cbrt", "∛", "System.Math.Cbrt", null);

    public static readonly Elementwise Sigmoid = OfMatrixMath("Sigmoid", "σ", (node, _) => Times(node, Shifted(1, Negate(node))), isOfEntries: true, inner: FunctionByInner.Inner.Decay);

    public static readonly Elementwise Softplus = OfMatrixMath("Softplus", "softplus", (_, x) => Sigmoid!.Of(x), isOfEntries: true, inner: FunctionByInner.Inner.Decay);
}
