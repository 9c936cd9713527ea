namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// A value that a formula stands for: a number, an array or a list. Of an array whose size the formula does not say (I, 1, eᵢ) the
/// sizes are open until it meets one that has them.
/// </summary>
internal sealed class Quantity
{
    private readonly Func<int, int, double> at;
    private double[,]? entries;

    private Quantity(bool isScalar, int? rows, int? columns, Func<int, int, double> at)
    {
        IsScalar = isScalar;
        Rows = rows;
        Columns = columns;
        this.at = at;
    }

    private Quantity(IReadOnlyList<Quantity> items)
        : this(false, null, null, (_, _) => throw new FormatException("a list has no entries")) => Items = items;

    public bool IsScalar { get; }

    private bool isZero;

    /// <summary>Whether it is the 0 of a formula.</summary>
    public bool IsZero => isZero;

    /// <summary>The 0 of a formula, which may be zeros of any size.</summary>
    public static Quantity Zero { get; } = new(true, 1, 1, (_, _) => 0) { isZero = true };

    /// <summary>Whether it stands in the formula as a number, which the product or sum around it takes along at no cost.</summary>
    public bool IsNumber { get; private init; }

    /// <summary>Whether it is a permutation matrix, a product with which moves entries.</summary>
    public bool IsPermutation { get; private init; }

    public static Quantity Permutation(int size, Func<int, int, double> at) => new(false, size, size, at) { IsPermutation = true };

    /// <summary>A number that a formula names.</summary>
    public static Quantity Number(double value) => value == 0 ? Zero : new(true, 1, 1, (_, _) => value) { IsNumber = true };

    /// <summary>The value once a size that was open is known, where it cannot be computed before.</summary>
    private Func<int?, int?, Quantity>? Resolved { get; init; }

    public int? Rows { get; }

    public int? Columns { get; }

    public IReadOnlyList<Quantity>? Items { get; }

    public bool IsColumn => !IsScalar && Columns == 1;

    public bool IsRow => !IsScalar && Rows == 1;

    public bool IsMatrix => !IsScalar && Items is null && !IsColumn && !IsRow;

    private bool IsOpen => Resolved is not null && !IsSized;

    public bool IsSized => Rows is not null && Columns is not null;

    [ThreadStatic]
    private static bool isSingle;

    /// <summary>Rounds every result to single precision until it is disposed, so that the digits that a form loses can be seen.</summary>
    public static IDisposable InSinglePrecision()
    {
        isSingle = true;
        return new Precision();
    }

    private sealed class Precision : IDisposable
    {
        public void Dispose() => isSingle = false;
    }

    private static double Rounded(double x) => isSingle ? (float)x : x;

    public static Quantity Scalar(double value)
    {
        var rounded = Rounded(value);
        return new(true, 1, 1, (_, _) => rounded);
    }

    /// <summary>Whether it is one column of a matrix or a vector depends on what is around it.</summary>
    public static Quantity Array(int? rows, int? columns, Func<int, int, double> at) => new(false, rows, columns, at);

    /// <summary>I, as large as its place asks for.</summary>
    public static Quantity Identity { get; } = new(false, null, null, (i, j) => i == j ? 1 : 0) { Resolved = (rows, columns) => Array(rows ?? columns, rows ?? columns, (i, j) => i == j ? 1 : 0) };

    /// <summary>The value where its rows or columns, as far as they are open, are these.</summary>
    public Quantity With(int? rows, int? columns)
    {
        if (IsScalar || Items is not null || IsSized) return this;
        var (r, c) = (Rows ?? rows, Columns ?? columns);
        if (Resolved is not null)
        {
            if (r is null && c is null) return this;
            var found = Resolved(r, c);
            // What is known so far is kept for what becomes known later.
            return found.IsSized || found.Resolved is null ? found : Open(r, c, (rows, columns) => Resolved(rows, columns));
        }

        return r == Rows && c == Columns ? this : Array(r, c, at);
    }

    private static Quantity Open(int? rows, int? columns, Func<int?, int?, Quantity> resolved) =>
        new(false, rows, columns, (_, _) => throw new FormatException("an array of open size where its size is needed")) { Resolved = resolved };

