using Microsoft.CodeAnalysis.Text;

namespace GradGen.Generator.Tests;

/// <summary>
/// Source text with marks: <c>[|…|]</c> around each place where a squiggle is expected, <c>(|…|)</c> around each further place
/// that the diagnostic names.
/// </summary>
internal sealed class MarkedSource
{
    private MarkedSource(string text, IReadOnlyList<TextSpan> places, IReadOnlyList<TextSpan> related)
    {
        Text = text;
        Places = places;
        Related = related;
    }

    public string Text { get; }

    public IReadOnlyList<TextSpan> Places { get; }

    public IReadOnlyList<TextSpan> Related { get; }

    public static MarkedSource Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var open = new Stack<(char Kind, int Start)>();
        var (places, related) = (new List<TextSpan>(), new List<TextSpan>());
        for (var i = 0; i < marked.Length; i++)
        {
            var next = i + 1 < marked.Length ? marked.Substring(i, 2) : "";
            if (next is "[|" or "(|")
            {
                open.Push((next[0], text.Length));
                i++;
            }
            else if (next is "|]" or "|)" && open.Count > 0)
            {
                var (kind, start) = open.Pop();
                (kind == '[' ? places : related).Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return open.Count == 0 ? new(text.ToString(), [.. places.OrderBy(p => p.Start)], [.. related.OrderBy(p => p.Start)]) : throw new ArgumentException("a mark is not closed");
    }
}
