using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// A function applied to each entry, with its derivative as an expression of the node and of its operand. The functions
/// themselves stand in the files of their families (Exponentials, Trigonometry, …), each as one value.
/// </summary>
internal sealed partial class Elementwise : Operation
{
    private readonly Along? along;
    private readonly string scalarMethod;
    private readonly string? arrayMethod;
    private readonly Func<Notation, Notation>? notation;
    private readonly string head;

    /// <param name="derivative">The derivative from the node and its operand; null where there is none.</param>
    private Elementwise(string name, string head, string scalarMethod, string? arrayMethod, Func<Expression, Expression, Expression>? derivative, Func<Notation, Notation>? notation = null, string? kink = null)
        : this(derivative is null ? null : (node, d) => Times(derivative(node, node[0]), d), name, head, scalarMethod, arrayMethod)
    {
        this.notation = notation;
        Kink = kink;
    }

    /// <param name="along">The differential from the node and the differential of its operand.</param>
    private Elementwise(Along? along, string name, string head, string scalarMethod, string? arrayMethod)
    {
        Name = name;
        this.head = head;
        this.scalarMethod = scalarMethod;
        this.arrayMethod = arrayMethod;
        this.along = along;
    }

    public override string Name { get; }

    public override Sizing Sizing => Sizing.Alike;

    public override string? Kink { get; }

    /// <summary>What the C# method means that has a second argument, where there is one.</summary>
    private Func<Expression, Expression, Expression>? OfTwo { get; init; }

    /// <summary>Whether it is a function of arrays too, entry by entry.</summary>
    public bool IsOfArrays => arrayMethod is not null;

    public override IEnumerable<LanguageFunction> Functions =>
        new[] { scalarMethod, arrayMethod }.OfType<string>().Distinct().Where(m => !m.StartsWith("GradGen.Kernel.", StringComparison.Ordinal)).Select(m => new LanguageFunction(m, (_, a) => a.Length == 1 ? Of(a[0]) : OfTwo!(a[0], a[1])));

    /// <summary>Whether <c>GradGen.Entry</c> has a type of this name, which computes it in registers.</summary>
    private bool IsOfEntries { get; init; }

    /// <summary>
    /// A function of the same argument that it is made of, and others too: e⁻|ˣ| of σ and softplus. <c>GradGen.Entry</c> and, for scalars,
    /// <c>GradGen.Kernel</c> compute it from both under the name <c>SigmoidByDecay</c>.
    /// </summary>
    public FunctionByInner.Inner? Inner { get; private init; }

    public override string? EntryType(Expression node) => IsOfEntries ? $"{Name}<{{0}}>" : null;

    public Expression Of(Expression x) => x.Graph.Make(this, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Expression? Differential(Expression node, int operand, Expression d) => along?.Invoke(node, d);

    public override Expression? OfAll(Expression node, IBatch batch) => IsOfArrays && batch.Of(node[0]) is { } all ? Of(all) : null;

    private delegate Expression Along(Expression node, Expression d);

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        // |X| of a matrix is its determinant.
        notation is null || (this == Abs && node.Shape.IsMatrix) ? new Notation.Function(head, [operand(node[0])]) : notation(operand(node[0]));

    public override string? InPlace(Expression node, int operand) => node.Shape.IsArray && IsOfEntries ? $"global::GradGen.Kernel.MapInPlace<global::GradGen.Entry.{Name}<global::GradGen.Entry.X0>>({{0}})" : null;

    public override Computation Compute(Expression node) => new($"global::{(node.Shape.IsScalar ? scalarMethod : arrayMethod ?? throw new InvalidOperationException($"{Name} is a function of scalars."))}({{0}})");

    /// <summary>A function of System.Math that MatrixMath has entry by entry under the same name.</summary>
    private static Elementwise OfMath(string name, string head, Func<Expression, Expression, Expression> derivative, bool isOfEntries = false) =>
        new(name, head, $"System.Math.{name}", $"GradGen.MatrixMath.{name}", derivative) { IsOfEntries = isOfEntries };

    /// <summary>A function that MatrixMath has for scalars too.</summary>
    private static Elementwise OfMatrixMath(string name, string head, Func<Expression, Expression, Expression> derivative, string? kink = null, bool isOfEntries = false, FunctionByInner.Inner? inner = null) =>
        new(name, head, $"GradGen.MatrixMath.{name}", $"GradGen.MatrixMath.{name}", derivative, null, kink) { IsOfEntries = isOfEntries, Inner = inner };

    /// <summary>c + f, entry by entry.</summary>
    private static Expression Shifted(double c, Expression f) => AddToEach(f, f.Graph.Number(c));
}
