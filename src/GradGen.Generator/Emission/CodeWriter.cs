using System.Text;

namespace GradGen.Generator.Emission;

/// <summary>Text with indentation and LF line ends, on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder text = new();

    public CodeWriter(int depth = 0) => Depth = depth;

    public int Depth { get; private set; }

    public void Line(string line = "")
    {
        if (line.Length > 0) text.Append(' ', Depth * 4).Append(line);
        text.Append('\n');
    }

    public void Open(string? head = null)
    {
        if (head is not null) Line(head);
        Line("{");
        Depth++;
    }

    public void Close(string tail = "}")
    {
        Depth--;
        Line(tail);
    }

    /// <summary>Adds text that was written with its own indentation.</summary>
    public void Append(CodeWriter other) => text.Append(other.text);

    public override string ToString() => text.ToString();
}
