using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// Gives names to parts of a formula that it repeats: a product of matrices that is written twice, and what makes a formula
/// long. The names are the field's: r for a residual, P and M for matrices, s and c for scalars.
/// </summary>
internal sealed class Naming
{
    /// <summary>A formula with more characters is broken up.</summary>
    private const int Line = 100;

    /// <summary>What repeating a part must cost, in characters, before a formula within the line names it.</summary>
    private const int Tedious = 10;

    /// <summary>More names than this are given only where a formula has more symbols than is pleasant.</summary>
    private const int MostNames = 6;

    private const int MostNeeded = 40;

    /// <summary>So many symbols are read without more names.</summary>
    private const int Readable = 400;

    /// <summary>In a formula with more symbols than anybody reads, a part of fewer characters is not worth a name.</summary>
    private const int Short = 6;

    private readonly Expression root;
    private readonly LoopValues loops;
    private readonly IndexLetters letters;
    private readonly FreeNames free;
    private readonly Sequences? sequences;
    private readonly IReadOnlyList<Sequences.Definition> equations;
    private readonly OpenSizes sizes;
    private readonly Dictionary<Expression, Notation> names = new();
    private readonly List<Expression> order = new();

    /// <param name="root">The formula's value.</param>
    /// <param name="nodes">All that it is computed from, operands first.</param>
    /// <param name="taken">Names that mean something else.</param>
    public Naming(Expression root, IReadOnlyList<Expression> nodes, IEnumerable<string> taken)
    {
        this.root = root;
        loops = new(root, nodes);
        letters = new(loops.Nodes, Formula.Names(nodes).Concat(taken));
        free = new(nodes, taken);
        free.Take(letters.All);
        sequences = loops.Loops.Any() ? new(loops, letters, free) : null;
        equations = sequences?.Definitions.ToList() ?? [];
        sizes = new(root, loops, [.. equations.SelectMany(e => e.Parts)]);
        Notation = Named();
    }

    /// <summary>The formula with its names and equations.</summary>
    public Notation Notation { get; }

    private Notation Named()
    {
        var layout = Layout(int.MaxValue);
        var (body, definitions) = Written(layout);
        var text = Sizes(body, definitions);
        if (text.Total > Formula.Longest)
        {
            // Each part that several others are made of has a name; then the text is as long as the graph is large.
            foreach (var part in layout.Laid.Where(p => p.Part != root && IsWorthAName(p.Part) && text.Users(p.Notation) > 1 && text.Width(p.Notation) >= Short).Select(p => p.Part).OrderBy(p => p.Id).ToList())
            {
                if (free.ForPart(part.Shape.Kind, IsResidual(part), isNeeded: true, isIndexed: !part.FreeBounds.IsEmpty) is { } name) Name(part, name);
            }

            (body, definitions) = Written(Layout(int.MaxValue));
            if (Sizes(body, definitions).Total <= 4 * Formula.Longest) return With(body, definitions);
            names.Clear();
            order.Clear();
            return Formula.Shortened(root, loops.Nodes, deepest => Written(Layout(deepest)) is var (start, parts) ? With(start, parts) : body);
        }

        while (order.Count < MostNames + (2 * equations.Count) || (text.Total > Readable && order.Count < MostNeeded))
        {
            if (Next(body, definitions, layout, text) is not { } next || free.ForPart(next.Shape.Kind, IsResidual(next), text.Total > Readable, isIndexed: !next.FreeBounds.IsEmpty) is not { } name) break;
            Name(next, name);
            layout = Layout(int.MaxValue);
            (body, definitions) = Written(layout);
            text = Sizes(body, definitions);
        }

        return With(body, definitions);
    }

    private void Name(Expression part, string name)
    {
        var indices = loops.Indices(part.FreeBounds);
        Notation written = new Notation.Name(name);
        names[part] = indices.Count == 0 ? written : new Notation.Subscript(written, indices.Select(i => (Notation)new Notation.Name(letters[i]!)).ToImmutableArray());
        order.Add(part);
    }

