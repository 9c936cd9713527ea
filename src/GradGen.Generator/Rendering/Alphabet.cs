using System.Text;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>The letters of formulas: Greek, what Unicode has above and below the line, and numbers as text.</summary>
internal static class Alphabet
{
    private const string Plain = "0123456789+−aehijklmnoprstuvx";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";

    private static readonly Dictionary<string, string> greek = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η", ["theta"] = "θ",
        ["iota"] = "ι", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ", ["sigma"] = "σ",
        ["tau"] = "τ", ["upsilon"] = "υ", ["phi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω",
        ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Xi"] = "Ξ", ["Pi"] = "Π", ["Sigma"] = "Σ", ["Upsilon"] = "Υ",
        ["Phi"] = "Φ", ["Psi"] = "Ψ", ["Omega"] = "Ω",
    };

    private static readonly Dictionary<string, string> commands = greek.ToDictionary(g => g.Value, g => "\\" + g.Key, StringComparer.Ordinal);

    /// <summary>Accents that a letter may bear, with their LaTeX commands.</summary>
    public static IReadOnlyList<(char Mark, string Command)> Accents { get; } = [('\u0303', @"\tilde"), ('\u0302', @"\hat"), ('\u0304', @"\bar")];

    /// <summary>Whether a name is one letter with an accent.</summary>
    public static bool IsAccented(string name) => name.Length == 2 && Accents.Any(a => a.Mark == name[1]);

    /// <summary>The Greek letter that a name spells out, otherwise the name.</summary>
    public static string Greek(string name) => greek.TryGetValue(name, out var letter) ? letter : name;

    /// <summary>The LaTeX command of a Greek letter, or null.</summary>
    public static string? Command(string letter) => commands.TryGetValue(letter, out var command) ? command : null;

    /// <summary>The text below the line, or null where a character has no such form.</summary>
    public static string? Subscript(string text) => Translate(text, Below);

    /// <summary>The text above the line, or null where a character has no such form.</summary>
    public static string? Superscript(string text) => Translate(text, Above);

    /// <summary>Whether the character is a letter of a name, as opposed to one above or below the line.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c) && Below.IndexOf(c) < 0 && c != 'ᵀ';

    /// <summary>The shortest text that reads back as the same number: <c>2</c>, <c>0.1</c>, <c>1e-6</c>.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return "∞";
        var text = Literals.Of(value);
        var exponent = text.IndexOf('E');
        if (exponent < 0) return text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
        var power = text.Substring(exponent + 1).TrimStart('+');
        var sign = power[0] == '-' ? "-" : "";
        return $"{text.Substring(0, exponent)}e{sign}{power.TrimStart('-').TrimStart('0')}";
    }

    private static string? Translate(string text, string forms)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            var place = Plain.IndexOf(c);
            if (place < 0 || place >= forms.Length) return null;
            result.Append(forms[place]);
        }

        return result.Length == 0 ? null : result.ToString();
    }
}
