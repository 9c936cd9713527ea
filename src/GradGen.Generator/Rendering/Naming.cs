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

    private const int MostNames = 6;

    private static readonly Dictionary<ValueKind, string[]> letters = new()
    {
        [ValueKind.Scalar] = ["s", "c", "t", "q"],
        [ValueKind.Vector] = ["u", "v", "z", "h", "w"],
        [ValueKind.RowVector] = ["u", "v", "z", "h", "w"],
        [ValueKind.Matrix] = ["P", "M", "N", "R", "S", "T"],
    };

    private static readonly string[] residuals = ["r", "q"];

    private readonly Expression root;
    private readonly HashSet<string> taken;
    private readonly Dictionary<Expression, string> names = new();
    private readonly List<Expression> order = new();

    private Naming(Expression root, IEnumerable<Expression> nodes, IEnumerable<string> taken)
    {
        this.root = root;
        this.taken = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Is<Variable>()) this.taken.Add(Variable.Info(node).Name);
            if (node.Is<Extent>() && node.Graph.Dimensions.NameOf(node) is { } size) this.taken.Add(size);
        }

        foreach (var name in this.taken.ToList()) this.taken.Add(Alphabet.Greek(name));
    }

    public static Notation Of(Expression root, IEnumerable<Expression> nodes, IEnumerable<string> taken)
    {
        var naming = new Naming(root, nodes, taken);
        while (true)
        {
            var laid = new Dictionary<Expression, Notation>();
            var body = naming.Lay(root, laid);
            var definitions = naming.order.Select(e => (new Notation.Name(naming.names[e]), naming.Lay(e, laid))).ToImmutableArray();
            if (naming.order.Count == MostNames || naming.Next(body, definitions, laid) is not { } next || naming.Letter(next) is not { } letter)
                return definitions.IsEmpty ? body : new Notation.Where(body, definitions);
            naming.names[next] = letter;
            naming.taken.Add(letter);
            naming.order.Add(next);
        }
    }

    private Notation Lay(Expression e, Dictionary<Expression, Notation> laid) => Formula.Notate(e, laid, names);

    /// <summary>What is to be named next, or null where the formula reads well.</summary>
    private Expression? Next(Notation body, ImmutableArray<(Notation.Name Name, Notation Value)> definitions, Dictionary<Expression, Notation> laid)
    {
        var written = new Dictionary<Notation, int>(ReferenceComparer.Instance);
        Count(body);
        foreach (var (_, value) in definitions) Count(value);
        var isLong = UnicodeWriter.Write(body).Length > Line;
        var widths = new Dictionary<Notation, int>(ReferenceComparer.Instance);
        return laid.Where(p => p.Key != root && !names.ContainsKey(p.Key) && IsWorthAName(p.Key) && written.TryGetValue(p.Value, out var count) && count > 1)
            .Select(p => (Part: p.Key, Cost: (written[p.Value] - 1) * (long)Width(p.Value)))
            .Where(c => IsExpensive(c.Part) || (c.Cost >= Tedious && !IsPlain(c.Part)) || isLong)
            .OrderByDescending(c => c.Cost).ThenByDescending(c => c.Part.Id).Select(c => c.Part).FirstOrDefault();

        void Count(Notation notation)
        {
            written[notation] = written.TryGetValue(notation, out var count) ? count + 1 : 1;
            foreach (var child in NotationTree.Children(notation)) Count(child);
        }

        int Width(Notation notation)
        {
            if (widths.TryGetValue(notation, out var known)) return known;
            var own = notation switch { Notation.Name n => n.Text.Length, Notation.Function n => n.Head.Length + 2, Notation.Sum n => 3 * (n.Terms.Length - 1), Notation.Product n => (n.Symbol == "" ? 0 : 3) * (n.Factors.Length - 1), _ => 1 };
            return widths[notation] = (int)Math.Min(int.MaxValue, own + NotationTree.Children(notation).Sum(c => (long)Width(c)));
        }
    }

    // P⁻¹, Pᵀ and cP are written with P; what changes inside a sum has no one value.
    private static bool IsWorthAName(Expression e) => e.Shape.IsReal && e.FreeBounds.IsEmpty && e.Operands.Any(o => o.Shape.IsReal) &&
        e.Operation is not (Transposition or MatrixInverse or Determinant or Scaling or DiagonalMatrix or Vectorization or AsMatrix or RealPart or Norm or SquaredNorm or Power or Entry);

    // x − a is as good as a name.
    private static bool IsPlain(Expression e) => e.Is<Addition>() && e.Operands.All(o => (o.Is<Scaling>() ? o[1] : o).Is<Variable>());

    /// <summary>A product of matrices, alone or in a sum.</summary>
    private static bool IsExpensive(Expression e) => e.Is<Addition>() ? e.Operands.Any(IsExpensive) : e.Is<MatrixProduct>() && e.Operands.All(o => o.Shape.IsMatrix);

    private string? Letter(Expression e)
    {
        var residual = e.Is<Addition>() && !e.Shape.IsMatrix && e.Operands.Any(o => o.Is<Scaling>() && o[0].IsNumber(out var c) && c < 0);
        return (residual ? residuals : []).Concat(letters[e.Shape.Kind]).FirstOrDefault(l => !taken.Contains(l));
    }

    private sealed class ReferenceComparer : IEqualityComparer<Notation>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(Notation? x, Notation? y) => ReferenceEquals(x, y);

        public int GetHashCode(Notation obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
