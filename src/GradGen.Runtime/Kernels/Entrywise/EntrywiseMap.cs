namespace GradGen;

/// <summary>A function applied to every entry of a span, such as those of <see cref="Entrywise"/>.</summary>
/// <param name="x">x, n.</param>
/// <param name="result">Where to write the values, n; it may be the operand itself.</param>
internal delegate void EntrywiseMap(ReadOnlySpan<double> x, Span<double> result);
