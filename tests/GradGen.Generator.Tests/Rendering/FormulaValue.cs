using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>What a reader knows when a formula is computed: the values of names, and of those that vary their differentials.</summary>
internal sealed record Meaning(IReadOnlyDictionary<string, Quantity> Values, IReadOnlyDictionary<string, Quantity> Directions)
{
    /// <summary>What the functions compute that the user wrote.</summary>
    public Func<string, Quantity[], Quantity>? Given { get; init; }

    /// <summary>What the formula defines itself.</summary>
    public Equations? Equations { get; init; }

    public Meaning With(string name, Quantity value) => this with { Values = new Dictionary<string, Quantity>(Values) { [name] = value } };

    /// <summary>Where what is constant for derivatives is computed: before anything moved.</summary>
    public Meaning? Still { get; private init; }

    /// <summary>Everything that varies moved along its differential.</summary>
    public Meaning Moved(double t)
    {
        var moved = this with
        {
            Still = Still ?? this,
            Values = Values.ToDictionary(v => v.Key, v => Directions.TryGetValue(v.Key, out var d) ? Quantity.Zip(v.Value, d, (x, dx) => x + (t * dx)) : v.Value),
        };
        return Equations is null ? moved : moved with { Equations = Equations.In(moved) };
    }
}

/// <summary>The value of a formula that was read, by the conventions of docs/formulas.md.</summary>
internal static class FormulaValue
{
    public static Quantity Of(Notation notation, Meaning meaning)
    {
        return Value(notation);

        Quantity Value(Notation n) => n switch
        {
            Notation.Number { Value: var x } => Quantity.Number(x),
            Notation.Name { Text: var name } => Named(name, meaning),
            Notation.Verbatim { Text: var text } => Symbol(text, meaning),
            Notation.Negated { Operand: var x } => Value(x).Map(v => -v, 0),
            Notation.Sum { Terms: var terms } => terms.Select(t => t.Negative ? Value(t.Term).Map(v => -v, 0) : Value(t.Term)).Aggregate((a, b) => Quantity.Zip(a, b, (x, y) => x + y)),
            Notation.Product { Symbol: "" or "·" } product => ProductValue.Of([.. product.Factors.Select(f => f is Notation.Number { Value: 1 } ? Quantity.Array(null, 1, (_, _) => 1) : Value(f))]),
            Notation.Product { Symbol: "∘" } product => product.Factors.Select(Value).Aggregate((a, b) => Quantity.Zip(a, b, (x, y) => x * y)),
            Notation.Product { Symbol: "⊗" } product => product.Factors.Select(Value).Aggregate(Quantity.Kronecker),
            Notation.Product { Symbol: "×" } product => Quantity.Of(MatrixMath.Cross(Value(product.Factors[0]).ToVector(), Value(product.Factors[1]).ToVector())),
            // A sum of no terms divided by a number may still be zeros of any size.
            Notation.Fraction f when Value(f.Numerator).IsZero && Value(f.Denominator).IsScalar => Quantity.Zero,
            Notation.Fraction f => Quantity.Zip(Value(f.Numerator), Value(f.Denominator), (x, y) => x == 0 ? 0 : x / y),
            Notation.Superscript { Exponent: Notation.Product { Factors: [Notation.Verbatim { Text: "∘" }, var exponent] } } power => EntrywisePower(Value(power.Base), Value(exponent)),
            Notation.Superscript power => Power(Value(power.Base), Value(power.Exponent).Value),
            Notation.Inverse { Base: var x } => Power(Value(x), -1),
            Notation.Transposed { Base: Notation.Number { Value: 1 } } => Quantity.Array(1, null, (_, _) => 1),
            Notation.Transposed { Base: var x } => Value(x).Transposed(),
            Notation.Bars bars => Between(bars, Value(bars.Operand), meaning),
            Notation.Subscript { Base: Notation.Bars { Bar: "‖" } bars, Indices: [var p] } => PNorm(Value(bars.Operand), Value(p).Value),
            Notation.Function { Head: "stop", Arguments: [var x] } => Of(x, meaning.Still ?? meaning),
            // log|X| is the logarithm of the determinant's magnitude.
            Notation.Function { Head: "log", Arguments: [Notation.Bars { Bar: "|" } bars] } when Value(bars) is { IsScalar: true } size => Quantity.Scalar(Math.Abs(size.Value)).Map(Math.Log, Flops.Function),
            Notation.Function { Head: "place", Arguments: var arguments } => Placed([.. arguments.Select(Value)]),
            Notation.Function f => FormulaFunctions.Call(f.Head, [.. f.Arguments.Select(Value)], meaning.Given),
            Notation.Bracket bracket => Stacked(bracket, Value),
            Notation.Subscript s => Item(s, Value, meaning),
            Notation.BigSum sum => Summed(sum, meaning),
            Notation.Cases cases => Value(Value(cases.Condition).Value != 0 ? cases.Then : cases.Else),
            Notation.Infix { Symbol: "∧" } both => Value(both.Left).Value == 0 ? Quantity.Scalar(0) : Value(both.Right),
            Notation.Infix { Symbol: "∨" } either => Value(either.Left).Value != 0 ? Quantity.Scalar(1) : Value(either.Right),
            Notation.Least least => Least(least, meaning),
            Notation.Infix infix => Quantity.Zip(Value(infix.Left), Value(infix.Right), (x, y) => Related(infix.Symbol, x, y)),
            Notation.Grouped { Operand: var x } => Value(x),
            Notation.Where where => Of(where.Body, meaning with { Equations = new Equations(where, meaning) }),
            Notation.Differential { Operand: var x } => Differential(x, meaning),
            _ => throw new UnknownSymbolException(n.GetType().Name),
        };
    }

