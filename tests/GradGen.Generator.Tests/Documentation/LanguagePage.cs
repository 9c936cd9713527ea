using System.Reflection;
using System.Text;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Tests.Documentation;

/// <summary>
/// The list of the language's functions, made from the operation table: each with the types that it takes, what it computes and
/// its differential, as formulas of arguments that are named as its parameters are.
/// </summary>
internal static class LanguagePage
{
    private static readonly (string Prefix, Type Type, string Title)[] Places =
    [
        ("GradGen.MatrixMath.", typeof(MatrixMath), "`GradGen.MatrixMath`"),
        ("GradGen.Matrix.", typeof(Matrix), "`GradGen.Matrix`"),
        ("GradGen.Vector.", typeof(Vector), "`GradGen.Vector`"),
        ("GradGen.RowVector.", typeof(RowVector), "`GradGen.RowVector`"),
        ("System.Math.", typeof(Math), "`System.Math`"),
        ("MathNet.Numerics.SpecialFunctions.", typeof(MathNet.Numerics.SpecialFunctions), "`MathNet.Numerics.SpecialFunctions`"),
    ];

    /// <summary>The tables, one for each class that has functions of the language.</summary>
    public static string Tables()
    {
        var text = new StringBuilder();
        foreach (var (prefix, type, title) in Places)
        {
            text.Append($"\n### {title}\n\n| function | of | computes | differential |\n| --- | --- | --- | --- |\n");
            foreach (var name in NamesOf(prefix)) text.Append(Rows(type, name, OperationTable.Functions[prefix + name]));
        }

        var kinks = OperationTable.All.Select(o => o.Kink).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        return text.Append("\n## Kinks\n\n").AppendJoin("", kinks.Select(k => $"- {Escape(k)}.\n")).ToString();
    }

    /// <summary>The functions that stand in no table.</summary>
    public static IEnumerable<string> Missing() => OperationTable.Functions.Keys.Except(Places.SelectMany(p => NamesOf(p.Prefix).Select(n => p.Prefix + n)));

    private static IEnumerable<string> NamesOf(string prefix) => OperationTable.Functions.Keys
        .Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]).Where(n => !n.Contains('.')).Order(StringComparer.Ordinal);

    /// <summary>One row for all overloads of which the formulas are the same.</summary>
    private static string Rows(Type type, string name, LanguageFunction function)
    {
        var overloads = type.GetMethods().Where(m => m.Name == name && m.GetParameters().All(p => KindOf(p.ParameterType) is not null) && (type != typeof(Math) || m.ReturnType == typeof(double)))
            .OrderBy(m => string.Concat(Types(m).Select(t => (int)KindOf(t)!.Value)), StringComparer.Ordinal).Select(m => (Method: m, Formulas: Formulas(m, function))).GroupBy(m => m.Formulas)
            .Select(g => (Signatures: g.Select(m => Signature(m.Method)).Distinct().ToList(), g.Key)).ToList();
        Assert.NotEmpty(overloads);
        return string.Concat(overloads.Select(o => $"| `{name}` | {string.Join(" · ", o.Signatures)} | {Escape(o.Key.Value)} | {Escape(o.Key.Differential)} |\n"));
    }

    private static string Signature(MethodInfo method) =>
        string.Join(", ", Types(method).Select(t => t.IsArray ? NameOf(t.GetElementType()!) + "…" : NameOf(t)));

    private static string NameOf(Type type) => KindOf(type) switch
    {
        ValueKind.Scalar => "double",
        ValueKind.Integer => "int",
        ValueKind.Boolean => "bool",
        _ => type.Name,
    };

    private static IEnumerable<Type> Types(MethodInfo method) =>
        (method.IsStatic ? [] : new[] { method.DeclaringType! }).Concat(method.GetParameters().Select(p => p.ParameterType));

    private static (string Value, string Differential) Formulas(MethodInfo method, LanguageFunction function)
    {
        var graph = new Graph();
        var arguments = Arguments(graph, method);
        var value = function.Build(graph, [.. arguments]);
        var real = arguments.Where(a => a.Shape.IsReal && !IsConstant(value, a)).ToDictionary(a => a, Tangent.Of);
        var differential = Differentials.Of(value, real);
        var simple = Simplifier.Of(last: true, value, differential);
        return (Formula.Unicode(value), Formula.Unicode(simple[1]));
    }

    /// <summary>Whether there is no rule by the argument, as by the exponent of a p-norm.</summary>
    private static bool IsConstant(Expression value, Expression argument)
    {
        try
        {
            Differentials.Of(value, new Dictionary<Expression, Expression> { [argument] = Tangent.Of(argument) });
            return false;
        }
        catch (NoDerivativeException)
        {
            return true;
        }
    }

    private static List<Expression> Arguments(Graph graph, MethodInfo method)
    {
        var arguments = new List<Expression>();
        if (!method.IsStatic) arguments.Add(Input(method.DeclaringType!, "x"));
        foreach (var parameter in method.GetParameters())
        {
            // Any number of parts is shown as two.
            if (parameter.ParameterType.IsArray) arguments.AddRange(new[] { "a", "b" }.Select(n => Input(parameter.ParameterType.GetElementType()!, n)));
            else arguments.Add(Input(parameter.ParameterType, NameOf(parameter, arguments)));
        }

        return arguments;

        Expression Input(Type type, string name) =>
            graph.Make(Variable.Instance, new VariableInfo(type == typeof(Matrix) ? name.ToUpperInvariant() : name, KindOf(type)!.Value));
    }

    /// <summary>
    /// A letter that no argument before it has, so that formulas read as formulas do: the parameter's own if it can and if the method
    /// is ours, since names in .NET are not the same in all its versions.
    /// </summary>
    private static string NameOf(ParameterInfo parameter, IEnumerable<Expression> before)
    {
        var taken = before.Select(a => Variable.Info(a).Name.ToLowerInvariant()).Append("d").Append("e").ToList();
        var others = parameter.ParameterType == typeof(int) ? "kijmn" : "xyzabc";
        string[] own = parameter.Member.DeclaringType!.Assembly == typeof(Matrix).Assembly ? [parameter.Name![..1]] : [];
        return own.Concat(others.Select(letter => letter.ToString())).First(letter => !taken.Contains(letter));
    }

    private static ValueKind? KindOf(Type type) => type switch
    {
        _ when type == typeof(double) => ValueKind.Scalar,
        _ when type == typeof(Vector) => ValueKind.Vector,
        _ when type == typeof(RowVector) => ValueKind.RowVector,
        _ when type == typeof(Matrix) => ValueKind.Matrix,
        _ when type == typeof(int) => ValueKind.Integer,
        _ when type == typeof(bool) => ValueKind.Boolean,
        { IsArray: true } => KindOf(type.GetElementType()!),
        _ => null,
    };

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
