namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// One use of a function of the language: an expression over named arguments, of which those that are real vary. From it come
/// several methods, so that the function is differentiated alone, scalarised, inside another function, around one, and by
/// operands that are one variable.
/// </summary>
/// <param name="Function">The function's name in the operation table.</param>
/// <param name="Returns">The type and the sizes of the expression.</param>
/// <param name="Expression">The expression over the arguments.</param>
/// <param name="Arguments">The arguments by their names, single letters.</param>
internal sealed record Case(string Function, Sized Returns, string Expression, params (string Name, Argument Argument)[] Arguments)
{
    private const string Second = "Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct";

    /// <summary>Real arguments that do not vary.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>What must hold of all arguments together beside their domains.</summary>
    public Func<object[], bool> Together { get; init; } = _ => true;

    /// <summary>Why the function has no value where an argument has no entries: it throws an <see cref="ArgumentException"/> that says so.</summary>
    public string? ThrowsOfNothing { get; init; }

    /// <summary>The documented value of no entries where it is not a finite number, so that no difference tells.</summary>
    public double? ValueOfNothing { get; init; }

    public IReadOnlyList<Varying> Variables => [.. Arguments.Select((a, i) => (a, i)).Where(x => x.a.Argument is RealArgument && !Constants.Contains(x.a.Name)).Select(x => new Varying(x.a.Name, x.i, (RealArgument)x.a.Argument))];

    /// <summary>The letters of all sizes.</summary>
    public IReadOnlyList<SizeSymbol> Symbols => [.. Arguments.SelectMany(a => a.Argument.Symbols).Concat(Returns.Symbols).Distinct()];

    /// <summary>The pairs of arguments that one variable can be: those of one type.</summary>
    public IReadOnlyList<(Varying Kept, Varying Replaced)> SharedPairs => [.. Variables.SelectMany((x, i) => Variables.Skip(i + 1).Where(y => y.Argument.Type == x.Argument.Type).Select(y => (x, y)))];

    public override string ToString() => $"{Expression} of {string.Join(", ", Arguments.Select(a => $"{a.Name}: {a.Argument}"))}";

    /// <summary>The methods of the case in a class of their own.</summary>
    public string Source(string className)
    {
        var names = string.Join(", ", Variables.Select(v => $"nameof({v.Name})"));
        var methods = new List<string>
        {
            Method("Jacobian | Derivatives.Pushforward | Derivatives.Pullback", Returns.Type, "Alone", Parameters(), Expression),
            Method(Second, "double", "Scalarised", Weighted(), Scalar(Expression)),
            Method(Second, "double", "Inside", Weighted(), Returns.IsScalar ? $"Math.Sin(0.5 * {Call(Expression)})" : Scalar($"Sin(0.5 * {Call(Expression)})")),
            Method(Second, "double", "Around", Weighted(), Scalar(Variables.Aggregate(Expression, (text, v) => Replace(text, v.Name, Squared(v))))),
        };
        foreach (var (kept, replaced) in SharedPairs)
        {
            var varying = string.Join(", ", Variables.Where(v => v != replaced).Select(v => $"nameof({v.Name})"));
            methods.Add($"[Differentiable({varying}, Emit = Derivatives.{Second})] public static double {SharedMethod(kept, replaced)}({Weighted(replaced.Name)}) => {Scalar(Replace(Expression, replaced.Name, kept.Name))};");
        }

        return $"public static partial class {className}\n{{\n{string.Join("\n", methods.Select(m => "    " + m))}\n}}\n";

        string Method(string emit, string returns, string name, string parameters, string body) =>
            $"[Differentiable({names}, Emit = Derivatives.{emit})] public static {returns} {name}({parameters}) => {body};";
    }

    public static string SharedMethod(Varying kept, Varying replaced) => $"Shared_{kept.Name}_{replaced.Name}";

    /// <summary>What stands for a variable in the method Around: squares keep positive arguments positive, and matrices positive definite.</summary>
    public static object Squared(RealArgument argument, object value) => value switch
    {
        double x => x * x,
        Matrix x when argument.Sized.IsSquare => x * x,
        _ => Values.Like(value, [.. Values.Flat(value).Select(x => x * x)]),
    };

    // Names of arguments are single letters, which never stand in a function's name alone.
    public static string Replace(string text, string name, string by) => System.Text.RegularExpressions.Regex.Replace(text, $@"\b{name}\b", by);

    private static string Squared(Varying variable) => variable.Argument.Sized.IsScalar || variable.Argument.Sized.IsSquare ? $"({variable.Name} * {variable.Name})" : $"Square({variable.Name})";

    private string Parameters(string? without = null) => string.Join(", ", Arguments.Where(a => a.Name != without).Select(a => $"{a.Argument.Type} {a.Name}"));

    private string Weighted(string? without = null) => Parameters(without) + (Returns.IsScalar ? "" : $", {Returns.Type} weights");

    private string Scalar(string expression) => Returns.IsScalar ? expression : $"Inner(weights, {expression})";

    private static string Call(string expression) => expression.Contains(' ') && !expression.EndsWith(')') ? $"({expression})" : expression;
}

/// <summary>A variable of a case: a real argument and its place among the arguments.</summary>
internal sealed record Varying(string Name, int Position, RealArgument Argument);