    /// <summary>The Kronecker product; of the sizes of two factors and of the product any two give the third.</summary>
    public static Quantity Kronecker(Quantity a, Quantity b)
    {
        if (a.IsScalar || b.IsScalar) return Multiply(a, b);
        if (a.IsSized && b.IsSized) return Array(a.Rows * b.Rows, a.Columns * b.Columns, (i, j) => a[i / b.Rows!.Value, j / b.Columns!.Value] * b[i % b.Rows.Value, j % b.Columns.Value]);
        return Open(a.Rows * b.Rows, a.Columns * b.Columns, (rows, columns) =>
        {
            var left = a.With(rows / b.Rows, columns / b.Columns);
            return Kronecker(left, b.With(rows / left.Rows, columns / left.Columns));
        });
    }

    /// <summary>Parts side by side; one part whose width is open has what the others leave.</summary>
    public static Quantity SideBySide(IReadOnlyList<Quantity> parts)
    {
        var height = parts.Select(p => p.Rows).FirstOrDefault(r => r is not null);
        parts = [.. parts.Select(p => p.With(height, null))];
        if (parts.Any(p => !p.IsSized))
        {
            return Open(height, null, (rows, columns) =>
            {
                List<Quantity> high = [.. parts.Select(p => p.With(rows, null))];
                var open = high.FindAll(p => p.Columns is null);
                if (open.Count == 1 && columns is not null) high[high.IndexOf(open[0])] = open[0].With(rows, columns - high.Sum(p => p.Columns ?? 0));
                return SideBySide(high);
            });
        }

        var (starts, total) = (new List<int>(), 0);
        foreach (var part in parts)
        {
            starts.Add(total);
            total += part.Columns!.Value;
        }

        return Array(height, total, (i, j) =>
        {
            var part = starts.FindLastIndex(s => s <= j);
            return parts[part][i, j - starts[part]];
        });
    }

    public static Quantity List(IReadOnlyList<Quantity> items) => new(items);

    public static Quantity Of(object value) => value switch
    {
        double x => Scalar(x),
        int x => Scalar(x),
        bool x => Scalar(x ? 1 : 0),
        Vector x => Array(x.Count, 1, (i, _) => x[i]),
        RowVector x => Array(1, x.Count, (_, j) => x[j]),
        Matrix x => Array(x.RowCount, x.ColumnCount, (i, j) => x[i, j]),
        System.Collections.IEnumerable items => List([.. items.Cast<object>().Select(Of)]),
        _ => throw new FormatException($"a {value.GetType()} in a formula"),
    };

    public double Value => IsScalar ? at(0, 0) : throw new FormatException("an array where a number is needed");

    public double this[int i, int j]
    {
        get
        {
            if (!IsSized) return at(i, j);
            if (entries is null)
            {
                entries = new double[Rows!.Value, Columns!.Value];
                for (var r = 0; r < Rows; r++)
                {
                    for (var c = 0; c < Columns; c++) entries[r, c] = Rounded(at(r, c));
                }
            }

            // Sizes are drawn, and an expression may ask for an entry by its number.
            return i >= 0 && j >= 0 && i < Rows && j < Columns ? entries[i, j] : throw new FormatException($"no entry {i}, {j} of {Rows}×{Columns}");
        }
    }

