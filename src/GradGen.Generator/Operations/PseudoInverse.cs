using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The Moore–Penrose inverse A⁺. Where the rank is constant, dA⁺ = −A⁺ dA A⁺ + A⁺A⁺ᵀ dAᵀ (I − AA⁺) + (I − A⁺A) dAᵀ A⁺ᵀA⁺
/// (Golub and Pereyra, SIAM J. Numer. Anal. 10, 1973, theorem 4.3).
/// </summary>
internal sealed class PseudoInverse : Operation
{
    public static readonly PseudoInverse Instance = new();

    public override string Name => "PseudoInverse";

    public override string RuleName(Expression node) => "differential of the pseudoinverse";

    public override string Kink => "A⁺ has no derivative where the rank of A changes; the one at constant rank is returned there";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.PseudoInverse", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape.Transposed;

    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var (a, turned) = (node[0], Transpose(d));
        Expression Beside(Expression size, Expression projection) => Subtract(node.Graph.Identity(size), projection);
        return Add(
            Negate(Multiply(node, d, node)),
            Multiply(node, Transpose(node), turned, Beside(a.Shape.Rows!, Multiply(a, node))),
            Multiply(Beside(a.Shape.Columns!, Multiply(node, a)), turned, Transpose(node), node));
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("pinv", [operand(node[0])]);

    public override Work? Work(Expression node) => new("singular value decomposition{s}", Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.PseudoInverse", 1);
}
