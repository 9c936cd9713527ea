using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>What is to be said of a variable: a diagnostic without its place.</summary>
internal sealed record Finding(string Id, string Variable, params string[] Arguments);

/// <summary>What a method asks for, as far as it is not defined for every form.</summary>
internal sealed record AskedForms(bool Gradient, bool Jacobian, bool LogAbsDetJacobian, bool Hessian, bool HessianVectorProduct);

/// <summary>Whether the derivatives that a method asks for are defined and whether they say anything.</summary>
internal static class FormReview
{
    public static IEnumerable<Finding> Of(string method, Expression body, IEnumerable<(string Name, IEnumerable<ValueKind> Kinds, bool IsPlain)> variables, AskedForms asked)
    {
        var (gradient, hessian) = (asked.Gradient, asked.Hessian);
        foreach (var (name, kinds, isPlain) in variables)
        {
            if (!isPlain && (asked.Jacobian || asked.LogAbsDetJacobian || hessian))
                yield return new(Descriptors.UndefinedForm.Id, name, $"{(hessian ? "∂²f" : "∂vec(f)")} by '{name}'", "a record or a list has no vec", "the same by a Vector or a Matrix that is a parameter of its own" + (hessian ? ", or the product of the Hessian with a value of its type: ask for Emit = Derivatives.HessianVectorProduct" : ""));
            else if (!isPlain && gradient && !body.Shape.IsScalar)
                yield return new(Descriptors.UndefinedForm.Id, name, $"∂f/∂{name} of a {body.Shape.Kind} by '{name}'", "its parts have no types that a record or a list of the variable's type could hold",
                    "the pullback and the pushforward: ask for Emit = Derivatives.Pullback | Derivatives.Pushforward");
            else if (asked.LogAbsDetJacobian && !HasAsManyEntries(body, name, kinds.First()))
                yield return new(Descriptors.UndefinedForm.Id, name, $"log|det ∂vec(f)/∂vec({name})ᵀ|", "the value has not as many entries as the variable", $"the Jacobian: ask for Emit = Derivatives.Jacobian, or name the variable that the method maps, nameof(…), without '{name}'");
            else if ((hessian || asked.HessianVectorProduct) && !body.Shape.IsScalar) yield return new(Descriptors.HessianOfNonScalar.Id, name, method, body.Shape.Kind.ToString());
            else if (gradient && kinds.Select(kind => Forms.Check(body.Shape.Kind, kind, name)).FirstOrDefault(f => f is not null) is { } undefined)
                yield return new(Descriptors.UndefinedForm.Id, name, undefined.Form, undefined.Reason, undefined.Instead);
            else if (gradient && !Reads(body, name)) yield return new(Descriptors.ZeroGradient.Id, name, method, name);
        }
    }

    /// <summary>False where the sizes are known to differ; sizes that only a call knows are compared by the call.</summary>
    private static bool HasAsManyEntries(Expression body, string name, ValueKind kind)
    {
        if (body.Shape.IsScalar != (kind == ValueKind.Scalar)) return false;
        return Find(body, name) is not { } variable || Count(body) is not { } own || Count(variable) is not { } its || own == its;

        static int? Count(Expression e) => e.Shape.Dimensions.Aggregate((int?)1, (product, d) => product * (e.Graph.Dimensions.Find(d).Payload as int?));
    }

    private static bool Reads(Expression body, string name) => Find(body, name) is not null;

    /// <summary>The variable of a name, or a part of it, that the body depends on.</summary>
    private static Expression? Find(Expression body, string name)
    {
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>([body]);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!seen.Add(next)) continue;
            if (next.Is<Variable>() && Variable.Info(next).Name.Split('.')[0] == name) return next;
            for (var i = 0; i < next.Operands.Length; i++)
            {
                if (next.Operation.IsDifferentiableIn(i)) stack.Push(next[i]);
            }
        }

        return null;
    }
}
