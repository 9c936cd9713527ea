using System.Collections.Immutable;
using GradGen.Generator.Derivations;
using GradGen.Generator.Expressions;
using GradGen.Generator.Rendering;

namespace GradGen.Generator.Emission;

/// <summary>One thing that a companion computes: its name in a tuple, how a formula names it, and its value.</summary>
/// <param name="Symbol">Such as <c>∂f/∂x</c>.</param>
/// <param name="Destination">The parameter that it is written to, or null where it is returned.</param>
internal sealed record Output(string Name, DerivativeSymbol Symbol, Expression Value, Expression? Destination = null)
{
    /// <summary>The formulas that make up the value: of a record one for each member.</summary>
    public ImmutableArray<(DerivativeSymbol Symbol, Expression Value)> Formulas { get; init; } = [(Symbol, Value)];
}

/// <summary>A method to generate: the user's parameters, then parameters of its own, and what it computes.</summary>
/// <param name="Inputs">The method's own parameters as far as it reads them.</param>
/// <param name="Extra">Differentials, seeds, destinations, as variables of the graph.</param>
internal sealed record Companion(string Name, ImmutableArray<Expression> Inputs, ImmutableArray<Expression> Extra, ImmutableArray<Output> Outputs)
{
    /// <summary>How its outputs come about, for the documentation.</summary>
    public ImmutableArray<Derivation> Derivations { get; init; } = [];

    public IEnumerable<Output> Returned => Outputs.Where(o => o.Destination is null);
}
