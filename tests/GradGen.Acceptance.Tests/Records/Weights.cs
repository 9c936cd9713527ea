using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Records;

public record Layer(Matrix W, Vector B);

/// <summary>Records in a record, beside members that cannot vary.</summary>
public sealed record Network(Layer Hidden, Layer Output, string Name, int Rounds);

public readonly record struct Gaussian(double Mean, double LogScale);

public record Located(Vector Shift);

public sealed record Stretched(Vector Shift, double Factor, RowVector Tilt) : Located(Shift)
{
    public double Offset { get; init; }

    public double Doubled => 2 * Offset;
}

/// <summary>A network as deep as its lists are long, which computes its output itself.</summary>
public sealed record DeepNetwork(Matrix[] Ws, IReadOnlyList<Vector> Bs, double Scale, double[] Rates)
{
    public List<RowVector> Readouts { get; init; } = [];

    public double Penalty
    {
        get
        {
            var sum = 0.0;
            foreach (var W in Ws) sum += FrobeniusNormSquared(W);
            return sum * Rates[0];
        }
    }

    public Vector Output(Vector x)
    {
        for (var i = 0; i < Ws.Length; i++) x = Activated(Ws[i] * x + Bs[i]);
        return x;
    }

    private Vector Activated(Vector x) => Tanh(this.Scale * x);
}

public record Ensemble(DeepNetwork First, DeepNetwork Second, double Weight)
{
    public Vector Output(Vector x) => Weight * First.Output(x) + (1 - Weight) * Second.Output(x);
}

/// <summary>What is no variable: a class.</summary>
public sealed class Schedule(double rate)
{
    public double Rate { get; } = rate;

    public double At(double t) => Math.Exp(-Rate * t);
}

public static partial class Weights
{
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double OfLayer(Layer layer, Vector x) => Sum(Tanh(layer.W * x + layer.B)) + 0.5 * NormSquared(layer.B);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double OfNetwork(Network net, Vector x, double target)
    {
        var h = Tanh(net.Hidden.W * x + net.Hidden.B);
        for (var i = 0; i < net.Rounds; i++) h = Tanh(net.Hidden.W.T * (net.Hidden.W * h) + h);
        var y = net.Output.W * h + net.Output.B;
        return Math.Pow(Sum(y) - target, 2);
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double OfStruct(Gaussian g, IReadOnlyList<double> data)
    {
        var s = 0.0;
        foreach (var t in data) s += 0.5 * Square(Vector.Of((t - g.Mean) / Math.Exp(g.LogScale)))[0] + g.LogScale;
        return s;
    }

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double OfInherited(Stretched s, Vector x) => s.Factor * Dot(x - s.Shift, x) + s.Tilt * s.Shift + Math.Sin(s.Doubled * s.Factor);

    [Differentiable(nameof(net))]
    public static double OfNamedRecord(Layer net, Vector x) => Norm(net.W * x) * net.B[0];

    /// <summary>A helper takes a record.</summary>
    [Differentiable]
    public static double OfHelper(Layer first, Layer second, Vector x) => Sum(Apply(second, Apply(first, x)));

    private static Vector Apply(Layer layer, Vector x) => Tanh(layer.W * x) + layer.B;

    /// <summary>Lists in a record vary with it; its methods and computed properties are followed.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double OfDeepNetwork(DeepNetwork net, Vector x) => net.Readouts[0] * net.Output(x) + net.Penalty;

    [Differentiable]
    public static double OfEnsemble(Ensemble e, Vector x) => NormSquared(e.Output(x)) + e.First.Penalty;

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double OfConstantNetwork(DeepNetwork net, Vector x) => Sum(net.Output(x)) * net.Penalty;

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double OfSchedule(Schedule schedule, double t) => t * schedule.At(t);

    /// <summary>What a record holds has the type that it has, in every layout.</summary>
    [Differentiable(Layout = Layout.Numerator)]
    public static double InNumeratorLayout(Layer layer, Vector x) => Sum(Tanh(layer.W * x + layer.B));
}
