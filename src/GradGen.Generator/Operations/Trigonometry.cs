using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    public static readonly Elementwise Sin = OfMath("Sin", "sin", (_, x) => Cos!.Of(x));

    public static readonly Elementwise Cos = OfMath("Cos", "cos", (_, x) => Negate(Sin!.Of(x)));

    // tan' = 1 + tan².
    public static readonly Elementwise Tan = OfMath("Tan", "tan", (node, _) => Shifted(1, Power(node, 2)));

    public static readonly Elementwise Sinh = OfMath("Sinh", "sinh", (_, x) => Cosh!.Of(x));

    public static readonly Elementwise Cosh = OfMath("Cosh", "cosh", (_, x) => Sinh!.Of(x));

    // tanh' = 1 − tanh².
    public static readonly Elementwise Tanh = OfMath("Tanh", "tanh", (node, _) => Shifted(1, Negate(Power(node, 2))), isOfEntries: true);
}
