using GradGen.Generator.Derivations;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using GradGen.Generator.Rendering;

namespace GradGen.Generator.Emission;

/// <summary><c>Derivation_f</c>: how all derivatives of a method come about, as text.</summary>
internal static class DerivationProperty
{
    public static void Write(CodeWriter writer, MethodModel model, IReadOnlyList<Derivation> derivations)
    {
        var unicode = string.Join("\n\n", derivations.Select(d => string.Join("\n", DerivationText.Unicode(d))));
        var latex = $"\\begin{{aligned}}\n{string.Join(" \\\\[1ex]\n", derivations.Select(d => string.Join(" \\\\\n", DerivationText.Latex(d))))}\n\\end{{aligned}}";
        var markdown = string.Join("\n\n", derivations.Select(d => $"$$\n\\begin{{aligned}}\n{string.Join(" \\\\\n", DerivationText.Latex(d))}\n\\end{{aligned}}\n$$"));
        writer.Line($"/// <summary>How the derivatives of <c>{model.Name}</c> come about, step by step.</summary>");
        writer.Line(CompanionWriter.Attribute);
        // A text is the same for all instances.
        writer.Line($"{model.Modifiers.Replace(" static", "")} static global::GradGen.Derivation {Literals.Identifier($"Derivation_{model.Name}")} => new global::GradGen.Derivation(");
        Argument("unicode", unicode, ",");
        Argument("latex", latex, ",");
        Argument("markdown", markdown, ");");

        void Argument(string name, string text, string end)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var literal = Literals.Of(i + 1 < lines.Length ? lines[i] + "\n" : lines[i]);
                writer.Line($"    {(i == 0 ? name + ": " : "    + ")}{literal}{(i + 1 == lines.Length ? end : "")}");
            }
        }
    }
}
