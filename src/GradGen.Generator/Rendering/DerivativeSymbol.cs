using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>The left side of a formula in the documentation, such as <c>∂f/∂x</c>.</summary>
internal sealed record DerivativeSymbol(string Unicode, string Latex)
{
    public static readonly DerivativeSymbol Value = new("f", "f");

    public static readonly DerivativeSymbol Differential = new("df", @"\mathrm{d}f");

    public static DerivativeSymbol Gradient(Expression x) =>
        new($"∂f/∂{Formula.Unicode(x)}", $@"\frac{{\partial f}}{{\partial {Formula.Latex(x)}}}");

    /// <summary>The adjoint of x for the seed: the gradient of Tr(seedᵀ f).</summary>
    public static DerivativeSymbol Pullback(Expression seed, Expression x) =>
        new($"∂⟨{Formula.Unicode(seed)}, f⟩/∂{Formula.Unicode(x)}", $@"\frac{{\partial \langle {Formula.Latex(seed)}, f \rangle}}{{\partial {Formula.Latex(x)}}}");

    public static DerivativeSymbol Jacobian(Shape f, Expression x)
    {
        var (unicode, latex) = f.Kind switch
        {
            ValueKind.Matrix => ("∂vec(f)", @"\partial \operatorname{vec}(f)"),
            ValueKind.RowVector => ("∂fᵀ", @"\partial f^{\top}"),
            _ => ("∂f", @"\partial f"),
        };
        var (by, latexBy) = By(x, transposed: true);
        return new($"{unicode}/∂{by}", $@"\frac{{{latex}}}{{\partial {latexBy}}}");
    }

    public static DerivativeSymbol LogAbsDetJacobian(Shape f, Expression x)
    {
        var jacobian = Jacobian(f, x);
        return new($"log|det {jacobian.Unicode}|", $@"\log\left|\det {jacobian.Latex}\right|");
    }

    /// <summary>Rows by x, columns by y.</summary>
    public static DerivativeSymbol Hessian(Expression x, Expression y)
    {
        if (x == y && x.Shape.IsScalar) return new($"∂²f/∂{Formula.Unicode(x)}²", $@"\frac{{\partial^2 f}}{{\partial {Formula.Latex(x)}^2}}");
        var (column, latexColumn) = By(x, transposed: false);
        var (row, latexRow) = By(y, transposed: true);
        return new($"∂²f/∂{column}∂{row}", $@"\frac{{\partial^2 f}}{{\partial {latexColumn}\, \partial {latexRow}}}");
    }

    /// <param name="part">The member of a record whose part of the product it is; null where the product is of one part.</param>
    public static DerivativeSymbol HessianVectorProduct(Expression v, Expression? part = null) => part is null
        ? new($"∇²f·{Formula.Unicode(v)}", $@"\nabla^2 f \cdot {Formula.Latex(v)}")
        : new($"∂⟨∇f, {Formula.Unicode(v)}⟩/∂{Formula.Unicode(part)}", $@"\frac{{\partial \langle \nabla f, {Formula.Latex(v)} \rangle}}{{\partial {Formula.Latex(part)}}}");

    // As a column or as a row: of a RowVector the column is its transpose.
    private static (string Unicode, string Latex) By(Expression x, bool transposed)
    {
        var (name, latex) = (Formula.Unicode(x), Formula.Latex(x));
        if (x.Shape.IsMatrix) return transposed ? ($"vec({name})ᵀ", $@"\operatorname{{vec}}({latex})^{{\top}}") : ($"vec({name})", $@"\operatorname{{vec}}({latex})");
        if (x.Shape.IsScalar || transposed == x.Shape.IsRowVector) return (name, latex);
        var turned = Algebra.Transpose(x);
        return (Formula.Unicode(turned), Formula.Latex(turned));
    }
}
