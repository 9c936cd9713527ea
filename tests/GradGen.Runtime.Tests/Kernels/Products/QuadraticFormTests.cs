using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests.Kernels.Products;

public class QuadraticFormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(60)]
    public void Form_and_gradient_are_those_of_products(int n)
    {
        var x = Some.Vector(n, 2);
        var matrices = n == 0 ? [Some.Matrix(n, n)] : new[] { Some.Matrix(n, n), Some.Sparse(n, n), DiagonalMatrix.OfDiagonal(n, n, Some.Vector(n, 3).ToArray()) };
        foreach (var a in matrices)
        {
            var (form, gradient) = Kernel.QuadraticForm(a, x);
            var expected = (a * x) + (a.T * x);
            Near.Equal(x.T * (a * x), form);
            Near.Equal(expected, gradient);
            foreach (var into in new[] { Some.Vector(n, 4), Kernel.Copy(x), SparseVector.OfVector(Some.Vector(n, 5).AsMathNet()) })
            {
                var (value, written) = Kernel.QuadraticForm(a, x, into);
                Near.Equal(form, value);
                Near.Equal(expected, into);
                Assert.Same(into.AsMathNet(), written.AsMathNet());
            }

            // The destination is x itself.
            var point = Kernel.Copy(x);
            Near.Equal(form, Kernel.QuadraticForm(a, point, point).Form);
            Near.Equal(expected, point);
        }
    }

    // A companion that makes nothing else enters no scope.
    [Theory]
    [InlineData(8)]
    [InlineData(60)]
    public void Outside_of_a_scope_nothing_is_allocated_once_warm(int n)
    {
        var (a, x, gradient) = (Some.Matrix(n, n), Some.Vector(n, 2), Some.Vector(n, 3));
        Assert.Equal(0, Allocation.OfWarm(Run));

        void Run()
        {
            Kernel.QuadraticForm(a, x, gradient);
            Kernel.QuadraticForm(a, gradient, gradient);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Throws<ArgumentException>(() => Kernel.QuadraticForm(Some.Matrix(3, 4), Some.Vector(4)));
        Assert.Throws<ArgumentException>(() => Kernel.QuadraticForm(Some.Matrix(4, 4), Some.Vector(3)));
        Assert.Contains("destination", Assert.Throws<ArgumentException>(() => Kernel.QuadraticForm(Some.Matrix(4, 4), Some.Vector(4), Some.Vector(3))).Message, StringComparison.Ordinal);
    }
}
