namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>Draws whole methods: parameters, helpers, locals, branches and loops around expressions.</summary>
internal sealed class ProgramWriter
{
    private readonly Grammar grammar;
    private readonly HashSet<string> arrays = [];

    private ProgramWriter(Random random, int budget) => grammar = new Grammar(random, budget);

    /// <summary>The program of a seed, always the same.</summary>
    public static RandomProgram Of(int seed)
    {
        var random = new Random(unchecked((seed * 7919) + 17));
        return new ProgramWriter(random, random.Next(4, 36)).Draw(seed);
    }

    private RandomProgram Draw(int seed)
    {
        grammar.Dimensions = [1 + grammar.Below(4), 1 + grammar.Below(4)];
        var parameters = new List<Parameter>();
        var letters = new Dictionary<string, Queue<string>>
        {
            ["double"] = new(["a", "b", "c", "d"]), ["Vector"] = new(["x", "y", "z", "w"]), ["RowVector"] = new(["r", "s", "t", "u"]), ["Matrix"] = new(["A", "B", "C", "D"]),
        };
        for (var i = grammar.Below(4); i >= 0; i--)
        {
            var kind = grammar.AnyKind();
            var structure = kind.IsSquare && grammar.Chance(0.25) ? grammar.Pick(["Symmetric", "PositiveDefinite", "Diagonal", "LowerTriangular"]) : "";
            parameters.Add(new(letters[kind.Name].Dequeue(), kind, Structure: structure));
        }

        parameters.AddRange([new("flag", Kind.Condition), new("n", new("int"))]);
        if (grammar.Chance(0.5)) AddList(new("ts", Kind.Scalar, grammar.Pick(["double[]", "IReadOnlyList<double>"])));
        if (grammar.Chance(0.6)) AddList(new("xs", Kind.Vector(grammar.AnyDimension()), grammar.Pick(["Vector[]", "IReadOnlyList<Vector>", "List<Vector>"])));
        if (grammar.Chance(0.2)) AddList(new("Xs", Kind.Matrix(grammar.AnyDimension(), grammar.AnyDimension()), grammar.Pick(["Matrix[]", "IReadOnlyList<Matrix>"])));

        var helpers = Enumerable.Range(1, grammar.Chance(0.3) ? 1 + grammar.Below(2) : 0).Select(Helper).Where(h => h.Format.Length > 0).ToList();
        foreach (var parameter in parameters.Where(p => p.Varies)) grammar.Values.Add((parameter.Name, parameter.Kind));
        var returns = grammar.Chance(0.75) ? Kind.Scalar : grammar.AnyArray();
        var depth = 1 + grammar.Below(6);
        var body = grammar.Chance(0.35) ? grammar.Expression(returns, depth) : Block(returns, depth);
        if (body.Kind != Kind.Block && body.Size == 1) body = grammar.Expression(returns, 3);
        var program = new RandomProgram(seed, parameters, returns, helpers, body, false);
        var text = program.Method;
        // What has no second derivative in the language, or, the adjugate, none at a singular matrix.
        var onceOnly = text.Contains("DiGamma(") || text.Contains("NuclearNorm(") || text.Contains("SpectralNorm(") || text.Contains("Adj(");
        return program with { HasHessian = returns.IsScalar && !onceOnly && body.Size + helpers.Sum(h => h.Size) < 18 && grammar.Chance(0.5) };

        void AddList(Parameter list)
        {
            parameters.Add(list);
            grammar.Lists.Add((list.Name, list.Kind));
            if (list.ListType!.EndsWith(']')) arrays.Add(list.Name);
        }
    }

    private Node Helper(int number)
    {
        var name = $"H{number}";
        var takes = Enumerable.Range(0, 1 + grammar.Below(3)).Select(_ => grammar.AnyKind()).ToArray();
        var returns = grammar.AnyKind();
        var lists = grammar.Lists.ToList();
        grammar.Lists.Clear();
        var body = grammar.Inside(() =>
        {
            var names = takes.Select(k => grammar.Fresh("p")).ToArray();
            foreach (var (p, k) in names.Zip(takes)) grammar.Values.Add((p, k));
            var parameters = string.Join(", ", names.Zip(takes, (p, k) => $"{k.Name} {p}"));
            var (first, second) = (grammar.Expression(returns, 3), grammar.Expression(returns, 2));
            var condition = new Node(Kind.Condition, $"{{0}} {grammar.Pick(["<", ">"])} 0.2", grammar.Expression(Kind.Scalar, 1));
            return grammar.Below(3) switch
            {
                0 => new Node(Kind.Statement, $"private static {returns.Name} {name}({parameters})\n{{{{\nif ({{0}}) return {{1}};\nreturn {{2}};\n}}}}", condition, first, second),
                _ => new Node(Kind.Statement, $"private static {returns.Name} {name}({parameters}) => {{0}};", first),
            };
        });
        grammar.Lists.AddRange(lists);
        // A helper knows neither the flag nor the number.
        if (System.Text.RegularExpressions.Regex.IsMatch(body.Text, @"\b(flag|n)\b")) return new(Kind.Statement, "");
        grammar.Methods.Add((name, returns, takes));
        return body;
    }

    private Node Block(Kind returns, int depth)
    {
        var statements = new List<Node>();
        for (var i = grammar.Below(5); i >= 0; i--) statements.Add(Statement(Math.Min(depth, 3), 2, returns));
        statements.Add(new(Kind.Statement, "return {0};", grammar.Expression(returns, depth)));
        return new(Kind.Block, "", [.. statements]);
    }

