using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GradGen.Generator.Diagnostics;

/// <summary>Diagnostic values as diagnostics of a compilation, whose trees give the locations back, so that <c>#pragma</c> and .editorconfig hold.</summary>
internal static class DiagnosticOutput
{
    public static void Report(this DiagnosticInfo info, SourceProductionContext output, Compilation compilation) => output.ReportDiagnostic(
        Diagnostic.Create(Descriptors.All[info.Id], Locate(info.Place, compilation), info.Related.Select(p => Locate(p, compilation)), info.Arguments.ToArray<object>()));

    private static Location Locate(SourcePlace place, Compilation compilation)
    {
        var span = new TextSpan(place.Start, place.Length);
        var tree = compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == place.Path && t.Length >= span.End);
        return tree is null ? Location.None : Location.Create(tree, span);
    }
}
