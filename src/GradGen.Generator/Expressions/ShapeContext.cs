namespace GradGen.Generator.Expressions;

/// <summary>What a shape rule may ask: whether dimensions agree.</summary>
internal readonly struct ShapeContext
{
    public Graph Graph { get; }

    public ShapeContext(Graph graph) => Graph = graph;

    /// <summary>Demands that two dimensions be the same number.</summary>
    /// <exception cref="ShapeClashException">They cannot be.</exception>
    public void Same(Expression left, Expression right)
    {
        if (!Graph.Dimensions.Unify(left, right)) throw new ShapeClashException(left, right);
    }

    /// <summary>Demands that two values have the same kind and the same dimensions.</summary>
    public void SameShape(Shape left, Shape right)
    {
        if (left.Kind != right.Kind) throw new ShapeClashException($"a {left.Kind} and a {right.Kind}");
        if (left.Rows is not null) Same(left.Rows, right.Rows!);
        if (left.Columns is not null) Same(left.Columns, right.Columns!);
    }

    public void Square(Shape shape)
    {
        if (!shape.IsMatrix) throw new ShapeClashException($"a {shape.Kind} where a square matrix is needed");
        Same(shape.Rows!, shape.Columns!);
    }

    public void Demand(bool condition, string otherwise)
    {
        if (!condition) throw new ShapeClashException(otherwise);
    }
}

/// <summary>Two dimensions, or two kinds, that cannot fit.</summary>
internal sealed class ShapeClashException : Exception
{
    public ShapeClashException(Expression left, Expression right) : base($"{left} and {right}")
    {
        Left = left;
        Right = right;
    }

    public ShapeClashException(string message) : base(message)
    {
    }

    public Expression? Left { get; }

    public Expression? Right { get; }
}
