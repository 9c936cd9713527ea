using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Truth values: comparisons and what joins them. They stay C#, with a symbol for formulas.</summary>
internal static class Logic
{
    private static readonly HostInfo Negation = new("!{0}", ValueKind.Boolean, Precedence.Unary, Precedence.Primary, "¬");
    private static readonly HostInfo Conjunction = new("{0} && {1}", ValueKind.Boolean, Precedence.And, Precedence.Relational, "∧");
    private static readonly HostInfo Disjunction = new("{0} || {1}", ValueKind.Boolean, Precedence.Or, Precedence.And, "∨");

    public static Expression Not(Expression a)
    {
        if (a.IsTruth(out var value)) return a.Graph.Truth(!value);
        return Equals(a.Payload, Negation) ? a[0] : a.Graph.Make(Host.Instance, Negation, a);
    }

    public static Expression And(Expression a, Expression b)
    {
        if (a.IsTruth(out var value)) return value ? b : a;
        if (b.IsTruth(out value) && value) return a;
        return IsTotal(b) ? a.Graph.Make(Host.Instance, Conjunction, a, b) : Algebra.Choose(a, b, a.Graph.Truth(false));
    }

    public static Expression Or(Expression a, Expression b)
    {
        if (a.IsTruth(out var value)) return value ? a : b;
        if (b.IsTruth(out value) && !value) return a;
        return IsTotal(b) ? a.Graph.Make(Host.Instance, Disjunction, a, b) : Algebra.Choose(a, a.Graph.Truth(true), b);
    }

    /// <summary>The conjunction of what could be read.</summary>
    public static Expression? AndIfRead(Expression? a, Expression? b) => a is null || b is null ? null : And(a, b);

    /// <summary>The negation of what could be read.</summary>
    public static Expression? NotIfRead(Expression? a) => a is null ? null : Not(a);

    /// <summary>A comparison by a C# operator: <c>&lt; &lt;= &gt; &gt;= == !=</c>.</summary>
    public static Expression Compare(string comparison, Expression a, Expression b)
    {
        if (Sign(a, b) is { } sign)
        {
            return a.Graph.Truth(comparison switch
            {
                "<" => sign < 0,
                "<=" => sign <= 0,
                ">" => sign > 0,
                ">=" => sign >= 0,
                "==" => sign == 0,
                _ => sign != 0,
            });
        }

        if (comparison is "==" or "!=" && b.IsTruth(out var truth)) return truth == (comparison == "==") ? a : Not(a);
        var symbol = comparison switch { "<=" => "≤", ">=" => "≥", "==" => "=", "!=" => "≠", _ => comparison };
        return a.Graph.Make(Host.Instance, new HostInfo($"{{0}} {comparison} {{1}}", ValueKind.Boolean, Precedence.Relational, Precedence.Additive, symbol), a, b);
    }

    /// <summary>The choice between two values by a condition; of values that calculus does not know, a C# conditional.</summary>
    /// <exception cref="ShapeClashException">The two have different shapes.</exception>
    public static Expression Choose(Expression condition, Expression then, Expression otherwise)
    {
        if (ReferenceEquals(then, otherwise)) return then;
        if (condition.IsTruth(out var value)) return value ? then : otherwise;
        if (Equals(condition.Payload, Negation)) return Choose(condition[0], otherwise, then);
        if (then.Shape.IsReal || !IsTotal(then) || !IsTotal(otherwise)) return Algebra.Choose(condition, then, otherwise);
        if (then.IsTruth(out value)) return value ? Or(condition, otherwise) : And(Not(condition), otherwise);
        if (otherwise.IsTruth(out value)) return value ? Or(Not(condition), then) : And(condition, then);
        var shape = then.Shape;
        var info = new HostInfo("{0} ? {1} : {2}", shape.Kind, Precedence.Conditional, Precedence.Or, "if", shape.Type, shape.Item);
        return condition.Graph.Make(Host.Instance, info, condition, then, otherwise);
    }

    // Whether evaluating an expression where C# would not is harmless: nothing in it can throw. A plan computes what is read twice
    // in front of where it is read, so that && and ?: of C# alone keep nothing from being evaluated.
    private static bool IsTotal(Expression e) => e.Operation switch
    {
        Variable or Constant or IntegerConstant or LoopIndex or Carried or LoopValue => true,
        Extent or IntegerSum or IntegerProduct or RealPart or Addition or Elementwise => e.Operands.All(IsTotal),
        EntrywiseProduct or Power => e.Shape.IsScalar && e.Operands.All(IsTotal),
        Host => ((HostInfo)e.Payload!).Symbol is { } symbol && TotalSymbols.Contains(symbol) && e.Operands.All(IsTotal) || e.IsTruth(out _),
        _ => false,
    };

    private static readonly string[] TotalSymbols = ["¬", "∧", "∨", "<", "≤", ">", "≥", "=", "≠", "−", "if"];

    private static int? Sign(Expression a, Expression b)
    {
        if (a.Operation == IntegerConstant.Instance && b.Operation == IntegerConstant.Instance) return ((int)a.Payload!).CompareTo((int)b.Payload!);
        // A NaN compares as no sign can say; it is left to C#.
        return a.IsNumber(out var x) && b.IsNumber(out var y) && !double.IsNaN(x) && !double.IsNaN(y) ? x.CompareTo(y) : null;
    }
}
