using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using GradGen.Generator.Simplification;
using GradGen.Generator.Tests.RandomPrograms;
using GradGen.Generator.Tests.Rendering;
using GradGen.Generator.Tests.Simplification;

namespace GradGen.Generator.Tests.Differentiation;

/// <summary>Jacobians and Hessians of loops that carry values are carried too, not one differential for each column.</summary>
public sealed class LoopJacobianTests
{
    private const int RandomPrograms = 400;

    // Their derivatives have no closed form that costs less than its columns.
    private static readonly string[] byColumns = ["MatrixExp", "MatrixPower", "MatrixSqrt", "Adj"];

    [Fact]
    public void No_loop_is_differentiated_column_by_column()
    {
        var programs = Enumerable.Range(1, RandomPrograms).Select(seed => ProgramWriter.Of(seed).Source($"P{seed}"));
        var (columns, loops) = (new List<string>(), 0);
        foreach (var reading in Tests.Reading.Reading.All([.. ShownFormulaTests.Sources(), .. programs]))
        {
            if (reading.Result.Model is not { } model) continue;
            var value = ValueOf(model);
            if (Corpus.Nodes(value).Any(n => byColumns.Contains(n.Operation.Name))) continue;
            foreach (var variable in Corpus.Nodes(value).Where(n => n.Is<Variable>() && n.Shape.IsArray && n.Shape.IsReal).ToList())
            {
                if (Varying(value, variable) is not { } varying || !Corpus.Nodes(varying).Any(n => n.Is<Loop>())) continue;
                loops++;
                if (IsByColumns(Jacobians.Of(varying, variable))) columns.Add($"{model.Name} by {Variable.Info(variable).Name}");
            }
        }

        Assert.Empty(columns);
        Assert.InRange(loops, 100, int.MaxValue);
    }

    [Fact]
    public void A_loop_of_matrix_exponentials_is()
    {
        var value = ValueOf(Tests.Reading.Reading.Of("""
            using GradGen; using static GradGen.MatrixMath;
            public static partial class P
            {
                [Differentiable] public static double F(Matrix X) { var Y = X; for (var i = 0; i < 3; i++) Y = MatrixExp(Y); return Tr(Y); }
            }
            """).Model);
        var x = Corpus.Nodes(value).Single(n => n.Is<Variable>());
        Assert.True(IsByColumns(Jacobians.Of(Varying(value, x)!, x)));
    }

    private static Expression ValueOf(MethodModel model) => Simplifier.Of(last: false, GraphCopy.Of(model.Body))[0];

    /// <summary>What a Jacobian is taken of: the gradient of a scalar, or an array itself.</summary>
    private static Expression? Varying(Expression value, Expression variable)
    {
        if (!value.Shape.IsScalar) return value.Shape.IsReal ? value : null;
        return Adjoints.Of(value, value.Graph.Number(1), [variable]).TryGetValue(variable, out var gradient) ? Simplifier.Of(last: false, gradient)[0] : null;
    }

    /// <summary>Whether it is the sum of columns, each at its place in a row of zeros.</summary>
    private static bool IsByColumns(Expression jacobian) => jacobian.Is<IndexedSum>() && jacobian[1].Is<MatrixProduct>()
        && jacobian[1].Operands[^1] is var place && place.Is<Unit>() && place.Shape.IsRowVector && place.Operands[^1] == jacobian[0];
}
