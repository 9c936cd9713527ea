using System.Globalization;

namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>What a piece of a program is: a value of the language with its dimensions, a condition, a statement or a block.</summary>
/// <param name="Name">The C# type of a value, or a word for what is none.</param>
internal readonly record struct Kind(string Name, int Rows = 1, int Columns = 1)
{
    public static readonly Kind Scalar = new("double");
    public static readonly Kind Condition = new("bool");
    public static readonly Kind Statement = new("statement");
    public static readonly Kind Block = new("block");

    public static Kind Vector(int n) => new("Vector", n);

    public static Kind Row(int n) => new("RowVector", 1, n);

    public static Kind Matrix(int m, int n) => new("Matrix", m, n);

    public bool IsScalar => Name == "double";

    public bool IsMatrix => Name == "Matrix";

    public bool IsVector => Name == "Vector";

    public bool IsRow => Name == "RowVector";

    public bool IsValue => IsScalar || IsMatrix || IsVector || IsRow;

    public bool IsSquare => IsMatrix && Rows == Columns;

    /// <summary>The number of entries of a vector or a row.</summary>
    public int Count => Rows * Columns;
}

/// <summary>A piece of C# with places for its parts. A block is its parts one after another.</summary>
internal sealed record Node(Kind Kind, string Format, params Node[] Parts)
{
    public string Text => Kind == Kind.Block ? string.Join("\n", Parts.Select(p => p.Text)) : string.Format(CultureInfo.InvariantCulture, Format, [.. Parts.Select(p => p.Text)]);

    public int Size => 1 + Parts.Sum(p => p.Size);

    /// <summary>Smaller pieces of the same kind; those that no longer compile are for the caller to leave out.</summary>
    public IEnumerable<Node> Shrinks()
    {
        if (Kind == Kind.Block)
        {
            for (var i = 0; i < Parts.Length; i++) yield return this with { Parts = [.. Parts.Where((_, k) => k != i)] };
        }
        else
        {
            foreach (var inner in Parts.SelectMany(p => p.Inner()).Where(p => p.Kind == Kind || (Kind == Kind.Statement && p.Kind == Kind.Block))) yield return inner with { Kind = inner.Kind };
            if (Kind.IsScalar && Size > 1) yield return new(Kind, "0.7");
            if (Kind.IsVector && Size > 1) yield return new(Kind, $"Ones({Kind.Rows})");
            if (Kind.IsRow && Size > 1) yield return new(Kind, $"Ones({Kind.Columns}).T");
            if (Kind.IsMatrix && Size > 1) yield return new(Kind, $"Ones({Kind.Rows}, {Kind.Columns})");
            if (Kind == Kind.Condition && Size > 1) yield return new(Kind, "flag");
        }

        for (var i = 0; i < Parts.Length; i++)
        {
            foreach (var smaller in Parts[i].Shrinks())
            {
                Node[] parts = [.. Parts];
                parts[i] = smaller;
                yield return this with { Parts = parts };
            }
        }
    }

    private IEnumerable<Node> Inner() => [this, .. Parts.SelectMany(p => p.Inner())];
}
