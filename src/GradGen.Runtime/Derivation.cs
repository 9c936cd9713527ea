namespace GradGen;

/// <summary>
/// How the derivatives of a method come about, step by step with the names of the rules. <c>Derivation_f</c> returns it, for a
/// notebook or a report.
/// </summary>
public sealed class Derivation
{
    /// <summary>Makes a derivation of its three forms.</summary>
    /// <param name="unicode">The lines in plain text.</param>
    /// <param name="latex">The lines as one formula in math mode.</param>
    /// <param name="markdown">The formula as a block of Markdown.</param>
    public Derivation(string unicode, string latex, string markdown)
    {
        Unicode = unicode;
        Latex = latex;
        Markdown = markdown;
    }

    /// <summary>Plain text, a line for each step, the rule in parentheses behind it.</summary>
    public string Unicode { get; }

    /// <summary>One formula for math mode, an <c>aligned</c> environment of amsmath.</summary>
    public string Latex { get; }

    /// <summary>Markdown whose formulas stand between <c>$$</c>, as notebooks show them.</summary>
    public string Markdown { get; }

    /// <summary>The plain text.</summary>
    public override string ToString() => Unicode;
}
