using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>What a reader of a formula knows: the names in scope, and what is a function.</summary>
internal sealed partial class ReadNames
{
    private static readonly Dictionary<string, string> greek = new()
    {
        ["α"] = "alpha", ["β"] = "beta", ["γ"] = "gamma", ["δ"] = "delta", ["ε"] = "epsilon", ["ζ"] = "zeta", ["η"] = "eta", ["θ"] = "theta", ["ι"] = "iota", ["κ"] = "kappa",
        ["λ"] = "lambda", ["μ"] = "mu", ["ν"] = "nu", ["ξ"] = "xi", ["π"] = "pi", ["ρ"] = "rho", ["σ"] = "sigma", ["τ"] = "tau", ["φ"] = "phi", ["χ"] = "chi", ["ψ"] = "psi", ["ω"] = "omega",
        ["Γ"] = "Gamma", ["Δ"] = "Delta", ["Θ"] = "Theta", ["Λ"] = "Lambda", ["Ξ"] = "Xi", ["Π"] = "Pi", ["Σ"] = "Sigma", ["Φ"] = "Phi", ["Ψ"] = "Psi", ["Ω"] = "Omega",
    };

    private readonly HashSet<string> names = [];
    private readonly HashSet<string> verbatims = [];
    private readonly HashSet<string> runs;

    /// <summary>The names of a formula whose layout is known.</summary>
    public ReadNames(Notation notation, string text)
        : this(text) => Collect(notation);

    /// <summary>The names that a reader finds in scope, and the functions that documentation uses.</summary>
    public ReadNames(IEnumerable<string> names, string text)
        : this(text)
    {
        // The items of a list xs are called x, and a row xT is the column x transposed.
        this.names.UnionWith(names.SelectMany(n => n.Length > 1 && n[^1] is 's' or 'T' ? new[] { n, n[..^1] } : [n]));
        this.names.UnionWith(Definition().Matches(text).Select(m => m.Groups[1].Value).SelectMany(n => new[] { n, Latin(n) }));
        verbatims.UnionWith(["I", "e", "E", "K", "true", "false"]);
        if (!this.names.Contains("pi")) verbatims.Add("π");
        verbatims.UnionWith(runs.Where(r => r.Contains('.') && !r.EndsWith('.')));
        Heads.UnionWith(Adjoint().Matches(text).Select(m => m.Groups[1].Value));
        Heads.UnionWith(FormulaFunctions.Heads.Concat(["place", "stop", "d"]));
        Heads.UnionWith(Call().Matches(text).Select(m => m.Groups[1].Value).Where(h => h.Length > 1 && !names.Contains(h) && !FormulaFunctions.Heads.Any(h.EndsWith) && !h.All(c => this.names.Contains(c.ToString()))));
    }

    private ReadNames(string text) => runs = [.. Run().Matches(text).Select(m => m.Value)];

    public HashSet<string> Heads { get; } = [];

    public bool IsWord(string run) => IsNameOfLetters(run) || (run.Length > 1 && Heads.Contains(run));

    /// <summary>Whether it is a word where no argument follows: sv is a function of a matrix, or s times v.</summary>
    public bool IsNameOfLetters(string run) => run.Length > 1 && (names.Contains(run) || verbatims.Contains(run) || StemOf(run) || run.StartsWith("this.", StringComparison.Ordinal) || run is "sin" or "log" or "Tr");

    /// <summary>Whether a name is written like this, perhaps with digits behind it.</summary>
    public bool IsName(string run) => names.Contains(Latin(run)) || names.Contains(run) || verbatims.Contains(run) || StemOf(run);

    /// <summary>The name that is written with these digits below the line, unless names with digits are written as they are here.</summary>
    public string? WithDigits(string stem, string digits)
    {
        var candidates = names.Where(n => (n == Latin(stem) + digits || n == Latin(stem) + "_" + digits || n == stem + digits) && !runs.Contains(n)).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    public Notation Read(string word)
    {
        if (word.StartsWith("this.", StringComparison.Ordinal) && !verbatims.Contains(word)) return Written.Verbatim(word[5..]);
        if (names.Contains(word)) return Written.Name(word);
        if (word is "pi" && verbatims.Contains("π")) return Written.Verbatim("π");
        return verbatims.Contains(word) ? Written.Verbatim(word) : Written.Name(Latin(word));
    }

    /// <summary>The Greek letter that a name spells out, or null.</summary>
    public static string? GreekLetter(string name) => greek.FirstOrDefault(g => g.Value == name).Key;

    private bool StemOf(string run) => names.Any(n => n.Length > run.Length && (n.StartsWith(run, StringComparison.Ordinal) || n.StartsWith(Latin(run), StringComparison.Ordinal)) && DigitsBehind().IsMatch(n[(n.StartsWith(run, StringComparison.Ordinal) ? run : Latin(run)).Length..]));

    private static string Latin(string letter) => greek.GetValueOrDefault(letter, letter);

    private void Collect(Notation notation)
    {
        if (notation is Notation.Name name) names.Add(name.Text);
        if (notation is Notation.Verbatim verbatim) verbatims.Add(verbatim.Text);
        if (notation is Notation.Function function) Heads.Add(function.Head);
        if (notation is Notation.Differential) Heads.Add("d");
        foreach (var child in GradGen.Generator.Rendering.NotationTree.Children(notation)) Collect(child);
    }

    [GeneratedRegex(@"[\p{L}_-[\p{Lm}]][\p{L}0-9_.-[\p{Lm}]]*")] private static partial Regex Run();

    [GeneratedRegex(@"([\p{L}-[\p{Lm}]][\p{L}0-9_-[\p{Lm}]]*)\(")] private static partial Regex Call();

    [GeneratedRegex(@"(?: where |, )([\p{L}-[\p{Lm}]][\p{L}\p{Mn}0-9-[\p{Lm}]]*)(?:\[[^\]]*\]|[₊₋₀-₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]*) = ")] private static partial Regex Definition();

    [GeneratedRegex(@"([\p{L}-[\p{Lm}]][\p{L}0-9_-[\p{Lm}]]*[₀-₉]*\*)\(")] private static partial Regex Adjoint();

    [GeneratedRegex("^_?[0-9]+$")] private static partial Regex DigitsBehind();
}
