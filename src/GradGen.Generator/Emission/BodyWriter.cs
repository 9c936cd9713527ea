using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;

namespace GradGen.Generator.Emission;

/// <summary>A plan as C# statements.</summary>
internal sealed class BodyWriter(CodeWriter writer, Plan plan, Names names, MethodTexts texts)
{
    private readonly Dictionary<Expression, string> carried = new();

    // What is declared before a branch, by the step in the branch that sets it.
    private readonly Dictionary<Step, List<(Expression Node, string Name)>> declared = new();

    // The marks of the loops around, and how many there were where a value was declared that a round computes, by its flag.
    private readonly List<string> marks = new();
    private readonly Dictionary<string, int> marksBefore = new();

    public void Write() => Write(plan.Body);

    /// <summary>A result as a C# expression.</summary>
    public string Result(int index) => Text(plan.Results[index]).Code;

    /// <summary>A statement that writes a result into given storage; null where a branch has written it.</summary>
    public string? Write(int result, string destination) => plan.Written.ContainsKey(plan.Results[result]) ? null : Write(plan.Results[result], destination);

    private string Write(Expression e, string destination)
    {
        if (plan.Locals.Contains(e) || e.Operation.Into(e) is not { } into) return $"global::GradGen.Kernel.CopyTo({Text(e).Code}, {destination});";
        return Template.Fill(into, i => i == e.Operands.Length ? destination : Text(e[i], Precedence.Conditional));
    }

    private void Write(Block block)
    {
        foreach (var step in block.Steps)
        {
            switch (step)
            {
                case Step.Declare { By: Step.Iterate loop }:
                    Declare(loop);
                    break;
                case Step.Declare declare:
                    Declare(declare.By, declare.Node, "default!");
                    break;
                case Step.Await { Value: var value }:
                    writer.Line($"{value.Shape.CSharpType} {names.Declare(value)} = {(value.Shape.IsScalar ? "0.0" : "default!")};");
                    marksBefore[names.DeclareFlag(value)] = marks.Count;
                    writer.Line($"bool {names.FlagOf(value)} = false;");
                    break;
                case Step.Let let:
                    writer.Line($"{Local(let, let.Node, let.Node)} = {Compute(let.Node).Code};{texts.Comment(let.Node)}");
                    break;
                case Step.Branch branch:
                    Write(branch);
                    break;
                case Step.Accumulate sums:
                    Write(sums);
                    break;
                case Step.Iterate loop:
                    Write(loop);
                    break;
                case Step.Once once:
                    Write(once);
                    break;
            }
        }
    }

    private void Write(Step.Once once)
    {
        var (local, flag) = (names.Of(once.Value), names.FlagOf(once.Value));
        writer.Open($"if (!{flag})");
        using (names.Block())
        {
            Write(once.Body);
            writer.Line($"{local} = {Text(once.Value[0]).Code};{texts.Comment(once.Value)}");
        }

        writer.Line($"{flag} = true;");
        // What this round has taken so far lives as long as the value.
        var around = once.Value.Shape.IsScalar ? [] : marks.Skip(marksBefore[flag]).ToList();
        if (around.Count > 0) writer.Line($"{string.Join(" = ", around)} = global::GradGen.Arena.Mark();");
        writer.Close();
    }

    private void Write(Step.Branch branch)
    {
        foreach (var result in branch.Results.Where(r => !branch.Declared.Contains(r) && IsLocal(r))) writer.Line($"{result.Shape.CSharpType} {names.Declare(result)};");
        WriteSides(branch, "");
    }

    private void WriteSides(Step.Branch branch, string before)
    {
        var (then, otherwise) = (IsSaid(branch.Then, 1), IsSaid(branch.Else, 2));
        writer.Open(before + (then || !otherwise ? $"if ({Text(branch.Condition).Code})" : $"if (!{Text(branch.Condition, Precedence.Primary)})"));
        if (then || !otherwise) Side(branch.Then, 1);
        if (then && otherwise)
        {
            writer.Close();
            if (Further(branch) is { } further)
            {
                using var scope = names.Side(branch.Condition, 2);
                foreach (var result in branch.Results) names.Write(result[2], names.Of(result));
                WriteSides(further, "else ");
                return;
            }

            writer.Open("else");
        }

        if (otherwise) Side(branch.Else, 2);
        writer.Close();

        // Nothing is said of a side that adds zeros.
        bool IsSaid(Block block, int operand) => block.Steps.Count > 0 || branch.Results.Any(r => !plan.Added.ContainsKey(r) || !r[operand].IsZero());

        void Side(Block block, int operand)
        {
            foreach (var (node, name) in block.Steps.Where(declared.ContainsKey).SelectMany(step => declared[step])) names.Share(branch.Condition, operand, node, name);
            using var scope = names.Side(branch.Condition, operand);
            Write(block);
            foreach (var result in branch.Results.Where(r => !plan.Written.ContainsKey(r)))
            {
                if (plan.Added.TryGetValue(result, out var sum)) Accumulate(Accumulator(sum), result[operand]);
                else writer.Line($"{names.Of(result)} = {Text(result[operand]).Code};");
            }

            // A destination may be an argument: it is written last, in the order of the results.
            foreach (var result in plan.Results.Where(r => branch.Results.Contains(r) && plan.Written.ContainsKey(r))) writer.Line(Write(result[operand], Text(plan.Written[result]).Code));
        }
    }

