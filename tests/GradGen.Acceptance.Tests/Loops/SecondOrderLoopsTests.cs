using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Loops;

/// <summary>Hessians and Jacobians of loops that carry values, against differences of the gradient and of the value.</summary>
public sealed class SecondOrderLoopsTests
{
    private const double Tolerance = 1e-7;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void A_recurrence(int rounds)
    {
        foreach (var d in Draw.Several)
        {
            var (w, x, v, vw) = (d.Matrix(d.N, d.N), d.Vector(d.N), d.Vector(d.N), d.Matrix(d.N, d.N));
            var byVector = GradientCheck.Jacobian((Vector y) => SecondOrderLoops.Gradient_Recurrent_x(w, y, rounds), x);
            Hessian(byVector, SecondOrderLoops.Hessian_Recurrent_x(w, x, rounds));
            Near(byVector * v, SecondOrderLoops.HessianVectorProduct_Recurrent_x(w, x, rounds, v));
            var byMatrix = GradientCheck.Jacobian((Vector y) => Vec(SecondOrderLoops.Gradient_Recurrent_W(Unvec(y, d.N, d.N), x, rounds)), Vec(w));
            Hessian(byMatrix, SecondOrderLoops.Hessian_Recurrent_W(w, x, rounds));
            Near(byMatrix * Vec(vw), Vec(SecondOrderLoops.HessianVectorProduct_Recurrent_W(w, x, rounds, vw)));
            var block = GradientCheck.Jacobian((Vector y) => Vec(SecondOrderLoops.Gradient_Recurrent_W(w, y, rounds)), x);
            Near(block, SecondOrderLoops.Hessian_Recurrent_W_x(w, x, rounds));
        }
    }

    [Fact]
    public void A_loop_with_a_condition()
    {
        foreach (var (a, b) in new[] { (2.0, 0.5), (5.0, -1.0), (3.0, 0.0) })
        {
            Near(GradientCheck.Derivative(t => SecondOrderLoops.Gradient_Root_a(t, b), a), SecondOrderLoops.Hessian_Root_a(a, b));
            Near(GradientCheck.Derivative(t => SecondOrderLoops.Gradient_Root_a(a, t), b), SecondOrderLoops.Hessian_Root_a_b(a, b));
            Near(GradientCheck.Derivative(t => SecondOrderLoops.Gradient_Root_b(a, t), b), SecondOrderLoops.Hessian_Root_b(a, b));
        }
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 0)]
    [InlineData(2, 3)]
    public void A_loop_in_a_loop(int outer, int inner)
    {
        foreach (var d in Draw.Several)
        {
            var (a, x, v) = (d.Matrix(d.N, d.N), d.Vector(d.N), d.Vector(d.N));
            var differences = GradientCheck.Jacobian((Vector y) => SecondOrderLoops.Gradient_Nested_x(a, y, outer, inner), x);
            Hessian(differences, SecondOrderLoops.Hessian_Nested_x(a, x, outer, inner));
            Near(differences * v, SecondOrderLoops.HessianVectorProduct_Nested_x(a, x, outer, inner, v));
        }
    }

    [Fact]
    public void Values_of_which_some_vary()
    {
        foreach (var d in Draw.Several)
        {
            var (data, x, v) = (d.Vectors(3, d.N), d.Vector(d.N), d.Vector(d.N));
            var differences = GradientCheck.Jacobian((Vector y) => SecondOrderLoops.Gradient_Partly_x(data, y), x);
            Hessian(differences, SecondOrderLoops.Hessian_Partly_x(data, x));
            Near(differences * v, SecondOrderLoops.HessianVectorProduct_Partly_x(data, x, v));
        }
    }

    [Fact]
    public void Matrices_that_are_carried()
    {
        foreach (var d in Draw.Several)
        {
            var (x, b, v) = (0.5 * d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N));
            var differences = GradientCheck.Jacobian((Vector y) => Vec(SecondOrderLoops.Gradient_OfMatrices_X(Unvec(y, d.N, d.N), b, 3)), Vec(x));
            Hessian(differences, SecondOrderLoops.Hessian_OfMatrices_X(x, b, 3));
            Near(differences * Vec(v), Vec(SecondOrderLoops.HessianVectorProduct_OfMatrices_X(x, b, 3, v)));
            var exponentials = GradientCheck.Jacobian((Vector y) => Vec(SecondOrderLoops.Gradient_OfExponentials_X(Unvec(y, d.N, d.N), 2)), Vec(x));
            Hessian(exponentials, SecondOrderLoops.Hessian_OfExponentials_X(x, 2));
        }
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(0.3)]
    [InlineData(100)]
    public void Branches_in_rounds(double limit)
    {
        foreach (var d in Draw.Several)
        {
            var x = d.Vector(d.N);
            var differences = GradientCheck.Jacobian((Vector y) => SecondOrderLoops.Gradient_Conditional_x(y, limit), x);
            Hessian(differences, SecondOrderLoops.Hessian_Conditional_x(x, limit));
        }
    }

    [Fact]
    public void The_Jacobian_of_a_map_that_is_iterated()
    {
        foreach (var d in Draw.Several)
        {
            var (a, x, v) = (d.Matrix(d.N, d.N), d.Vector(d.N), d.Vector(d.N));
            var jacobian = SecondOrderLoops.Jacobian_Iterate_x(a, x, 4);
            Near(GradientCheck.Jacobian((Vector y) => SecondOrderLoops.Iterate(a, y, 4), x), jacobian);
            Near(SecondOrderLoops.Pushforward_Iterate(a, x, 4, v), jacobian * v);
        }
    }

    private static void Hessian(Matrix differences, Matrix actual)
    {
        Near(differences, actual);
        Assert.True(Flat.RelativeError(actual, actual.T) < 1e-12);
    }

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
