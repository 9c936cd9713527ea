using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>What is to be said of a variable: a diagnostic without its place.</summary>
internal sealed record Finding(string Id, string Variable, params string[] Arguments);

/// <summary>Whether the derivatives that a method asks for are defined and whether they say anything.</summary>
internal static class FormReview
{
    /// <param name="gradient">Whether gradients are asked for; Jacobians, pushforwards and pullbacks are defined for every form.</param>
    /// <param name="hessian">Whether second derivatives are asked for.</param>
    public static IEnumerable<Finding> Of(string method, Expression body, IEnumerable<(string Name, IEnumerable<ValueKind> Kinds, bool IsPlain)> variables, bool gradient, bool jacobian, bool hessian)
    {
        foreach (var (name, kinds, isPlain) in variables)
        {
            if (!isPlain && (jacobian || hessian))
                yield return new(Descriptors.UndefinedForm.Id, name, $"{(hessian ? "∂²f" : "∂vec(f)")} by '{name}'", "a record or a list has no vec", "the same by a Vector or a Matrix that is a parameter of its own");
            else if (hessian && !body.Shape.IsScalar) yield return new(Descriptors.HessianOfNonScalar.Id, name, method, body.Shape.Kind.ToString());
            else if (gradient && kinds.Select(kind => Forms.Check(body.Shape.Kind, kind, name)).FirstOrDefault(f => f is not null) is { } undefined)
                yield return new(Descriptors.UndefinedForm.Id, name, undefined.Form, undefined.Reason, undefined.Instead);
            else if (gradient && !Reads(body, name)) yield return new(Descriptors.ZeroGradient.Id, name, method, name);
        }
    }

    private static bool Reads(Expression body, string name)
    {
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>([body]);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!seen.Add(next)) continue;
            if (next.Is<Variable>() && Variable.Info(next).Name.Split('.')[0] == name) return true;
            for (var i = 0; i < next.Operands.Length; i++)
            {
                if (next.Operation.IsDifferentiableIn(i)) stack.Push(next[i]);
            }
        }

        return false;
    }
}
