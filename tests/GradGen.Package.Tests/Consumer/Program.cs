using System.Globalization;
using GradGen;
using static GradGen.MatrixMath;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var A = Matrix.OfRows(Vector.Of(1, 2).T, Vector.Of(3, 4).T, Vector.Of(5, 6).T);
var x = Vector.Of(1, -1);
var y = Vector.Of(0, 1, 2);

// Ax − y = (−1, −2, −3)ᵀ, so Aᵀ(Ax − y) = (−1 − 6 − 15, −2 − 8 − 18)ᵀ.
Console.WriteLine($"gradient {Models.Gradient_LeastSquares_x(A, x, y)}");

public static partial class Models
{
    [Differentiable]
    public static double LeastSquares(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A * x - y);

#if UNDEFINED_FORM
    [Differentiable]
    public static Vector Image(Matrix A, Vector x) => A * x;
#endif
}
