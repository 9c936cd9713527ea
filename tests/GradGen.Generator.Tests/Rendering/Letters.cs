using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>A graph with variables by name, for formulas in tests, and the notations in short.</summary>
internal sealed class Letters
{
    public Graph Graph { get; } = new();

    public Expression this[string name] => char.IsUpper(name[0]) ? Matrix(name) : Vector(name);

    public Expression Matrix(string name) => Of(name, ValueKind.Matrix);

    public Expression Vector(string name) => Of(name, ValueKind.Vector);

    public Expression Scalar(string name) => Of(name, ValueKind.Scalar);

    public Expression List(string name) =>
        Graph.Make(Variable.Instance, new VariableInfo(name, ValueKind.List, Item: ValueKind.Vector, Type: "global::GradGen.Vector[]"));

    public Expression Integer(string name) => Of(name, ValueKind.Integer);

    /// <summary>The index of a loop over all of a list whose length has a name.</summary>
    public Expression Index(string size, int depth = 0)
    {
        var count = Graph.Make(Extent.Instance, new ExtentInfo(Variable.Instance, List("xs").Payload, "Count"));
        Graph.Dimensions.Label(count, size);
        return LoopIndex.Of(Graph.Integer(0), count, depth);
    }

    private Expression Of(string name, ValueKind kind) => Graph.Make(Variable.Instance, new VariableInfo(name, kind));
}

/// <summary>Notations in short.</summary>
internal static class Write
{
    public static Notation Name(string text) => new Notation.Name(text);

    public static Notation Number(double value) => new Notation.Number(value);

    public static Notation Verbatim(string text) => new Notation.Verbatim(text);

    public static Notation Product(params Notation[] factors) => new Notation.Product(factors.ToImmutableArray());

    public static Notation Product(string symbol, params Notation[] factors) => new Notation.Product(factors.ToImmutableArray(), symbol);

    public static Notation Sum(params Notation[] terms) => new Notation.Sum(terms.Select(t => t is Notation.Negated n ? (true, n.Operand) : (false, t)).ToImmutableArray());

    public static Notation Minus(Notation operand) => new Notation.Negated(operand);

    public static Notation Call(string head, params Notation[] arguments) => new Notation.Function(head, arguments.ToImmutableArray());

    public static Notation At(Notation value, params Notation[] indices) => new Notation.Subscript(value, indices.ToImmutableArray());

    public static Notation Power(Notation value, Notation exponent) => new Notation.Superscript(value, exponent);

    public static Notation Entrywise(Notation value, Notation exponent) => Power(value, Product(Verbatim("∘"), exponent));

    public static Notation T(Notation value) => new Notation.Transposed(value);

    public static Notation Inv(Notation value) => new Notation.Inverse(value);

    public static Notation Over(Notation numerator, Notation denominator) => new Notation.Fraction(numerator, denominator);

    public static Notation Bars(Notation operand) => new Notation.Bars("|", operand);

    public static Notation Norm(Notation operand, string kind = "") => new Notation.Bars("‖", operand, kind);

    public static Notation BigSum(string index, Notation body) => new Notation.BigSum(Name(index), Number(0), Name("n"), body);

    public static Notation Differential(Notation operand) => new Notation.Differential(operand);

    public static Notation Cases(Notation condition, Notation then, Notation otherwise) => new Notation.Cases(condition, then, otherwise);

    public static Notation Infix(string symbol, Notation left, Notation right) => new Notation.Infix(symbol, left, right);
}
