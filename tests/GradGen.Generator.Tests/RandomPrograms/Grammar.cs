namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>
/// Draws expressions of the language: of a kind, to a depth, over what is in scope. Every function gets arguments of its domain, and
/// matrices that are inverted are well conditioned by their construction.
/// </summary>
internal sealed class Grammar(Random random, int budget)
{
    private static readonly (string Name, Domain Domain)[] Elementwise =
    [
        ("Exp", Domain.Bounded), ("Log", Domain.Positive), ("Sqrt", Domain.Positive), ("Square", Domain.Real), ("Reciprocal", Domain.Positive), ("Sin", Domain.Real),
        ("Cos", Domain.Real), ("Tan", Domain.Small), ("Sinh", Domain.Bounded), ("Cosh", Domain.Bounded), ("Tanh", Domain.Real), ("Sigmoid", Domain.Real),
        ("Softplus", Domain.Real), ("Relu", Domain.Real), ("Abs", Domain.Real),
    ];

    private static readonly (string Name, Domain Domain)[] OfScalars =
    [
        ("Math.Exp", Domain.Bounded), ("Math.Log", Domain.Positive), ("Math.Log2", Domain.Positive), ("Math.Log10", Domain.Positive), ("Math.Sqrt", Domain.Positive),
        ("Math.Cbrt", Domain.Positive), ("Math.Sin", Domain.Real), ("Math.Cos", Domain.Real), ("Math.Tan", Domain.Small), ("Math.Sinh", Domain.Bounded),
        ("Math.Cosh", Domain.Bounded), ("Math.Tanh", Domain.Real), ("Math.Abs", Domain.Real), ("Math.Asin", Domain.Small), ("Math.Acos", Domain.Small),
        ("Math.Atan", Domain.Real), ("Math.Asinh", Domain.Real), ("Math.Acosh", Domain.AboveOne), ("Math.Atanh", Domain.Small), ("Sigmoid", Domain.Real),
        ("Softplus", Domain.Real), ("Relu", Domain.Real), ("MathNet.Numerics.SpecialFunctions.GammaLn", Domain.Positive),
        ("MathNet.Numerics.SpecialFunctions.Erf", Domain.Real), ("MathNet.Numerics.SpecialFunctions.Erfc", Domain.Real),
        ("MathNet.Numerics.SpecialFunctions.Logistic", Domain.Real), ("MathNet.Numerics.SpecialFunctions.DiGamma", Domain.Positive),
    ];

    private enum Domain
    {
        Real,
        Positive,
        Bounded,
        Small,
        AboveOne,
    }

    /// <summary>What expressions can name: parameters, locals, items of loops.</summary>
    public List<(string Name, Kind Kind)> Values { get; private set; } = [];

    /// <summary>Lists of data by the kind of their items.</summary>
    public List<(string Name, Kind Item)> Lists { get; } = [];

    /// <summary>Indices of loops with how far they run.</summary>
    public List<(string Name, int Until)> Indices { get; private set; } = [];

    /// <summary>Methods that can be called.</summary>
    public List<(string Name, Kind Returns, Kind[] Takes)> Methods { get; } = [];

    public int[] Dimensions { get; set; } = [2, 3];

    private int names;

    public int Budget { get; set; } = budget;

    public bool Chance(double p) => random.NextDouble() < p;

    public int Below(int n) => random.Next(n);

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public string Fresh(string letter) => $"{letter}{++names}";

    public int AnyDimension() => Chance(0.9) ? Pick(Dimensions) : 1 + Below(4);

    public Kind AnyKind() => Below(7) switch
    {
        0 or 1 => Kind.Scalar,
        2 or 3 => Kind.Vector(AnyDimension()),
        4 => Kind.Row(AnyDimension()),
        _ => Kind.Matrix(AnyDimension(), AnyDimension()),
    };

    public Kind AnyArray()
    {
        while (true)
        {
            var kind = AnyKind();
            if (!kind.IsScalar) return kind;
        }
    }

