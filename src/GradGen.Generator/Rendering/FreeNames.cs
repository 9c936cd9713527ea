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
    private static readonly string[] counts = ["n", "m", "N", "M"];

    private readonly HashSet<string> taken;

    /// <param name="nodes">What the formula is made of.</param>
    /// <param name="others">Other names that mean something there.</param>
    public FreeNames(IEnumerable<Expression> nodes, IEnumerable<string> others)
    {
        taken = new HashSet<string>(others, StringComparer.Ordinal);
        taken.UnionWith(Formula.Names(nodes));
        foreach (var node in nodes)
        {
            if (!node.Is<Variable>()) continue;
            var name = Variable.Info(node).Name;
            // The items of xs are called x, a row xT is the column x transposed.
            if (name.Length > 1 && (name.EndsWith("s", StringComparison.Ordinal) || name.EndsWith("T", StringComparison.Ordinal))) taken.Add(name.Substring(0, name.Length - 1));
        }

        foreach (var name in taken.ToList()) taken.Add(Alphabet.Greek(name));
    }

    /// <summary>The names that mean something already.</summary>
    public IEnumerable<string> Taken => taken;

    public void Take(IEnumerable<string> names) => taken.UnionWith(names);

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

    // Letters that mean nothing by themselves: d is a differential, e, I, K and E are constants, f is the value.
    private static IEnumerable<string> Others(ValueKind kind)
    {
        var latin = kind == ValueKind.Matrix ? "ABCDFGHLMNPQRSTUVWXYZ" : "abcghmnopqrstuvwxyz";
        var greek = kind == ValueKind.Matrix ? adjointMatrices : adjoints.Concat(["alpha", "beta", "gamma", "delta", "theta"]);
        var letters = latin.Select(c => c.ToString()).Concat(greek).ToList();
        return letters.Concat(Alphabet.Accents.SelectMany(a => letters.Select(l => Alphabet.Greek(l) + a.Mark))).Concat(Enumerable.Range(1, 9999).Select(i => $"part{i}"));
    }

    // A sequence h has an h₀, as a name h0 is written.
    private string? First(IEnumerable<string> names, bool isIndexed = false)
    {
        var free = names.FirstOrDefault(n => !taken.Contains(n) && !taken.Contains(Alphabet.Greek(n)) && !(isIndexed && taken.Any(t => t.Length > 1 && t.TrimEnd("0123456789".ToCharArray()).TrimEnd('_') is { } stem && (stem == n || stem == Alphabet.Greek(n)))));
        if (free is not null) taken.UnionWith([free, Alphabet.Greek(free)]);
        return free;
    }
}