    public Matrix ToMatrix()
    {
        if (!IsSized || IsScalar) throw new FormatException("an array of open size where its size is needed");
        var result = new double[Rows!.Value, Columns!.Value];
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++) result[i, j] = this[i, j];
        }

        return Matrix.OfArray(result);
    }

    public Vector ToVector() => IsColumn ? ToMatrix().Column(0) : IsRow ? ToMatrix().Row(0).T : throw new FormatException("a matrix where a vector is needed");

    /// <summary>The entries column by column, as the sizes of another value demand.</summary>
    public double[] Flat(int rows, int columns)
    {
        if (IsOpen) return With(rows, columns) is { IsOpen: false } sized ? sized.Flat(rows, columns) : throw new FormatException("an array of open size where its size is needed");
        if (Rows is { } r && r != rows && !IsScalar || Columns is { } c && c != columns && !IsScalar) throw new FormatException($"{Rows}×{Columns} where {rows}×{columns} is needed");
        return [.. Enumerable.Range(0, columns).SelectMany(j => Enumerable.Range(0, rows).Select(i => IsScalar ? Value : this[i, j]))];
    }

    /// <summary>A function of every entry.</summary>
    /// <param name="flops">What it costs for one.</param>
    public Quantity Map(Func<double, double> f, int flops = 1)
    {
        if (Items is not null) return List([.. Items.Select(i => i.Map(f, flops))]);
        if (isZero && f(0) == 0) return this;
        if (IsScalar) return Scalar(Counted(f(Value), flops));
        return IsOpen ? Open(Rows, Columns, (r, c) => With(r, c).Map(f, flops)) : Array(Rows, Columns, (i, j) => Counted(f(this[i, j]), flops));
    }

    private static double Counted(double result, int flops)
    {
        Flops.Add(flops);
        return result;
    }

    /// <summary>Entry by entry; a number goes with every entry.</summary>
    /// <param name="flops">What it costs for one entry.</param>
    public static Quantity Zip(Quantity a, Quantity b, Func<double, double, double> f, int flops = 1)
    {
        if (a.Items is not null || b.Items is not null) return ZipLists(a, b, (x, y) => Zip(x, y, f, flops));
        if (a.isZero && b.isZero && f(0, 0) == 0) return Zero;
        if (a.IsScalar && b.IsScalar) return Scalar(Counted(f(a.Value, b.Value), flops));
        if (a.IsScalar) return b.Map(y => f(a.Value, y), flops);
        if (b.IsScalar) return a.Map(x => f(x, b.Value), flops);
        if (a.Rows is { } r && b.Rows is { } s && r != s || a.Columns is { } c && b.Columns is { } d && c != d) throw new FormatException($"{a.Rows}×{a.Columns} beside {b.Rows}×{b.Columns}");
        var (x, y) = (a.With(b.Rows, b.Columns), b.With(a.Rows, a.Columns));
        if (x.IsOpen || y.IsOpen) return Open(x.Rows ?? y.Rows, x.Columns ?? y.Columns, (r, c) => Zip(x.With(r, c), y.With(r, c), f, flops));
        return Array(x.Rows ?? y.Rows, x.Columns ?? y.Columns, (i, j) => Counted(f(x[i, j], y[i, j]), flops));
    }

    private static Quantity ZipLists(Quantity a, Quantity b, Func<Quantity, Quantity, Quantity> zip)
    {
        // A list of which only the first items are said has zeros behind them.
        Quantity Item(Quantity q, int i) => q.Items is { } items ? i < items.Count ? items[i] : Scalar(0) : q;
        return List([.. Enumerable.Range(0, Math.Max(a.Items?.Count ?? 0, b.Items?.Count ?? 0)).Select(i => zip(Item(a, i), Item(b, i)))]);
    }

    public static Quantity Multiply(Quantity a, Quantity b)
    {
        // A 0 may stand for zeros of any size.
        if (a.isZero || b.isZero) return Zero;
        if (a.IsScalar && !(b.IsNumber && !a.IsNumber)) return b.Items is { } right ? List([.. right.Select(i => Multiply(a, i))]) : Scaled(a, b);
        if (b.IsScalar) return Multiply(b, a);
        if ((a.Columns ?? b.Rows) is not { } inner) throw new FormatException("a product over an open size");
        var (left, right_) = (a.With(null, inner), b.With(inner, null));
        if (left.IsOpen || right_.IsOpen) return Open(left.Rows, right_.Columns, (r, c) => Multiply(left.With(r, null), right_.With(null, c)));
        (a, b) = (left, right_);
        if (b.Rows is { } rows && rows != inner) throw new FormatException($"{a.Rows}×{a.Columns} times {b.Rows}×{b.Columns}");
        double Entry(int i, int j) => Counted(Enumerable.Range(0, inner).Aggregate(0.0, (sum, k) => Rounded(sum + Rounded(a[i, k] * b[k, j]))), a.IsPermutation || b.IsPermutation ? 0 : (2 * inner) - 1);
        return a.IsRow && b.IsColumn ? Scalar(Entry(0, 0)) : Array(a.Rows, b.Columns, Entry);
    }

    // A product takes a scalar along with its smallest factor, so that it costs no more than a row and a column.
    private static Quantity Scaled(Quantity scalar, Quantity x)
    {
        if (!scalar.IsNumber && x is { Rows: { } rows, Columns: { } columns }) Flops.Add(Math.Min(rows * columns, rows + columns));
        return x.Map(y => scalar.Value * y, 0);
    }

    public Quantity Transposed() => IsScalar ? this : Items is not null ? throw new FormatException("a transposed list") : IsOpen ? Open(Columns, Rows, (r, c) => With(c, r).Transposed()) : Array(Columns, Rows, (i, j) => this[j, i]);
}
