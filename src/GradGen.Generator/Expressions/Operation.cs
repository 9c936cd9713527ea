using System.Collections.Immutable;

namespace GradGen.Generator.Expressions;

/// <summary>
/// All that is known of one operation: its names in the language, its shape rule, its differential, its adjoint,
/// how it is written and how it is computed. Each operation is one object, in a file of its own in Operations/.
/// </summary>
internal abstract class Operation
{
    public abstract string Name { get; }

    /// <summary>Whether operands may be exchanged; such operations take any number of operands.</summary>
    public virtual bool IsCommutative => false;

    /// <summary>Whether the node stands for what changes from one round of a loop to the next: its index, a value it carries.</summary>
    public virtual bool IsBound => false;

    /// <summary>How many of the first operands are bound by this operation in the others.</summary>
    public virtual int BoundOperands(object? payload) => 0;

    /// <summary>The functions of the language that this operation gives meaning to.</summary>
    public virtual IEnumerable<LanguageFunction> Functions => [];

    /// <summary>The shape rule.</summary>
    /// <exception cref="ShapeClashException">The operands do not fit each other.</exception>
    public abstract Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload);

    /// <summary>
    /// The part of the node's differential that is linear in the differential <paramref name="d"/> of one operand.
    /// Null where the operation is constant in that operand.
    /// </summary>
    public virtual Expression? Differential(Expression node, int operand, Expression d) => null;

    /// <summary>Whether the node is linear in what it is computed from.</summary>
    public virtual Linearity Linearity => Linearity.None;

    /// <summary>The name of the rule that its differential is an instance of, as a derivation quotes it.</summary>
    public virtual string RuleName(Expression node) => Linearity == Linearity.None ? "chain rule" : "product rule";

    /// <summary>
    /// The adjoint (pullback) of one operand for the adjoint <paramref name="g"/> of the node: the transpose of the
    /// differential with respect to the inner product Tr XᵀY. Null where the operation is constant in that operand.
    /// </summary>
    public virtual Expression? Adjoint(Expression node, int operand, Expression g) => null;

    /// <summary>The name of the rule by which a differential inside the node comes out of it, as a derivation quotes it; null where none is worth a word.</summary>
    public virtual string? TransposeRuleName(Expression node) => null;

    /// <summary>
    /// For an operation that is linear in one operand, ∂vec(node)/∂t given <paramref name="j"/> = ∂vec(operand)/∂t,
    /// both with vec by columns. Null where no closed form is known.
    /// </summary>
    public virtual Expression? Jacobian(Expression node, int operand, Expression j) => null;

    /// <summary>Whether a matrix equals its transpose by what it is computed from.</summary>
    /// <param name="promises">Whether what structure attributes promise of parameters counts.</param>
    public virtual bool IsSymmetric(Expression node, bool promises) => false;

    /// <summary>The node in all rounds of a sum at once, where its operands are known so; null where it must be computed round by round.</summary>
    public virtual Expression? OfAll(Expression node, IBatch batch) => null;

    /// <summary>The sum of the node over all rounds, where that is less work than all of them.</summary>
    public virtual Expression? SumOfAll(Expression node, IBatch batch) => null;

    /// <summary>Whether the result may lie in the storage of an argument or of another value.</summary>
    public virtual bool MayShareStorage(Expression node) => false;

    /// <summary>A C# statement that writes the node into given storage, whose place is numbered after the operands; null where there is none.</summary>
    public virtual string? Into(Expression node) => null;

    /// <summary>The node as one that writes parts of it, by their names, into given storage; null where there is none.</summary>
    public virtual Expression? IntoParts(Expression node, IReadOnlyDictionary<string, Expression> destinations) => null;

    /// <summary>Whether computing the node makes arrays or objects, which come from the arena.</summary>
    public virtual bool Makes(Expression node) => node.Shape.IsArray || node.Shape.Kind is ValueKind.List or ValueKind.Opaque;

    /// <summary>The C# of the node in the storage of an operand, where nothing else reads that; null where there is none.</summary>
    public virtual string? InPlace(Expression node, int operand) => null;

    /// <summary>The call that adds the value to what the last operand of the template is, without computing it apart; null where there is none.</summary>
    public virtual string? Accumulation(Expression node) => null;

    /// <summary>
    /// The type of <c>GradGen.Entry</c> by which one entry of the node is computed from the same entry of its operands, whose types stand for
    /// {0}, {1}, …; null where entries are not computed one by one.
    /// </summary>
    public virtual string? EntryType(Expression node) => null;

    /// <summary>Of a sum over entries, the type of <c>GradGen.Entry</c> of its terms; null where it is none.</summary>
    public virtual string? SummedEntryType(Expression node) => null;

    /// <summary>What computing the node costs beyond a pass over its entries; null where that is all.</summary>
    public virtual Work? Work(Expression node) => null;

    /// <summary>Whether computing it runs code of the user's, which may hold on to what it is given or makes.</summary>
    public virtual bool RunsForeignCode(Expression node) => false;

    /// <summary>What the node reads, and what of it inside a loop or a branch.</summary>
    public virtual IEnumerable<Read> Reads(Expression node) => node.Operands.Select(o => new Read(o));

    /// <summary>Whether its computation fails for some values: an index that is not there, a singular matrix.</summary>
    public virtual bool MayThrow(Expression node) => false;

    /// <summary>Whether derivatives with respect to an operand exist at all; false for operands that are indices, conditions, sizes.</summary>
    public virtual bool IsDifferentiableIn(int operand) => true;

    /// <summary>A point where the derivative is a convention, in words for the documentation; null where there is none.</summary>
    public virtual string? Kink => null;

    /// <summary>How the node is written in a formula.</summary>
    public abstract Notation Notate(Expression node, Func<Expression, Notation> operand);

    /// <summary>The values that the node is, each of which has a formula: itself, but of several that are computed at once, each of them.</summary>
    public virtual IEnumerable<Expression> Shown(Expression node) => node.Shape.IsReal ? [node] : [];

    /// <summary>How a node whose notation leaves its size open is written where the size has to be said.</summary>
    public virtual Notation NotateSized(Expression node, Func<Expression, Notation> operand) => Notate(node, operand);

    /// <summary>What the notation of the node says of sizes.</summary>
    public virtual Sizing Sizing => Sizing.Own;

    /// <summary>How the node is computed by C#.</summary>
    public virtual Computation Compute(Expression node) => throw new InvalidOperationException($"{Name} is planned, never computed as it stands.");
}