    /// <summary>Draws with more in scope, which is forgotten after.</summary>
    public T Inside<T>(Func<T> draw)
    {
        var (values, indices) = (Values, Indices);
        (Values, Indices) = ([.. values], [.. indices]);
        var drawn = draw();
        (Values, Indices) = (values, indices);
        return drawn;
    }

    public string Literal() => Pick(["0.5", "2", "1.5", "-0.7", "3", "0.25", "1", "-1", "0.3"]);

    public Node Expression(Kind kind, int depth)
    {
        if (depth <= 0 || --Budget <= 0 || Chance(0.08)) return Leaf(kind);
        var callable = Methods.Where(m => m.Returns == kind).ToList();
        if (callable.Count > 0 && Chance(0.15)) return Call(Pick(callable), depth - 1);
        if (Chance(0.06)) return Choice(kind, depth - 1);
        return kind.IsScalar ? Scalar(depth - 1) : kind.IsVector ? Vector(kind.Rows, depth - 1) : kind.IsRow ? Row(kind.Columns, depth - 1) : Matrix(kind, depth - 1);
    }

    public Node Leaf(Kind kind)
    {
        var named = Values.Where(v => v.Kind == kind).ToList();
        if (named.Count > 0 && Chance(kind.IsScalar ? 0.6 : 0.9)) return new(kind, Pick(named).Name);
        var vectors = Values.Where(v => v.Kind.IsVector).ToList();
        var rows = Values.Where(v => v.Kind.IsRow).ToList();
        var matrices = Values.Where(v => v.Kind.IsMatrix).ToList();
        var lists = Lists.Where(l => l.Item == kind).ToList();
        if (lists.Count > 0 && Chance(0.4))
        {
            var inItems = Indices.Where(i => i.Until <= Parameter.Items).ToList();
            return new(kind, $"{Pick(lists).Name}[{(inItems.Count > 0 ? Pick(inItems).Name : Below(Parameter.Items).ToString())}]");
        }

        var choices = new List<string>();
        if (kind.IsScalar)
        {
            choices.Add(Literal());
            choices.AddRange(vectors.Concat(rows).Select(v => $"{v.Name}[{Index(v.Kind.Count)}]"));
            choices.AddRange(matrices.Select(m => $"{m.Name}[{Index(m.Kind.Rows)}, {Index(m.Kind.Columns)}]"));
            if (Indices.Count > 0) choices.Add(Pick(Indices).Name);
        }
        else if (kind.IsVector)
        {
            choices.AddRange(rows.Where(r => r.Kind.Columns == kind.Rows).Select(r => r.Name + ".T"));
            choices.AddRange(matrices.Where(m => m.Kind.Rows == kind.Rows).Select(m => $"{m.Name}.Column({Index(m.Kind.Columns)})"));
            choices.AddRange(matrices.Where(m => m.Kind.Columns == kind.Rows).Select(m => $"{m.Name}.Row({Index(m.Kind.Rows)}).T"));
            choices.Add(Chance(0.3) ? $"Ones({kind.Rows})" : $"Vector.Of({string.Join(", ", Enumerable.Range(0, kind.Rows).Select(_ => Leaf(Kind.Scalar).Text))})");
        }
        else if (kind.IsRow)
        {
            choices.AddRange(vectors.Where(v => v.Kind.Rows == kind.Columns).Select(v => v.Name + ".T"));
            choices.AddRange(matrices.Where(m => m.Kind.Columns == kind.Columns).Select(m => $"{m.Name}.Row({Index(m.Kind.Rows)})"));
            choices.Add($"RowVector.Of({string.Join(", ", Enumerable.Range(0, kind.Columns).Select(_ => Leaf(Kind.Scalar).Text))})");
        }
        else
        {
            choices.AddRange(matrices.Where(m => m.Kind == Kind.Matrix(kind.Columns, kind.Rows)).Select(m => m.Name + ".T"));
            if (choices.Count == 0 || Chance(0.2)) choices.Add($"({Leaf(Kind.Vector(kind.Rows)).Text} * {Leaf(Kind.Row(kind.Columns)).Text})");
            if (kind.IsSquare && Chance(0.2)) choices.Add(Chance(0.5) ? $"Identity({kind.Rows})" : $"Diag({Leaf(Kind.Vector(kind.Rows)).Text})");
            if (Chance(0.1)) choices.Add(Chance(0.5) ? $"Ones({kind.Rows}, {kind.Columns})" : $"Zeros({kind.Rows}, {kind.Columns})");
        }

        return new(kind, Pick(choices));
    }

