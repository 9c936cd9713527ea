using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;

namespace GradGen.Generator.Emission;

/// <summary>What a plan costs, in words: the work beyond passes over entries, and the memory beyond the result.</summary>
internal sealed class CostText
{
    private readonly Plan plan;
    private readonly HashSet<Expression> seen = new();
    private bool allocates;

    // Of a pass that writes all results, what it needs itself comes from the arena too.
    private bool hasPass;

    private CostText(Plan plan) => this.plan = plan;

    public static string Of(Plan plan)
    {
        var text = new CostText(plan);
        var whole = text.Of(plan.Body, plan.Results);
        return $"Cost: {(whole.Length > 0 ? whole : "passes over the entries")}; {text.Memory()}.";
    }

    private string Of(Block block, IEnumerable<Expression> results)
    {
        var parts = new List<string>();
        var work = new List<string>();
        Collect(block.Steps, results, work, parts);
        if (work.Count > 0) parts.Insert(0, Counted(work));
        return string.Join("; ", parts);
    }

    private static string Counted(IEnumerable<string> work) =>
        string.Join(", ", work.GroupBy(w => w).Select(g => $"{g.Count()} {g.Key.Replace("{s}", g.Count() == 1 ? "" : "s")}"));

    private void Collect(IEnumerable<Step> steps, IEnumerable<Expression> results, List<string> work, List<string> parts)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Let let:
                    work.AddRange(Inline(let.Node, includeSelf: true));
                    break;
                case Step.Branch { Condition.Operation: IsCheapest } orders:
                    AddPart("in the cheapest order, ", string.Join(" or ", Orders(orders, parts).Select(Counted).Distinct()));
                    break;
                case Step.Branch branch:
                    AddPart("where the condition holds, ", Of(branch.Then, branch.Results.Select(r => r[1])));
                    AddPart("where it does not, ", Of(branch.Else, branch.Results.Select(r => r[2])));
                    break;
                case Step.Once once:
                    AddPart("in the first round that takes the branch, ", Of(once.Body, [once.Value[0]]));
                    break;
                case Step.Accumulate sums:
                    AddPart("for each item, ", Of(sums.Body, sums.Results.Select(r => r[1])));
                    break;
                case Step.Iterate loop:
                    AddPart("in each round, ", Of(loop.Body, Loop.After(loop.Loop)));
                    break;
            }
        }

        foreach (var result in results) work.AddRange(Inline(result, includeSelf: !plan.Locals.Contains(result)));

        void AddPart(string head, string text)
        {
            if (text.Length > 0) parts.Add(head + text);
        }
    }

    /// <summary>The work of each of several orders, of which one is taken.</summary>
    private IEnumerable<IReadOnlyList<string>> Orders(Step.Branch branch, List<string> parts)
    {
        foreach (var (block, operand) in new[] { (branch.Then, 1), (branch.Else, 2) })
        {
            // What several orders begin with is computed in each.
            var before = seen.ToList();
            var further = block.Steps.OfType<Step.Branch>().LastOrDefault(b => b.Condition.Is<IsCheapest>());
            var work = new List<string>();
            Collect(block.Steps.Where(s => s != further), branch.Results.Select(r => r[operand]), work, parts);
            var orders = further is null ? [[]] : Orders(further, parts).ToList();
            seen.IntersectWith(before);
            foreach (var order in orders) yield return [.. work, .. order];
        }
    }

    /// <summary>The work of a statement: of its node and of what is computed in the same line.</summary>
    private IEnumerable<string> Inline(Expression node, bool includeSelf)
    {
        if (!includeSelf || !seen.Add(node)) yield break;
        if (node.Operation.Work(node) is { } work)
        {
            allocates |= work.Allocates;
            hasPass |= node.Shape.Kind == ValueKind.Opaque;
            foreach (var name in Enumerable.Repeat(work.Name, work.Count)) yield return name;
        }

        foreach (var operand in node.Operation.Reads(node).Where(r => r.Inside is null).Select(r => r.Operand))
        {
            foreach (var inner in Inline(operand, !plan.Locals.Contains(operand))) yield return inner;
        }
    }

    private string Memory()
    {
        if (plan.RunsForeignCode) return "intermediate values are allocated, as your own code may keep them";
        if (allocates) return "beyond the result, what MathNet's decomposition allocates";
        return plan.UsesArena || hasPass ? "0 B beyond the result once warm" : "0 B beyond the result";
    }
}
