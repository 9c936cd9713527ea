using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>A way out of statements: a return, a break or a continue.</summary>
/// <param name="Target">The label behind the loop or switch, or at the end of a round, that it goes to; null for a return.</param>
/// <param name="Place">The statement.</param>
/// <param name="Condition">When it is taken, asked where none of the flow's exits before it is; null where that could not be read.</param>
/// <param name="Value">What it returns; null where that could not be read.</param>
/// <param name="Locals">What the locals stand for there.</param>
internal sealed record Exit(ILabelSymbol? Target, IOperation Place, Expression? Condition, Expression? Value, ImmutableSortedDictionary<int, Expression?> Locals)
{
    public bool Goes(ILabelSymbol? target) => SymbolEqualityComparer.Default.Equals(Target, target);
}

/// <summary>
/// How statements end: by the first of their exits whose condition holds, else they run on, with the locals as they then are.
/// What follows is read once, and evaluated only where they run on.
/// </summary>
/// <param name="RunsOn">Whether what follows may be reached; if not, one of the exits is always taken.</param>
internal readonly record struct Flow(bool RunsOn, ImmutableArray<Exit> Exits)
{
    public static readonly Flow On = new(true, []);

    public static Flow Out(Exit exit) => new(false, [exit]);

    /// <summary>Statements after statements.</summary>
    public static Flow Then(Flow first, Flow second) => first.RunsOn ? new(second.RunsOn, first.Exits.AddRange(second.Exits)) : first;

    /// <summary>An <c>if</c> with its two branches.</summary>
    public static Flow Branch(Expression? condition, Flow then, Flow otherwise)
    {
        // An exit after a branch that never runs on needs no word of the condition.
        var second = then.RunsOn ? otherwise.Exits.Select(e => e with { Condition = Logic.AndIfRead(Logic.NotIfRead(condition), e.Condition) }) : otherwise.Exits;
        return new(then.RunsOn || otherwise.RunsOn, [.. then.Exits.Select(e => e with { Condition = Logic.AndIfRead(condition, e.Condition) }), .. second]);
    }

    /// <summary>Where exits arrive at a label right behind the statements: they run on from there, and the locals are what either way made of them.</summary>
    public static Flow Land(ReadingContext context, Flow flow, ILabelSymbol label)
    {
        if (!flow.Exits.Any(e => e.Goes(label))) return flow;
        var landed = flow.RunsOn ? context.Locals.Current : null;
        foreach (var exit in flow.Exits.Reverse().Where(e => e.Goes(label)))
            landed = landed is null ? exit.Locals : context.Locals.Merge(exit.Place, exit.Condition, exit.Locals, landed);
        context.Locals.Current = landed!;

        var others = ImmutableArray.CreateBuilder<Exit>();
        var passed = (Expression?)context.Graph.Truth(true);
        foreach (var exit in flow.Exits)
        {
            if (exit.Goes(label)) passed = Logic.AndIfRead(passed, Logic.NotIfRead(exit.Condition));
            else others.Add(exit with { Condition = Logic.AndIfRead(passed, exit.Condition) });
        }

        return new(true, others.ToImmutable());
    }

    /// <summary>What statements return that always return.</summary>
    public Expression? Returned(ReadingContext context)
    {
        var last = Exits[Exits.Length - 1];
        var value = last.Value;
        foreach (var exit in Exits.Reverse().Skip(1)) value = context.Choose(last.Place, exit.Condition, exit.Value, value);
        return value;
    }
}
