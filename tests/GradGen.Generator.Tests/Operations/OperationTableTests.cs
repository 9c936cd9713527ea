using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// Every function of the operation table against finite differences. A function or an overload without a case fails, so that
/// no rule goes untested.
/// </summary>
public sealed class OperationTableTests
{
    private const double Tolerance = 1e-7;

    internal static readonly Lazy<(GeneratorRun Run, System.Reflection.Assembly Assembly)> Compiled = new(() =>
    {
        var run = GeneratorRun.Of([.. Cases.All.Select((c, i) => c.Source($"Case{i}"))]);
        return (run, run.Load());
    });

    public static TheoryData<int, string> All()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Cases.All.Count; i++) data.Add(i, Cases.All[i].ToString());
        return data;
    }

    public static TheoryData<int, string> Shared()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Cases.All.Count; i++)
        {
            if (Cases.All[i].CanShare) data.Add(i, Cases.All[i].ToString());
        }

        return data;
    }

    [Fact]
    public void Every_function_of_the_table_has_a_case() =>
        Assert.Empty(OperationTable.Functions.Keys.Except(Cases.All.Select(c => c.Function)));

    [Fact]
    public void Every_case_uses_the_function_that_it_names()
    {
        Assert.Empty(Cases.All.Select(c => c.Function).Where(f => f.Length > 0).Except(OperationTable.Functions.Keys));
        Assert.Empty(Cases.All.Where(c => c.Function.Length > 0 && !c.Expression.Contains(c.Function[(c.Function.LastIndexOf('.') + 1)..] + "(", StringComparison.Ordinal)).Select(c => c.ToString()));
    }

    [Fact]
    public void Every_overload_of_a_function_has_a_case()
    {
        var compilation = Compiled.Value.Run.Input;
        var called = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var alone in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.Text == "Alone"))
            {
                foreach (var call in alone.DescendantNodes().OfType<InvocationExpressionSyntax>())
                {
                    if (model.GetSymbolInfo(call).Symbol is { } method) called.Add(method);
                }
            }
        }

        var language = new[] { "MatrixMath", "Matrix", "Vector", "RowVector" }.SelectMany(t => compilation.GetTypeByMetadataName("GradGen." + t)!.GetMembers())
            .OfType<IMethodSymbol>().Where(m => m.DeclaredAccessibility == Accessibility.Public && OperationTable.Functions.ContainsKey($"{m.ContainingType.ToDisplayString()}.{m.Name}"));
        Assert.Empty(language.Where(m => !called.Contains(m)).Select(m => m.ToDisplayString()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Jacobian_is_the_one_of_differences(int number, string name)
    {
        var (type, arguments) = Open(number);
        foreach (var (variable, position) in Variables(number))
        {
            var differences = Values.DifferencedJacobian(x => type.Call("Alone", With(arguments, position, x)), arguments[position]);
            var jacobian = (Matrix)type.Call($"Jacobian_Alone_{variable}", arguments);
            Assert.Equal((differences.RowCount, differences.ColumnCount), (jacobian.RowCount, jacobian.ColumnCount));
            Values.AssertNear(Values.Flat(differences), Values.Flat(jacobian), Tolerance, $"{name}: Jacobian by {variable}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pushforward_and_pullback_are_transposes(int number, string name)
    {
        var (type, arguments) = Open(number);
        var variables = Variables(number).ToList();
        var directions = variables.Select((v, i) => Values.Direction(arguments[v.Position], 7 + i)).ToList();
        var df = type.Call("Pushforward_Alone", [.. arguments, .. directions]);
        var seed = Values.Direction(type.Call("Alone", arguments), 3);
        var pulled = Values.Parts(type.Call("Pullback_Alone", [.. arguments, seed]));
        var along = variables.Select((v, i) => Values.Inner(pulled[i], directions[i])).Sum();
        Values.AssertNear([Values.Inner(seed, df)], [along], 1e-11, $"{name}: ⟨seed, df⟩");

        var differences = variables.Select((v, i) => Values.DifferencedJacobian(x => type.Call("Alone", With(arguments, v.Position, x)), arguments[v.Position]) * Vector.Of(Values.Flat(directions[i])))
            .Aggregate((a, b) => a + b);
        Values.AssertNear(differences.ToArray(), Values.Flat(df), Tolerance, $"{name}: df");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_of_the_weighted_entries(int number, string name) => CheckScalar(number, name, "Scalarised");

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_inside_another_function(int number, string name) => CheckScalar(number, name, "Inside");

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_around_another_function(int number, string name) => CheckScalar(number, name, "Around");

    [Theory]
    [MemberData(nameof(Shared))]
    public void Gradient_by_an_operand_that_stands_twice(int number, string name) => CheckScalar(number, name, "Shared");

    private static void CheckScalar(int number, string name, string method)
    {
        var row = Cases.All[number];
        var (type, arguments) = Open(number);
        var variables = Variables(number).ToList();
        var extra = row.Returns == "double" ? Array.Empty<object>() : [Values.Direction(type.Call("Alone", arguments), 5)];
        if (method == "Shared")
        {
            arguments = [.. arguments.Where((_, i) => i != variables[1].Position)];
            variables.RemoveAt(1);
        }

        object[] all = [.. arguments, .. extra];
        var gradients = Values.Parts(type.Call($"Gradient_{method}", all));
        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, position) = variables[i];
            var gradient = type.Call($"Gradient_{method}_{variable}", all);
            Assert.Equal(all[position].GetType(), gradient.GetType());
            var differences = Values.DifferencedJacobian(x => type.Call(method, With(all, position, x)), all[position]);
            Values.AssertNear(Values.Flat(differences), Values.Flat(gradient), Tolerance, $"{name}: gradient of {method} by {variable}");
            Values.AssertNear(Values.Flat(gradient), Values.Flat(gradients[i]), 1e-12, $"{name}: Gradient_{method} and Gradient_{method}_{variable}");
            if (row.HasHessian) CheckHessian(type, method, variable, all, position, name);
        }

        CheckValueAndGradient(type, method, all, gradients, name);
        if (row.HasHessian) CheckBlocks(type, method, variables, all, gradients, name);
    }

    /// <summary>The Hessians beside the value and the gradients, and the blocks between two variables.</summary>
    private static void CheckBlocks(Type type, string method, List<(string Name, int Position)> variables, object[] all, object[] gradients, string name)
    {
        var together = Values.Parts(type.Call($"ValueGradientAndHessian_{method}", all));
        foreach (var (expected, actual) in gradients.Prepend(type.Call(method, all)).Zip(together)) Values.AssertNear(Values.Flat(expected), Values.Flat(actual), 1e-12, $"{name}: value and gradients of {method} beside the Hessian");
        var pairs = variables.SelectMany((x, i) => variables.Skip(i).Select(y => (x, y))).ToList();
        foreach (var ((x, y), actual) in pairs.Zip(together.Skip(1 + gradients.Length)))
        {
            var differences = Values.DifferencedJacobian(moved => type.Call($"Gradient_{method}_{x.Name}", With(all, y.Position, moved)), all[y.Position]);
            Values.AssertNear(Values.Flat(differences), Values.Flat(actual), Tolerance, $"{name}: block of {method} by {x.Name} and {y.Name}");
            if (x != y) Values.AssertNear(Values.Flat(actual), Values.Flat(type.Call($"Hessian_{method}_{x.Name}_{y.Name}", all)), 1e-12, $"{name}: block of {method} by {x.Name} and {y.Name} alone");
        }

        Assert.Equal(1 + gradients.Length + pairs.Count, together.Length);
    }

    private static void CheckHessian(Type type, string method, string variable, object[] all, int position, string name)
    {
        var differences = Values.DifferencedJacobian(x => type.Call($"Gradient_{method}_{variable}", With(all, position, x)), all[position]);
        var hessian = type.Call($"Hessian_{method}_{variable}", all);
        Values.AssertNear(Values.Flat(differences), Values.Flat(hessian), Tolerance, $"{name}: Hessian of {method} by {variable}");
        Values.AssertNear(Values.Flat(hessian), Values.Flat(hessian is Matrix h ? h.T : hessian), 1e-9, $"{name}: Hessian of {method} by {variable} and its transpose");
        var v = Values.Direction(all[position], 11);
        var product = type.Call($"HessianVectorProduct_{method}_{variable}", [.. all, v]);
        Values.AssertNear((differences * Vector.Of(Values.Flat(v))).ToArray(), Values.Flat(product), Tolerance, $"{name}: Hessian-vector product of {method} by {variable}");
        var formed = hessian is Matrix full ? full * Vector.Of(Values.Flat(v)) : Vector.Of((double)hessian * (double)v);
        Values.AssertNear(formed.ToArray(), Values.Flat(product), 1e-9, $"{name}: Hessian of {method} by {variable} times v");
    }

    /// <summary>The companions that return the value too, and those that write into the caller's storage, say the same.</summary>
    private static void CheckValueAndGradient(Type type, string method, object[] all, object[] gradients, string name)
    {
        var value = type.Call(method, all);
        var together = Values.Parts(type.Call($"ValueAndGradient_{method}", all));
        Values.AssertNear(Values.Flat(value), Values.Flat(together[0]), 1e-12, $"{name}: value of {method}");
        var destinations = gradients.Where(g => g is not double).Select(g => Values.Like(g, [.. Values.Flat(g).Select(_ => double.NaN)])).ToArray();
        var scalars = Values.Parts(type.Call($"ValueAndGradientInto_{method}", [.. all, .. destinations]));
        Values.AssertNear(Values.Flat(value), Values.Flat(scalars[0]), 1e-12, $"{name}: value of {method}");
        object[] written = [.. scalars.Skip(1), .. destinations];
        object[] ordered = [.. gradients.Where(g => g is double), .. gradients.Where(g => g is not double)];
        foreach (var (expected, actual) in gradients.Zip(together.Skip(1)).Concat(ordered.Zip(written)))
            Values.AssertNear(Values.Flat(expected), Values.Flat(actual), 1e-12, $"{name}: gradients of {method} beside its value");
    }

    private static (Type Type, object[] Arguments) Open(int number) =>
        (Compiled.Value.Assembly.GetType($"Case{number}")!, [.. Cases.All[number].Arguments.Select(a => a.Value)]);

    private static IEnumerable<(string Name, int Position)> Variables(int number)
    {
        var row = Cases.All[number];
        return row.Variables.Select(v => (v.Name, row.Arguments.ToList().FindIndex(a => a.Name == v.Name)));
    }

    private static object[] With(object[] arguments, int position, object value)
    {
        object[] changed = [.. arguments];
        changed[position] = value;
        return changed;
    }
}
