using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Puts the nodes of a graph in order: what a statement computes, which branches and loops share one statement.</summary>
internal sealed class Scheduler
{
    private readonly Placement placement;
    private readonly HashSet<Expression> locals = new();
    private readonly Dictionary<Expression, Expression> added = new();

    private Scheduler(Placement placement) => this.placement = placement;

    /// <summary>Plans the computation of simplified expressions.</summary>
    /// <param name="destinations">Of each, the storage that it is written to; null where it is returned.</param>
    public static Plan Of(IReadOnlyList<Expression> roots, IReadOnlyList<Expression?> destinations)
    {
        var results = Owned(EntrywiseChains.Of(PartialTerms.Of(Lowering.Of(MirroredProducts.Of(Batches.Of(SharedLoops.Of(SharedConditions.Of(roots)))))), destinations));
        // What code of the user's is given or makes may live on, so nothing beside it is reused.
        var runsForeignCode = Memory.RunsForeignCode(results);
        results = Destinations.Prepare(results, destinations);
        var usesArena = !runsForeignCode && Memory.IsMade(results);
        if (usesArena) results = results.Select((r, i) => destinations[i] is null ? Memory.Keep(r) : r).ToImmutableArray();
        results = LoopInvariants.Of(results);
        var top = Scope.Root();
        var scheduler = new Scheduler(new Placement(results, top));
        var written = Destinations.InBranches(results, destinations).Concat(Enumerable.Range(0, results.Length).Where(i => PassPart.IsWritten(results[i])))
            .ToImmutableDictionary(i => results[i], i => destinations[i]!);
        scheduler.ChooseLocals(results, destinations);
        scheduler.LeaveToWrite(written.Keys.SelectMany(r => r.Operands.Skip(1)));
        var body = new Block();
        scheduler.Fill(new Frame(top, body), results);
        Awaited.Declare(body);
        return new Plan(body, results, [.. scheduler.locals], scheduler.added.ToImmutableDictionary(), scheduler.InPlace().ToImmutableDictionary(), written, usesArena, runsForeignCode);
    }

    /// <summary>Results that are arguments, views of them, or one another are copied; of a branch, in the side that needs it.</summary>
    private static ImmutableArray<Expression> Owned(ImmutableArray<Expression> results)
    {
        var seen = new HashSet<Expression>();
        var copies = 0;
        return results.Select(Own).ToImmutableArray();

        Expression Own(Expression r)
        {
            if (r.Is<RecordValue>()) return r.Graph.Make(r.Operation, r.Payload, r.Operands.Select((o, i) => i == 0 ? o : Own(o)).ToImmutableArray());
            if (r.Is<OperatorCall>()) return r.Graph.Make(r.Operation, r.Payload, r.Operands.Select(Own).ToImmutableArray());
            if (!r.Shape.IsArray) return r;
            return seen.Add(Storage(r)) ? Owned(r, copies++) : Copy.Of(r, copies++);
        }
    }

    private static Expression Owned(Expression e, int number)
    {
        if (e.Is<Conditional>()) return Algebra.Choose(e[0], Owned(e[1], number), Owned(e[2], number));
        return e.Operation.MayShareStorage(e) ? Copy.Of(e, number) : e;
    }

    private static Expression Storage(Expression e) => e.Is<Transposition>() && !e.Shape.IsMatrix ? Storage(e[0]) : e;

