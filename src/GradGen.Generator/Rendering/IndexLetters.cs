using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>A letter for each loop index that no variable has; loops side by side share theirs, nested ones do not.</summary>
internal sealed class IndexLetters
{
    private const string Letters = "ijklpqrstuvwhgmn";

    private readonly Dictionary<Expression, string> letters = new();

    /// <param name="nodes">What the formula is made of.</param>
    /// <param name="taken">Names that mean something else in the formula.</param>
    public IndexLetters(IEnumerable<Expression> nodes, IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var loops in nodes.Where(n => n.Is<LoopIndex>()).GroupBy(LoopIndex.DepthOf).OrderBy(g => g.Key))
        {
            var letter = Letters.Select(c => c.ToString()).Skip(loops.Key % Letters.Length).Concat(Letters.Select(c => c.ToString())).FirstOrDefault(l => !used.Contains(l));
            if (letter is null) continue;
            used.Add(letter);
            foreach (var loop in loops) letters[loop] = letter;
        }
    }

    public IEnumerable<string> All => letters.Values.Distinct();

    public string? this[Expression index] => letters.TryGetValue(index, out var letter) ? letter : null;
}
