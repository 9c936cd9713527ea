using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The lower or the upper triangle of a matrix, with its diagonal; linear and its own adjoint.</summary>
internal sealed class Triangle : Operation
{
    public static readonly Triangle Lower = new("LowerTriangle", "tril");
    public static readonly Triangle Upper = new("UpperTriangle", "triu");
    private readonly string head;

    private Triangle(string name, string head)
    {
        Name = name;
        this.head = head;
    }

    public override string Name { get; }

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.MatrixMath.{Name}", (_, a) => Of(a[0]))];

    private Expression Of(Expression x) => x.Graph.Make(this, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Of(g);

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Multiply(Diagonal(Vectorize(Of(node.Graph.Ones(node.Shape)))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function(head, [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", 1);
}
