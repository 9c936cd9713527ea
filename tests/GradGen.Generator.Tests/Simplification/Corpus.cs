using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;
using GradGen.Generator.Tests.Operations;
using GradGen.Generator.Tests.RandomPrograms;
using GradGen.Generator.Tests.Rendering;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>
/// Expressions as the generator meets them: the values and derivatives of the operation table's cases, of the acceptance methods
/// and of random programs, before they are simplified.
/// </summary>
internal static class Corpus
{
    private const int RandomPrograms = 160;

    public static IEnumerable<Expression> Expressions()
    {
        var cases = Cases.All.Select((c, i) => c.Source($"Case{i}"));
        var programs = Enumerable.Range(1, RandomPrograms).Select(seed => ProgramWriter.Of(seed).Source($"P{seed}"));
        foreach (var reading in Tests.Reading.Reading.All([.. ShownFormulaTests.Sources(), .. cases, .. programs]))
        {
            if (reading.Result.Model is not { } model) continue;
            var body = GraphCopy.Of(model.Body);
            yield return body;
            var value = Simplifier.Of(last: false, body)[0];
            var variables = model.Parameters.Where(p => p.IsVariable && p.Record is null).Select(p => VariableOf(value, p.Name)).OfType<Expression>().Where(v => v.Shape.IsReal).ToList();
            foreach (var derivative in variables.SelectMany(v => Derivatives(value, v))) yield return derivative;
        }
    }

    private static IEnumerable<Expression> Derivatives(Expression value, Expression variable)
    {
        var derivatives = new List<Expression>();
        try
        {
            if (value.Shape.IsScalar && Adjoints.Of(value, value.Graph.Number(1), [variable]).TryGetValue(variable, out var gradient))
            {
                derivatives.Add(gradient);
                derivatives.Add(Jacobians.Of(Simplifier.Of(last: false, gradient)[0], variable));
            }
            else if (value.Shape.IsReal) derivatives.Add(Jacobians.Of(value, variable));
        }
        catch (NoDerivativeException)
        {
            // What has no second derivative has given its first.
        }

        return derivatives;
    }

    private static Expression? VariableOf(Expression value, string name) => Nodes(value).FirstOrDefault(n => n.Is<Variable>() && Variable.Info(n).Name == name);

    /// <summary>The nodes of an expression, operands first.</summary>
    public static IReadOnlyList<Expression> Nodes(Expression root)
    {
        var seen = new HashSet<Expression> { root };
        var rest = new Stack<Expression>(seen);
        while (rest.Count > 0)
        {
            foreach (var operand in rest.Pop().Operands.Where(seen.Add)) rest.Push(operand);
        }

        return [.. seen.OrderBy(n => n.Id)];
    }
}
