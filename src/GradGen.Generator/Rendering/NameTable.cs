using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>A name as it stands in a formula: a letter or a word, and digits below the line.</summary>
internal readonly record struct WrittenName(string Stem, string Digits)
{
    /// <summary>Whether the stem is more than one letter, so that it has to keep apart from letters beside it.</summary>
    public bool IsWord => Stem.Length > 1 && !char.IsSurrogate(Stem[0]) && !Alphabet.IsAccented(Stem);
}

/// <summary>How each name of one formula is written. Where two names would look the same, both stay as the user wrote them.</summary>
internal sealed class NameTable
{
    // The functions a reader knows without being told: letters side by side must not spell one of them.
    private static readonly string[] knownHeads =
    [
        "Tr", "det", "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan", "abs", "max", "min", "sign", "step",
        "relu", "vec", "diag", "Diag", "adj", "chol", "erf", "erfc", "dim", "count", "rows", "cols", "item", "if", "else",
    ];

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> verbatims = new(StringComparer.Ordinal);
    private readonly HashSet<string> heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> numbered = new(StringComparer.Ordinal);
    private readonly HashSet<string> differentials = new(StringComparer.Ordinal);
    private readonly HashSet<string> words;
    private readonly Dictionary<string, WrittenName> written = new(StringComparer.Ordinal);

    public NameTable(Notation formula)
    {
        Collect(formula);
        var numberedStems = new HashSet<string>(numbered.Select(n => Pretty(n).Stem), StringComparer.Ordinal);
        foreach (var alike in names.GroupBy(Pretty))
        {
            var clash = alike.Count() > 1 || alike.Any(name => name != alike.Key.Stem) && IsTaken(alike.Key);
            foreach (var name in alike) written[name] = clash ? new WrittenName(name, "") : alike.Key;
        }

        words = new HashSet<string>(written.Values.Select(w => w.Stem).Concat(names).Concat(verbatims).Concat(heads).Concat(knownHeads), StringComparer.Ordinal);
        words.UnionWith(differentials.Select(name => "d" + this[name].Stem));
        words.RemoveWhere(w => w.Length == 1);

        bool IsTaken(WrittenName name) =>
            name.Digits == "" ? verbatims.Contains(name.Stem) || heads.Contains(name.Stem) : numberedStems.Contains(name.Stem);
    }

    public WrittenName this[string name] => written.TryGetValue(name, out var result) ? result : Pretty(name);

    /// <summary>Whether letters side by side would read as one name or function of this formula.</summary>
    public bool IsWord(string letters) => words.Contains(letters);

    /// <summary>Whether the differential of a formula is written as a name, dx: that of a name, unless something else is called dx.</summary>
    public bool HasDifferential(Notation operand) =>
        operand is Notation.Name name && !names.Contains("d" + name.Text) && !names.Contains("d" + this[name.Text].Stem);

    /// <summary>Whether the letter is also a function here, as in <c>f(x)</c>.</summary>
    public bool IsHead(string letter) => heads.Contains(letter);

    /// <summary>Whether C# text reads like a name of the formula.</summary>
    public bool IsName(string verbatim) => names.Contains(verbatim);

    private static WrittenName Pretty(string name)
    {
        // Letters, perhaps a line below, and digits.
        var number = name.Length;
        while (number > 0 && name[number - 1] is >= '0' and <= '9') number--;
        var end = number > 0 && name[number - 1] == '_' ? number - 1 : number;
        var isNumbered = number < name.Length && end > 0 && name.Take(end).All(char.IsLetter);
        return isNumbered ? new(Alphabet.Greek(name.Substring(0, end)), name.Substring(number)) : new(Alphabet.Greek(name), "");
    }

    private void Collect(Notation notation)
    {
        if (notation is Notation.Name name) names.Add(name.Text);
        if (notation is Notation.Verbatim verbatim) verbatims.Add(verbatim.Text);
        if (notation is Notation.Function function) heads.Add(function.Head);
        if (notation is Notation.Differential) heads.Add("d");
        if (notation is Notation.Differential { Operand: Notation.Name varying }) differentials.Add(varying.Text);
        if (notation is Notation.Subscript { Base: Notation.Name list, Indices: var indices } && indices.Any(i => i is Notation.Number)) numbered.Add(list.Text);
        foreach (var child in NotationTree.Children(notation)) Collect(child);
    }
}
