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
    public static double OfInherited(Stretched s, Vector x) => s.Factor * Dot(x - s.Shift, x) + s.Tilt * s.Shift + Math.Sin(s.Offset * s.Factor);

    [Differentiable(nameof(net))]
    public static double OfNamedRecord(Layer net, Vector x) => Norm(net.W * x) * net.B[0];

    /// <summary>A helper takes a record.</summary>
    [Differentiable]
    public static double OfHelper(Layer first, Layer second, Vector x) => Sum(Apply(second, Apply(first, x)));

    private static Vector Apply(Layer layer, Vector x) => Tanh(layer.W * x) + layer.B;
}
