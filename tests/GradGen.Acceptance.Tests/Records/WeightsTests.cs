using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Records;

/// <summary>Records as variables: the gradient is a record of the same type.</summary>
public sealed class WeightsTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void A_record_is_one_variable()
    {
        foreach (var d in Draw.Several)
        {
            var (layer, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
            Layer g = Weights.Gradient_OfLayer_layer(layer, x);
            Near(GradientCheck.Gradient((Matrix w) => Weights.OfLayer(layer with { W = w }, x), layer.W), g.W);
            Near(GradientCheck.Gradient((Vector b) => Weights.OfLayer(layer with { B = b }, x), layer.B), g.B);
            var (value, gl, gx) = Weights.ValueAndGradient_OfLayer(layer, x);
            Near(Weights.OfLayer(layer, x), value);
            Near(g.W, gl.W);
            Near(GradientCheck.Gradient((Vector v) => Weights.OfLayer(layer, v), x), gx);
        }
    }

    [Fact]
    public void Pushforward_and_pullback_of_a_record_are_transposes()
    {
        foreach (var d in Draw.Several)
        {
            var (layer, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
            var (dLayer, dx) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
            var df = Weights.Pushforward_OfLayer(layer, x, dLayer, dx);
            var differences = GradientCheck.Derivative(t => Weights.OfLayer(new(layer.W + (t * dLayer.W), layer.B + (t * dLayer.B)), x + (t * dx)), 0);
            Near(differences, df);
            var pulled = Weights.Pullback_OfLayer(layer, x, 1.7);
            Near(1.7 * df, Inner(pulled.layer.W, dLayer.W) + Dot(pulled.layer.B, dLayer.B) + Dot(pulled.x, dx));
        }
    }

    [Fact]
    public void Records_stand_in_records_and_what_cannot_vary_is_kept()
    {
        foreach (var d in Draw.Several)
        {
            var net = new Network(new(d.Matrix(d.M, d.N), d.Vector(d.M)), new(d.Matrix(d.P, d.M), d.Vector(d.P)), "net", 2);
            var (x, target) = (d.Vector(d.N), d.Scalar());
            if (d.M != d.N) net = net with { Rounds = 0 };
            if (net.Rounds > 0 || d.M != d.N)
            {
                net = net with { Hidden = new(d.Matrix(d.M, d.M), d.Vector(d.M)) };
                x = d.Vector(d.M);
            }

            var (g, gx, gt) = Weights.Gradient_OfNetwork(net, x, target);
            Assert.Equal(("net", net.Rounds), (g.Name, g.Rounds));
            Near(GradientCheck.Gradient((Matrix w) => Weights.OfNetwork(net with { Hidden = net.Hidden with { W = w } }, x, target), net.Hidden.W), g.Hidden.W);
            Near(GradientCheck.Gradient((Vector b) => Weights.OfNetwork(net with { Hidden = net.Hidden with { B = b } }, x, target), net.Hidden.B), g.Hidden.B);
            Near(GradientCheck.Gradient((Matrix w) => Weights.OfNetwork(net with { Output = net.Output with { W = w } }, x, target), net.Output.W), g.Output.W);
            Near(GradientCheck.Gradient((Vector b) => Weights.OfNetwork(net with { Output = net.Output with { B = b } }, x, target), net.Output.B), g.Output.B);
            Near(GradientCheck.Gradient((Vector v) => Weights.OfNetwork(net, v, target), x), gx);
            Near(GradientCheck.Derivative((double t) => Weights.OfNetwork(net, x, t), target), gt);
        }
    }

    [Fact]
    public void A_record_struct_is_one_variable()
    {
        foreach (var d in Draw.Several)
        {
            var (g, data) = (new Gaussian(d.Scalar(), d.Scalar()), new[] { d.Scalar(), d.Scalar(), d.Scalar() });
            Gaussian gradient = Weights.Gradient_OfStruct(g, data);
            Near(GradientCheck.Derivative((double m) => Weights.OfStruct(g with { Mean = m }, data), g.Mean), gradient.Mean);
            Near(GradientCheck.Derivative((double s) => Weights.OfStruct(g with { LogScale = s }, data), g.LogScale), gradient.LogScale);
        }
    }

    [Fact]
    public void Inherited_members_vary_and_computed_ones_follow()
    {
        foreach (var d in Draw.Several)
        {
            var (s, x) = (new Stretched(d.Vector(d.N), d.Scalar(), d.Row(d.N)) { Offset = d.Scalar() }, d.Vector(d.N));
            var (g, gx) = Weights.Gradient_OfInherited(s, x);
            Near(GradientCheck.Gradient((Vector v) => Weights.OfInherited(s with { Shift = v }, x), s.Shift), g.Shift);
            Near(GradientCheck.Derivative((double f) => Weights.OfInherited(s with { Factor = f }, x), s.Factor), g.Factor);
            Near(GradientCheck.Gradient((RowVector t) => Weights.OfInherited(s with { Tilt = t }, x), s.Tilt), g.Tilt);
            Near(GradientCheck.Derivative((double o) => Weights.OfInherited(s with { Offset = o }, x), s.Offset), g.Offset);
            Near(GradientCheck.Gradient((Vector v) => Weights.OfInherited(s, v), x), gx);
        }
    }

    [Fact]
    public void A_record_can_be_the_only_variable_that_is_named()
    {
        var d = Draw.Several.First();
        var (layer, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
        Layer g = Weights.Gradient_OfNamedRecord(layer, x);
        Near(GradientCheck.Gradient((Matrix w) => Weights.OfNamedRecord(layer with { W = w }, x), layer.W), g.W);
        Near(GradientCheck.Gradient((Vector b) => Weights.OfNamedRecord(layer with { B = b }, x), layer.B), g.B);
    }

    [Fact]
    public void A_helper_takes_records()
    {
        var d = Draw.Several.First();
        var (first, second, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), new Layer(d.Matrix(d.P, d.M), d.Vector(d.P)), d.Vector(d.N));
        var g = Weights.Gradient_OfHelper(first, second, x);
        Near(GradientCheck.Gradient((Matrix w) => Weights.OfHelper(first with { W = w }, second, x), first.W), g.first.W);
        Near(GradientCheck.Gradient((Matrix w) => Weights.OfHelper(first, second with { W = w }, x), second.W), g.second.W);
    }

    [Fact]
    public void The_Hessian_times_a_record_is_a_record()
    {
        foreach (var d in Draw.Several)
        {
            var (layer, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
            var v = new Layer(d.Matrix(d.M, d.N), d.Vector(d.M));
            Layer Moved(double t) => new(layer.W + (t * v.W), layer.B + (t * v.B));
            Layer product = Weights.HessianVectorProduct_OfLayer_layer(layer, x, v);
            Near(GradientCheck.Derivative(t => Weights.Gradient_OfLayer_layer(Moved(t), x).W, 0), product.W);
            Near(GradientCheck.Derivative(t => Weights.Gradient_OfLayer_layer(Moved(t), x).B, 0), product.B);

            var (g, vg, data) = (new Gaussian(d.Scalar(), d.Scalar()), new Gaussian(d.Scalar(), d.Scalar()), new[] { d.Scalar(), d.Scalar(), d.Scalar() });
            Gaussian OfStruct(double t) => Weights.Gradient_OfStruct_g(new(g.Mean + (t * vg.Mean), g.LogScale + (t * vg.LogScale)), data);
            Gaussian ofStruct = Weights.HessianVectorProduct_OfStruct_g(g, data, vg);
            Near(GradientCheck.Derivative(t => OfStruct(t).Mean, 0), ofStruct.Mean);
            Near(GradientCheck.Derivative(t => OfStruct(t).LogScale, 0), ofStruct.LogScale);

            var (s, y) = (new Stretched(d.Vector(d.N), d.Scalar(), d.Row(d.N)) { Offset = d.Scalar() }, d.Vector(d.N));
            var vs = new Stretched(d.Vector(d.N), d.Scalar(), d.Row(d.N)) { Offset = d.Scalar() };
            Stretched OfInherited(double t) => Weights.Gradient_OfInherited_s(new(s.Shift + (t * vs.Shift), s.Factor + (t * vs.Factor), s.Tilt + (t * vs.Tilt)) { Offset = s.Offset + (t * vs.Offset) }, y);
            var inherited = Weights.HessianVectorProduct_OfInherited_s(s, y, vs);
            Near(GradientCheck.Derivative(t => OfInherited(t).Shift, 0), inherited.Shift);
            Near(GradientCheck.Derivative(t => OfInherited(t).Factor, 0), inherited.Factor);
            Near(GradientCheck.Derivative(t => OfInherited(t).Tilt, 0), inherited.Tilt);
            Near(GradientCheck.Derivative(t => OfInherited(t).Offset, 0), inherited.Offset);
        }
    }

    [Fact]
    public void The_Hessian_times_records_in_a_record_through_a_loop()
    {
        foreach (var d in Draw.Several)
        {
            Layer Square() => new(d.Matrix(d.M, d.M), d.Vector(d.M));
            var (net, v) = (new Network(Square(), new(d.Matrix(d.P, d.M), d.Vector(d.P)), "net", 2), new Network(Square(), new(d.Matrix(d.P, d.M), d.Vector(d.P)), "v", 0));
            var (x, target) = (d.Vector(d.M), d.Scalar());
            Layer Along(Layer layer, Layer by, double t) => new(layer.W + (t * by.W), layer.B + (t * by.B));
            Network Gradient(double t) => Weights.Gradient_OfNetwork_net(net with { Hidden = Along(net.Hidden, v.Hidden, t), Output = Along(net.Output, v.Output, t) }, x, target);
            var product = Weights.HessianVectorProduct_OfNetwork_net(net, x, target, v);
            Assert.Equal(("net", 2), (product.Name, product.Rounds));
            Near(GradientCheck.Derivative(t => Gradient(t).Hidden.W, 0), product.Hidden.W);
            Near(GradientCheck.Derivative(t => Gradient(t).Hidden.B, 0), product.Hidden.B);
            Near(GradientCheck.Derivative(t => Gradient(t).Output.W, 0), product.Output.W);
            Near(GradientCheck.Derivative(t => Gradient(t).Output.B, 0), product.Output.B);
        }
    }

    [Fact]
    public void Lists_in_a_record_vary_with_it()
    {
        foreach (var d in Draw.Several)
        {
            var (net, x) = (Deep(d), d.Vector(d.N));
            var (g, gx) = Weights.Gradient_OfDeepNetwork(net, x);
            NearDifferences(net, g, n => Weights.OfDeepNetwork(n, x));
            Near(GradientCheck.Gradient((Vector v) => Weights.OfDeepNetwork(net, v), x), gx);
            Assert.Equal(net.Rates, g.Rates);

            var (along, dx) = (Deep(d), d.Vector(d.N));
            var df = Weights.Pushforward_OfDeepNetwork(net, x, along, dx);
            Near(Along(g, along) + Dot(gx, dx), df);
            var pulled = Weights.Pullback_OfDeepNetwork(net, x, 1.7);
            Near(1.7 * df, Along(pulled.net, along) + Dot(pulled.x, dx));

            var product = Weights.HessianVectorProduct_OfDeepNetwork_net(net, x, along);
            Near(GradientCheck.Derivative(t => Along(Weights.Gradient_OfDeepNetwork_net(Moved(net, along, t), x), along), 0), Along(product, along));
        }
    }

    [Fact]
    public void Methods_of_records_are_followed()
    {
        foreach (var d in Draw.Several)
        {
            var (e, x) = (new Ensemble(Deep(d), Deep(d), d.Scalar()), d.Vector(d.N));
            var (g, gx) = Weights.Gradient_OfEnsemble(e, x);
            NearDifferences(e.First, g.First, n => Weights.OfEnsemble(e with { First = n }, x));
            NearDifferences(e.Second, g.Second, n => Weights.OfEnsemble(e with { Second = n }, x));
            Near(GradientCheck.Derivative((double w) => Weights.OfEnsemble(e with { Weight = w }, x), e.Weight), g.Weight);
            Near(GradientCheck.Gradient((Vector v) => Weights.OfEnsemble(e, v), x), gx);
        }
    }

    [Fact]
    public void Methods_of_constants_are_followed()
    {
        foreach (var d in Draw.Several)
        {
            var (net, x) = (Deep(d), d.Vector(d.N));
            Near(GradientCheck.Gradient((Vector v) => Weights.OfConstantNetwork(net, v), x), Weights.Gradient_OfConstantNetwork_x(net, x));
            Near(GradientCheck.Jacobian((Vector v) => Weights.Gradient_OfConstantNetwork_x(net, v), x), Weights.Hessian_OfConstantNetwork_x(net, x));
            var (schedule, t) = (new Schedule(0.7), d.Scalar());
            Near(GradientCheck.Derivative((double s) => Weights.OfSchedule(schedule, s), t), Weights.Gradient_OfSchedule_t(schedule, t));
        }
    }

    [Fact]
    public void The_numerator_layout_leaves_members_of_records_as_they_are()
    {
        var d = Draw.Several.First();
        var (layer, x) = (new Layer(d.Matrix(d.M, d.N), d.Vector(d.M)), d.Vector(d.N));
        (Layer g, RowVector gx) = Weights.Gradient_InNumeratorLayout(layer, x);
        Near(GradientCheck.Gradient((Matrix w) => Weights.InNumeratorLayout(layer with { W = w }, x), layer.W), g.W);
        Near(GradientCheck.Gradient((Vector b) => Weights.InNumeratorLayout(layer with { B = b }, x), layer.B), g.B);
        Near(GradientCheck.Gradient((Vector v) => Weights.InNumeratorLayout(layer, v), x), gx.T);
    }

    private static DeepNetwork Deep(Draw d) =>
        new([d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)], [d.Vector(d.N), d.Vector(d.N)], d.Scalar(), [0.3]) { Readouts = [d.Row(d.N)] };

    private static void NearDifferences(DeepNetwork net, DeepNetwork g, Func<DeepNetwork, double> f)
    {
        for (var i = 0; i < net.Ws.Length; i++)
        {
            Near(GradientCheck.Gradient((Matrix w) => f(net with { Ws = [.. net.Ws.Select((old, j) => j == i ? w : old)] }), net.Ws[i]), g.Ws[i]);
            Near(GradientCheck.Gradient((Vector b) => f(net with { Bs = [.. net.Bs.Select((old, j) => j == i ? b : old)] }), net.Bs[i]), g.Bs[i]);
        }

        Near(GradientCheck.Derivative((double s) => f(net with { Scale = s }), net.Scale), g.Scale);
        Near(GradientCheck.Gradient((RowVector r) => f(net with { Readouts = [r] }), net.Readouts[0]), g.Readouts[0]);
    }

    private static DeepNetwork Moved(DeepNetwork net, DeepNetwork d, double t) => new(
        [.. net.Ws.Zip(d.Ws, (w, dw) => w + (t * dw))], [.. net.Bs.Zip(d.Bs, (b, db) => b + (t * db))], net.Scale + (t * d.Scale), net.Rates) { Readouts = [net.Readouts[0] + (t * d.Readouts[0])] };

    private static double Along(DeepNetwork g, DeepNetwork d) => g.Ws.Zip(d.Ws, Inner).Sum() + g.Bs.Zip(d.Bs, Dot).Sum() + g.Scale * d.Scale + g.Readouts[0] * d.Readouts[0].T;

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
