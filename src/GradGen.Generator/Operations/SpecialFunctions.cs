using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    private static readonly double TwoOverRootPi = 2 / Math.Sqrt(Math.PI);

    public static readonly Elementwise GammaLn = OfMathNet("GammaLn", "lnΓ", (_, x) => DiGamma!.Of(x));

    public static readonly Elementwise DiGamma = OfMathNet("DiGamma", "ψ", (_, x) => PolyGamma.Of(1, x));

    public static readonly Elementwise Erf = new("Erf", "erf", "MathNet.Numerics.SpecialFunctions.Erf", "GradGen.MatrixMath.Erf", (_, x) => Scale(TwoOverRootPi, Exp!.Of(Negate(Power(x, 2)))));

    public static readonly Elementwise Erfc = OfMathNet("Erfc", "erfc", (_, x) => Scale(-TwoOverRootPi, Exp!.Of(Negate(Power(x, 2)))));

    public static readonly Elementwise Logistic = OfMathNet("Logistic", "σ", (node, _) => Times(node, Shifted(1, Negate(node))));

    private static Elementwise OfMathNet(string name, string head, Func<Expression, Expression, Expression> derivative) =>
        new(name, head, $"MathNet.Numerics.SpecialFunctions.{name}", null, derivative);
}
