using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    public static readonly Elementwise Exp = OfMath("Exp", "exp", (node, _) => node);

    public static readonly Elementwise Log = OfMath("Log", "log", (_, x) => Reciprocal(x));

    public static readonly Elementwise Log10 = new("Log10", "log₁₀", "System.Math.Log10", null, (_, x) => Scale(1 / Math.Log(10), Reciprocal(x)));

    public static readonly Elementwise Log2 = new("Log2", "log₂", "System.Math.Log2", null, (_, x) => Scale(1 / Math.Log(2), Reciprocal(x)));

    // The derivative at 0 is +∞, but a zero adjoint contributes 0.
    public static readonly Elementwise Sqrt = new((node, d) => ZeroSafeQuotient.Of(Scale(0.5, d), node), "Sqrt", "√", "System.Math.Sqrt", "GradGen.MatrixMath.Sqrt");

    public static readonly Elementwise Cbrt = new("Cbrt", "∛", "System.Math.Cbrt", null, (node, _) => Scale(1.0 / 3, Power(node, -2)));

    public static readonly Elementwise Sigmoid = OfMatrixMath("Sigmoid", "σ", (node, _) => Times(node, Shifted(1, Negate(node))));

    public static readonly Elementwise Softplus = OfMatrixMath("Softplus", "softplus", (_, x) => Sigmoid!.Of(x));
}
