namespace GradGen.Generator.Tests.Reading;

/// <summary>Fields, properties and data that a method reads as constants.</summary>
public sealed class ConstantTests
{
    [Theory]
    [InlineData("const double C = 0.5; [Differentiable] double F(double a) => C * a;", "∘(0.5, a)")]
    [InlineData("static readonly double C = 0.5; [Differentiable] static double F(double a) => C * a;", "∘(global::Ns.M.C, a)")]
    [InlineData("readonly double c = 0.5; [Differentiable] double F(double a) => c * a;", "∘(this.c, a)")]
    [InlineData("double C { get; } = 0.5; [Differentiable] double F(double a) => this.C * a;", "∘(this.C, a)")]
    [InlineData("double C { get; init; } [Differentiable] double F(double a) => C * a;", "∘(this.C, a)")]
    [InlineData("Matrix Q { get; } [Differentiable] Vector F(Vector x) => Q * x;", "·(this.Q, x)")]
    [InlineData("IReadOnlyList<Vector> Data { get; } = []; [Differentiable] double F(Vector x) => Data.Sum(d => Dot(d, x));", "∑(i in 0..this.Data.Count: ·(ᵀ(this.Data[i]), x))")]
    [InlineData("[Differentiable] static double F(double a, Options o) => o.Lambda * a;", "∘(o.Lambda, a)")]
    [InlineData("[Differentiable] static double F(double a, Options o) => o.Compute() * a;", "a")]
    [InlineData("[Differentiable] static double F(double a, Options o) => o.Inner.Order * a;", "∘(real((o.Inner).Order), a)")]
    [InlineData("[Differentiable] static double F(double a, Options o) => o.Kind == Kind.Two ? a : 1;", "if((o.Kind) == (global::Ns.Kind)(1), a, 1.0)")]
    [InlineData("[Differentiable] static double F(double a, Kind k) => k switch { Kind.Two => a, _ => 1 };", "if(k == (global::Ns.Kind)(1), a, 1.0)")]
    [InlineData("[Differentiable] static double F(double a, string mode) => mode switch { \"li{n}\" => a, _ => 1 };", "if(mode == \"li\\u007Bn\\u007D\", a, 1.0)")]
    [InlineData("[Differentiable] static double F(double a, float w, long k) => w * a + k;", "+(∘((double)w, a), (double)k)")]
    [InlineData("[Differentiable] static double F(double a, double[,] w) => w[0, 1] * a;", "∘(w[0, 1], a)")]
    [InlineData("[Differentiable] static double F(double a, (double W, int K) p) => p.W * a;", "∘(p.W, a)")]
    [InlineData("[Differentiable] static double F(Vector x, MathNet.Numerics.LinearAlgebra.Matrix<double> m) { Matrix A = m; return Sum(A * x); }", "Sum(·((global::GradGen.Matrix)m, x))")]
    [InlineData("[Differentiable] static double F(double a, double? w) => w.Value * a;", "∘(w.Value, a)")]
    [InlineData("[Differentiable] static double F(double a) => double.MaxValue * a;", "∘(1.7976931348623157E+308, a)")]
    public void Are_read_as(string members, string graph)
    {
        var reading = Reading.Of(Source(members));
        Assert.Equal(graph, reading.Body);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("double c = 0.5; [Differentiable] double F(double a) => c * a;", "GRAD003 c")]
    [InlineData("double C { get; set; } [Differentiable] double F(double a) => this.C * a;", "GRAD003 this.C")]
    [InlineData("static double c; [Differentiable] double F(double a) => M.c * a;", "GRAD003 M.c")]
    [InlineData("[Differentiable] static double F(double a, Options o) => o.Mutable * a;", "GRAD003 o.Mutable")]
    [InlineData("[Differentiable] static double F(double a) => a + Hidden.Value;", "GRAD012 Hidden.Value")]
    [InlineData("[Differentiable] static double F(double a) => a + Other.Get();", "GRAD003 secret")]
    [InlineData("[Differentiable] static double F(double a) => a + Generic<int>.Get();", "GRAD003 Value")]
    [InlineData("[Differentiable] double F(double a) => a + base.GetHashCode();", "GRAD004 base.GetHashCode()")]
    [InlineData("[Differentiable] static double F(double a) => a + Other.Chosen();", "GRAD003 Mode.On")]
    [InlineData("[Differentiable] static double F<T>(double a) where T : IScale => T.Scale * a;", "GRAD003 T.Scale")]
    [InlineData("string name = \"\"; [Differentiable] double F(double a) => name.Length * a;", "GRAD003 name")]
    [InlineData("[Differentiable] static double F(double a, short s) { s += 1; return s * a; }", "GRAD002 s += 1")]
    public void Are_refused_at(string members, params string[] findings) => Assert.Equal(findings, Reading.Of(Source(members)).Findings);

    [Fact]
    public void A_captured_primary_constructor_parameter_is_refused() =>
        Assert.Equal(["GRAD003 c"], Reading.Of("partial class M(double c) { [Differentiable] double F(double a) => c * a; }").Findings);

    [Theory]
    [InlineData("class Base { public double W { get; } public double G(double t) => W * t; } partial class M : Base { [Differentiable] double F(double a) => G(a); }")]
    [InlineData("class Base { public double W { get; } public double G(double t) => W * t; } partial class M : Base { new double W => 3; [Differentiable] double F(double a) => G(a); }", "GRAD003 W")]
    [InlineData("class Base { public virtual double W => 1; } partial class M : Base { public override double W => 2; [Differentiable] double F(double a) => base.W * a; }", "GRAD003 base.W")]
    public void Members_of_a_base_type_are_read_where_this_means_them(string source, params string[] findings) => Assert.Equal(findings, Reading.Of(source).Findings);

    [Fact]
    public void A_positional_record_is_read() =>
        Assert.Equal("∘(this.Lambda, a)", Reading.Of("partial record Ridge(double Lambda) { [Differentiable] public double F(double a) => Lambda * a; }").Body);

    private static string Source(string members) => $$"""
        namespace Ns
        {
            public interface IScale { static abstract double Scale { get; } }
            public enum Kind { One, Two }
            public record Inner(int Order);
            public class Options { public readonly double Lambda; public Inner Inner { get; init; } = new(1); public Kind Kind { get; } public double Mutable; public double Compute() => 1; }
            file static class Hidden { public static readonly double Value = 1; }
            static class Other { private enum Mode { Off, On } private static readonly double secret = 1; private static double Pick(Mode mode) => mode == Mode.On ? 1 : 0; public static double Chosen() => Pick(Mode.On); public static double Get() => secret; }
            static class Generic<T> { public static readonly double Value = 1; public static double Get() => Value; }
            public partial class M { {{members}} }
        }
        """;
}
