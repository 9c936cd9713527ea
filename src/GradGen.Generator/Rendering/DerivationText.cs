using GradGen.Generator.Derivations;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Rendering;

/// <summary>Writes a derivation line by line, in Unicode and in LaTeX.</summary>
internal static class DerivationText
{
    /// <summary>The lines in plain text, each rule in parentheses behind what it made.</summary>
    public static IEnumerable<string> Unicode(Derivation derivation) => Lines(derivation).Select(line => line.Kind switch
    {
        LineKind.Omitted => Omission(line),
        LineKind.Result => $"⟹ {Symbol(derivation).Unicode} = {UnicodeWriter.Write(Shown(derivation, line))}{Rules(line)}",
        LineKind.Continued => $"  = {Formula.Unicode(line.Right!)}{Rules(line)}",
        LineKind.Round => $"{Formula.Unicode(line.Left!)} ← {Formula.Unicode(line.Right!)}{Rules(line)}",
        _ => $"{Formula.Unicode(line.Left!)} = {Formula.Unicode(line.Right!)}{Rules(line)}",
    });

    /// <summary>The lines for an <c>aligned</c> environment.</summary>
    public static IEnumerable<string> Latex(Derivation derivation) => Lines(derivation).Select(line => line.Kind switch
    {
        LineKind.Omitted => $@"&\text{{{Omission(line)}}}",
        LineKind.Result => $@"\Longrightarrow\quad {Symbol(derivation).Latex} &= {LatexWriter.Write(Shown(derivation, line))}{LatexRules(line)}",
        LineKind.Continued => $"&= {Formula.Latex(line.Right!)}{LatexRules(line)}",
        LineKind.Round => $@"{Formula.Latex(line.Left!)} &\leftarrow {Formula.Latex(line.Right!)}{LatexRules(line)}",
        _ => $"{Formula.Latex(line.Left!)} &= {Formula.Latex(line.Right!)}{LatexRules(line)}",
    });

    /// <summary>The closed form as the summary has it, with names that the derivation does not use.</summary>
    private static Notation Shown(Derivation derivation, DerivationLine result) => Formula.WithNames(Simplifier.Shown(result.Right!),
        derivation.Lines.Select(l => l.Left).OfType<Expression>().Where(l => l.Is<Named>()).Select(l => ((PartName)l.Payload!).Text));

    // A value that reads the same as it was and simplified is not worth two lines.
    private static IEnumerable<DerivationLine> Lines(Derivation derivation)
    {
        var lines = derivation.Lines;
        var isRepeated = lines.Length > 1 && lines[1] is { Kind: LineKind.Continued } && lines[0].Right is { } first && !first.Is<Tangent>() && Formula.Unicode(first) == Formula.Unicode(lines[1].Right!);
        return isRepeated ? lines.Skip(2) : lines;
    }

    public static DerivativeSymbol Symbol(Derivation derivation) => derivation.Target.Form == DerivativeForm.Jacobian
        ? DerivativeSymbol.Jacobian(derivation.Value, derivation.Target.Variable)
        : DerivativeSymbol.Gradient(derivation.Target.Variable);

    private static string Omission(DerivationLine line) => $"… {line.Rules[0]} more parts by the same rules";

    private static string Rules(DerivationLine line) => line.Rules.IsEmpty ? "" : $"  ({string.Join(", ", line.Rules.Select(rule => Words(rule, Alphabet.Greek)))})";

    private static string LatexRules(DerivationLine line) => line.Rules.IsEmpty ? "" : $@" && \text{{{string.Join(", ", line.Rules.Select(rule => Words(rule, word => LatexWriter.InText(Alphabet.Greek(word)))))}}}";

    // A rule may name a variable.
    private static string Words(string rule, Func<string, string> word) => string.Join(" ", rule.Split(' ').Select(word));
}
