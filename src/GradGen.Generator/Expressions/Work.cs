namespace GradGen.Generator.Expressions;

/// <summary>Work that a companion's documentation names.</summary>
/// <param name="Name">What it is, with <c>{s}</c> where the plural has an s.</param>
/// <param name="Allocates">Whether MathNet does it, which allocates.</param>
/// <param name="Count">How often.</param>
internal sealed record Work(string Name, bool Allocates = false, int Count = 1)
{
    /// <summary>Work on an operand, which is named where it is an argument.</summary>
    public static Work On(Expression operand, string name, bool allocates = false) => new(Operand(operand) is { } argument ? $"{name} of {argument}" : name, allocates);

    private static string? Operand(Expression e) => e.Operation.Notate(e, o => o.Operation.Notate(o, _ => new Notation.Verbatim("…"))) is Notation.Name name ? name.Text : null;
}
