using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The gradient (A + Aᵀ)x of a quadratic form, and perhaps its value xᵀAx: A is read once, and nothing lies between it and the gradient. Operands: A, x, and the destination
/// where there is one. The payload: the values.
/// </summary>
internal sealed class QuadraticForm : Planned
{
    private static readonly QuadraticForm instance = new();

    private const string GradientPart = "Gradient";
    private const string FormPart = "Form";

    private sealed record Values(Expression? Form, Expression Gradient);

    public override string Name => "quadratic form";

    /// <summary>What becomes of the form and of the gradient.</summary>
    /// <param name="product">Ax.</param>
    /// <param name="form">xᵀAx; null where it is not needed.</param>
    /// <param name="gradient">Ax + Aᵀx.</param>
    public static Dictionary<Expression, Expression> Of(Expression product, Expression? form, Expression gradient)
    {
        var pass = product.Graph.Make(instance, new Values(form, gradient), product[0], product[1]);
        var parts = new Dictionary<Expression, Expression> { [gradient] = PassPart.Of(pass, gradient, GradientPart) };
        if (form is not null) parts[form] = PassPart.Of(pass, form, FormPart);
        return parts;
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Opaque("(double Form, global::GradGen.Vector Gradient)");

    public override IEnumerable<Expression> Shown(Expression node)
    {
        var values = (Values)node.Payload!;
        return new[] { values.Form, values.Gradient }.OfType<Expression>();
    }

    public override Work? Work(Expression node) => new("pair{s} of matrix–vector products");

    public override bool Makes(Expression node) => !IsWritten(node);

    public override Expression? IntoParts(Expression node, IReadOnlyDictionary<string, Expression> destinations) =>
        node.Graph.Make(this, node.Payload, node.Operands.Add(destinations[GradientPart]));

    public override Computation Compute(Expression node) => new($"global::GradGen.Kernel.QuadraticForm({{0}}, {{1}}{(IsWritten(node) ? ", into: {2}" : "")})");

    private static bool IsWritten(Expression node) => node.Operands.Length > 2;
}