    public Node ConditionOf(int depth) => Below(9) switch
    {
        0 => new(Kind.Condition, "flag"),
        1 => new(Kind.Condition, "n > 2"),
        2 => Indices.Count > 0 ? new(Kind.Condition, $"{Pick(Indices).Name} {Pick(["== 1", "% 2 == 0", "> 0", "!= 2"])}") : new(Kind.Condition, "!flag"),
        3 => new(Kind.Condition, "({0} && {1})", ConditionOf(0), ConditionOf(depth - 1)),
        4 => new(Kind.Condition, "({0} || {1})", ConditionOf(0), ConditionOf(depth - 1)),
        5 => new(Kind.Condition, "!({0})", ConditionOf(depth - 1)),
        // The compiler warns of a comparison of a value with itself.
        6 => new(Kind.Condition, "{0} < {1} + 0.1", Expression(Kind.Scalar, depth), Expression(Kind.Scalar, depth)),
        _ => new(Kind.Condition, $"{{0}} {Pick([">", "<", ">=", "<="])} {Pick(["0.1", "0", "-0.2", "0.6"])}", Expression(Kind.Scalar, depth)),
    };

    private string Index(int until)
    {
        var fitting = Indices.Where(i => i.Until <= until).ToList();
        return fitting.Count > 0 && Chance(0.7) ? Pick(fitting).Name : Below(until).ToString();
    }

    private Node Call((string Name, Kind Returns, Kind[] Takes) method, int depth) => new(method.Returns,
        $"{method.Name}({string.Join(", ", method.Takes.Select((_, i) => $"{{{i}}}"))})", [.. method.Takes.Select(k => Expression(k, depth))]);

    private Node Choice(Kind kind, int depth) => Below(4) switch
    {
        0 => new(kind, "Where({0}, {1}, {2})", ConditionOf(depth - 1), Expression(kind, depth), Expression(kind, depth)),
        1 => new(kind, "(n switch {{ 1 => {0}, > 2 => {1}, _ => {2} }})", Expression(kind, depth), Expression(kind, depth), Expression(kind, depth)),
        _ => new(kind, "({0} ? {1} : {2})", ConditionOf(depth - 1), Expression(kind, depth), Expression(kind, depth)),
    };

    private Node In(Domain domain, Kind kind, int depth)
    {
        var e = Expression(kind, depth);
        if (kind.IsScalar)
        {
            return domain switch
            {
                Domain.Positive => new(kind, Pick(["({0} * {0} + 0.5)", "Math.Exp(Math.Sin({0}))", "(Softplus({0}) + 0.2)", "(1.4 + Math.Cos({0}))", "Sigmoid({0})", "(Math.Abs({0}) + 0.3)"]), e),
                Domain.Bounded => new(kind, Pick(["Math.Tanh({0})", "Math.Sin({0})", "({0} / (1 + {0} * {0}))", "-Math.Abs({0})"]), e),
                Domain.Small => new(kind, Pick(["(0.7 * Math.Tanh({0}))", "(0.6 * Math.Sin({0}))", "(Sigmoid({0}) - 0.5)"]), e),
                Domain.AboveOne => new(kind, Pick(["(1.2 + {0} * {0})", "(1.5 + Softplus({0}))"]), e),
                _ => e,
            };
        }

        return domain switch
        {
            Domain.Positive => new(kind, Pick(["(Square({0}) + 0.5)", "Exp(Tanh({0}))", "(Softplus({0}) + 0.2)", "(1.4 + Cos({0}))", "Sigmoid({0})", "(PointwiseMultiply({0}, {0}) + 0.4)"]), e),
            Domain.Bounded => new(kind, Pick(["Tanh({0})", "Sin({0})", "(-Abs({0}))"]), e),
            Domain.Small => new(kind, Pick(["(0.7 * Tanh({0}))", "(0.6 * Sin({0}))", "(Sigmoid({0}) - 0.5)"]), e),
            _ => e,
        };
    }

