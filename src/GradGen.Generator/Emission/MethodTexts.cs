using GradGen.Generator.Expressions;
using GradGen.Generator.Reading;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Emission;

/// <summary>What several companions of one method show, each laid out and written once.</summary>
internal sealed class MethodTexts(MethodModel model)
{
    // A formula longer than this says less than the line of code that it stands beside.
    private const int LongestComment = 60;

    private readonly Dictionary<(Expression Value, string Taken), (string Unicode, string Latex)> closedForms = new();
    private readonly Dictionary<Expression, string> comments = new();
    private readonly Dictionary<Expression, string> sizes = new();

    /// <summary>The points where a derivative is a convention, in words.</summary>
    public IReadOnlyList<string> Kinks { get; } = [.. Reachable.From([model.Body]).OrderBy(e => e.Id).Select(e => e.Operation.Kink).OfType<string>().Distinct()];

    /// <summary>The closed form of a value, with names for what it repeats.</summary>
    /// <param name="taken">Names that mean something else.</param>
    public (string Unicode, string Latex) ClosedForm(Expression value, IReadOnlyCollection<string> taken)
    {
        // Names that no formula would give make no difference.
        var key = (value, string.Join(" ", taken.Where(FreeNames.MayBeGiven)));
        if (closedForms.TryGetValue(key, out var known)) return known;
        var formula = Formula.WithNames(Simplifier.Shown(value), taken);
        return closedForms[key] = (UnicodeWriter.Write(formula), LatexWriter.Write(formula));
    }

    /// <summary>A size as the shapes of arguments and results name it.</summary>
    public string Size(Expression size)
    {
        if (!sizes.TryGetValue(size, out var known)) sizes[size] = known = Formula.Unicode(size.Graph.Dimensions.Find(size));
        return known;
    }

    /// <summary>The comment at the end of the line that computes a node; empty where its formula is long.</summary>
    public string Comment(Expression node)
    {
        if (!comments.TryGetValue(node, out var known)) comments[node] = known = CommentOf(node);
        return known;
    }

    private static string CommentOf(Expression node)
    {
        // Whether the formula is short is asked first: a long program would be laid out again on every line.
        var values = node.Operation.Shown(node).ToList();
        if (values.Any(v => Written(v, LongestComment) >= LongestComment)) return "";
        var formula = string.Join(", ", values.Select(Formula.Unicode));
        return formula.Length is > 0 and <= LongestComment ? $" // {formula}" : "";
    }

    /// <summary>How many expressions a formula would show, counted up to a limit.</summary>
    private static int Written(Expression e, int limit)
    {
        var size = 1;
        foreach (var operand in e.Operands)
        {
            if (size >= limit) break;
            size += Written(operand, limit - size);
        }

        return size;
    }
}
