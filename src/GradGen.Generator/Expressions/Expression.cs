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
        FreeBounds = Collect(operands);
        isSymmetric = shape.IsMatrix && operation.IsSymmetric(this, promises: false);
        isPromisedSymmetric = isSymmetric || (shape.IsMatrix && operation.IsSymmetric(this, promises: true));
    }

    private readonly bool isSymmetric;
    private readonly bool isPromisedSymmetric;

    public Graph Graph { get; }

    /// <summary>The order of creation: operands always have smaller numbers than the nodes that use them.</summary>
    public int Id { get; }

    public Operation Operation { get; }

    /// <summary>What the operation needs beyond its operands: a constant's value, a variable's name, an exponent. Value-equal.</summary>
    public object? Payload { get; }

    public ImmutableArray<Expression> Operands { get; }

    public Shape Shape { get; }

    /// <summary>The loop indices and carried values that this expression depends on and does not bind itself.</summary>
    public ImmutableHashSet<Expression> FreeBounds { get; }

    public Expression this[int operand] => Operands[operand];

    public bool Is<T>() where T : Operation => Operation is T;

    /// <summary>Whether a matrix is known to equal its transpose.</summary>
    /// <param name="promises">Whether what structure attributes promise of parameters counts.</param>
    public bool IsSymmetric(bool promises) => promises ? isPromisedSymmetric : isSymmetric;

    public bool DependsOn(Expression bound) => FreeBounds.Contains(bound);

    /// <summary>The same operation on what the operands become; the expression itself where none changes.</summary>
    public Expression Map(Func<Expression, Expression> operand)
    {
        ImmutableArray<Expression>.Builder? changed = null;
        for (var i = 0; i < Operands.Length; i++)
        {
            var mapped = operand(Operands[i]);
            if (changed is null && mapped != Operands[i]) (changed = Operands.ToBuilder())[i] = mapped;
            else if (changed is not null) changed[i] = mapped;
        }

        return changed is null ? this : Graph.Make(Operation, Payload, changed.MoveToImmutable());
    }

    // Equal expressions of a graph are one object.
    public override int GetHashCode() => Id;

    public override string ToString() =>
        Operands.IsEmpty ? $"{Operation.Name}{(Payload is null ? "" : $"[{Payload}]")}" : $"{Operation.Name}{(Payload is null ? "" : $"[{Payload}]")}({string.Join(", ", Operands)})";

    /// <summary>The operands that this expression binds in the others.</summary>
    public IEnumerable<Expression> Bounds => Operands.Take(Operation.BoundOperands(Payload));

    private ImmutableHashSet<Expression> Collect(ImmutableArray<Expression> operands)
    {
        var bound = Operation.BoundOperands(Payload);
        var free = ImmutableHashSet<Expression>.Empty;
        for (var i = bound; i < operands.Length; i++)
        {
            if (free.IsEmpty) free = operands[i].FreeBounds;
            else if (!operands[i].FreeBounds.IsEmpty) free = free.Union(operands[i].FreeBounds);
        }

        if (bound > 0) free = free.Except(operands.Take(bound)).Union(operands.Take(bound).SelectMany(b => b.Operands).SelectMany(o => o.FreeBounds));
        return Operation.IsBound ? free.Add(this) : free;
    }
}