    /// <summary>A node gets a local when it is an array or an object, is read more than once, or is a branch or a loop.</summary>
    private void ChooseLocals(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        foreach (var node in placement.Nodes)
        {
            if (IsRegion(node)) locals.Add(node);
            else if (node.Shape.Kind == ValueKind.Integer || node.Operation.IsBound || node.Is<ListPlacement>() || node.Is<LoopValue>() || node.Is<LoopRecord>() || node.Operation.Compute(node).IsInline) continue;
            else if (node.Shape.IsArray || node.Shape.Kind is ValueKind.Opaque or ValueKind.List || placement.UseCount(node) > 1 || placement.IsReadElsewhere(node)) locals.Add(node);
        }

        foreach (var sum in placement.Nodes.Where(n => n.Is<RunningSum>() || (n.Is<IndexedSum>() && !n.Shape.IsScalar)).ToList())
        {
            foreach (var term in sum.Is<RunningSum>() ? RunningSum.Terms(sum) : [sum[1]]) AddTo(sum, term);
        }

        // What is computed once is computed into its own local.
        foreach (var value in placement.Nodes.Where(n => n.Is<Once>()).Select(n => n[0]))
        {
            if (!IsRegion(value) && placement.UseCount(value) == 1) locals.Remove(value);
        }

        // A result that is an expression in a return statement reads well, and one that has a destination is computed there.
        for (var i = 0; i < results.Length; i++)
        {
            var isWritten = destinations[i] is not null && results[i].Operation.Into(results[i]) is not null;
            if (!IsRegion(results[i]) && placement.UseCount(results[i]) == 1 && (results.Length == 1 || isWritten)) locals.Remove(results[i]);

            // A destination before it may be an argument that a scalar of it reads: that is computed before.
            if (isWritten && i > 0) locals.UnionWith(results[i].Operands.Where(ReadsArrays));
        }
    }

    /// <summary>What a side of a branch writes to a destination is computed there; a scalar that reads an argument comes before the first of them.</summary>
    private void LeaveToWrite(IEnumerable<Expression> sides)
    {
        foreach (var side in sides.Where(s => s.Operation.Into(s) is not null && placement.UseCount(s) == 1))
        {
            locals.Remove(side);
            locals.UnionWith(side.Operands.Where(ReadsArrays));
        }
    }

    /// <summary>A multiple, a part or an item that is only added to a sum is added as it is, and a branch or a sum inside adds its own terms.</summary>
    private void AddTo(Expression sum, Expression term)
    {
        if (placement.UseCount(term) != 1) return;
        if (term.Is<Scaling>() || term.Operation.Accumulation(term) is not null) locals.Remove(term);
        else if (term.Is<AddedTerms>() && !placement.IsReadElsewhere(term))
        {
            locals.Remove(term);
            foreach (var part in term.Operands) AddTo(sum, part);
        }
        else if (term.Is<IndexedSum>() && !placement.IsReadElsewhere(term)) added[term] = sum;
        else if (term.Is<Conditional>() && !placement.IsReadElsewhere(term))
        {
            added[term] = sum;
            AddTo(sum, term[1]);
            AddTo(sum, term[2]);
        }
    }

    private static bool ReadsArrays(Expression scalar) => scalar.Shape.IsScalar && !scalar.Operation.IsBound && !scalar.Is<LoopValue>() && Expressions.Reachable.From([scalar]).Any(n => n.Shape.IsArray);

    /// <summary>What can be computed in the storage of an operand, which nothing else reads.</summary>
    private Dictionary<Expression, int> InPlace()
    {
        var places = new Dictionary<Expression, int>();
        foreach (var node in placement.Nodes)
        {
            // Of several orders of one product one is computed, so that each may take the operand that all of them read.
            var forms = Orders(node).ToList();
            if (forms.Exists(f => places.ContainsKey(f) || (f != node && placement.UseCount(f) != 1))) continue;
            foreach (var operand in forms[0].Operands)
            {
                if (placement.UseCount(operand) != forms.Count || !locals.Contains(operand) || IsRegion(operand)) continue;
                if (operand.Operation.MayShareStorage(operand) || !placement.AreTogether(node, operand)) continue;
                var at = forms.ConvertAll(f => f.Operands.IndexOf(operand));
                if (forms.Where((f, i) => at[i] < 0 || f.Operation.InPlace(f, at[i]) is null).Any()) continue;
                for (var i = 0; i < forms.Count; i++) places[forms[i]] = at[i];
                break;
            }
        }

        return places;
    }

