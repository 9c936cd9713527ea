namespace GradGen.Generator.Expressions;

/// <summary>
/// The inside of a loop or a side of a branch. Regions with one key are one place: branches on one condition, accumulations
/// over one index.
/// </summary>
/// <param name="Side">Which side of a branch; 0 for a loop.</param>
/// <param name="Bounds">What a loop binds, its index and the values it carries; nothing for a branch.</param>
/// <param name="Within">The region around it; null where it lies beside what reads it.</param>
internal sealed record Region(Expression Key, int Side, IReadOnlyCollection<Expression> Bounds, Region? Within = null);

/// <summary>An expression that another reads, where it stands or inside a region.</summary>
internal readonly record struct Read(Expression Operand, Region? Inside = null);