    /// <summary>Whether the sides of a branch assign a local: one of them adds to a sum or writes a result otherwise.</summary>
    private bool IsLocal(Expression result) => !plan.Added.ContainsKey(result) && !plan.Written.ContainsKey(result);

    /// <summary>The branch that is all that one does where its condition does not hold, so that it writes the same locals; null where there is none.</summary>
    private Step.Branch? Further(Step.Branch branch) => branch.Else.Steps.Count == 1 && branch.Else.Steps[0] is Step.Branch { Declared.Count: 0 } further
        && branch.Results.Length == further.Results.Length && new HashSet<Expression>(branch.Results.Select(r => r[2])).SetEquals(further.Results)
        && branch.Results.Concat(further.Results).All(IsLocal) ? further : null;

    private void Write(Step.Accumulate loop)
    {
        foreach (var sum in loop.Results.Where(s => !plan.Added.ContainsKey(s)))
        {
            var zero = sum.Shape.IsScalar ? "0.0" : Compute(Algebra.ZeroLike(sum)).Code;
            writer.Line($"{Local(loop, sum, sum)} = {zero};");
        }

        var mark = Mark(loop.Body.Allocates);
        using var scope = names.Block();
        var limits = loop.Index.Operands.Select(o => Text(o, Precedence.Additive)).ToList();
        var index = names.Begin(loop.Index);
        writer.Open($"for (int {index} = {limits[0]}; {index} < {limits[1]}; {index}++)");
        Write(loop.Body);
        foreach (var sum in loop.Results) Accumulate(Accumulator(sum), sum[1]);
        if (mark is not null) Release(mark, []);
        writer.Close();
    }

    private void Write(Step.Iterate step)
    {
        var loop = step.Loop;
        var (inside, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop), Loop.After(loop));
        for (var s = 0; s < inside.Length; s++)
        {
            var start = Text(before[s]).Code;
            if (after[s] == inside[s] && before[s].Operation is Constant or IntegerConstant)
            {
                // A number that stays what it is needs no local.
                names.Write(LoopValue.Of(loop, s), carried[inside[s]] = $"({start})");
                continue;
            }

            writer.Line($"{Local(step, loop, LoopValue.Of(loop, s))} = {start};");
            carried[inside[s]] = names.Of(LoopValue.Of(loop, s));
        }

        if (step.Record is { } made) writer.Line($"{Local(step, loop, made)} = global::GradGen.Arena.NewRecord();");
        if (step.Counted) writer.Line($"{Local(step, loop, LoopCount.Of(loop))} = 0;");
        var mark = Mark(step.Guard.Allocates || step.Body.Allocates);
        using var scope = names.Block();
        var limits = loop[0].Operands.Select(o => Text(o, Precedence.Additive)).ToList();
        var index = names.Begin(loop[0]);
        writer.Open($"for (int {index} = {limits[0]}; {index} < {limits[1]}; {index}++)");
        Write(step.Guard);
        if (Loop.Condition(loop) is { } condition) writer.Line($"if (!{Text(condition, Precedence.Primary)}) break;");
        if (step.Record is { } record) WriteRound(record, inside);
        Write(step.Body);
        for (var s = 0; s < inside.Length; s++)
        {
            if (!after[s].Is<RunningSum>()) continue;
            foreach (var term in RunningSum.Terms(after[s])) Accumulate(Accumulator(after[s]), term);
        }

