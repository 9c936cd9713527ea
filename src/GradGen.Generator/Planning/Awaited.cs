using GradGen.Generator.Expressions;

namespace GradGen.Generator.Planning;

/// <summary>Declares what rounds of loops compute once: before the outermost loop that does not change it.</summary>
internal static class Awaited
{
    public static void Declare(Block body) => Declare(body, []);

    /// <summary>Declares in a block what is computed in it, and returns what is declared around it.</summary>
    /// <param name="bounds">What the loop binds whose body the block is; null for a block that no loop begins.</param>
    private static HashSet<Expression> Declare(Block block, IReadOnlyCollection<Expression>? bounds)
    {
        var outside = new HashSet<Expression>();
        var declared = new HashSet<Expression>();
        for (var i = 0; i < block.Steps.Count; i++)
        {
            foreach (var value in In(block.Steps[i]).OrderBy(v => v.Id).ToList())
            {
                if (bounds is null || (bounds.Count > 0 && !bounds.Any(value.DependsOn))) outside.Add(value);
                else if (declared.Add(value)) block.Steps.Insert(i++, new Step.Await(value));
            }
        }

        return outside;
    }

    private static IEnumerable<Expression> In(Step step) => step switch
    {
        Step.Once once => Declare(once.Body, null).Append(once.Value),
        Step.Branch branch => Declare(branch.Then, null).Union(Declare(branch.Else, null)),
        Step.Accumulate sums => Declare(sums.Body, [sums.Index]),
        Step.Iterate loop => Declare(loop.Guard, Bounds(loop)).Union(Declare(loop.Body, Bounds(loop))),
        _ => [],
    };

    private static IReadOnlyCollection<Expression> Bounds(Step.Iterate loop) => [loop.Loop[0], .. Operations.Loop.CarriedBy(loop.Loop)];
}
