using GradGen.Generator.Expressions;
using GradGen.Generator.Rendering;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// What a formula defines behind "where": names, and sequences by equations such as hᵢ₊₁ = tanh(Whᵢ), h₀ = x. A term is computed
/// from the equation whose left side it fits, one with a number at its place before one with a letter.
/// </summary>
internal sealed class Equations
{
    private readonly ILookup<string, (IReadOnlyList<Notation> Indices, Notation Right)> equations;
    private readonly Meaning outside;
    private readonly Dictionary<string, Quantity?> known = [];

    public Equations(Notation.Where where, Meaning outside)
        : this(where.Definitions.ToLookup(d => Head(d.Left), d => ((IReadOnlyList<Notation>)(d.Left is Notation.Subscript s ? [.. s.Indices] : []), d.Right)), outside)
    {
    }

    private Equations(ILookup<string, (IReadOnlyList<Notation> Indices, Notation Right)> equations, Meaning outside)
    {
        this.equations = equations;
        this.outside = outside with { Equations = this };
    }

    /// <summary>The same equations where names have other values.</summary>
    public Equations In(Meaning meaning) => new(equations, meaning);

    public bool Define(string name) => equations.Contains(name);

    /// <summary>The right sides of a name's equations with the letters of their places.</summary>
    public IEnumerable<(IReadOnlyList<Notation> Indices, Notation Right)> Of(string name) => equations[name];

    public Quantity Value(string name, params int[] places)
    {
        var key = $"{name} {string.Join(" ", places)}";
        if (known.TryGetValue(key, out var value)) return value ?? throw new FormatException($"{key} is defined by itself");
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        known[key] = null;
        var fitting = equations[name].Where(e => e.Indices.Count == places.Length).Select(e => (Fit: Fit(e.Indices, places), e.Right)).Where(e => e.Fit is not null).ToList();
        if (fitting.Count == 0) throw new FormatException($"no equation says what {key} is");
        var (meaning, right) = fitting.MinBy(e => e.Fit!.Values.Count);
        return (known[key] = FormulaValue.Of(right, meaning!))!;
    }

    /// <summary>What the letters of a left side mean at given places; null where it does not fit.</summary>
    private Meaning? Fit(IReadOnlyList<Notation> indices, int[] places)
    {
        var meaning = outside;
        for (var i = 0; i < places.Length; i++)
        {
            if (Letter(indices[i], meaning) is not { } letter)
            {
                if ((int)FormulaValue.Of(indices[i], meaning).Value != places[i]) return null;
                continue;
            }

            var atZero = FormulaValue.Of(indices[i], meaning.With(letter, Quantity.Scalar(0))).Value;
            meaning = meaning.With(letter, Quantity.Scalar(places[i] - atZero));
        }

        return meaning;
    }

    // A letter that nothing else means runs over all places.
    private string? Letter(Notation index, Meaning meaning) => index is Notation.Name { Text: var name }
        ? meaning.Values.ContainsKey(name) || Define(name) ? null : name
        : index is Notation.Sum ? NotationTree.Children(index).Select(c => Letter(c, meaning)).FirstOrDefault(l => l is not null) : null;

    private static string Head(Notation left) => left switch
    {
        Notation.Name n => n.Text,
        Notation.Subscript { Base: Notation.Name n } => n.Text,
        _ => throw new FormatException("an equation whose left side is no name"),
    };
}
