using System.Collections.Immutable;

namespace GradGen.Generator.Expressions;

/// <summary>The pool of expressions of one method. Making an expression that exists already returns the existing one.</summary>
internal sealed class Graph
{
    private readonly Dictionary<Key, Expression> pool = new();

    public Graph() => Dimensions = new DimensionTable();

    public DimensionTable Dimensions { get; }

    /// <summary>How many expressions there are.</summary>
    public int Count => pool.Count;

    /// <summary>Makes or finds an expression.</summary>
    /// <exception cref="ShapeClashException">The operands do not fit each other.</exception>
    public Expression Make(Operation operation, object? payload, params Expression[] operands) =>
        Make(operation, payload, operands.ToImmutableArray());

    public Expression Make(Operation operation, object? payload, ImmutableArray<Expression> operands)
    {
        var key = new Key(operation, payload, operands);
        if (pool.TryGetValue(key, out var known)) return known;
        var shape = operation.Infer(new ShapeContext(this), operands, payload);
        var made = new Expression(this, pool.Count, operation, payload, operands, shape);
        pool.Add(key, made);
        return made;
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly Operation operation;
        private readonly object? payload;
        private readonly ImmutableArray<Expression> operands;
        private readonly int hash;

        public Key(Operation operation, object? payload, ImmutableArray<Expression> operands)
        {
            this.operation = operation;
            this.payload = payload;
            this.operands = operands;
            var h = operation.GetHashCode() * 31 + (payload?.GetHashCode() ?? 0);
            // A commutative operation is one node whatever the order of its operands; the order first written is shown.
            foreach (var operand in operands) h = operation.IsCommutative ? h + Mixed(operand.Id) : (h * 31) + operand.Id;
            hash = h;
        }

        // Numbers of nodes are near one another: without mixing, many sums of two would add up to the same.
        private static int Mixed(int id)
        {
            var h = (uint)(id + 1) * 0x9E3779B1u;
            return (int)((h ^ (h >> 15)) * 0x85EBCA6Bu);
        }

        public bool Equals(Key other)
        {
            if (!ReferenceEquals(operation, other.operation) || !Equals(payload, other.payload) || operands.Length != other.operands.Length) return false;
            return AreSame(other) || (operation.IsCommutative && Ordered(operands).SequenceEqual(Ordered(other.operands)));
        }

        private bool AreSame(Key other)
        {
            for (var i = 0; i < operands.Length; i++)
            {
                if (!ReferenceEquals(operands[i], other.operands[i])) return false;
            }

            return true;
        }

        private static IEnumerable<int> Ordered(ImmutableArray<Expression> operands) => operands.Select(o => o.Id).OrderBy(i => i);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => hash;
    }
}
