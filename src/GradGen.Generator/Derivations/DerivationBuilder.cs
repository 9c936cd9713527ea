using System.Collections.Immutable;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Derivations;

/// <summary>
/// Derives the derivative by one variable step by step. What is short is written as one chain of differentials; what is long is
/// cut into parts with names, whose differentials are derived one by one.
/// </summary>
internal sealed class DerivationBuilder
{
    private const int LongestLine = 60;
    private const int MostSteps = 10;
    private const int MostParts = 12;
    private const int MostInserted = 3;

    private readonly Expression body;
    private readonly Expression value;
    private readonly Target target;
    private readonly Activity activity;
    private readonly DifferentialSteps steps;
    private readonly List<DerivationLine> lines = new();

    private DerivationBuilder(Expression body, Expression value, Target target)
    {
        this.body = body;
        this.value = value;
        this.target = target;
        var alone = new Activity([target.Variable]);
        // A value that a loop carries varies where anything of its loop does.
        var carried = Graphs.Reachable(value).Where(n => n.Is<Loop>() && alone.Varies(n)).SelectMany(n => Loop.CarriedBy(n)).Where(c => c.Shape.IsReal);
        activity = new Activity([target.Variable, .. carried]);
        steps = new DifferentialSteps(activity, target.Variable);
    }

    /// <param name="body">The value as the method writes it.</param>
    /// <param name="value">The value simplified, of which <paramref name="target"/> has the derivative.</param>
    public static Derivation Of(Expression body, Expression value, Target target)
    {
        var builder = new DerivationBuilder(body, value, target);
        try
        {
            builder.Build();
        }
        catch (NoDerivativeException)
        {
            // A rule that gives a pullback alone has no differential to show.
            builder.lines.Clear();
            builder.AddResult(target.Derivative, []);
        }

        return new(target, value.Shape, [.. builder.lines]);
    }

    private void Build()
    {
        if (!activity.Varies(value))
        {
            AddEquation(LineKind.Equation, Tangent.Of(Named.Of(value, "f")), value.Graph.Zero(value.Shape), "a constant");
            AddResult(target.Derivative, []);
            return;
        }

        var hasLoops = Graphs.Reachable(value).Any(n => n.Is<LoopValue>() && activity.Varies(n));
        if (!hasLoops && !IsLong(value) && Chain() is { } chain) Write(chain);
        else ByParts();
    }

    /// <summary>df step by step; null where a line or the chain becomes too long.</summary>
    private List<(Expression Value, ImmutableArray<string> Rules)>? Chain()
    {
        var chain = new List<(Expression Value, ImmutableArray<string> Rules)> { (Tangent.Of(value), []) };
        while (steps.Next(chain[chain.Count - 1].Value) is { } next)
        {
            if (chain.Count > MostSteps || IsLong(next.Value)) return null;
            chain.Add(next);
        }

        return chain;
    }

    private void Write(List<(Expression Value, ImmutableArray<string> Rules)> chain)
    {
        var f = Named.Of(value, "f");
        if (body != value && !IsLong(body))
        {
            AddEquation(LineKind.Equation, f, body);
            AddEquation(LineKind.Continued, null, value, "simplified");
        }

        AddEquation(LineKind.Equation, Tangent.Of(f), chain[0].Value);
        foreach (var (step, rules) in chain.Skip(1)) AddEquation(LineKind.Continued, null, step, [.. rules]);
        Finish(chain[chain.Count - 1].Value);
    }

    private void Finish(Expression df)
    {
        var form = LinearForm.Of(df, target.Variable);
        if (form is { } found && !LinearForm.IsOne(df) && !IsLong(found.Value)) AddEquation(LineKind.Continued, null, found.Value, [.. found.Rules]);
        // That the promises of attributes were needed is worth a word.
        var promised = form is { } last && Simplifier.Of(last: false, last.Gradient)[0] != Simplifier.Of(last: true, last.Gradient)[0] ? Promises() : [];
        AddResult(target.Derivative, promised);
    }

    private string[] Promises() => [.. Graphs.Reachable(value).Where(n => n.Is<Variable>() && Variable.Info(n).Structure != Structure.None).Select(n => $"{Words(Variable.Info(n).Structure)} {Variable.Info(n).Name}")];