    /// <summary>A node, or what it is in each of several orders.</summary>
    private static IEnumerable<Expression> Orders(Expression node) => IsCheapest.Chooses(node) ? Orders(node[1]).Concat(Orders(node[2])) : [node];

    /// <summary>A block under construction, with what is computed in it so far.</summary>
    private sealed record Frame(Scope Scope, Block Block)
    {
        public HashSet<Expression> Done { get; init; } = new();

        /// <summary>The steps that compute what is done.</summary>
        public Dictionary<Expression, Step> By { get; init; } = new();

        /// <summary>The sides of branches that were begun here, for the next branch on the same condition.</summary>
        public Dictionary<Scope, Frame> Sides { get; } = new();

        public Dictionary<Scope, Step> FirstBranch { get; } = new();
    }

    /// <summary>Adds the statements that compute the demanded nodes: regions as late as can be, so that those on one key meet.</summary>
    private void Fill(Frame frame, IEnumerable<Expression> demanded)
    {
        var needed = Reachable(demanded, frame.Scope).Where(n => !frame.Done.Contains(n)).ToList();
        var missing = new Dictionary<Expression, int>();
        var users = new Dictionary<Expression, List<Expression>>();
        var (simple, regions) = (new SortedDictionary<int, Expression>(), new SortedDictionary<int, Expression>());
        foreach (var node in needed)
        {
            var needs = DirectNeeds(node, frame).Where(n => !frame.Done.Contains(n)).ToList();
            missing[node] = needs.Count;
            foreach (var need in needs)
            {
                if (!users.TryGetValue(need, out var list)) users[need] = list = [];
                list.Add(node);
            }
        }

        foreach (var node in needed.Where(n => missing[n] == 0)) Enqueue(node);
        while (simple.Count + regions.Count > 0)
        {
            if (simple.Count > 0)
            {
                var node = simple.First().Value;
                frame.Block.Steps.Add(new Step.Let(node));
                Finish([node]);
                continue;
            }

            var first = regions.First().Value;
            var group = first.Is<Loop>() || first.Is<Once>() ? [first] : regions.Values.Where(n => n.Operation == first.Operation && n[0] == first[0]).ToImmutableArray();
            if (first.Is<Loop>()) AddIteration(frame, first);
            else if (first.Is<Once>()) AddOnce(frame, first);
            else if (first.Is<IndexedSum>()) AddAccumulation(frame, group);
            else AddBranch(frame, group);
            Finish(group);
        }

        void Enqueue(Expression node) => (IsRegion(node) ? regions : simple).Add(node.Id, node);

        void Finish(IEnumerable<Expression> nodes)
        {
            foreach (var node in nodes)
            {
                frame.Done.Add(node);
                frame.By[node] = frame.Block.Steps[frame.Block.Steps.Count - 1];
                (IsRegion(node) ? regions : simple).Remove(node.Id);
                if (!users.TryGetValue(node, out var waiting)) continue;
                foreach (var user in waiting)
                {
                    if (--missing[user] == 0) Enqueue(user);
                }
            }
        }
    }

    // A loop is one though it may carry nothing and only be counted.
    private static bool IsRegion(Expression node) => node.Is<Loop>() || node.Operation.Reads(node).Any(r => r.Inside is not null);

    private void AddIteration(Frame frame, Expression loop)
    {
        var (guard, body) = (new Block(), new Block());
        var after = Loop.After(loop);
        if (Loop.Condition(loop) is { } condition) Fill(new Frame(Inside(frame.Scope, loop, after.Length), guard), [condition]);
        if (after.Length > 0) Fill(new Frame(Inside(frame.Scope, loop, 0), body), after);
        var record = placement.Nodes.FirstOrDefault(n => n.Is<LoopRecord>() && n[0] == loop);
        frame.Block.Steps.Add(new Step.Iterate(loop, record, placement.Nodes.Contains(LoopCount.Of(loop)), guard, body));
    }

