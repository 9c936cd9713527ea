using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads C# operators and conversions: calculus on real values, C# on constants.</summary>
internal sealed class OperatorReader(ReadingContext context)
{
    public Expression? Read(IBinaryOperation binary)
    {
        var (left, right) = (context.Expressions.Read(binary.LeftOperand), context.Expressions.Read(binary.RightOperand));
        if (left is null || right is null) return null;
        if (binary.OperatorKind == BinaryOperatorKind.Multiply) AdviseSolve(binary, right);
        return Combine(binary, binary.OperatorKind, (binary.LeftOperand, left), (binary.RightOperand, right));
    }

    /// <summary>Reads a binary operator, or the one of a compound assignment, on operands that were read.</summary>
    public Expression? Combine(IOperation operation, BinaryOperatorKind kind, (IOperation Source, Expression Value) left, (IOperation Source, Expression Value) right)
    {
        var (a, b) = (left.Value, right.Value);
        if (a.Shape.IsReal && b.Shape.IsReal && RealOperator(kind) is { } real)
            return context.Shapes.Build(operation, () => real(a, b), left, right);
        if (a.Shape.Kind == ValueKind.Integer && b.Shape.Kind == ValueKind.Integer && IntegerOperator(kind, a, b) is { } integer) return integer;
        if (a.Shape.Kind == ValueKind.Boolean && b.Shape.Kind == ValueKind.Boolean && TruthOperator(kind, a, b) is { } truth) return truth;
        if (ComparisonOf(kind) is { } comparison && !a.Shape.IsArray && !b.Shape.IsArray) return Logic.Compare(comparison, a, b);
        return SymbolOf(kind) is var (symbol, precedence) && operation.Type is { } type && !a.Shape.IsArray && !b.Shape.IsArray
            ? OnConstants(operation, $"{{0}} {symbol} {{1}}", type, precedence, precedence + 1, symbol, a, b)
            : context.Expressions.Refuse(operation);
    }