    /// <summary>A symmetric positive definite matrix, well conditioned.</summary>
    private Node Definite(int n, int depth) => Below(5) switch
    {
        0 => new(Kind.Matrix(n, n), $"({{0}} * {{0}}.T + 2 * Identity({n}))", Expression(Kind.Matrix(n, AnyDimension()), depth)),
        1 => new(Kind.Matrix(n, n), $"({{0}}.T * {{0}} + Identity({n}))", Expression(Kind.Matrix(AnyDimension(), n), depth)),
        2 => new(Kind.Matrix(n, n), $"({{0}} * {{0}}.T + 1.5 * Identity({n}))", Expression(Kind.Vector(n), depth)),
        3 => new(Kind.Matrix(n, n), "Diag({0})", In(Domain.Positive, Kind.Vector(n), depth)),
        _ => new(Kind.Matrix(n, n), $"(Diag({{0}}) + {{1}} * {{1}}.T + Identity({n}))", In(Domain.Positive, Kind.Vector(n), depth), Expression(Kind.Matrix(n, AnyDimension()), depth)),
    };

    private Node WellConditioned(int n, int depth) => Below(4) switch
    {
        0 => new(Kind.Matrix(n, n), $"({6} * Identity({n}) + Tanh({{0}}))", Expression(Kind.Matrix(n, n), depth)),
        1 => new(Kind.Matrix(n, n), "({0} * {1})", Definite(n, depth), Definite(n, depth - 1)),
        _ => Definite(n, depth),
    };

