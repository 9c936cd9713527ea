using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Benchmarks;

/// <summary>Random operands, the same ones on every run.</summary>
internal sealed class Operands
{
    private readonly Random _random = new(1);

    internal Matrix Matrix(int m, int n) => DenseMatrix.Create(m, n, (_, _) => Next());

    internal Vector Vector(int n) => DenseVector.Create(n, _ => Next());

    internal Matrix PositiveDefinite(int n)
    {
        var a = Matrix(n, n);
        return (a * a.T) + (n * MatrixMath.Identity(n));
    }

    private double Next() => _random.NextDouble() - 0.5;
}
