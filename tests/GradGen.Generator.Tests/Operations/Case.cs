namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// One use of a function of the language: an expression over named arguments, of which those that are real vary. From it come
/// several methods, so that the function is differentiated alone, scalarised, inside another function, around one, and by
/// operands that are one variable.
/// </summary>
/// <param name="Function">The function's name in the operation table.</param>
/// <param name="Returns">The C# type of the expression.</param>
/// <param name="Expression">The expression over the arguments.</param>
/// <param name="Arguments">The arguments by their names.</param>
internal sealed record Case(string Function, string Returns, string Expression, params (string Name, object Value)[] Arguments)
{
    /// <summary>Whether second derivatives are checked; false only where the language defines none.</summary>
    public bool HasHessian { get; init; } = true;

    public IReadOnlyList<(string Name, object Value)> Variables => [.. Arguments.Where(a => TypeOf(a.Value) is not ("int" or "bool") && !Constants.Contains(a.Name))];

    /// <summary>Real arguments that do not vary.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>Whether two arguments could be one: same type and shape.</summary>
    public bool CanShare => Variables.Count == 2 && ShapeOf(Variables[0].Value) == ShapeOf(Variables[1].Value);

    public override string ToString() => $"{Expression} of {string.Join(", ", Arguments.Select(a => $"{TypeOf(a.Value)} {a.Name}"))}";

    public static string TypeOf(object value) => value switch { double => "double", int => "int", bool => "bool", _ => value.GetType().Name };

    /// <summary>The methods of the case in a class of their own.</summary>
    public string Source(string className)
    {
        var parameters = string.Join(", ", Arguments.Select(a => $"{TypeOf(a.Value)} {a.Name}"));
        var names = string.Join(", ", Variables.Select(v => $"nameof({v.Name})"));
        var weighted = parameters + (Returns == "double" ? "" : $", {Returns} weights");
        var methods = new List<string>
        {
            Method("Jacobian | Derivatives.Pushforward | Derivatives.Pullback", Returns, "Alone", parameters, Expression),
            Method(Second, "double", "Scalarised", weighted, Scalar(Expression)),
            Method(Second, "double", "Inside", weighted, Returns == "double" ? $"Math.Sin(0.5 * {Call(Expression)})" : Scalar($"Sin(0.5 * {Call(Expression)})")),
            Method(Second, "double", "Around", weighted, Scalar(Around())),
        };
        if (CanShare)
        {
            var (kept, replaced) = (Variables[0].Name, Variables[1].Name);
            var shared = string.Join(", ", Arguments.Where(a => a.Name != replaced).Select(a => $"{TypeOf(a.Value)} {a.Name}")) + (Returns == "double" ? "" : $", {Returns} weights");
            methods.Add($"[Differentiable(nameof({kept}), Emit = Derivatives.{Second})] public static double Shared({shared}) => {Scalar(Replace(Expression, replaced, kept))};");
        }

        return $"public static partial class {className}\n{{\n{string.Join("\n", methods.Select(m => "    " + m))}\n}}\n";

        string Method(string emit, string returns, string name, string list, string body) =>
            $"[Differentiable({names}, Emit = Derivatives.{emit})] public static {returns} {name}({list}) => {body};";
    }

    private string Second => HasHessian ? "Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct" : "Gradient";

    private string Scalar(string expression) => Returns == "double" ? expression : $"Inner(weights, {expression})";

    private static string Call(string expression) => expression.Contains(' ') && !expression.EndsWith(')') ? $"({expression})" : expression;

    /// <summary>The expression of squares: they keep positive arguments positive, and matrices positive definite.</summary>
    private string Around() => Variables.Aggregate(Expression, (text, v) => Replace(text, v.Name, v.Value switch
    {
        double => $"({v.Name} * {v.Name})",
        Matrix m when m.RowCount == m.ColumnCount => $"({v.Name} * {v.Name})",
        _ => $"Square({v.Name})",
    }));

    // Names of arguments are single letters, which never stand in a function's name alone.
    private static string Replace(string text, string name, string by) => System.Text.RegularExpressions.Regex.Replace(text, $@"\b{name}\b", by);

    private static string ShapeOf(object value) => value switch
    {
        Vector x => $"Vector {x.Count}",
        RowVector x => $"RowVector {x.Count}",
        Matrix x => $"Matrix {x.RowCount}×{x.ColumnCount}",
        _ => TypeOf(value),
    };
}