    private void AddOnce(Frame frame, Expression value)
    {
        var body = new Block();
        Fill(new Frame(Inside(frame.Scope, value, 0), body), [value[0]]);
        frame.Block.Steps.Add(new Step.Once(value, body));
    }

    private void AddAccumulation(Frame frame, ImmutableArray<Expression> sums)
    {
        var body = new Block();
        Fill(new Frame(Inside(frame.Scope, sums[0], 0), body), sums.Select(s => s[1]));
        frame.Block.Steps.Add(new Step.Accumulate(sums[0][0], sums, body));
    }

    private void AddBranch(Frame frame, ImmutableArray<Expression> conditionals)
    {
        var condition = conditionals[0][0];
        Block Side(bool taken)
        {
            var scope = Inside(frame.Scope, conditionals[0], taken ? 0 : 1);
            var block = new Block();
            var side = new Frame(scope, block);
            if (frame.Sides.TryGetValue(scope, out var before))
            {
                // What the earlier branch computed, this one reads: it must be declared around both.
                foreach (var node in Reachable(Sides(), scope).Where(before.Done.Contains))
                {
                    side.Done.Add(node);
                    Share(node, before, frame);
                }

                foreach (var pair in before.By) side.By[pair.Key] = pair.Value;
                foreach (var node in before.Done) side.Done.Add(node);
            }

            Fill(side, Sides());
            frame.Sides[scope] = side;
            return block;

            IEnumerable<Expression> Sides() => conditionals.Select(c => (Branch: c, Side: c[taken ? 1 : 2])).Where(c => !(added.ContainsKey(c.Branch) && c.Side.IsZero())).Select(c => c.Side);
        }

        var step = new Step.Branch(condition, conditionals, Side(true), Side(false));
        foreach (var taken in new[] { true, false })
        {
            var scope = Inside(frame.Scope, conditionals[0], taken ? 0 : 1);
            if (!frame.FirstBranch.ContainsKey(scope)) frame.FirstBranch[scope] = step;
        }

        frame.Block.Steps.Add(step);
    }

    private static void Share(Expression node, Frame side, Frame frame)
    {
        // What is computed once is declared before the loop around.
        if (!side.By.TryGetValue(node, out var step) || step is Step.Once || !step.Declared.Add(node)) return;
        frame.Block.Steps.Insert(frame.Block.Steps.IndexOf(frame.FirstBranch[side.Scope]), new Step.Declare(node, step));
    }

    /// <summary>The locals placed in a scope that some nodes read, directly or through others, in any scope inside.</summary>
    private HashSet<Expression> Reachable(IEnumerable<Expression> roots, Scope scope)
    {
        var found = new HashSet<Expression>();
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>(roots);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (!seen.Add(node)) continue;
            if (locals.Contains(node))
            {
                if (placement.IsPlacedIn(node, scope)) found.Add(node);
                else if (!IsInside(node, scope)) continue;
            }

            foreach (var operand in Read(node)) stack.Push(operand);
        }

        return found;
    }

    /// <summary>The locals placed in the frame's scope that the computation of one of them reads.</summary>
    private IEnumerable<Expression> DirectNeeds(Expression node, Frame frame)
    {
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>(Read(node));
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!seen.Add(next)) continue;
            if (locals.Contains(next) && placement.IsPlacedIn(next, frame.Scope)) yield return next;
            else if (!locals.Contains(next) || IsInside(next, frame.Scope))
            {
                foreach (var operand in Read(next)) stack.Push(operand);
            }
        }
    }

    private bool IsInside(Expression node, Scope scope) => placement.IsInside(node, scope);

    // A branch adds no zeros to a sum.
    private IEnumerable<Expression> Read(Expression node) => node.Operation.Reads(node).Select(r => r.Operand).Where(o => !(added.ContainsKey(node) && o.IsZero()));

    private static Scope Inside(Scope scope, Expression region, int read) => scope.Of(region.Operation.Reads(region).Select(r => r.Inside).OfType<Region>().ElementAt(read));
}