    private static string Words(Structure structure) => string.Concat(structure.ToString().Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())).Trim();

    private void ByParts()
    {
        var (rest, parts) = Parts.Of(value, activity.Varies, new Dictionary<Expression, Expression>());
        var differentials = new Dictionary<Expression, Expression>();
        foreach (var part in parts.Take(MostParts)) AddPart(part, differentials);
        if (parts.Count > MostParts) lines.Add(new(LineKind.Omitted, null, null, [$"{parts.Count - MostParts}"]));
        var f = Named.Of(value, "f");
        AddEquation(LineKind.Equation, f, rest);
        AddEquation(LineKind.Equation, Tangent.Of(f), Tangent.Of(rest));
        var df = Tangent.Of(rest);
        foreach (var (step, rules) in Differential(rest).Skip(1))
        {
            df = step;
            AddEquation(LineKind.Continued, null, df, [.. rules]);
        }

        if (parts.Count <= MostInserted && parts.All(p => p.Round is null && p.Name.FreeBounds.Count == 0))
        {
            var inserted = Simplifier.Tidy(parts.Reverse().Aggregate(df, (e, part) => Tangents.Replace(e, t => t[0] == part.Name ? differentials[part.Name] : t)));
            if (!IsLong(inserted))
            {
                if (inserted != df) AddEquation(LineKind.Continued, null, inserted, "the differentials of the parts put in");
                df = inserted;
            }
        }

        // What the parts are called they are called in the derivative too.
        var names = parts.GroupBy(p => p.Name[0]).ToDictionary(g => g.Key, g => g.First().Name);
        var derivative = Graphs.Replace(target.Derivative, names.Where(n => !n.Key.Is<Carried>()).ToDictionary(n => n.Key, n => n.Value));
        var open = Tangents.In(df).Any(t => t[0] != target.Variable);
        var (result, rounds) = Parts.Of(derivative, _ => false, names);
        foreach (var part in rounds.Take(MostParts)) AddEquation(part.Round is null ? LineKind.Equation : LineKind.Round, part.Name, part.Round ?? part.Value, part.Remark is { } remark ? [remark] : []);
        if (rounds.Count > MostParts) lines.Add(new(LineKind.Omitted, null, null, [$"{rounds.Count - MostParts}"]));
        AddResult(result, rounds.Count > 0 ? ["the transposed rounds, from the last to the first"] : open ? ["the differentials of the parts put in, last to first"] : []);
    }

    private void AddPart(NamedPart part, Dictionary<Expression, Expression> differentials)
    {
        var written = part.Round ?? part.Value;
        var kind = part.Round is null ? LineKind.Equation : LineKind.Round;
        AddEquation(kind, part.Name, written, part.Remark is { } remark ? [remark] : []);
        if (!part.Name.Shape.IsReal) return;
        var (d, rules) = (written.Graph.Zero(written.Shape), ImmutableArray.Create("a constant"));
        if (steps.IsSymbol(written)) (d, rules) = (Tangent.Of(written), []);
        else if (activity.Varies(written))
        {
            var chain = Differential(written);
            (d, rules) = (chain[chain.Count - 1].Value, chain.SelectMany(s => s.Rules).Distinct().ToImmutableArray());
        }

        // In a round the name on the right is the value before it.
        if (part.Round is null && activity.Varies(written)) d = Graphs.Replace(d, new Dictionary<Expression, Expression> { [written] = part.Name });
        differentials[part.Name] = d;
        AddEquation(kind, Tangent.Of(part.Name), d, [.. rules]);
    }

    private List<(Expression Value, ImmutableArray<string> Rules)> Differential(Expression of)
    {
        var chain = new List<(Expression Value, ImmutableArray<string> Rules)> { (Tangent.Of(of), []) };
        while (steps.Next(chain[chain.Count - 1].Value) is { } next) chain.Add(next);
        return chain;
    }

    private void AddEquation(LineKind kind, Expression? left, Expression right, params string[] rules) => lines.Add(new(kind, left, right, [.. rules]));

    private void AddResult(Expression derivative, string[] rules) => lines.Add(new(LineKind.Result, target.Variable, derivative, [.. target.Conventions, .. rules]));

    private static bool IsLong(Expression e) => Tangents.Size(e, LongestLine + 1) > LongestLine;
}