    private Node Scalar(int depth)
    {
        var k = Kind.Scalar;
        Node S() => Expression(k, depth);
        Node Any() => Expression(AnyArray(), depth);
        var n = AnyDimension();
        var p = AnyDimension();
        switch (Below(30))
        {
            case 0: return new(k, "({0} + {1})", S(), S());
            case 1: return new(k, "({0} - {1})", S(), S());
            case 2: return new(k, "({0} * {1})", S(), S());
            case 3: return new(k, "({0} / {1})", S(), In(Domain.Positive, k, depth));
            case 4: return Chance(0.5) ? new(k, "(-({0}))", S()) : new(k, $"({Literal()} * {{0}})", S());
            case 5 or 6 or 7:
                var (name, domain) = Pick(OfScalars);
                return new(k, name + "({0})", In(domain, k, depth));
            case 8:
                return Below(8) switch
                {
                    0 => new(k, "Math.Pow({0}, {1})", In(Domain.Positive, k, depth), In(Domain.Bounded, k, depth)),
                    1 => new(k, "Math.Pow({0}, 3)", S()),
                    2 => new(k, "Math.Pow({0}, 2)", S()),
                    3 => new(k, "Math.Pow({0}, -1.5)", In(Domain.Positive, k, depth)),
                    4 => new(k, "Math.Atan2({0}, {1})", S(), In(Domain.Positive, k, depth)),
                    5 => new(k, "Math.Max({0}, {1})", S(), S()),
                    6 => new(k, "Math.Min({0}, {1})", S(), S()),
                    _ => new(k, "Math.Clamp({0}, -0.7, 0.9)", S()),
                };
            case 9: return new(k, Pick(["Sum({0})", "Mean({0})", "Norm1({0})", "LogSumExp({0})", "Max({0})", "Min({0})"]), Any());
            case 10: return new(k, "Sum({0})", Any());
            case 11: return new(k, "Tr({0})", Expression(Kind.Matrix(n, n), depth));
            case 12: return new(k, "Tr({0} * {1})", Expression(Kind.Matrix(n, p), depth), Expression(Kind.Matrix(p, n), depth));
            case 13: return new(k, "Det({0})", Expression(Kind.Matrix(n, n), depth));
            case 14: return new(k, Pick(["LogDet({0})", "Math.Log(Det({0}))", "Tr(Inv({0}))", "Det(Inv({0}))", "Sum(Inv({0}))", "LogDet(2 * {0})", "Math.Log(Det({0} * {0}))"]), Definite(n, depth));
            case 15: return new(k, "Tr(Inv({0}) * {1})", WellConditioned(n, depth), Expression(Kind.Matrix(n, n), depth));
            case 16: return new(k, Pick(["Norm({0})", "NormSquared({0})", "Math.Sqrt(Sum(Square({0})))", "Math.Pow(Norm({0}), 3)", "Math.Log(Sum(Exp({0})))", "Sum(Log(1 + Exp({0})))", "Math.Sqrt({0}.T * {0} + 1)"]), Expression(Kind.Vector(n), depth));
            case 17: return new(k, Pick(["Norm({0})", "NormSquared({0})", "({0} * {0}.T)"]), Expression(Kind.Row(n), depth));
            case 18: return new(k, Pick(["FrobeniusNorm({0})", "FrobeniusNormSquared({0})", "FrobeniusNormSquared({0})", "NuclearNorm({0})", "SpectralNorm({0})", "Math.Sqrt(Tr({0}.T * {0}))", "Inner({0}, {0})"]), Expression(Kind.Matrix(n, p), depth));
            case 19: return new(k, Pick(["Dot({0}, {1})", "Inner({0}, {1})", "({0}.T * {1})"]), Expression(Kind.Vector(n), depth), Expression(Kind.Vector(n), depth));
            case 20: return new(k, "Inner({0}, {1})", Expression(Kind.Matrix(n, p), depth), Expression(Kind.Matrix(n, p), depth));
            case 21: return new(k, "({0} * {1})", Expression(Kind.Row(n), depth), Expression(Kind.Vector(n), depth));
            case 22: return new(k, "({0}.T * {1} * {2})", Expression(Kind.Vector(n), depth), Expression(Kind.Matrix(n, p), depth), Expression(Kind.Vector(p), depth));
            case 23: return new(k, "({0}.T * {1} * {0})", Expression(Kind.Vector(n), depth), Expression(Kind.Matrix(n, n), depth));
            case 24: return new(k, "({0}.T * Inv({1}) * {0})", Expression(Kind.Vector(n), depth), Definite(n, depth));
            case 25: return new(k, $"{{0}}[{Below(n)}]", Expression(Kind.Vector(n), depth));
            case 26: return new(k, $"{{0}}[{Below(n)}, {Below(p)}]", Expression(Kind.Matrix(n, p), depth));
            case 27 when Lists.Count > 0:
                var list = Pick(Lists);
                return Inside(() =>
                {
                    var item = Fresh("q");
                    Values.Add((item, list.Item));
                    return new Node(k, $"{list.Name}.Sum({item} => 1.0 * {{0}})", Expression(k, depth));
                });
            case 28: return new(k, "Sum(PointwiseMultiply({0}, {1}))", Expression(Kind.Vector(n), depth), Expression(Kind.Vector(n), depth));
            default: return new(k, "({0} * {0})", S());
        }
    }

    private Node Vector(int n, int depth)
    {
        var k = Kind.Vector(n);
        var p = AnyDimension();
        Node V() => Expression(k, depth);
        switch (Below(24))
        {
            case 0 or 1: return OfEntries(k, depth);
            case 2 or 3 or 4: return Linear(k, depth);
            case 5 or 6 or 7: return new(k, "({0} * {1})", Expression(Kind.Matrix(n, p), depth), Expression(Kind.Vector(p), depth));
            case 8: return new(k, "{0}.T", Expression(Kind.Row(n), depth));
            case 9: return new(k, "Solve({0}, {1})", WellConditioned(n, depth), V());
            case 10: return new(k, "(Inv({0}) * {1})", WellConditioned(n, depth), V());
            case 11: return new(k, "Diagonal({0})", Expression(Kind.Matrix(n, n), depth));
            case 12: return new(k, "RowSums({0})", Expression(Kind.Matrix(n, p), depth));
            case 13: return new(k, $"{{0}}.Column({Below(p)})", Expression(Kind.Matrix(n, p), depth));
            case 14: return new(k, $"SubVector({{0}}, {Below(2)}, {n})", Expression(Kind.Vector(n + 1), depth));
            case 15: return new(k, $"Vector.Of({string.Join(", ", Enumerable.Range(0, n).Select(i => $"{{{i}}}"))})", [.. Enumerable.Range(0, n).Select(_ => Expression(Kind.Scalar, depth - 1))]);
            case 16 when n > 1: return new(k, "VerticalConcat({0}, {1})", Expression(Kind.Vector(1), depth), Expression(Kind.Vector(n - 1), depth));
            case 17: var m = n % 2 == 0 ? 2 : 1; return new(k, "Vec({0})", Expression(Kind.Matrix(m, n / m), depth));
            case 18: return new(k, Pick(["Softmax({0})", "({0} / (1 + Norm({0})))", "(Exp(Tanh({0})) / Sum(Exp(Tanh({0}))))"]), V());
            case 19: return new(k, "(Diag({0}) * {1})", V(), V());
            default: return ElementwiseOf(k, depth);
        }
    }

