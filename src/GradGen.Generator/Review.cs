using GradGen.Generator.Diagnostics;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator;

/// <summary>A method after reading and after a look at its forms: what will be generated, and all that is said of it.</summary>
internal sealed record Review(MethodModel? Model, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static Review Of(ReadResult result)
    {
        if (result.Model is not { } model) return new(null, result.Diagnostics);
        var findings = FormReview.Of(model.Name, model.Body, model.Parameters.Where(p => p.IsVariable).Select(p => (p.Name, p.LeafKinds, IsPlain: p.Record is null && p.Kind != ValueKind.List)),
            new(model.Emit.HasFlag(Derivatives.Gradient), model.Emit.HasFlag(Derivatives.Jacobian), model.Emit.HasFlag(Derivatives.LogAbsDetJacobian),
                (model.Emit & (Derivatives.Hessian | Derivatives.HessianOperator)) != 0, model.Emit.HasFlag(Derivatives.HessianVectorProduct)));
        var located = findings.Select(f => new DiagnosticInfo(f.Id, PlaceOf(f.Variable, result), f.Arguments)).ToList();
        var failed = located.Any(d => Descriptors.All[d.Id].DefaultSeverity == DiagnosticSeverity.Error);
        return new(failed ? null : model, new(result.Diagnostics.Concat(located)));
    }

    private static SourcePlace PlaceOf(string variable, ReadResult result) =>
        result.Places.Where(p => p.Name == variable).Select(p => p.Place).DefaultIfEmpty(result.MethodPlace).First();
}
