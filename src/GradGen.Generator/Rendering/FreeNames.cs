using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>Names that mean nothing else in a formula, the field's for a kind of value first.</summary>
internal sealed class FreeNames
{
    private static readonly Dictionary<ValueKind, string[]> parts = new()
    {
        [ValueKind.Scalar] = ["s", "c", "t", "q"],
        [ValueKind.Vector] = ["u", "v", "z", "h", "w"],
        [ValueKind.RowVector] = ["u", "v", "z", "h", "w"],
        [ValueKind.Matrix] = ["P", "M", "N", "R", "S", "T"],
    };

    private static readonly Dictionary<ValueKind, string[]> forwards = new()
    {
        [ValueKind.Scalar] = ["s", "c", "t", "q", "y", "p"],
        [ValueKind.Vector] = ["h", "u", "z", "v", "w"],
        [ValueKind.RowVector] = ["h", "u", "z", "v", "w"],
        [ValueKind.Matrix] = ["P", "M", "N", "R", "S", "T"],
        [ValueKind.Integer] = ["k", "l", "m", "p"],
        [ValueKind.Boolean] = ["b", "a", "c", "p"],
    };

    private static readonly string[] adjoints = ["lambda", "mu", "nu", "rho", "xi", "tau", "omega", "zeta", "eta", "kappa", "chi", "phi"];
    private static readonly string[] adjointMatrices = ["Lambda", "Gamma", "Psi", "Theta", "Omega", "Phi", "Xi", "Delta"];
    private static readonly string[] residuals = ["r", "q"];
    private const string Part = "part";

    private static readonly string[] counts = ["n", "m", "N", "M"];
    private static readonly char[] digits = [.. "0123456789"];

    // Letters that mean nothing by themselves: d is a differential, e, I, K and E are constants, f is the value.
    private static readonly string[] others = WithAccents("abcghmnopqrstuvwxyz", [.. adjoints, "alpha", "beta", "gamma", "delta", "theta"]);
    private static readonly string[] otherMatrices = WithAccents("ABCDFGHLMNPQRSTUVWXYZ", adjointMatrices);

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    // What the names of several letters or with a number are without the number.
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private int firstPart = 1;

    /// <param name="nodes">What the formula is made of.</param>
    /// <param name="others">Other names that mean something there.</param>
    public FreeNames(IEnumerable<Expression> nodes, IEnumerable<string> others)
    {
        Take(others);
        Take(Formula.Names(nodes));
        foreach (var node in nodes)
        {
            if (!node.Is<Variable>()) continue;
            var name = Variable.Info(node).Name;
            // The items of xs are called x, a row xT is the column x transposed.
            if (name.Length > 1 && (name.EndsWith("s", StringComparison.Ordinal) || name.EndsWith("T", StringComparison.Ordinal))) Take([name.Substring(0, name.Length - 1)]);
        }

        Take(taken.Select(Alphabet.Greek).ToList());
    }

    /// <summary>The names that mean something already.</summary>
    public IEnumerable<string> Taken => taken;

    /// <summary>Whether a name may be one that a formula gives, or with a number one of its sequences.</summary>
    public static bool MayBeGiven(string name) => Stem(name) is var stem && (stem.Length <= 2 || Alphabet.Greek(stem) != stem || stem == Part);

    public void Take(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (taken.Add(name) && name.Length > 1) stems.Add(Stem(name));
        }
    }

    /// <summary>A name for a part that a formula repeats, or null where the letters are used up.</summary>
    /// <param name="isNeeded">Whether any letter is better than none.</param>
    /// <param name="isIndexed">Whether it has a value for each round of a loop.</param>
    public string? ForPart(ValueKind kind, bool isResidual, bool isNeeded, bool isIndexed) =>
        First((isResidual ? residuals : []).Concat(parts[kind]).Concat(isNeeded ? forwards[kind].Concat(Others(kind)) : []), isIndexed);

    /// <summary>A name for the values that a loop carries.</summary>
    public string ForSequence(ValueKind kind, bool isAdjoint)
    {
        var letters = !isAdjoint || !forwards.ContainsKey(kind) || kind is ValueKind.Integer or ValueKind.Boolean ? forwards.TryGetValue(kind, out var known) ? known : forwards[ValueKind.Scalar] : kind == ValueKind.Matrix ? adjointMatrices : adjoints;
        return First(letters.Concat(Others(kind)), isIndexed: true)!;
    }

    /// <summary>A name for a number of rounds.</summary>
    public string ForCount() => First(counts.Concat(Others(ValueKind.Integer)))!;

    private IEnumerable<string> Others(ValueKind kind)
    {
        foreach (var letter in kind == ValueKind.Matrix ? otherMatrices : others) yield return letter;
        while (taken.Contains(Part + firstPart)) firstPart++;
        for (var i = firstPart; i < 10_000; i++) yield return Part + i;
    }

    private static string[] WithAccents(string latin, IEnumerable<string> greek)
    {
        var letters = latin.Select(c => c.ToString()).Concat(greek).ToList();
        return [.. letters, .. Alphabet.Accents.SelectMany(a => letters.Select(l => Alphabet.Greek(l) + a.Mark))];
    }

    private string? First(IEnumerable<string> names, bool isIndexed = false)
    {
        var free = names.FirstOrDefault(n => IsFree(n, isIndexed));
        if (free is not null) Take([free, Alphabet.Greek(free)]);
        return free;
    }

    // A sequence h has an h₀, as a name h0 is written.
    private bool IsFree(string name, bool isIndexed)
    {
        var greek = Alphabet.Greek(name);
        return !taken.Contains(name) && !taken.Contains(greek) && !(isIndexed && (stems.Contains(name) || stems.Contains(greek)));
    }

    private static string Stem(string name) => name.TrimEnd(digits).TrimEnd('_');
}
