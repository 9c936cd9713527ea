using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Derivations;

/// <summary>What a line of a derivation says.</summary>
internal enum LineKind
{
    /// <summary><c>r = Ax − y</c>, <c>dr = A dx</c>: an equation that begins here.</summary>
    Equation,

    /// <summary><c>= xᵀA dx</c>: equal to the right side of the line before.</summary>
    Continued,

    /// <summary><c>s ← As</c>: what a round of a loop makes of a value that it carries.</summary>
    Round,

    /// <summary><c>⟹ ∂f/∂x = Aᵀr</c>.</summary>
    Result,

    /// <summary>Lines of the same kind as those before it that are not written out.</summary>
    Omitted,
}

/// <summary>A line of a derivation: an equation and the names of the rules that it holds by.</summary>
/// <param name="Left">The left side; of a result the variable; null where the line continues the one before.</param>
/// <param name="Right">The right side; null where lines are left out.</param>
/// <param name="Rules">The rules by name; of lines left out how many they are.</param>
internal sealed record DerivationLine(LineKind Kind, Expression? Left, Expression? Right, ImmutableArray<string> Rules);

/// <summary>Which derivative a derivation ends in.</summary>
internal enum DerivativeForm
{
    Gradient,

    /// <summary>∂vec(f)/∂vec(x)ᵀ.</summary>
    Jacobian,
}

/// <summary>What is derived: a variable and the closed form of the derivative by it.</summary>
/// <param name="Conventions">By which conventions it is not the plain derivative, in words.</param>
internal sealed record Target(Expression Variable, DerivativeForm Form, Expression Derivative, ImmutableArray<string> Conventions);

/// <summary>How the derivative by one variable comes about, from the value of the method down to the closed form.</summary>
internal sealed record Derivation(Target Target, Shape Value, ImmutableArray<DerivationLine> Lines);
