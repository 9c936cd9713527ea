using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Emission;

/// <summary>A size as C# text.</summary>
internal static class SizeText
{
    public static string Of(Expression e, Names names)
    {
        if (e.Is<LoopIndex>()) return names.Of(e);
        var computation = e.Operation.Compute(e);
        return Template.Fill(computation.Template, i =>
        {
            var inner = Of(e[i], names);
            return e[i].Operands.IsEmpty || e[i].Is<Extent>() ? inner : $"({inner})";
        });
    }
}
