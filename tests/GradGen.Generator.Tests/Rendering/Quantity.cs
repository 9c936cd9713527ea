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

    public int? Rows { get; }

    public int? Columns { get; }

    public IReadOnlyList<Quantity>? Items { get; }

    public bool IsColumn => !IsScalar && Columns == 1;

    public bool IsRow => !IsScalar && Rows == 1;

    public bool IsMatrix => !IsScalar && Items is null && !IsColumn && !IsRow;

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
            return i < Rows && j < Columns ? entries[i, j] : throw new FormatException($"no entry {i}, {j} of {Rows}×{Columns}");
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
        if (Rows is { } r && r != rows && !IsScalar || Columns is { } c && c != columns && !IsScalar) throw new FormatException($"{Rows}×{Columns} where {rows}×{columns} is needed");
        return [.. Enumerable.Range(0, columns).SelectMany(j => Enumerable.Range(0, rows).Select(i => IsScalar ? Value : this[i, j]))];
    }

    public Quantity Map(Func<double, double> f) => IsScalar ? Scalar(f(Value)) : Array(Rows, Columns, (i, j) => f(this[i, j]));

    /// <summary>Entry by entry; a number goes with every entry.</summary>
    public static Quantity Zip(Quantity a, Quantity b, Func<double, double, double> f)
    {
        if (a.Items is not null || b.Items is not null) return ZipLists(a, b, f);
        if (a.IsScalar && b.IsScalar) return Scalar(f(a.Value, b.Value));
        if (a.IsScalar) return b.Map(y => f(a.Value, y));
        if (b.IsScalar) return a.Map(x => f(x, b.Value));
        if (a.Rows is { } r && b.Rows is { } s && r != s || a.Columns is { } c && b.Columns is { } d && c != d) throw new FormatException($"{a.Rows}×{a.Columns} beside {b.Rows}×{b.Columns}");
        return Array(a.Rows ?? b.Rows, a.Columns ?? b.Columns, (i, j) => f(a[i, j], b[i, j]));
    }

    private static Quantity ZipLists(Quantity a, Quantity b, Func<double, double, double> f)
    {
        Quantity Item(Quantity q, int i) => q.Items is { } items ? items[i] : q;
        return List([.. Enumerable.Range(0, (a.Items ?? b.Items)!.Count).Select(i => Zip(Item(a, i), Item(b, i), f))]);
    }

    public static Quantity Multiply(Quantity a, Quantity b)
    {
        if (a.IsScalar) return b.Items is { } right ? List([.. right.Select(i => Multiply(a, i))]) : b.Map(y => a.Value * y);
        if (b.IsScalar) return Multiply(b, a);
        if ((a.Columns ?? b.Rows) is not { } inner) throw new FormatException("a product over an open size");
        if (b.Rows is { } rows && rows != inner) throw new FormatException($"{a.Rows}×{a.Columns} times {b.Rows}×{b.Columns}");
        double Entry(int i, int j) => Enumerable.Range(0, inner).Aggregate(0.0, (sum, k) => Rounded(sum + Rounded(a[i, k] * b[k, j])));
        return a.IsRow && b.IsColumn ? Scalar(Entry(0, 0)) : Array(a.Rows, b.Columns, Entry);
    }

    public Quantity Transposed() => IsScalar ? this : Items is not null ? throw new FormatException("a transposed list") : Array(Columns, Rows, (i, j) => this[j, i]);
}
