using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Planning;

/// <summary>A schedule: statements in order, and the results, each a node that a statement has computed or an input.</summary>
/// <param name="Added">Branches and sums that add their terms to another sum, with that sum.</param>
/// <param name="InPlace">What is computed in the storage of an operand, with the number of that.</param>
/// <param name="Written">Branches whose sides, and parts of passes that, write a result to the storage of the caller, with that.</param>
/// <param name="UsesArena">Whether what the statements make is taken from the arena of the thread.</param>
/// <param name="RunsForeignCode">Whether code of the user's runs among them.</param>
internal sealed record Plan(Block Body, ImmutableArray<Expression> Results, ImmutableHashSet<Expression> Locals, ImmutableDictionary<Expression, Expression> Added, ImmutableDictionary<Expression, int> InPlace, ImmutableDictionary<Expression, Expression> Written, bool UsesArena, bool RunsForeignCode);

/// <summary>Statements of one C# block.</summary>
internal sealed class Block
{
    public List<Step> Steps { get; } = new();

    /// <summary>Whether running the block makes arrays or objects.</summary>
    public bool Allocates => Steps.Any(s => s switch
    {
        Step.Let let => let.Node.Operation.Makes(let.Node),
        Step.Branch branch => branch.Then.Allocates || branch.Else.Allocates || branch.Results.Any(r => r.Shape.IsArray),
        Step.Accumulate sums => sums.Body.Allocates || sums.Results.Any(r => !r.Shape.IsScalar),
        Step.Once once => once.Body.Allocates || !once.Value.Shape.IsScalar,
        Step.Iterate loop => loop.Guard.Allocates || loop.Body.Allocates || loop.Record is not null,
        _ => false,
    });
}

internal abstract record Step
{
    /// <summary>The nodes of the step whose locals are declared before it.</summary>
    public HashSet<Expression> Declared { get; } = new();

    /// <summary>Computes a node into a local.</summary>
    public sealed record Let(Expression Node) : Step;

    /// <summary>Declares the locals of a node that a step in one branch computes and a later branch of the same condition reads.</summary>
    public sealed record Declare(Expression Node, Step By) : Step;

    /// <summary>Computes conditionals that share their condition.</summary>
    public sealed record Branch(Expression Condition, ImmutableArray<Expression> Results, Block Then, Block Else) : Step;

    /// <summary>Computes a value that no round of a loop changes in the first round that reads it.</summary>
    public sealed record Once(Expression Value, Block Body) : Step;

    /// <summary>Declares, before a loop, a value that is computed in one of its rounds.</summary>
    public sealed record Await(Expression Value) : Step;

    /// <summary>Computes sums that share their index.</summary>
    public sealed record Accumulate(Expression Index, ImmutableArray<Expression> Results, Block Body) : Step;

    /// <summary>Runs a loop that carries values, recording what is read of its rounds later, and counting them where the count is read. The guard computes the condition.</summary>
    public sealed record Iterate(Expression Loop, Expression? Record, bool Counted, Block Guard, Block Body) : Step;
}
