using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>The sum of whole numbers, such as the rows of a vertical concatenation.</summary>
internal sealed class IntegerSum : Operation
{
    public static readonly IntegerSum Instance = new();

    public override string Name => "integer sum";

    public override bool IsCommutative => true;

    public static Expression Of(Expression a, Expression b)
    {
        if (a.Payload is int x && b.Payload is int y) return a.Graph.Integer(x + y);
        if (a.Payload is 0) return b;
        return b.Payload is 0 ? a : a.Graph.Make(Instance, null, a, b);
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Sum(node.Operands.Select(o => (false, operand(o))).ToImmutableArray());

    public override Computation Compute(Expression node) => Computation.Infix("+", Precedence.Additive);
}

/// <summary>The product of whole numbers, such as the number of entries of a matrix.</summary>
internal sealed class IntegerProduct : Operation
{
    public static readonly IntegerProduct Instance = new();

    public override string Name => "integer product";

    public override bool IsCommutative => true;

    public static Expression Of(Expression a, Expression b)
    {
        if (a.Payload is int x && b.Payload is int y) return a.Graph.Integer(x * y);
        if (a.Payload is 1) return b;
        return b.Payload is 1 ? a : a.Graph.Make(Instance, null, a, b);
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product(node.Operands.Select(operand).ToImmutableArray(), "·");

    public override Computation Compute(Expression node) => Computation.Infix("*", Precedence.Multiplicative);
}

/// <summary>The smaller of two whole numbers, such as the number of singular values.</summary>
internal sealed class IntegerMinimum : Operation
{
    public static readonly IntegerMinimum Instance = new();

    public override string Name => "integer minimum";

    public override bool IsCommutative => true;

    public static Expression Of(Expression a, Expression b)
    {
        if (a.Payload is int x && b.Payload is int y) return a.Graph.Integer(Math.Min(x, y));
        return a.Graph.Dimensions.AreSame(a, b) ? a : a.Graph.Make(Instance, null, a, b);
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("min", node.Operands.Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) => new("global::System.Math.Min({0}, {1})");
}

/// <summary>A whole number as a real one.</summary>
internal sealed class RealPart : Operation
{
    public static readonly RealPart Instance = new();

    public override string Name => "real";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override bool IsDifferentiableIn(int operand) => false;

    public override Expression? OfAll(Expression node, IBatch batch) => batch.Of(node[0]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node) => new("(double){0}", Precedence.Unary, Precedence.Primary) { IsInline = true };
}

/// <summary>A C# expression on constants, kept as it is written.</summary>
/// <param name="Template">C# text with places for the operands.</param>
/// <param name="Kind">The kind of the result.</param>
/// <param name="Symbol">The infix symbol in a formula, or null to show the C# text.</param>
/// <param name="RunsCode">Whether it calls code of the user's: a property with a body, an operator.</param>
internal sealed record HostInfo(string Template, ValueKind Kind, Precedence Precedence = Precedence.Primary, Precedence OperandPrecedence = Precedence.Conditional, string? Symbol = null, string? Type = null, ValueKind Item = ValueKind.Opaque, bool RunsCode = false)
{
    /// <summary>The difference of two whole numbers.</summary>
    public static readonly HostInfo Difference = new("{0} - {1}", ValueKind.Integer, Precedence.Additive, Precedence.Multiplicative, "−");

    /// <summary>The larger one of two whole numbers.</summary>
    public static readonly HostInfo Larger = new("global::System.Math.Max({0}, {1})", ValueKind.Integer, Symbol: "max");
}

/// <summary>
/// C# of the user's that is constant for calculus: a field, a cast, integer arithmetic, a comparison. It has no
/// derivative because it is never asked for one: a varying operand is refused where the method is read, comparisons apart.
/// </summary>
internal sealed class Host : Operation
{
    public static readonly Host Instance = new();

    public override string Name => "host";

    public override bool IsDifferentiableIn(int operand) => false;

    public override bool MayThrow(Expression node) => !node.Operands.IsEmpty && ((HostInfo)node.Payload!).Template.IndexOfAny(['/', '%', '.', '[']) >= 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var info = (HostInfo)payload!;
        return context.OfInput(this, payload, operands, info.Kind, info.Item, info.Type);
    }

    public override bool MayShareStorage(Expression node) => true;

    public override bool RunsForeignCode(Expression node) => ((HostInfo)node.Payload!).RunsCode;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var info = (HostInfo)node.Payload!;
        var operands = node.Operands.Select(operand).ToImmutableArray();
        if (info.Symbol == "if" && operands.Length == 3) return new Notation.Cases(operands[0], operands[1], operands[2]);
        if (info.Symbol is "−" && operands.Length == 1) return new Notation.Negated(operands[0]);
        if (info.Symbol is { } symbol && symbol is not "−")
            return operands.Length == 2 && info.Template.StartsWith("{0} ", StringComparison.Ordinal) ? new Notation.Infix(symbol, operands[0], operands[1]) : new Notation.Function(symbol, operands);

        if (Arithmetic(info.Template, operands) is { } arithmetic) return arithmetic;

        // C# on names is shown as it is written: options.Lambda.
        var text = info.Template.Replace("this.", "");
        if (operands.IsEmpty && text.StartsWith("global::", StringComparison.Ordinal)) text = text.Substring(text.LastIndexOf('.') + 1);
        text = text.Replace("global::", "");
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i] is not (Notation.Name or Notation.Verbatim)) return new Notation.Function("f", operands);
            text = text.Replace($"{{{i}}}", operands[i] is Notation.Name name ? name.Text : ((Notation.Verbatim)operands[i]).Text);
        }

        return new Notation.Verbatim(text);
    }

    /// <summary>Sums, and quotients and remainders of two; null for other C#.</summary>
    private static Notation? Arithmetic(string template, ImmutableArray<Notation> operands)
    {
        if (template is "{0} / {1}") return new Notation.Infix("div", operands[0], operands[1]);
        if (template is "{0} % {1}") return new Notation.Infix("%", operands[0], operands[1]);
        var words = template.Split(' ');
        var terms = ImmutableArray.CreateBuilder<(bool, Notation)>();
        for (var i = 0; i < words.Length; i += 2)
        {
            var term = words[i] is ['{', var digit, '}'] ? operands[digit - '0'] : int.TryParse(words[i], out var number) ? new Notation.Number(number) : null;
            if (term is null || (i > 0 && words[i - 1] is not ("+" or "-"))) return null;
            // (i − j) − 1 is i − j − 1.
            if (i == 0 && term is Notation.Sum sum) terms.AddRange(sum.Terms);
            else terms.Add((i > 0 && words[i - 1] == "-", term));
        }

        return words.Length % 2 == 1 && words.Length > 1 ? new Notation.Sum(terms.ToImmutable()) : null;
    }

    public override Computation Compute(Expression node)
    {
        var info = (HostInfo)node.Payload!;
        return new(info.Template, info.Precedence, info.OperandPrecedence) { IsInline = info.Kind != ValueKind.Boolean };
    }
}
