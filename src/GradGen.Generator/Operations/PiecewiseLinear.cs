using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    /// <summary>The sign, 0 at 0.</summary>
    public static readonly Elementwise Sign = new("Sign", "sign", "GradGen.Kernel.Sign", "GradGen.MatrixMath.Sign", (_, x) => x.Graph.Zero(x.Shape),
        kink: "sign jumps at 0; its derivative is 0 everywhere");

    /// <summary>1 above 0, else 0.</summary>
    public static readonly Elementwise Step = new("Step", "step", "GradGen.Kernel.Step", "GradGen.Kernel.StepOf", (_, x) => x.Graph.Zero(x.Shape));

    public static readonly Elementwise Abs = new("Abs", "abs", "System.Math.Abs", "GradGen.MatrixMath.Abs", (_, x) => Sign!.Of(x),
        operand => new Notation.Bars("|", operand), "|x| has no derivative at 0; the subgradient 0 is returned there") { IsOfEntries = true };

    public static readonly Elementwise Relu = OfMatrixMath("Relu", "relu", (_, x) => Step!.Of(x), "relu has no derivative at 0; the subgradient 0 is returned there", isOfEntries: true);
}
