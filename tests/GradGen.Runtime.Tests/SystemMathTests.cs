using static System.Math;
using static GradGen.MatrixMath;

namespace GradGen.Tests;

/// <summary>That this file compiles is the test: both classes are in scope.</summary>
public class SystemMathTests
{
    [Fact]
    public void Both_can_be_used_without_a_qualifier()
    {
        const double X = 0.5;
        var v = Vector.Of(X, X);
        double[] numbers = [Exp(X), Log(X), Sqrt(X), Pow(X, 3), Sin(X), Cos(X), Tan(X), Sinh(X), Cosh(X), Tanh(X), Abs(-X), Max(X, 1), Min(X, 1),
            Asin(X), Acos(X), Atan(X), Asinh(X), Acosh(1 + X), Atanh(X), Sign(X), Log1p(X), Expm1(X), Erf(X)];
        Vector[] vectors =
        [
            Exp(v), Log(v), Sqrt(v), Pow(v, 3), Sin(v), Cos(v), Tan(v), Sinh(v), Cosh(v), Tanh(v), Abs(-v), Max(v, Ones(2)), Min(v, Ones(2)),
            Asin(v), Acos(v), Atan(v), Asinh(v), Acosh(1 + v), Atanh(v), Sign(v), Log1p(v), Expm1(v), Erf(v),
        ];
        Near.Equal(Vector.Of(numbers), Vector.Of([.. vectors.Select(vector => vector[1])]), 1e-15);
        Assert.Equal(Atan2(1, 2), Atan(0.5));
        Assert.Equal((0.5, X), (Sigmoid(0), Relu(X)));
    }
}