        var changed = Enumerable.Range(0, inside.Length).Where(s => after[s] != inside[s] && !after[s].Is<RunningSum>()).ToList();
        var targets = string.Join(", ", changed.Select(s => carried[inside[s]]));
        var sources = string.Join(", ", changed.Select(s => Text(after[s]).Code));
        if (changed.Count == 1) writer.Line($"{targets} = {sources};");
        else if (changed.Count > 1) writer.Line($"({targets}) = ({sources});");
        if (step.Counted) writer.Line($"{names.Of(LoopCount.Of(loop))}++;");
        if (mark is not null) Release(mark, changed.Where(s => inside[s].Shape.IsArray).Select(s => carried[inside[s]]));
        writer.Close();
    }

    /// <summary>Notes what is taken of the arena before a loop whose rounds take more.</summary>
    private string? Mark(bool allocates)
    {
        if (!plan.UsesArena || !allocates) return null;
        var mark = names.New();
        writer.Line($"int {mark} = global::GradGen.Arena.Mark();");
        marks.Add(mark);
        return mark;
    }

    /// <summary>Records what the loop carries as a round begins.</summary>
    private void WriteRound(Expression record, IReadOnlyList<Expression> inside)
    {
        writer.Line($"{names.Of(record)}.Begin();");
        foreach (var value in LoopRecord.Values(record)) writer.Line($"{names.Of(record)}.Add({carried[inside[value]]});");
    }

    /// <summary>Gives back, at the end of a loop's body, what a round took, but for what the next round reads.</summary>
    private void Release(string mark, IEnumerable<string> carriedOn)
    {
        foreach (var name in carriedOn) writer.Line($"global::GradGen.Arena.Retain({name});");
        writer.Line($"global::GradGen.Arena.Release({mark});");
        marks.Remove(mark);
    }

    private void Declare(Step.Iterate step)
    {
        var inside = Loop.CarriedBy(step.Loop);
        for (var s = 0; s < inside.Length; s++) Declare(step, LoopValue.Of(step.Loop, s), "default!");
        if (step.Record is { } record) Declare(step, record, "default!");
        if (step.Counted) Declare(step, LoopCount.Of(step.Loop), "0");
    }

    private void Declare(Step by, Expression node, string value)
    {
        var name = names.Declare(node);
        if (!declared.TryGetValue(by, out var locals)) declared[by] = locals = new();
        locals.Add((node, name));
        writer.Line($"{node.Shape.CSharpType} {name} = {value};");
    }

    // A local where it is set: with its type, unless the step's node is declared already. The type of several values is as long as the line that computes them.
    private string Local(Step step, Expression node, Expression local) => step.Declared.Contains(node) ? names.Of(local)
        : $"{(local.Shape.CSharpType.StartsWith("(", StringComparison.Ordinal) ? "var" : local.Shape.CSharpType)} {names.Declare(local)}";

    /// <summary>The local that the terms of a sum are added to.</summary>
    private string Accumulator(Expression sum) => plan.Added.TryGetValue(sum, out var around) ? Accumulator(around) : sum.Is<RunningSum>() ? carried[sum[0]] : names.Of(sum);

    /// <summary>Adds a term to a sum, but for zeros and for what a branch has added.</summary>
    private void Accumulate(string accumulator, Expression term)
    {
        if (plan.Added.ContainsKey(term) || (!term.Shape.IsScalar && term.IsZero())) return;
        var isInline = !plan.Locals.Contains(term);
        if (term.Is<AddedTerms>() && isInline)
        {
            foreach (var part in term.Operands) Accumulate(accumulator, part);
        }
        else if (term.Operation.Accumulation(term) is { } template && isInline)
            writer.Line(Template.Fill(template, i => i == term.Operands.Length ? accumulator : Text(term[i], Precedence.Conditional)) + ";");
        else if (term.Shape.IsScalar) writer.Line($"{accumulator} += {Text(term).Code};");
        else if (!term.Shape.IsReal) writer.Line($"global::GradGen.Kernel.Accumulate({accumulator}, {Text(term).Code});");
        else
        {
            var (scalar, array) = term.Is<Scaling>() && isInline ? (Text(term[0]).Code, term[1]) : ("1.0", term);
            writer.Line($"global::GradGen.Kernel.Accumulate({accumulator}, {scalar}, {Text(array).Code});");
        }
    }

    private string Text(Expression e, Precedence needed)
    {
        var (code, precedence) = Text(e);
        return precedence < needed ? $"({code})" : code;
    }

    private (string Code, Precedence Precedence) Text(Expression e)
    {
        if (e.Is<Carried>()) return (carried[e], Precedence.Primary);
        if (e.Is<LoopIndex>() || e.Is<LoopValue>() || e.Is<LoopRecord>() || e.Is<LoopCount>() || plan.Locals.Contains(e)) return (names.Of(e), Precedence.Primary);
        return Compute(e);
    }

    private (string Code, Precedence Precedence) Compute(Expression e)
    {
        var computation = e.Operation.Compute(e);
        var template = plan.InPlace.TryGetValue(e, out var operand) ? e.Operation.InPlace(e, operand)! : computation.Template;
        return (Template.Fill(template, i => Text(e[i], computation.OperandPrecedence)), computation.Precedence);
    }
}