    private Node Row(int n, int depth)
    {
        var k = Kind.Row(n);
        var p = AnyDimension();
        switch (Below(14))
        {
            case 0: return OfEntries(k, depth);
            case 1 or 2: return Linear(k, depth);
            case 3 or 4: return new(k, "({0} * {1})", Expression(Kind.Row(p), depth), Expression(Kind.Matrix(p, n), depth));
            case 5 or 6: return new(k, "{0}.T", Expression(Kind.Vector(n), depth));
            case 7: return new(k, "ColumnSums({0})", Expression(Kind.Matrix(p, n), depth));
            case 8: return new(k, $"{{0}}.Row({Below(p)})", Expression(Kind.Matrix(p, n), depth));
            case 9: return new(k, "Softmax({0})", Expression(k, depth));
            case 10: return new(k, $"RowVector.Of({string.Join(", ", Enumerable.Range(0, n).Select(i => $"{{{i}}}"))})", [.. Enumerable.Range(0, n).Select(_ => Expression(Kind.Scalar, depth - 1))]);
            default: return ElementwiseOf(k, depth);
        }
    }

    private Node Matrix(Kind k, int depth)
    {
        var (m, n) = (k.Rows, k.Columns);
        var p = AnyDimension();
        Node M() => Expression(k, depth);
        switch (Below(34))
        {
            case 0 or 1: return OfEntries(k, depth);
            case 2 or 3 or 4: return Linear(k, depth);
            case 5 or 6 or 7 or 8: return new(k, "({0} * {1})", Expression(Kind.Matrix(m, p), depth), Expression(Kind.Matrix(p, n), depth));
            case 9 or 10: return new(k, "{0}.T", Expression(Kind.Matrix(n, m), depth));
            case 11 or 12: return new(k, "({0} * {1})", Expression(Kind.Vector(m), depth), Expression(Kind.Row(n), depth));
            case 13 when m == n: return new(k, Pick(["Inv({0})", "Inv({0}).T", "Inv({0} * {0})", "MatrixPower({0}, -2)", "Inv(Inv({0}))", "Inv(2 * {0})"]), WellConditioned(n, depth));
            case 14: return new(k, "Solve({0}, {1})", WellConditioned(m, depth), M());
            case 15 when m == n: return new(k, "Diag({0})", Expression(Kind.Vector(n), depth));
            case 16: return new(k, $"Unvec({{0}}, {m}, {n})", Expression(Kind.Vector(m * n), depth));
            case 17 when m > 1 || n > 1: return new(k, "Kron({0}, {1})", Expression(Kind.Matrix(m, 1), depth), Expression(Kind.Matrix(1, n), depth));
            case 18 when m % 2 == 0: return new(k, "Kron({0}, {1})", Expression(Kind.Matrix(2, 1), depth), Expression(Kind.Matrix(m / 2, n), depth));
            case 19 when m == n: return new(k, "Cholesky({0})", Definite(n, depth));
            case 20 when m == n: return new(k, $"MatrixPower({{0}}, {Below(4)})", M());
            case 21 when m == n: return new(k, "MatrixExp({0})", In(Domain.Small, k, depth));
            case 22 when m == n: return new(k, Pick(["Adj({0})", "Adj({0}).T", "(Adj({0}) * {0})"]), M());
            case 23 when n > 1: return new(k, "HorizontalConcat({0}, {1})", Expression(Kind.Matrix(m, 1), depth), Expression(Kind.Matrix(m, n - 1), depth));
            case 24 when m > 1: return new(k, "VerticalConcat({0}, {1})", Expression(Kind.Matrix(m - 1, n), depth), Expression(Kind.Matrix(1, n), depth));
            case 25: return new(k, $"SubMatrix({{0}}, {Below(2)}, {m}, {Below(2)}, {n})", Expression(Kind.Matrix(m + 1, n + 1), depth));
            case 26 when m == 2: return new(k, "Matrix.OfRows({0}, {1})", Expression(Kind.Row(n), depth), Expression(Kind.Row(n), depth));
            case 27 when n == 2: return new(k, Pick(["Matrix.OfColumns({0}, {1})", "HorizontalConcat({0}, {1})"]), Expression(Kind.Vector(m), depth), Expression(Kind.Vector(m), depth));
            case 28: return new(k, "({0} * {1} * {2})", Expression(Kind.Matrix(m, m), depth), M(), Expression(Kind.Matrix(n, n), depth));
            case 29: return new(k, Chance(0.5) ? "(Diag({0}) * {1})" : "(Diag({0}).T * {1})", Expression(Kind.Vector(m), depth), M());
            case 30 when m == n: return new(k, "({0} * {0}.T)", M());
            default: return ElementwiseOf(k, depth);
        }
    }