    private static Quantity Least(Notation.Least least, Meaning meaning)
    {
        var index = ((Notation.Name)least.Index).Text;
        for (var i = (int)Of(least.From, meaning).Value; i < 100_000; i++)
        {
            if (Of(least.Condition, meaning.With(index, Quantity.Scalar(i))).Value != 0) return Quantity.Scalar(i);
        }

        throw new FormatException("no least number");
    }

    private static Quantity Named(string name, Meaning meaning)
    {
        if (meaning.Values.TryGetValue(name, out var value)) return value;
        if (meaning.Equations?.Define(name) == true) return meaning.Equations.Value(name);
        // A row called xT is the column x transposed.
        return meaning.Values.TryGetValue(name + "T", out var row) && row.IsRow ? row.Transposed() : Symbol(name, meaning);
    }

    private static Quantity Symbol(string text, Meaning meaning) => meaning.Values.TryGetValue(text, out var value) ? value : text switch
    {
        "true" => Quantity.Scalar(1),
        "false" => Quantity.Scalar(0),
        "I" => Quantity.Identity,
        "π" => Quantity.Scalar(Math.PI),
        _ => throw new UnknownSymbolException(text),
    };

    private static Quantity EntrywisePower(Quantity x, Quantity exponent) => Quantity.Zip(x, exponent, Math.Pow, exponent.IsScalar ? Flops.Power(exponent.Value) : Flops.Function);

    private static Quantity Power(Quantity x, double exponent)
    {
        if (x.IsScalar) return EntrywisePower(x, Quantity.Scalar(exponent));
        Flops.Add(Flops.Factorization(x, 2 * Math.Ceiling(Math.Log2(1 + Math.Abs(exponent)))));
        return x.IsMatrix || x.Rows == x.Columns ? Quantity.Of(MatrixMath.MatrixPower(x.ToMatrix(), checked((int)exponent))) : throw new FormatException("a power of a vector");
    }

