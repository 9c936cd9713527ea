using System.Collections.Immutable;

namespace GradGen.Generator.Expressions;

/// <summary>
/// A node of the expression graph: an operation applied to operands. Nodes are immutable and hash-consed by their
/// <see cref="Graph"/>: within one graph, equal expressions are one object.
/// </summary>
internal sealed class Expression
{
    internal Expression(Graph graph, int id, Operation operation, object? payload, ImmutableArray<Expression> operands, Shape shape)
    {
        Graph = graph;
        Id = id;
        Operation = operation;
        Payload = payload;
        Operands = operands;
        Shape = shape;
        FreeBounds = Collect(operation, this, operands);
    }

    public Graph Graph { get; }

    /// <summary>The order of creation: operands always have smaller numbers than the nodes that use them.</summary>
    public int Id { get; }

    public Operation Operation { get; }

    /// <summary>What the operation needs beyond its operands: a constant's value, a variable's name, an exponent. Value-equal.</summary>
    public object? Payload { get; }

    public ImmutableArray<Expression> Operands { get; }

    public Shape Shape { get; }

    /// <summary>The loop indices that this expression depends on and does not bind itself.</summary>
    public ImmutableHashSet<Expression> FreeBounds { get; }

    public Expression this[int operand] => Operands[operand];

    public bool Is<T>() where T : Operation => Operation is T;

    public bool DependsOn(Expression bound) => FreeBounds.Contains(bound);

    public override string ToString() =>
        Operands.IsEmpty ? $"{Operation.Name}{(Payload is null ? "" : $"[{Payload}]")}" : $"{Operation.Name}{(Payload is null ? "" : $"[{Payload}]")}({string.Join(", ", Operands)})";

    private static ImmutableHashSet<Expression> Collect(Operation operation, Expression self, ImmutableArray<Expression> operands)
    {
        var free = ImmutableHashSet<Expression>.Empty;
        foreach (var operand in operands) free = free.IsEmpty ? operand.FreeBounds : free.Union(operand.FreeBounds);
        if (operation.IsLoopIndex) free = free.Add(self);
        if (operation.BindsFirstOperand) free = free.Remove(operands[0]).Union(operands[0].Operands.SelectMany(o => o.FreeBounds));
        return free;
    }
}
