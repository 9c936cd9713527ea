using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>Objectives of statistics and machine learning.</summary>
public static partial class Objectives
{
    [Differentiable(nameof(A), nameof(x))]
    public static double LeastSquares([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector b) => NormSquared(A * x - b);

    [Differentiable(nameof(w))]
    public static double MeanSquaredError([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y) => NormSquared(X * w - y) / (2 * X.RowCount);

    [Differentiable(nameof(w))]
    public static double Ridge([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y, double lambda) => 0.5 * NormSquared(X * w - y) + 0.5 * lambda * NormSquared(w);

    [Differentiable(nameof(w))]
    public static double Lasso([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y, double lambda) => 0.5 * NormSquared(X * w - y) + lambda * Norm1(w);

    [Differentiable(nameof(w))]
    public static double Weighted([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y, [Shape("m")] Vector c) => (X * w - y).T * Diag(c) * (X * w - y);

    [Differentiable(nameof(w))]
    public static double Logistic([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y) => Sum(Log(1 + Exp(-PointwiseMultiply(y, X * w))));

    [Differentiable(nameof(w))]
    public static double BinaryCrossEntropy([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y) => Sum(Softplus(X * w)) - y.T * X * w;

    [Differentiable(nameof(w))]
    public static double Poisson([Shape("m", "n")] Matrix X, [Shape("n")] Vector w, [Shape("m")] Vector y) => Sum(Exp(X * w)) - y.T * X * w;

    [Differentiable(nameof(W))]
    public static double Hinge([Shape("m", "n")] Matrix X, [Shape("n")] Vector W, [Shape("m")] Vector y) => Sum(Relu(1 - PointwiseMultiply(y, X * W)));

    [Differentiable(nameof(x))]
    public static double CrossEntropy(Vector x, Vector y) => LogSumExp(x) - y.T * x;

    [Differentiable(nameof(x))]
    public static double CrossEntropyOfSoftmax(Vector x, Vector y) => -(y.T * Log(Softmax(x)));

    [Differentiable(nameof(W))]
    public static double SoftmaxRegression([Shape("m", "n")] Matrix W, [Shape("n")] Vector x, [Shape("m")] Vector y) => LogSumExp(W * x) - y.T * W * x;

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double LogPartition(Vector x) => Math.Log(Sum(Exp(x)));

    [Differentiable(nameof(x))]
    public static double LogPartitionOfAffine([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector b) => Math.Log(Sum(Exp(A * x + b)));

    [Differentiable(nameof(p))]
    public static double Entropy(Vector p) => -(p.T * Log(p));

    [Differentiable(nameof(mu), nameof(S))]
    public static double GaussianLogLikelihood(Vector x, Vector mu, [PositiveDefinite] Matrix S) => -0.5 * LogDet(S) - 0.5 * ((x - mu).T * Inv(S) * (x - mu));

    [Differentiable(nameof(mu))]
    public static double GaussianDensity(Vector x, Vector mu, [PositiveDefinite] Matrix S) => Math.Log(Math.Exp(-0.5 * ((x - mu).T * Inv(S) * (x - mu))) / Math.Sqrt(Det(S)));

    [Differentiable(nameof(S))]
    public static double GraphicalLasso([PositiveDefinite] Matrix S, [Symmetric] Matrix C) => LogDet(S) - Tr(C * S);

    [Differentiable(nameof(K))]
    public static double GaussianProcess([PositiveDefinite] Matrix K, Vector y) => 0.5 * (y.T * Inv(K) * y) + 0.5 * LogDet(K);

    [Differentiable(nameof(W))]
    public static double PrincipalComponents([Shape("m", "n")] Matrix W, [Shape("m", "p")] Matrix X) => -Tr(W.T * X * X.T * W);

    [Differentiable(nameof(W))]
    public static double Reconstruction([Shape("m", "n")] Matrix W, [Shape("m", "p")] Matrix X) => FrobeniusNormSquared(X - W * W.T * X);

    [Differentiable(nameof(W))]
    public static double Discriminant([Shape("m", "n")] Matrix W, [Symmetric, Shape("m", "m")] Matrix A, [PositiveDefinite, Shape("m", "m")] Matrix B) => Tr(Inv(W.T * B * W) * (W.T * A * W));

    [Differentiable(nameof(x))]
    public static double Rayleigh([Symmetric] Matrix A, Vector x) => x.T * A * x / (x.T * x);

    [Differentiable(nameof(U), nameof(V))]
    public static double Factorization([Shape("m", "p")] Matrix U, [Shape("n", "p")] Matrix V, [Shape("m", "n")] Matrix X) => FrobeniusNormSquared(X - U * V.T);

    [Differentiable(nameof(L))]
    public static double Metric([Shape("m", "n")] Matrix L, [Shape("n")] Vector x, [Shape("n")] Vector y) => NormSquared(L * (x - y));

    [Differentiable(nameof(x))]
    public static double Cosine(Vector x, Vector y) => x.T * y / (Norm(x) * Norm(y));

    [Differentiable(nameof(x))]
    public static double Variance([Shape("n")] Vector x) => NormSquared(x - Mean(x)) / x.Count;

    [Differentiable(nameof(W), nameof(x), nameof(b))]
    public static double Layer([Shape("m", "n")] Matrix W, [Shape("n")] Vector x, [Shape("m")] Vector b, [Shape("m")] Vector y) => 0.5 * NormSquared(Sigmoid(W * x + b) - y);

    [Differentiable(nameof(V), nameof(W))]
    public static double TwoLayers([Shape("p", "m")] Matrix V, [Shape("m", "n")] Matrix W, [Shape("n")] Vector x, [Shape("p")] Vector y) => 0.5 * NormSquared(V * Tanh(W * x) - y);

    [Differentiable(nameof(P))]
    public static double Kalman([Symmetric, Shape("n", "n")] Matrix P, [Shape("m", "n")] Matrix H, [PositiveDefinite, Shape("m", "m")] Matrix R) => LogDet(H * P * H.T + R);
}
