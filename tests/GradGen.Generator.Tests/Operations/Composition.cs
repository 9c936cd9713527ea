namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// A case whose variables are other cases: f(g(x)), f(g(x), h(y)). Where the inner value does not lie in the outer argument's domain, a
/// constant is added that brings it to a point which does.
/// </summary>
/// <param name="Outer">The case around.</param>
/// <param name="Inners">What stands for each of its variables.</param>
internal sealed record Composition(Case Outer, IReadOnlyList<Inner> Inners)
{
    private const int Trials = 400;

    /// <summary>The variables by their names and places among the arguments.</summary>
    public IReadOnlyList<(string Name, int Position)> Variables
    {
        get
        {
            var names = Parameters.Select(p => p.Name).ToList();
            return [.. Inners.SelectMany((inner, i) => inner.Case.Variables.Select(v => v.Name + (i + 1))).Select(name => (name, names.IndexOf(name)))];
        }
    }

    public override string ToString() => Expression;

    private string Expression => Inners.Select((inner, i) => (inner, i)).Aggregate(Outer.Expression, (text, x) => Case.Replace(text, x.inner.Variable.Name, Text(x.inner, x.i + 1)));

    private IEnumerable<(string Type, string Name)> Parameters =>
    [
        .. Kept.Select(a => (a.Argument.Type, a.Name)),
        .. Inners.SelectMany((inner, i) => inner.Case.Arguments.Select(a => (a.Argument.Type, a.Name + (i + 1)))),
        .. Inners.Select((inner, i) => (inner.Variable.Argument.Type, $"s{i + 1}")).Where((_, i) => Inners[i].IsShifted),
        .. Outer.Returns.IsScalar ? Array.Empty<(string, string)>() : [(Outer.Returns.Type, "weights")],
    ];

    private IEnumerable<(string Name, Argument Argument)> Kept => Outer.Arguments.Where(a => Inners.All(i => i.Variable.Name != a.Name));

    /// <summary>The composition as the method F of a class of its own.</summary>
    public string Source(string className, bool second) => $$"""
        public static partial class {{className}}
        {
            [Differentiable({{string.Join(", ", Variables.Select(v => $"nameof({v.Name})"))}}, Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback{{(second ? " | Derivatives.Hessian | Derivatives.HessianVectorProduct" : "")}})]
            public static double F({{string.Join(", ", Parameters.Select(p => $"{p.Type} {p.Name}"))}}) => {{(Outer.Returns.IsScalar ? Expression : $"Inner(weights, {Expression})")}};
        }

        """;

    /// <summary>Whether there are sizes at which all values fit into each other.</summary>
    public bool Fits() => Sizes.UpTo(4, Outer.Symbols).Any(s => Inners.All(i => i.Fitting(s, least: 1).Any()));

    /// <summary>Arguments of the method at random sizes; null where none are found.</summary>
    /// <param name="random">What is drawn from.</param>
    /// <param name="accepts">What the sizes of the outer case must fulfil.</param>
    /// <param name="value">The value of an inner case for arguments.</param>
    public object[]? Draw(Random random, Func<Sizes, bool> accepts, Func<Case, object[], object> value)
    {
        var candidates = Sizes.UpTo(4, Outer.Symbols, least: 0).Where(accepts).ToArray();
        for (var trial = 0; trial < Trials && candidates.Length > 0; trial++)
        {
            if (At(random, candidates[random.Next(candidates.Length)], value) is { } arguments) return arguments;
        }

        return null;
    }

    private object[]? At(Random random, Sizes sizes, Func<Case, object[], object> value)
    {
        var outer = Outer.Arguments.Select(a => a.Argument.Draw(random, sizes)).ToArray();
        var (inner, shifts) = (new List<object>(), new List<object>());
        foreach (var one in Inners)
        {
            var fitting = one.Fitting(sizes, least: Draws.IsEmpty(Outer, sizes) ? 0 : 1).ToList();
            if (fitting.Count == 0) return null;
            var draw = Draws.At(one.Case, random, fitting[random.Next(fitting.Count)]);
            inner.AddRange(draw);
            var drawn = value(one.Case, draw);
            if (!one.IsShifted)
            {
                if (!one.Variable.Argument.Domain.Contains(drawn)) return null;
                outer[one.Variable.Position] = drawn;
                continue;
            }

            // What was drawn for the outer argument is the point that the sum comes to.
            var point = outer[one.Variable.Position];
            shifts.Add(Values.Like(point, [.. Values.Flat(point).Zip(Values.Flat(drawn), (p, d) => p - d)]));
        }

        if (!Outer.Together(outer)) return null;
        var kept = Outer.Arguments.Select((a, i) => (a.Name, Value: outer[i])).Where(a => Kept.Any(k => k.Name == a.Name)).Select(a => a.Value);
        object[] weights = Outer.Returns.IsScalar ? [] : [Values.Direction(value(Outer, outer), 5)];
        return [.. kept, .. inner, .. shifts, .. weights];
    }

    private static string Text(Inner inner, int number)
    {
        var text = inner.Case.Arguments.Aggregate(inner.Case.Expression, (expression, a) => Case.Replace(expression, a.Name, a.Name + number));
        return inner.IsShifted ? $"({text} + s{number})" : $"({text})";
    }
}

/// <summary>What stands for a variable of a composition's outer case.</summary>
/// <param name="IsShifted">Whether a constant is added to it.</param>
internal sealed record Inner(Varying Variable, Case Case, bool IsShifted)
{
    /// <summary>The sizes at which its value has the shape of the outer argument.</summary>
    public IEnumerable<Sizes> Fitting(Sizes outer, int least) => Sizes.UpTo(4, Case.Symbols, least).Where(s => Case.Returns.In(s) == Variable.Argument.Sized.In(outer));
}
