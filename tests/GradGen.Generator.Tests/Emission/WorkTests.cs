using GradGen.Generator.Emission;
using GradGen.Generator.Reading;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.Emission;

/// <summary>
/// A method twice as long is twice the work: nothing is looked at, copied or written once for each pair of statements. The work is counted in
/// bytes that are allocated, which no load of the machine changes: whatever visits a graph makes lists, sets or text of it.
/// </summary>
public sealed class WorkTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("residuals", "var s = 0.0;", "var r{0} = A * xs[{0}] - x; s += Norm(r{0}) + Sum(Softplus(r{0}));", "return s;")]
    [InlineData("layers", "var v = x;", "v = Tanh(A * v + x);", "return NormSquared(v);")]
    [InlineData("quadratic terms", "var s = 0.0;", "s += 0.5 * NormSquared(A * x - xs[{0}]);", "return s;")]
    [InlineData("multiples of one term", "var s = 0.0;", "s += {0}.5 * Dot(x, A * x) + NormSquared(A * x - {0}.25 * x);", "return s;")]
    [InlineData("a scalar chain", "var s = x[0];", "s = s * x[1] + Math.Sin(s);", "return s;")]
    [InlineData("vectors added up", "var v = x;", "v += {0}.5 * Tanh(A * xs[{0}]);", "return NormSquared(v);")]
    [InlineData("branches", "var s = x[0];", "s = s > 0 ? Math.Sin(s) : s * x[1];", "return s;")]
    public void The_work_grows_as_the_method(string name, string first, string statement, string last)
    {
        var (less, more) = (Work(100), Work(200));
        output.WriteLine($"{name}: {less >> 20} MB and {more >> 20} MB, {(double)more / less:F2} times as much");
        Assert.InRange(more, less, 2.3 * less);

        long Work(int statements)
        {
            var model = ModelOf($"{first}\n{string.Join("\n", Enumerable.Range(0, statements).Select(i => statement.Replace("{0}", $"{i}", StringComparison.Ordinal)))}\n{last}");
            // What is made once for all methods is made before.
            Assert.Null(SourceFile.Generate(model).Fault);
            var before = GC.GetAllocatedBytesForCurrentThread();
            SourceFile.Generate(model);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static MethodModel ModelOf(string statements)
    {
        var driver = GeneratorRun.Driver(tracked: true).RunGenerators(TestCompilation.Of($$"""
            public static partial class Models
            {
                [Differentiable(nameof(A), nameof(x))]
                public static double F(Matrix A, Vector x, Vector[] xs)
                {
                    {{statements}}
                }
            }
            """));
        var models = driver.GetRunResult().Results.Single().TrackedSteps[DifferentiableGenerator.Steps.Model];
        return Assert.IsType<MethodModel>(Assert.Single(models.SelectMany(s => s.Outputs)).Value);
    }
}
