using System.Reflection;
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
    internal static readonly Lazy<(GeneratorRun Run, Assembly Assembly)> Compiled = new(() =>
    {
        var run = GeneratorRun.Of([.. Cases.All.Select((c, i) => c.Source($"Case{i}"))]);
        return (run, run.Load());
    });

    public static TheoryData<int, string> All() => Numbered(_ => true);

    public static TheoryData<int, string> Shared() => Numbered(c => c.SharedPairs.Count > 0);

    public static TheoryData<int, string> WithoutValue() => Numbered(c => c.ThrowsOfNothing is not null);

    private static TheoryData<int, string> Numbered(Func<Case, bool> condition)
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Cases.All.Count; i++)
        {
            if (condition(Cases.All[i])) data.Add(i, Cases.All[i].ToString());
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
    public void Jacobian_is_the_one_of_differences(int number, string name) => Check(number, name, "Alone", c => c.Jacobians());

    [Theory]
    [MemberData(nameof(All))]
    public void Pushforward_and_pullback_are_transposes(int number, string name) => Check(number, name, "Alone", c => c.Transposes());

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_of_the_weighted_entries(int number, string name) => CheckScalar(number, name, "Scalarised");

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_inside_another_function(int number, string name) => CheckScalar(number, name, "Inside");

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_around_another_function(int number, string name) =>
        CheckScalar(number, name, "Around", Draws.Of(Cases.All[number], (v, value) => v.Argument.Domain.Contains(Case.Squared(v.Argument, value))));

    [Theory]
    [MemberData(nameof(Shared))]
    public void Gradient_by_an_operand_that_stands_twice(int number, string name)
    {
        var row = Cases.All[number];
        foreach (var (kept, replaced) in row.SharedPairs)
        {
            foreach (var draw in Draws.OfShared(row, kept, replaced)) CheckScalar(row, TypeOf(number), Case.SharedMethod(kept, replaced), draw, $"{name} at {draw}", replaced);
        }
    }

    [Theory]
    [MemberData(nameof(WithoutValue))]
    public void What_has_no_value_of_nothing_throws(int number, string name)
    {
        var row = Cases.All[number];
        foreach (var draw in Draws.OfNothing(row))
        {
            foreach (var method in TypeOf(number).GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                object? result = null;
                var exception = Record.Exception(() => result = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Arguments(row, draw, method), null));
                // The second derivative is zero whatever the entries are, so that it reads none.
                if (method.Name.StartsWith("Hessian", StringComparison.Ordinal) && exception is null) Assert.Empty(Values.Flat(result!));
                else Assert.True(exception is ArgumentException && exception.Message.Contains(row.ThrowsOfNothing!, StringComparison.Ordinal), $"{name} at {draw}: {method.Name} gives {exception?.ToString() ?? "no exception"}");
            }
        }
    }

    /// <summary>Arguments of a companion by the names of its parameters.</summary>
    private static object[] Arguments(Case row, Draw draw, MethodInfo companion)
    {
        var variable = row.Variables.Single();
        return [.. companion.GetParameters().Select(p => row.Arguments.ToList().FindIndex(x => x.Name == p.Name) is >= 0 and var i ? draw.Arguments[i]
            : p.Name is "weights" or "seed" ? Values.Of(row.Returns.Type, row.Returns.Rows.In(draw.Sizes), row.Returns.Columns.In(draw.Sizes), [1])
            : draw.Arguments[variable.Position])];
    }

    private static void CheckScalar(int number, string name, string method, IReadOnlyList<Draw>? draws = null)
    {
        var row = Cases.All[number];
        foreach (var draw in (draws ?? Draws.Of(row)).Concat(EmptyOf(row))) CheckScalar(row, TypeOf(number), method, draw, $"{name} at {draw}");
    }

    private static void CheckScalar(Case row, Type type, string method, Draw draw, string where, Varying? without = null)
    {
        object[] weights = row.Returns.IsScalar ? [] : [Values.Direction(type.Call("Alone", draw.Arguments), 5)];
        var kept = row.Arguments.Select((x, i) => (x.Name, Value: draw.Arguments[i])).Where(x => x.Name != without?.Name).ToList();
        var variables = row.Variables.Where(v => v != without).Select(v => (v.Name, kept.FindIndex(x => x.Name == v.Name))).ToList();
        var check = new DerivativeCheck(type, method, [.. kept.Select(x => x.Value), .. weights], variables, where) { Value = ValueOfNothing(row, draw) };
        check.Gradients();
        check.Hessians();
    }

    private static void Check(int number, string name, string method, Action<DerivativeCheck> check)
    {
        var row = Cases.All[number];
        foreach (var draw in Draws.Of(row).Concat(EmptyOf(row)))
        {
            Assert.Equal(row.Returns.In(draw.Sizes), Values.ShapeOf(TypeOf(number).Call("Alone", draw.Arguments)));
            check(new(TypeOf(number), method, draw.Arguments, [.. row.Variables.Select(v => (v.Name, v.Position))], $"{name} at {draw}") { Value = ValueOfNothing(row, draw) });
        }
    }

    private static IEnumerable<Draw> EmptyOf(Case row) => row.ThrowsOfNothing is null ? Draws.OfNothing(row) : [];

    private static double? ValueOfNothing(Case row, Draw draw) => draw.Name == Draws.Empty ? row.ValueOfNothing : null;

    private static Type TypeOf(int number) => Compiled.Value.Assembly.GetType($"Case{number}")!;

    /// <summary>The compiled class of a case.</summary>
    internal static Type TypeOf(Case row) => TypeOf(Numbers.Value[row]);

    private static readonly Lazy<Dictionary<Case, int>> Numbers = new(() => Cases.All.Select((row, number) => (row, number)).ToDictionary<(Case row, int number), Case, int>(x => x.row, x => x.number, ReferenceEqualityComparer.Instance));
}
