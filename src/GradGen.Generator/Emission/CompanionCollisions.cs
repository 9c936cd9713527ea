using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Reading;

namespace GradGen.Generator.Emission;

/// <summary>A method that is not generated because a companion of another one has the same signature.</summary>
internal sealed record Collision(string HintName, DiagnosticInfo Diagnostic);

/// <summary>Finds methods whose companions would share a name and parameter types: <c>f_x</c> by y, and <c>f</c> by x_y.</summary>
internal static class CompanionCollisions
{
    public static EquatableArray<Collision> Of(IEnumerable<(MethodModel Model, SourcePlace Place)> methods)
    {
        var companions = methods.SelectMany(m => Signatures(m.Model).Select(s => (Signature: s, m.Model, m.Place)));
        var collisions = companions.GroupBy(c => c.Signature).Where(g => g.Select(c => c.Model.HintName).Distinct().Count() > 1)
            .SelectMany(g => g.Select(c => new Collision(c.Model.HintName, new DiagnosticInfo(Descriptors.CompanionCollision.Id, c.Place,
                g.Key.Name, c.Model.Name, $"a companion of '{g.First(o => o.Model.HintName != c.Model.HintName).Model.Name}'"))));
        return new(collisions.GroupBy(c => c.HintName).Select(g => g.First()));
    }

    private static IEnumerable<(string Container, string Name, string Types)> Signatures(MethodModel model)
    {
        var container = model.Namespace + "." + string.Join(".", model.Containers.Select(c => c.Declaration));
        var types = string.Join(",", model.Parameters.Select(p => p.Type));
        // A property has no parameters by which overloads would differ.
        if (model.Emit.HasFlag(Derivatives.Derivation)) yield return (container, $"Derivation_{model.Name}", "");
        var variables = model.Parameters.Where(p => p.IsVariable).Select(p => p.Name).ToList();
        foreach (var (flag, name) in new[]
        {
            (Derivatives.Gradient, "Gradient"), (Derivatives.Jacobian, "Jacobian"), (Derivatives.LogAbsDetJacobian, "LogAbsDetJacobian"),
            (Derivatives.Hessian, "Hessian"), (Derivatives.HessianVectorProduct, "HessianVectorProduct"), (Derivatives.HessianOperator, "HessianOperator"),
        })
        {
            if (!model.Emit.HasFlag(flag)) continue;
            if (flag is Derivatives.Gradient or Derivatives.Jacobian or Derivatives.LogAbsDetJacobian) yield return (container, $"{name}_{model.Name}", types);
            foreach (var variable in variables) yield return (container, $"{name}_{model.Name}_{variable}", types);
        }

        if (!model.Emit.HasFlag(Derivatives.Hessian)) yield break;
        for (var row = 0; row < variables.Count; row++)
        {
            foreach (var column in variables.Skip(row + 1)) yield return (container, $"Hessian_{model.Name}_{variables[row]}_{column}", types);
        }
    }
}