    /// <summary>One statement; branches and loops hold more of them to a number of levels.</summary>
    private Node Statement(int depth, int levels, Kind? returns)
    {
        var locals = grammar.Values.Where(v => v.Name[0] == 'l').ToList();
        switch (grammar.Below(locals.Count == 0 ? 4 : 13))
        {
            case < 3:
                return Declare(grammar.AnyKind(), depth);
            case 3 when returns is { } kind && grammar.Chance(0.5):
                return new(Kind.Statement, "if ({0}) return {1};", grammar.ConditionOf(1), grammar.Expression(kind, depth));
            case 3:
                return Declare(Kind.Scalar, depth);
            case 4 when grammar.Chance(0.4):
                // Also a parameter can be assigned.
                var changed = grammar.Pick(grammar.Values.Where(v => (v.Name.Length == 1 && !v.Kind.IsVector) || v.Name[0] == 'l').ToList());
                return new(Kind.Statement, $"{changed.Name} = {{0}};", Damped(changed.Kind, depth));
            case 4 or 5:
                return Update(grammar.Pick(locals), depth);
            case 6 or 7 when levels > 0:
                var condition = grammar.ConditionOf(1);
                var then = grammar.Inside(() => Some(depth - 1, levels - 1));
                return grammar.Chance(0.5)
                    ? new(Kind.Statement, "if ({0})\n{{\n{1}\n}}", condition, then)
                    : new(Kind.Statement, "if ({0})\n{{\n{1}\n}}\nelse\n{{\n{2}\n}}", condition, then, grammar.Inside(() => Some(depth - 1, levels - 1)));
            case >= 8 when levels > 0:
                return Loop(depth - 1, levels - 1);
            default:
                return Update(grammar.Pick(locals), depth);
        }
    }

    private Node Some(int depth, int levels)
    {
        var statements = new List<Node>();
        for (var i = grammar.Below(3); i >= 0; i--) statements.Add(Statement(depth, levels, null));
        var locals = grammar.Values.Where(v => v.Name[0] == 'l').ToList();
        if (locals.Count > 0) statements.Add(Update(grammar.Pick(locals), depth));
        return new(Kind.Block, "", [.. statements]);
    }

    private Node Declare(Kind kind, int depth)
    {
        var value = grammar.Expression(kind, depth);
        var name = grammar.Fresh("l");
        grammar.Values.Add((name, kind));
        return new(Kind.Statement, $"{(grammar.Chance(0.5) || kind.IsScalar ? kind.Name : "var")} {name} = {{0}};", value);
    }

    private Node Update((string Name, Kind Kind) local, int depth) => grammar.Below(8) switch
    {
        0 or 1 or 2 => new(Kind.Statement, $"{local.Name} += {{0}};", grammar.Expression(local.Kind, depth)),
        3 => new(Kind.Statement, $"{local.Name} -= {{0}};", grammar.Expression(local.Kind, depth)),
        4 => new(Kind.Statement, $"{local.Name} *= {{0}};", grammar.Expression(Kind.Scalar, depth)),
        _ => new(Kind.Statement, $"{local.Name} = {{0}};", Damped(local.Kind, depth)),
    };

    // What is carried from round to round must not grow.
    private Node Damped(Kind kind, int depth) => kind.IsScalar
        ? new(kind, grammar.Pick(["Math.Tanh({0})", "(0.5 * {0})", "Math.Sin({0})"]), grammar.Expression(kind, depth))
        : new(kind, grammar.Pick(["Tanh({0})", "(0.5 * {0})", "Sin({0})"]), grammar.Expression(kind, depth));

    private Node Loop(int depth, int levels) => grammar.Inside(() =>
    {
        if (grammar.Lists.Count > 0 && grammar.Chance(0.4))
        {
            var list = grammar.Pick(grammar.Lists);
            var item = grammar.Fresh("q");
            grammar.Values.Add((item, list.Item));
            return new Node(Kind.Statement, $"foreach (var {item} in {list.Name})\n{{{{\n{{0}}\n}}}}", Some(depth, levels));
        }

        if (grammar.Chance(0.15))
        {
            // The body reads what it counts with, and leaves it alone, so that the loop ends.
            var start = new Node(Kind.Scalar, "Math.Tanh({0})", grammar.Expression(Kind.Scalar, depth));
            var local = grammar.Fresh("k");
            grammar.Values.Add((local, Kind.Scalar));
            var step = new Node(Kind.Scalar, "Sigmoid({0})", grammar.Expression(Kind.Scalar, depth));
            return new Node(Kind.Statement, $"double {local} = {{0}};\nwhile ({local} < 1.3)\n{{{{\n{{2}}\n{local} += 0.4 + {{1}};\n}}}}", start, step, Some(depth, 0));
        }

        var index = grammar.Fresh("i");
        var (until, text) = grammar.Below(4) switch
        {
            0 when grammar.Lists.Count > 0 => CountOf(grammar.Pick(grammar.Lists).Name),
            1 => (2, "2"),
            2 when grammar.Values.Any(v => v.Kind.IsVector && v.Name.Length == 1) => OfVector(grammar.Pick(grammar.Values.Where(v => v.Kind.IsVector && v.Name.Length == 1).ToList())),
            _ => (3, "n"),
        };
        var isUp = grammar.Chance(0.75);
        var first = isUp && grammar.Chance(0.2) ? 1 : 0;
        grammar.Indices.Add((index, until));
        return new Node(Kind.Statement, (isUp ? $"for (var {index} = {first}; {index} < {text}; {index}++)" : $"for (var {index} = {text} - 1; {index} >= 0; {index}--)") + "\n{{\n{0}\n}}", Some(depth, levels));
    });

    private (int Until, string Text) OfVector((string Name, Kind Kind) vector) => (vector.Kind.Rows, $"{vector.Name}.Count");

    private (int Until, string Text) CountOf(string list) => (Parameter.Items, $"{list}.{(arrays.Contains(list) ? "Length" : "Count")}");
}
