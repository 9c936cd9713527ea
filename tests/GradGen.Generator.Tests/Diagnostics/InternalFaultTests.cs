using GradGen.Generator.Diagnostics;
using GradGen.Generator.Emission;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;

namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>GRAD099: a fault of ours is a diagnostic that names the method, never an exception.</summary>
public sealed class InternalFaultTests
{
    [Fact]
    public void A_fault_of_generating_is_said_with_the_method()
    {
        var sound = Tests.Reading.Reading.OfMethod("static double F(Vector x) => NormSquared(x);").Model;
        // A symbol that no rule and no kernel knows.
        var broken = With(sound, Tangent.Of(sound.Body));
        Assert.Null(SourceFile.Generate(sound).Fault);
        var file = SourceFile.Generate(broken);
        Assert.NotNull(file.Fault);
        Assert.Empty(file.Text);
        Assert.Contains("F(Vector)", file.HintName);
        Assert.Contains("'{0}'", Descriptors.InternalFault.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_fault_of_reading_is_said_at_the_method()
    {
        // Deeper than the stack of the thread that reads it.
        var deep = string.Join(" + ", Enumerable.Repeat("a", 30_000));
        var source = MarkedSource.Parse($"public partial class M {{ [Differentiable] static double [|Deep|](double a) => {deep}; [Differentiable] static double Good(double a) => a * a; }}");
        var run = GeneratorRun.Of(source.Text);
        var fault = Assert.Single(run.Diagnostics);
        Assert.Equal("GRAD099", fault.Id);
        Assert.Equal(source.Places, [fault.Location.SourceSpan]);
        Assert.StartsWith("GradGen failed on 'Deep': ", fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(run.Companions("M"), m => m.Name == "Gradient_Good_a");
    }

    private static MethodModel With(MethodModel model, Expression body)
    {
        var copy = typeof(object).GetMethod("MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(model, null)!;
        typeof(MethodModel).GetProperty(nameof(MethodModel.Body))!.SetValue(copy, body);
        return (MethodModel)copy;
    }
}