    private static Quantity Between(Notation.Bars bars, Quantity x, Meaning meaning)
    {
        if (bars.Bar == "|" && !x.IsMatrix) return x.Map(Math.Abs, 0);
        Flops.Add(bars.Bar == "|" ? Flops.Factorization(x, 2.0 / 3) : bars.Kind == "*" || (bars.Kind == "2" && x.IsMatrix) ? Flops.Whole("sv", [x]) : Flops.Norm(x, bars.Kind));
        if (bars.Bar == "|") return Quantity.Scalar(MatrixMath.Det(x.ToMatrix()));
        return bars.Kind switch
        {
            "*" => Quantity.Scalar(MatrixMath.NuclearNorm(x.ToMatrix())),
            "2" when x.IsMatrix => Quantity.Scalar(MatrixMath.SpectralNorm(x.ToMatrix())),
            "" or "F" => PNorm(x, 2),
            var p => PNorm(x, meaning.Values.TryGetValue(p, out var named) ? named.Value : double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private static Quantity PNorm(Quantity x, double p) => Quantity.Scalar(Math.Pow(FormulaFunctions.Entries(x).Sum(e => Math.Pow(Math.Abs(e), p)), 1 / p));

    /// <summary>A block in its place in zeros.</summary>
    private static Quantity Placed(Quantity[] arguments)
    {
        // Behind the block its surroundings' size may be said.
        var at = Array.FindIndex(arguments, a => !a.IsScalar);
        if (at < 0) return Quantity.Zero;
        var block = arguments[at];
        var (row, column) = ((int)arguments[0].Value, at == 2 ? (int)arguments[1].Value : 0);
        int? Size(int i) => at + i < arguments.Length ? (int)arguments[at + i].Value : null;
        return Quantity.Array(Size(1), at == 2 ? Size(2) : 1, (i, j) => i >= row && j >= column && i - row < block.Rows && j - column < block.Columns ? block[i - row, j - column] : 0);
    }

    private static Quantity Stacked(Notation.Bracket bracket, Func<Notation, Quantity> value)
    {
        var values = bracket.Parts.Select(value).ToList();
        var arrays = values.Where(v => !v.IsScalar).ToList();
        // A 0 beside rows is a row, beside columns a column; how large another block of zeros is its place says.
        var areLines = arrays.Count > 0 && arrays.All(v => bracket.Vertical ? v.IsRow && v.Columns != 1 : v.IsColumn && v.Rows != 1);
        var parts = values.Select(v => !v.IsScalar ? v : arrays.Count == 0 ? Quantity.Array(1, 1, (_, _) => v.Value)
            : areLines ? Quantity.Array(bracket.Vertical ? 1 : null, bracket.Vertical ? null : 1, (_, _) => v.Value)
            : Quantity.Array(null, null, (_, _) => v.Value)).ToList();
        return bracket.Vertical ? Quantity.SideBySide([.. parts.Select(p => p.Transposed())]).Transposed() : Quantity.SideBySide(parts);
    }

    private static Quantity Item(Notation.Subscript s, Func<Notation, Quantity> value, Meaning meaning)
    {
        if (Term(s, value, meaning) is { } term) return term;
        if (Sized(s, value, meaning) is { } sized) return sized;
        if (s.Base is Notation.Verbatim { Text: "e" } or Notation.Name { Text: "e" } && !meaning.Values.ContainsKey("e"))
        {
            var place = (int)value(s.Indices[0]).Value;
            return Quantity.Array(null, 1, (i, _) => i == place ? 1 : 0);
        }

        if (s is { Base: Notation.Verbatim { Text: "E" }, Indices: [Notation.Function { Head: "argmax" or "argmin" } extreme] })
        {
            var of = value(extreme.Arguments[0]);
            var best = extreme.Head == "argmax" ? FormulaFunctions.Entries(of).Max() : FormulaFunctions.Entries(of).Min();
            return of.Map(x => x == best ? 1 : 0);
        }

        if (s.Base is Notation.Verbatim { Text: "K" } or Notation.Name { Text: "K" } && !meaning.Values.ContainsKey("K")) return Commutation((int)value(s.Indices[0]).Value, (int)value(s.Indices[1]).Value);
        var x = s.Base is Notation.Name { Text: var name } && !meaning.Values.ContainsKey(name) && meaning.Values.TryGetValue(name + "s", out var list) ? list : value(s.Base);
        if (x.Items is not null) return x.Items[(int)value(s.Indices[0]).Value];
        if (x.IsZero) return x;
        (int From, int Count)? Range(Notation index, int? size) => index switch
        {
            Notation.Verbatim { Text: ":" } => (0, size ?? throw new FormatException("all of an open size")),
            Notation.Infix { Symbol: ":" } r => ((int)value(r.Left).Value, (int)value(r.Right).Value - (int)value(r.Left).Value),
            _ => null,
        };
        int At(Notation index) => checked((int)value(index).Value);
        if (s.Indices.Length == 1)
        {
            if (Range(s.Indices[0], x.Rows) is { } part) return Quantity.Array(part.Count, 1, (i, _) => x[i + part.From, 0]);
            var i = At(s.Indices[0]);
            return Quantity.Scalar(x.IsRow ? x[0, i] : x[i, 0]);
        }

        var (rows, columns) = (Range(s.Indices[0], x.Rows), Range(s.Indices[1], x.Columns));
        if (rows is null && columns is null) return Quantity.Scalar(x[At(s.Indices[0]), At(s.Indices[1])]);
        var (row, column) = (rows?.From ?? At(s.Indices[0]), columns?.From ?? At(s.Indices[1]));
        return Quantity.Array(rows?.Count ?? 1, columns?.Count ?? 1, (i, j) => x[i + row, j + column]);
    }

    /// <summary>A term of a sequence that the formula defines, or an entry of a value that it defines.</summary>
    private static Quantity? Term(Notation.Subscript s, Func<Notation, Quantity> value, Meaning meaning)
    {
        if (s.Base is not Notation.Name { Text: var name } || meaning.Values.ContainsKey(name) || meaning.Equations?.Of(name).Any(e => e.Indices.Count > 0) != true) return null;
        var count = meaning.Equations.Of(name).First().Indices.Count;
        var term = meaning.Equations.Value(name, [.. s.Indices.Take(count).Select(i => (int)value(i).Value)]);
        return s.Indices.Length == count ? term : throw new FormatException("entries of a term");
    }

    /// <summary>Iₙ, 1ₙ, 0ₘₙ, eᵢₙ: what says its size.</summary>
    private static Quantity? Sized(Notation.Subscript s, Func<Notation, Quantity> value, Meaning meaning)
    {
        int Size(int i) => (int)value(s.Indices[i]).Value;
        bool IsSymbol(string text) => s.Base is Notation.Verbatim { Text: var symbol } && symbol == text || s.Base is Notation.Name { Text: var name } && name == text && !meaning.Values.ContainsKey(text);
        if (s.Base is Notation.Number { Value: var number }) return s.Indices.Length == 1 ? Quantity.Array(Size(0), 1, (_, _) => number) : Quantity.Array(Size(0), Size(1), (_, _) => number);
        if (IsSymbol("I")) return Quantity.Array(Size(0), Size(0), (i, j) => i == j ? 1 : 0);
        if (!IsSymbol("e") || s.Indices.Length != 2) return null;
        var place = Size(0);
        return Quantity.Array(Size(1), 1, (i, _) => i == place ? 1 : 0);
    }

    private static Quantity Commutation(int rows, int columns) =>
        Quantity.Permutation(rows * columns, (i, j) => i == (j % rows * columns) + (j / rows) ? 1 : 0);

    private static Quantity Summed(Notation.BigSum sum, Meaning meaning)
    {
        var index = ((Notation.Name)sum.Index).Text;
        var (from, until) = sum.From is Notation.Verbatim { Text: ":" }
            ? (0, SizeBehind(sum.Body, index, meaning) ?? throw new FormatException($"a sum over {index} that counts nothing"))
            : ((int)Of(sum.From, meaning).Value, (int)Of(sum.Until, meaning).Value);
        var terms = Enumerable.Range(from, Math.Max(0, until - from)).Select(i => Of(sum.Body, meaning.With(index, Quantity.Scalar(i)))).ToList();
        return terms.Count == 0 ? Quantity.Zero : terms.Aggregate((a, b) => Quantity.Zip(a, b, (x, y) => x + y));
    }

    /// <summary>How many places there are in all that the index counts.</summary>
    public static int? SizeBehind(Notation body, string index, Meaning meaning) => SizeBehind(body, index, meaning, []);

    private static int? SizeBehind(Notation body, string index, Meaning meaning, string[] followed)
    {
        // A sum inside has an index of its own.
        if (body is Notation.BigSum { Index: Notation.Name { Text: var inner } } && inner == index) return null;
        var sizes = GradGen.Generator.Rendering.NotationTree.Children(body).Select(c => SizeBehind(c, index, meaning, followed));
        if (body is Notation.Subscript s && s.Base is not Notation.Verbatim { Text: "e" } && s.Indices.ToList().FindIndex(i => i is Notation.Name { Text: var name } && name == index) is >= 0 and var place)
        {
            // Of a sequence its equations tell; what a name without places stands for has a size.
            if (s.Base is Notation.Name { Text: var defined } && meaning.Equations?.Define(defined) == true && meaning.Equations.Of(defined).All(e => e.Indices.Count > 0))
                return followed.Contains(defined) ? null : meaning.Equations.Of(defined).Where(e => e.Indices.Count > place && e.Indices[place] is Notation.Name)
                    .Select(e => SizeBehind(e.Right, ((Notation.Name)e.Indices[place]).Text, meaning, [.. followed, defined])).Min();
            var isList = s.Base is Notation.Name { Text: var list } && !meaning.Values.ContainsKey(list) && meaning.Values.ContainsKey(list + "s");
            var x = isList ? meaning.Values[((Notation.Name)s.Base).Text + "s"] : Of(s.Base, meaning);
            sizes = sizes.Append(x.Items is { } items ? items.Count : place == 0 && !x.IsRow ? x.Rows : x.Columns);
        }

        return sizes.Min();
    }

    private static double Related(string symbol, double x, double y) => symbol switch
    {
        "<" => x < y ? 1 : 0,
        ">" => x > y ? 1 : 0,
        "≤" => x <= y ? 1 : 0,
        "≥" => x >= y ? 1 : 0,
        "=" => x == y ? 1 : 0,
        "≠" => x != y ? 1 : 0,
        "∧" => x != 0 && y != 0 ? 1 : 0,
        "∨" => x != 0 || y != 0 ? 1 : 0,
        "%" => x % y,
        "div" => Math.Floor(x / y),
        _ => throw new UnknownSymbolException(symbol),
    };

    /// <summary>The differential: of a name its own, of anything else by differences of two step sizes.</summary>
    private static Quantity Differential(Notation operand, Meaning meaning)
    {
        if (operand is Notation.Name { Text: var name })
        {
            if (meaning.Directions.TryGetValue(name, out var direction)) return direction;
            if (meaning.Directions.TryGetValue(name + "s", out var items)) return items;
            if (meaning.Directions.TryGetValue(name + "T", out var row)) return row.Transposed();
            return Named(name, meaning).Map(_ => 0);
        }

        const double Step = 1e-3;
        Quantity Slope(double h) => Quantity.Zip(Of(operand, meaning.Moved(h)), Of(operand, meaning.Moved(-h)), (a, b) => (a - b) / (2 * h));
        var (far, near, nearest) = (Slope(Step), Slope(Step / 2), Slope(Step / 4));
        var better = Quantity.Zip(near, far, (a, b) => ((4 * a) - b) / 3);
        return Quantity.Zip(Quantity.Zip(nearest, near, (a, b) => ((4 * a) - b) / 3), better, (a, b) => ((16 * a) - b) / 15);
    }
}