    public Expression? Read(IUnaryOperation unary)
    {
        if (context.Expressions.Read(unary.Operand) is not { } operand) return null;
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Plus when !unary.IsLifted: return operand;
            case UnaryOperatorKind.Minus when operand.Shape.IsReal: return Algebra.Negate(operand);
            case UnaryOperatorKind.Minus when operand.Shape.Kind == ValueKind.Integer: return IntegerArithmetic.Negate(operand);
            case UnaryOperatorKind.Not when operand.Shape.Kind == ValueKind.Boolean: return Logic.Not(operand);
            case UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation when unary.Type is not null:
                var symbol = unary.OperatorKind == UnaryOperatorKind.Minus ? "-" : "~";
                return OnConstants(unary, symbol + "{0}", unary.Type, Precedence.Unary, Precedence.Primary, symbol, operand);
            default: return context.Expressions.Refuse(unary);
        }
    }

    public Expression? Read(IConversionOperation conversion)
    {
        if (conversion.Operand is IAnonymousFunctionOperation or IMethodReferenceOperation || conversion.Type is null) return context.Expressions.Refuse(conversion);
        if (context.Expressions.Read(conversion.Operand) is not { } operand) return null;
        if (!conversion.Conversion.Exists) return context.Invalid();
        var to = LanguageType.Of(conversion.Type);
        var kind = operand.Shape.Kind;
        // An array where an IReadOnlyList is wanted, a value where an object is: the same value, and lists keep their way of counting.
        if (conversion.OperatorMethod is null && (kind == to.Kind && kind is not (ValueKind.List or ValueKind.Opaque) || (conversion.IsImplicit && kind is ValueKind.List or ValueKind.Opaque && !conversion.Type.IsValueType))) return operand;
        if (kind == ValueKind.Integer && to.Kind == ValueKind.Scalar) return Algebra.Real(operand);
        if (kind == ValueKind.List && to.Kind != ValueKind.List) return context.Expressions.Refuse(conversion);
        if (!context.Constants.CanBeNamed(conversion, conversion.Type)) return null;
        return OnConstants(conversion, $"({to.Name ?? CSharpText.OfNotNull(conversion.Type)}){{0}}", conversion.Type, Precedence.Unary, Precedence.Primary, null, operand);
    }

    /// <summary>C# that stays as it is written, on constants; an operand that varies has no derivative there.</summary>
    public Expression? OnConstants(IOperation operation, string template, ITypeSymbol type, Precedence precedence, Precedence operandPrecedence, string? symbol, params Expression[] operands)
    {
        if (operands.Any(context.Varies))
        {
            return context.Fail(Descriptors.NoDerivative, operation, $"'{Places.Quote(operation)}'",
                "its argument depends on a variable; keep such an argument within double, Vector, RowVector and Matrix and the functions of the language, or declare it constant with StopGradient");
        }

        return AsWritten(operation, template, type, precedence, operandPrecedence, symbol, operands);
    }

    /// <summary>C# that stays as it is written.</summary>
    public Expression AsWritten(IOperation operation, string template, ITypeSymbol type, Precedence precedence, Precedence operandPrecedence, string? symbol, params Expression[] operands)
    {
        var result = LanguageType.Of(type);
        var info = new HostInfo(template, result.Kind, precedence, operandPrecedence, symbol, result.Name, result.Item, RunsCode(operation));
        return context.Graph.Make(Host.Instance, info, operands);
    }

    private static bool RunsCode(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } => !property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property)),
        IBinaryOperation { OperatorMethod: { } method } => IsForeign(method),
        IUnaryOperation { OperatorMethod: { } method } => IsForeign(method),
        IConversionOperation { OperatorMethod: { } method } => IsForeign(method),
        _ => false,
    };

    private static bool IsForeign(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() is not ("System" or "GradGen");

    private static Func<Expression, Expression, Expression>? RealOperator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => Add,
        BinaryOperatorKind.Subtract => (a, b) => Add(a, Algebra.Negate(b)),
        BinaryOperatorKind.Multiply => Algebra.Multiply,
        BinaryOperatorKind.Divide => Algebra.Divide,
        _ => null,
    };

    private static Expression Add(Expression a, Expression b)
    {
        if (a.Shape.IsScalar && b.Shape.IsArray) return Algebra.AddToEach(b, a);
        return a.Shape.IsArray && b.Shape.IsScalar ? Algebra.AddToEach(a, b) : Algebra.Add(a, b);
    }

    private Expression? IntegerOperator(BinaryOperatorKind kind, Expression a, Expression b)
    {
        if (a.Payload is int x && b.Payload is int y && Fold(kind, x, y) is { } value) return context.Graph.Integer(value);
        return kind switch
        {
            BinaryOperatorKind.Add => IntegerArithmetic.Add(a, b),
            BinaryOperatorKind.Subtract => IntegerArithmetic.Subtract(a, b),
            BinaryOperatorKind.Multiply => IntegerProduct.Of(a, b),
            _ => null,
        };
    }

    private static int? Fold(BinaryOperatorKind kind, int x, int y) => kind switch
    {
        BinaryOperatorKind.Divide when y is not (0 or -1) => x / y,
        BinaryOperatorKind.Remainder when y is not (0 or -1) => x % y,
        _ => null,
    };

    private static Expression? TruthOperator(BinaryOperatorKind kind, Expression a, Expression b) => kind switch
    {
        BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => Logic.And(a, b),
        BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => Logic.Or(a, b),
        BinaryOperatorKind.ExclusiveOr => Logic.Compare("!=", a, b),
        _ => null,
    };

    private static string? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        BinaryOperatorKind.Equals => "==",
        BinaryOperatorKind.NotEquals => "!=",
        _ => null,
    };

    // Precedences that C# has between those of ours take the looser one, which only costs parentheses.
    private static (string Symbol, Precedence Precedence)? SymbolOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => ("+", Precedence.Additive),
        BinaryOperatorKind.Subtract => ("-", Precedence.Additive),
        BinaryOperatorKind.Multiply => ("*", Precedence.Multiplicative),
        BinaryOperatorKind.Divide => ("/", Precedence.Multiplicative),
        BinaryOperatorKind.Remainder => ("%", Precedence.Multiplicative),
        BinaryOperatorKind.LeftShift => ("<<", Precedence.Relational),
        BinaryOperatorKind.RightShift => (">>", Precedence.Relational),
        BinaryOperatorKind.And => ("&", Precedence.And),
        BinaryOperatorKind.Or => ("|", Precedence.And),
        BinaryOperatorKind.ExclusiveOr => ("^", Precedence.And),
        _ => null,
    };

    private void AdviseSolve(IBinaryOperation product, Expression right)
    {
        if (right.Shape.IsArray && product.LeftOperand is IInvocationOperation { TargetMethod: { Name: "Inv" } method, Arguments: [var argument] }
            && CSharpText.FullName(method.ContainingType) == "GradGen.MatrixMath")
            context.Findings.Report(Descriptors.InverseTimes, Places.Of(product), Places.Quote(argument.Value), Places.Quote(product.RightOperand));
    }
}
