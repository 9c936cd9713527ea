using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"线性代数中的梯度计算" (gradients in linear algebra), whose derivatives of a scalar are rows: the numerator layout.</summary>
public static partial class Seed001
{
    // 1.1: Y = XᵀAX.
    [Differentiable(nameof(x), Layout = Layout.Numerator, Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double QuadraticForm([Symmetric] Matrix A, Vector x) => x.T * A * x;

    // 1.1 before Aᵀ = A is used: dY = dXᵀAX + XᵀAdX.
    [Differentiable(nameof(x), Layout = Layout.Numerator, Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double GeneralForm(Matrix A, Vector x) => x.T * A * x;

    // 1.2: E = (Y − AX)ᵀ(Y − AX).
    [Differentiable(nameof(x), Layout = Layout.Numerator, Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double SquaredError(Matrix A, Vector x, Vector y) => (y - A * x).T * (y - A * x);

    // 2.1: Y = Σᵢ Σⱼ xᵢaᵢⱼxⱼ.
    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double QuadraticFormByEntries([Symmetric, Shape("n", "n")] Matrix A, [Shape("n")] Vector x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < x.Count; j++) sum += x[i] * A[i, j] * x[j];
        }

        return sum;
    }

    // 2.1 before the last line: Σᵢ (aₖᵢ + aᵢₖ)xᵢ.
    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double GeneralFormByEntries([Shape("n", "n")] Matrix A, [Shape("n")] Vector x)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < x.Count; j++) sum += x[i] * A[i, j] * x[j];
        }

        return sum;
    }

    // 2.2: E = Σᵢ (yᵢ − Σⱼ aᵢⱼxⱼ)².
    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double SquaredErrorByEntries([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector y)
    {
        var sum = 0.0;
        for (var i = 0; i < y.Count; i++)
        {
            var residual = y[i];
            for (var j = 0; j < x.Count; j++) residual -= A[i, j] * x[j];
            sum += residual * residual;
        }

        return sum;
    }

    // 3.1: Y = AX.
    [Differentiable(nameof(x), Emit = Derivatives.Jacobian)]
    public static Vector Linear(Matrix A, Vector x) => A * x;

    // 3.2: Y = AU + BV.
    [Differentiable(nameof(u), nameof(v), Emit = Derivatives.Jacobian)]
    public static Vector LinearInTwo(Matrix A, Vector u, Matrix B, Vector v) => A * u + B * v;

    // 3.3: Y = AU + BV of U = CX and V = DX.
    [Differentiable(nameof(x), Emit = Derivatives.Jacobian)]
    public static Vector Chain(Matrix A, Matrix B, Matrix C, Matrix D, Vector x)
    {
        var u = C * x;
        var v = D * x;
        return LinearInTwo(A, u, B, v);
    }

    // 3.4: the partials of UᵀAV …
    [Differentiable(nameof(u), nameof(v), Layout = Layout.Numerator)]
    public static double Bilinear(Vector u, [Symmetric] Matrix A, Vector v) => u.T * A * v;

    // … and the chain with U = X and V = X.
    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double ChainedForm([Symmetric] Matrix A, Vector x)
    {
        var u = x;
        var v = x;
        return Bilinear(u, A, v);
    }

    // 3.5: E = (Y − AX)ᵀ(Y − AX) by the product rule.
    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double ChainedError(Matrix A, Vector x, Vector y)
    {
        var e = y - A * x;
        return e.T * e;
    }
}
