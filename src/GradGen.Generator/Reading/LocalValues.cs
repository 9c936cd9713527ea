using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>
/// What the locals and parameters stand for at the place that is being read. Assignment rebinds; a snapshot is taken by
/// value, so that branches are read from the same start. A value of null was not readable, which has been reported.
/// </summary>
internal sealed class LocalValues(ReadingContext context)
{
    // Symbols have no order of their own that is the same in every run; the order in which they are met is.
    private readonly Dictionary<ISymbol, int> slots = new(SymbolEqualityComparer.Default);

    public ImmutableSortedDictionary<int, Expression?> Current { get; set; } = ImmutableSortedDictionary<int, Expression?>.Empty;

    public bool IsBound(ISymbol symbol) => Current.ContainsKey(SlotOf(symbol));

    public bool TryGet(ISymbol symbol, out Expression? value) => Current.TryGetValue(SlotOf(symbol), out value);

    public void Bind(ISymbol symbol, Expression? value) => Current = Current.SetItem(SlotOf(symbol), value);

    /// <summary>What locals stand for where two ways meet; what only one of them knows was declared there.</summary>
    public ImmutableSortedDictionary<int, Expression?> Merge(IOperation place, Expression? condition, ImmutableSortedDictionary<int, Expression?> then, ImmutableSortedDictionary<int, Expression?> otherwise)
    {
        var merged = ImmutableSortedDictionary.CreateBuilder<int, Expression?>();
        foreach (var slot in then.Keys.Where(otherwise.ContainsKey)) merged[slot] = context.Choose(place, condition, then[slot], otherwise[slot]);
        return merged.ToImmutable();
    }

    public int SlotOf(ISymbol symbol)
    {
        if (!slots.TryGetValue(symbol, out var slot)) slots.Add(symbol, slot = slots.Count);
        return slot;
    }
}
