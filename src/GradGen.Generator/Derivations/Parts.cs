using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Derivations;

/// <summary>A part of a value with its name.</summary>
/// <param name="Name">The name as it stands in formulas.</param>
/// <param name="Value">What it is, in terms of parts before it.</param>
/// <param name="Round">Of a value that a loop carries, what a round makes of it.</param>
/// <param name="Remark">What has to be said of it.</param>
internal sealed record NamedPart(Expression Name, Expression Value, Expression? Round, string? Remark);

/// <summary>
/// Cuts a value into parts of readable size: what stands in it several times, what a loop carries and what it ends with, and
/// pieces of what is long.
/// </summary>
internal sealed class Parts
{
    private const int Longest = 24;
    private const int WorthAName = 4;

    private static readonly (ValueKind Kind, string Letters)[] alphabets =
    [
        (ValueKind.Scalar, "sctpqhabk"), (ValueKind.Vector, "uvwrzpqhy"), (ValueKind.RowVector, "uvwrzpqhy"), (ValueKind.Matrix, "PQRSTUVWZMNHYGLC"),
    ];

    private readonly Func<Expression, bool> mayHaveAName;
    private readonly HashSet<string> taken;
    private readonly Dictionary<string, int> next = new();
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly List<NamedPart> parts = new();

    private Parts(Func<Expression, bool> mayHaveAName, HashSet<string> taken)
    {
        this.mayHaveAName = mayHaveAName;
        this.taken = taken;
    }

    /// <summary>The value in terms of its parts, and the parts, each after those that it is made of.</summary>
    /// <param name="mayHaveAName">What may be a part for the sake of its length; values of loops always are.</param>
    /// <param name="given">Parts that have a name already.</param>
    public static (Expression Value, IReadOnlyList<NamedPart> Named) Of(Expression value, Func<Expression, bool> mayHaveAName, IReadOnlyDictionary<Expression, Expression> given)
    {
        var nodes = Graphs.Reachable(value);
        // Loop indices have their letters, f is the value, d is a differential, e and I and K are constants.
        var taken = new HashSet<string>("dfeIKE".Concat("ijklpqrs").Select(c => c.ToString()).Concat(given.Values.Select(n => ((PartName)n.Payload!).Text)), StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Is<Variable>()) taken.Add(Variable.Info(node).Name);
            if (node.Graph.Dimensions.NameOf(node) is { } size) taken.Add(size);
        }

        var pass = new Parts(mayHaveAName, taken);
        foreach (var part in given) pass.rewritten[part.Key] = part.Value;
        pass.Rewrite(nodes, value, given);
        return (pass.rewritten[value], pass.parts);
    }

    private void Rewrite(IReadOnlyList<Expression> nodes, Expression value, IReadOnlyDictionary<Expression, Expression> given)
    {
        var uses = nodes.SelectMany(n => n.Operands).GroupBy(o => o).ToDictionary(g => g.Key, g => g.Count());
        var sizes = new Dictionary<Expression, int>();
        // Operands are older than what uses them; a carried value is known before the loop that says what its rounds do.
        foreach (var node in nodes)
        {
            sizes[node] = 1;
            if (given.ContainsKey(node)) continue;
            if (node.Is<Named>())
            {
                rewritten[node] = node;
                continue;
            }

            if (node.Is<Carried>())
            {
                var name = Named.Of(node, NameFor(node));
                rewritten[node] = name;
                parts.Add(new(name, rewritten[node[0]], null, "before the first round"));
                continue;
            }

            if (node.Is<Loop>())
            {
                rewritten[node] = node;
                foreach (var (carried, after) in Loop.CarriedBy(node).Zip(Loop.After(node), (c, a) => (c, a)))
                {
                    if (!given.ContainsKey(carried) && rewritten.TryGetValue(carried, out var name)) parts.Add(new(name, rewritten[carried], rewritten[after], null));
                }

                continue;
            }

            if (node.Is<LoopValue>() && rewritten.TryGetValue(Loop.CarriedBy(node[0])[LoopValue.Number(node)], out var last))
            {
                Give(node, last, "after the last round");
                continue;
            }

            // The value as a round began is the name with the round's number.
            if (node.Is<LoopHistory>() && rewritten.TryGetValue(Loop.CarriedBy(node[0])[LoopValue.Number(node)], out var each))
            {
                rewritten[node] = Named.Of(node, ((PartName)each.Payload!).Text);
                continue;
            }

            var written = node.Map(o => rewritten[o]);
            sizes[node] = (int)Math.Min(int.MaxValue, 1 + node.Operands.Sum(o => (long)sizes[o]));
            var isShared = uses.TryGetValue(node, out var count) && count > 1 && sizes[node] >= WorthAName;
            if (node != value && node.Shape.IsReal && mayHaveAName(node) && (isShared || sizes[node] > Longest))
            {
                Give(node, written, null);
                sizes[node] = 1;
            }
            else
            {
                rewritten[node] = written;
            }
        }
    }

    private void Give(Expression node, Expression value, string? remark)
    {
        var name = Named.Of(node, NameFor(node));
        rewritten[node] = name;
        parts.Add(new(name, value, null, remark));
    }

    /// <summary>A letter of the value's kind that is free, then letters with numbers.</summary>
    private string NameFor(Expression node)
    {
        var letters = alphabets.FirstOrDefault(a => a.Kind == node.Shape.Kind).Letters ?? "m";
        // What was passed over is taken for good.
        for (var place = next.TryGetValue(letters, out var first) ? first : 0;; place++)
        {
            var (round, letter) = (place / letters.Length, letters[place % letters.Length]);
            var name = round == 0 ? letter.ToString() : $"{letter}{round}";
            if (!taken.Add(name)) continue;
            next[letters] = place + 1;
            return name;
        }
    }
}
