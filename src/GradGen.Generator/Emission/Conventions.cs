using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Emission;

/// <summary>
/// The three conventions for derivatives by a symmetric matrix. Each is a linear map C on vec, which is symmetric: the
/// gradient is CG, the Jacobian JC, the Hessian CHC.
/// </summary>
internal static class Conventions
{
    public static Expression Apply(SymmetricGradient convention, Expression g) => convention switch
    {
        SymmetricGradient.Projected => Scale(0.5, Add(g, Transpose(g))),
        SymmetricGradient.SharedEntries => Subtract(Add(g, Transpose(g)), Diagonal(MainDiagonal.Of(g))),
        _ => g,
    };

    /// <summary>MC, for a matrix whose columns belong to the variable's entries.</summary>
    public static Expression OnColumns(DerivativeVariable variable, Expression m) => Map(variable) is { } c ? Multiply(m, c) : m;

    /// <summary>CM, for a matrix whose rows belong to the variable's entries.</summary>
    public static Expression OnRows(DerivativeVariable variable, Expression m) => Map(variable) is { } c ? Multiply(c, m) : m;

    /// <summary>C as a matrix; null where it is the identity.</summary>
    private static Expression? Map(DerivativeVariable variable)
    {
        if (variable.Parameter.Convention == SymmetricGradient.Plain) return null;
        var (graph, n) = (variable.Node.Graph, variable.Node.Shape.Rows!);
        var turned = Add(graph.Identity(EntryCount(variable.Node)), graph.Make(Commutation.Instance, null, n, n));
        return variable.Parameter.Convention == SymmetricGradient.Projected
            ? Scale(0.5, turned)
            : Subtract(turned, Diagonal(Vectorize(graph.Identity(n))));
    }
}