    private Node ElementwiseOf(Kind k, int depth)
    {
        if (Chance(0.15)) return new(k, Pick(["Pow({0}, 3)", "Pow({0}, 2)"]), Expression(k, depth));
        if (Chance(0.15)) return new(k, "Pow({0}, {1})", In(Domain.Positive, k, depth), In(Domain.Bounded, Kind.Scalar, depth));
        var (name, domain) = Pick(Elementwise);
        return new(k, name + "({0})", In(domain, k, depth));
    }

    private Node OfEntries(Kind k, int depth) => Below(6) switch
    {
        0 or 1 or 2 => new(k, "PointwiseMultiply({0}, {1})", Expression(k, depth), Expression(k, depth)),
        3 => new(k, "PointwiseDivide({0}, {1})", Expression(k, depth), In(Domain.Positive, k, depth)),
        4 => new(k, Pick(["Max({0}, {1})", "Min({0}, {1})"]), Expression(k, depth), Expression(k, depth)),
        _ => new(k, "Where({0}, {1}, {2})", Mask(k), Expression(k, depth), Expression(k, depth)),
    };

    private Node Mask(Kind k)
    {
        string Bits(int n) => string.Join(", ", Enumerable.Range(0, n).Select(_ => Below(2).ToString()));
        return k.IsVector ? new(k, $"Vector.Of({Bits(k.Rows)})") : k.IsRow ? new(k, $"RowVector.Of({Bits(k.Columns)})")
            : new(k, $"Matrix.OfRows({string.Join(", ", Enumerable.Range(0, k.Rows).Select(_ => $"RowVector.Of({Bits(k.Columns)})"))})");
    }

    private Node Linear(Kind k, int depth) => Below(9) switch
    {
        0 or 1 => new(k, "({0} + {1})", Expression(k, depth), Expression(k, depth)),
        2 => new(k, "({0} - {1})", Expression(k, depth), Expression(k, depth)),
        3 => new(k, "(-({0}))", Expression(k, depth)),
        4 => new(k, "({0} * {1})", Expression(Kind.Scalar, depth), Expression(k, depth)),
        5 => new(k, "({0} * {1})", Expression(k, depth), Expression(Kind.Scalar, depth)),
        6 => new(k, "({0} / {1})", Expression(k, depth), In(Domain.Positive, Kind.Scalar, depth)),
        7 => new(k, "({0} + {1})", Expression(Kind.Scalar, depth), Expression(k, depth)),
        _ => new(k, "({0} - {1})", Expression(k, depth), Expression(Kind.Scalar, depth)),
    };
}
