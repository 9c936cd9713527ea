using GradGen.Generator.Expressions;

namespace GradGen.Generator.Differentiation;

/// <summary>Why a form is undefined and what is defined instead.</summary>
internal sealed record UndefinedForm(string Form, string Reason, string Instead);

/// <summary>Which derivatives have a defined form: the table of DESIGN §3.</summary>
internal static class Forms
{
    /// <summary>Null where ∂f/∂x is defined for a function and a variable of the given kinds.</summary>
    public static UndefinedForm? Check(ValueKind function, ValueKind variable, string name)
    {
        switch (function, variable)
        {
            case (ValueKind.Scalar, _):
            case (_, ValueKind.Scalar):
            case (ValueKind.Vector, ValueKind.RowVector):
            case (ValueKind.RowVector, ValueKind.Vector):
                return null;
            case (ValueKind.Vector, ValueKind.Vector):
                return new($"∂f/∂{name} of a Vector by a Vector", "a column has no derivative by a column",
                    $"the Jacobian ∂f/∂{name}ᵀ (make '{name}' a RowVector, or ask for Emit = Derivatives.Jacobian) and ∂fᵀ/∂{name} (return a RowVector)");
            case (ValueKind.RowVector, ValueKind.RowVector):
                return new($"∂f/∂{name} of a RowVector by a RowVector", "a row has no derivative by a row",
                    $"∂fᵀ/∂{name} of the column (return a Vector), ∂f/∂{name}ᵀ by the column (make '{name}' a Vector), or Emit = Derivatives.Jacobian");
            case (ValueKind.Matrix, _):
            default:
                return new($"∂f/∂{name} of a {function} by a {variable}", "it would be a tensor with more than two indices",
                    $"the Jacobian ∂vec(f)/∂vec({name})ᵀ: ask for Emit = Derivatives.Jacobian");
        }
    }
}