    private static NotationSizes Sizes(Notation body, ImmutableArray<(Notation Left, Notation Right)> definitions) => new([body, .. definitions.SelectMany(d => new[] { d.Left, d.Right })]);

    private Layout Layout(int deepest) => new(loops.Nodes, letters) { Names = names, Sequences = sequences, Sizes = sizes, Deepest = deepest };

    private (Notation Body, ImmutableArray<(Notation Left, Notation Right)> Definitions) Written(Layout layout) => (layout.Whole(root),
        [.. equations.Select(e => e.Write(layout.Whole)), .. order.Select(e => (names[e], layout.Whole(e)))]);

    private static Notation With(Notation body, ImmutableArray<(Notation Left, Notation Right)> definitions) => definitions.IsEmpty ? body : new Notation.Where(body, definitions);

    /// <summary>What is to be named next, or null where the formula reads well.</summary>
    private Expression? Next(Notation body, ImmutableArray<(Notation Left, Notation Right)> definitions, Layout layout, NotationSizes text)
    {
        var inner = definitions.Select(d => d.Right).Prepend(body).Select(n => SumInASumOverItsLetter(n, ImmutableHashSet<string>.Empty)).FirstOrDefault(n => n is not null);
        if (inner is not null && layout.Laid.FirstOrDefault(p => ReferenceEquals(p.Notation, inner)).Part is { } sum && IsWorthAName(sum)) return sum;
        var isLong = IsLong(body) || definitions.Any(d => IsLong(d.Right));
        return layout.Laid.Where(p => p.Part != root && IsWorthAName(p.Part) && text.Count(p.Notation) > 1)
            .Select(p => (p.Part, Cost: (text.Count(p.Notation) - 1) * text.Width(p.Notation)))
            .Where(c => isLong || (c.Part.FreeBounds.IsEmpty && (IsExpensive(c.Part) || (c.Cost >= Tedious && !IsPlain(c.Part)))))
            .OrderByDescending(c => c.Cost).ThenByDescending(c => c.Part.Id).Select(c => c.Part).FirstOrDefault();

        bool IsLong(Notation notation) => text.Width(notation) > 4 * Line || UnicodeWriter.Write(notation).Length > Line;
    }

    // A letter means one index at a time, so a sum of its own that a sum over the same letter reads has a name.
    private static Notation? SumInASumOverItsLetter(Notation notation, ImmutableHashSet<string> letters)
    {
        if (notation is Notation.BigSum { Index: Notation.Name { Text: var letter } })
        {
            if (letters.Contains(letter)) return notation;
            letters = letters.Add(letter);
        }

        return NotationTree.Children(notation).Select(c => SumInASumOverItsLetter(c, letters)).FirstOrDefault(n => n is not null);
    }

    // P⁻¹, Pᵀ and cP are written with P; what changes with an index has a name with that index.
    private bool IsWorthAName(Expression e) => e.Shape.IsReal && e.Operands.Any(o => o.Shape.IsReal) && e.FreeBounds.All(b => !b.Is<LoopIndex>() || letters[b] is not null) &&
        e.Operation is not (Transposition or MatrixInverse or Determinant or Scaling or DiagonalMatrix or Vectorization or AsMatrix or RealPart or Norm or SquaredNorm or Power or Entry or Operations.Line or Carried or LoopValue or ListItem);

    // x − a is as good as a name.
    private static bool IsPlain(Expression e) => e.Is<Addition>() && e.Operands.All(o => (o.Is<Scaling>() ? o[1] : o).Is<Variable>());

    /// <summary>A product of matrices, alone or in a sum.</summary>
    private static bool IsExpensive(Expression e) => e.Is<Addition>() ? e.Operands.Any(IsExpensive) : e.Is<MatrixProduct>() && e.Operands.All(o => o.Shape.IsMatrix);

    private static bool IsResidual(Expression e) => e.Is<Addition>() && !e.Shape.IsMatrix && e.Operands.Any(o => o.Is<Scaling>() && o[0].IsNumber(out var c) && c < 0);
}