/// <summary>How an operation is linear in the operands that it is differentiable in.</summary>
internal enum Linearity
{
    None,

    /// <summary>In each operand while the others stay, as a product is.</summary>
    InEach,

    /// <summary>In all of them together, as a sum is: its differential is the same operation on the differentials.</summary>
    Together,
}

/// <summary>How a reader finds the sizes of what a formula is made of.</summary>
internal enum Sizing
{
    /// <summary>The size of the value follows from its parts, and a part has the size that it says itself.</summary>
    Own,

    /// <summary>The size of each part is known from what is done with it.</summary>
    Told,

    /// <summary>The notation says no size: I, 1, 0, e; the place where it stands tells it.</summary>
    Open,

    /// <summary>All arrays that it is made of are as large as the value.</summary>
    Alike,

    /// <summary>A product of matrices: the columns of each are the rows of the next.</summary>
    Chain,

    /// <summary>A transpose.</summary>
    Turned,

    /// <summary>A diagonal matrix as large as its diagonal is long.</summary>
    Diagonal,

    /// <summary>A Kronecker product: of two factors and the product, any two tell the size of the third.</summary>
    Kronecker,

    /// <summary>Parts side by side, as high as the whole; the last part whose width is not known has what the others leave.</summary>
    SideBySide,

    /// <summary>Parts one below the other, as wide as the whole.</summary>
    Stacked,
}

/// <summary>A function of the language by its metadata name (<c>GradGen.MatrixMath.Inv</c>) and what it builds.</summary>
internal sealed record LanguageFunction(string Name, Func<Graph, ImmutableArray<Expression>, Expression> Build);
