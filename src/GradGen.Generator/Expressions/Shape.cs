namespace GradGen.Generator.Expressions;

/// <summary>
/// The kind of a value with its symbolic dimensions. A dimension is itself an integer-valued expression
/// (<c>A.RowCount</c>, <c>n</c>, <c>3</c>), so that what the method computes with sizes and what the shapes say is one thing.
/// </summary>
internal readonly record struct Shape(ValueKind Kind, Expression? Rows = null, Expression? Columns = null, ValueKind Item = ValueKind.Opaque, string? Type = null, Expression? Like = null)
{
    public static readonly Shape Scalar = new(ValueKind.Scalar);
    public static readonly Shape Integer = new(ValueKind.Integer);
    public static readonly Shape Boolean = new(ValueKind.Boolean);

    public static Shape Vector(Expression count) => new(ValueKind.Vector, count);

    public static Shape RowVector(Expression count) => new(ValueKind.RowVector, null, count);

    public static Shape Matrix(Expression rows, Expression columns) => new(ValueKind.Matrix, rows, columns);

    /// <summary>A list of items of one kind; <paramref name="type"/> is the C# type, written with <c>global::</c>.</summary>
    public static Shape List(ValueKind item, string type) => new(ValueKind.List, Item: item, Type: type);

    /// <summary>The shape of derivatives by the items of a list: an array of as many.</summary>
    public static Shape ListLike(Expression list) =>
        new(ValueKind.List, Item: list.Shape.Item, Type: $"{new Shape(list.Shape.Item).CSharpType}[]", Like: list.Shape.Like ?? list);

    public static Shape Opaque(string type) => new(ValueKind.Opaque, Type: type);

    public bool IsScalar => Kind == ValueKind.Scalar;

    public bool IsVector => Kind == ValueKind.Vector;

    public bool IsRowVector => Kind == ValueKind.RowVector;

    public bool IsMatrix => Kind == ValueKind.Matrix;

    public bool IsArray => Kind is ValueKind.Vector or ValueKind.RowVector or ValueKind.Matrix;

    /// <summary>Whether the value is one that calculus knows: a scalar, a vector, a row or a matrix.</summary>
    public bool IsReal => Kind == ValueKind.Scalar || IsArray;

    /// <summary>Whether the value may have a differential: one that calculus knows, or a list of such.</summary>
    public bool MayVary => IsReal || (Kind == ValueKind.List && new Shape(Item).IsReal);

    /// <summary>The number of entries of a vector or of a row.</summary>
    public Expression Count => (Kind == ValueKind.Vector ? Rows : Columns) ?? throw new InvalidOperationException($"A {Kind} has no count.");

    /// <summary>The dimensions in order, none for a scalar.</summary>
    public IEnumerable<Expression> Dimensions
    {
        get
        {
            if (Rows is not null) yield return Rows;
            if (Columns is not null) yield return Columns;
        }
    }

    /// <summary>The C# type of such a value.</summary>
    public string CSharpType => Kind switch
    {
        ValueKind.Scalar => "double",
        ValueKind.Integer => "int",
        ValueKind.Boolean => "bool",
        ValueKind.List or ValueKind.Opaque => Type!,
        _ => $"global::GradGen.{Kind}",
    };

    public Shape Transposed => Kind switch
    {
        ValueKind.Vector => RowVector(Rows!),
        ValueKind.RowVector => Vector(Columns!),
        ValueKind.Matrix => Matrix(Columns!, Rows!),
        _ => this,
    };
}
