using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen.Benchmarks.Workloads;

/// <summary>The squared error of a network with one hidden layer of tanh, by its weights and biases.</summary>
internal static class Network
{
    internal static IEnumerable<Workload> All => [Of(8, 8, 8, 4), Of(256, 64, 128, 10)];

    internal static Workload Of(int batch, int inputs, int hidden, int outputs)
    {
        var operands = new Operands();
        var (x, t) = (operands.Matrix(batch, inputs), operands.Matrix(batch, outputs));
        var (w1, b1, w2, b2) = (operands.Matrix(inputs, hidden), operands.Vector(hidden), operands.Matrix(hidden, outputs), operands.Vector(outputs));
        var (ofW1, ofB1) = (MatrixMath.Zeros(inputs, hidden), MatrixMath.Zeros(hidden));
        var (ofW2, ofB2) = (MatrixMath.Zeros(hidden, outputs), MatrixMath.Zeros(outputs));
        var (activations, residuals) = (MatrixMath.Zeros(batch, hidden), MatrixMath.Zeros(batch, outputs));
        var (data, target, first, second) = (x.AsMathNet(), t.AsMathNet(), w1.AsMathNet(), w2.AsMathNet());
        IEnumerable<double> results = [];
        return new Workload("two-layer tanh network", $"{batch}-{inputs}-{hidden}-{outputs}", [
            new("by hand", () => Math.Max(batch, hidden) <= Plain.Largest ? Small(x, t, w1, b1, w2, b2, ofW1, ofB1, ofW2, ofB2) : ByHand(x, t, w1, b1, w2, b2, activations, residuals, ofW1, ofB1, ofW2, ofB2), Gradients),
            new("companion", () => Models.ValueAndGradientInto_Network(x, t, w1, b1.T, w2, b2.T, ofW1, ofB1.T, ofW2, ofB2.T), Gradients),
            new("value", () => Models.Network(x, t, w1, b1.T, w2, b2.T), null),
            new("MathNet", () =>
            {
                var one = Vector<double>.Build.Dense(batch, 1.0);
                var h = ((data * first) + one.OuterProduct(b1)).Map(Math.Tanh);
                var error = (h * second) + one.OuterProduct(b2) - target;
                var inner = (error * second.Transpose()).PointwiseMultiply(h.Map(z => 1.0 - (z * z)));
                var (g1, g2) = (data.Transpose() * inner, h.Transpose() * error);
                var (c1, c2) = (inner.ColumnSums(), error.ColumnSums());
                results = [.. g1.ToColumnMajorArray(), .. c1, .. g2.ToColumnMajorArray(), .. c2];
                return 0.5 * Math.Pow(error.FrobeniusNorm(), 2.0);
            }, () => results),
        ])
        {
            Torch = "network",
            Operands = [Operand.Of(x), Operand.Of(t), Operand.Of(w1), Operand.Of(b1), Operand.Of(w2), Operand.Of(b2)],
            Operations = batch * ((4.0 * inputs * hidden) + (6.0 * hidden * outputs) + (20.0 * hidden)),
            GradientEntries = ((double)inputs * hidden) + hidden + ((double)hidden * outputs) + outputs,
        };

        IEnumerable<double> Gradients() =>
            [.. ofW1.AsMathNet().ToColumnMajorArray(), .. ofB1.ToArray(), .. ofW2.AsMathNet().ToColumnMajorArray(), .. ofB2.ToArray()];
    }

    private static double ByHand(
        Matrix x, Matrix t, Matrix w1, Vector b1, Matrix w2, Vector b2, Matrix h, Matrix error, Matrix ofW1, Vector ofB1, Matrix ofW2, Vector ofB2)
    {
        using var arena = Arena.Enter();
        var batch = x.RowCount;
        FillColumns(Dense.Entries(h), Dense.Entries(b1), batch);
        Kernel.MultiplyAdd(1.0, x, false, w1, false, 1.0, h);
        Kernel.MapInPlace<Entry.Tanh<Entry.X0>>(h);
        FillColumns(Dense.Entries(error), Dense.Entries(b2), batch);
        Kernel.MultiplyAdd(1.0, h, false, w2, false, 1.0, error);
        Kernel.SubtractInPlace(error, t);
        Kernel.MultiplyAdd(1.0, h, true, error, false, 0.0, ofW2);
        SumColumns(Dense.Entries(error), Dense.Entries(ofB2), batch);
        var inner = Kernel.MultiplyTranspose(error, w2);
        TimesDerivativeOfTanh(Dense.Entries(inner), Dense.Entries(h), Dense.Entries(ofB1), batch);
        Kernel.MultiplyAdd(1.0, x, true, inner, false, 0.0, ofW1);
        return 0.5 * MatrixMath.FrobeniusNormSquared(error);
    }

    private static void FillColumns(Span<double> entries, ReadOnlySpan<double> values, int rows)
    {
        for (var j = 0; j < values.Length; j++)
        {
            entries.Slice(j * rows, rows).Fill(values[j]);
        }
    }

    private static void SumColumns(ReadOnlySpan<double> entries, Span<double> sums, int rows)
    {
        for (var j = 0; j < sums.Length; j++)
        {
            sums[j] = TensorPrimitives.Sum(entries.Slice(j * rows, rows));
        }
    }

    /// <summary>The entries times 1 − h², and the sums of their columns in the same pass.</summary>
    private static void TimesDerivativeOfTanh(Span<double> entries, ReadOnlySpan<double> h, Span<double> sums, int rows)
    {
        for (var j = 0; j < sums.Length; j++)
        {
            var column = entries.Slice(j * rows, rows);
            var values = h.Slice(j * rows, rows);
            var total = 0.0;
            var i = 0;
            var lanes = Vector256<double>.Zero;
            for (; i <= rows - 4; i += 4)
            {
                var value = Vector256.Create(values.Slice(i, 4));
                var entry = Vector256.Create<double>(column.Slice(i, 4)) * (Vector256<double>.One - (value * value));
                entry.CopyTo(column[i..]);
                lanes += entry;
            }

            for (; i < rows; i++)
            {
                column[i] *= 1.0 - (values[i] * values[i]);
                total += column[i];
            }

            sums[j] = total + Vector256.Sum(lanes);
        }
    }

    /// <summary>Everything on the stack, biases laid before the products.</summary>
    [SkipLocalsInit]
    private static double Small(
        Matrix x, Matrix t, Matrix w1, Vector b1, Matrix w2, Vector b2, Matrix ofW1, Vector ofB1, Matrix ofW2, Vector ofB2)
    {
        var data = Dense.Entries(x);
        var first = Dense.Entries(w1);
        var second = Dense.Entries(w2);
        var (batch, inputs, hidden, outputs) = (x.RowCount, x.ColumnCount, w1.ColumnCount, w2.ColumnCount);
        var h = (stackalloc double[Plain.Largest * Plain.Largest])[..(batch * hidden)];
        var error = (stackalloc double[Plain.Largest * Plain.Largest])[..(batch * outputs)];
        FillColumns(h, Dense.Entries(b1), batch);
        Plain.AddProduct(1.0, data, first, false, h, batch, inputs, hidden);
        Entrywise.Tanh(h, h);
        FillColumns(error, Dense.Entries(b2), batch);
        Plain.AddScaled(-1.0, Dense.Entries(t), error);
        Plain.AddProduct(1.0, h, second, false, error, batch, hidden, outputs);
        Plain.TransposeProduct(h, error, Dense.Entries(ofW2), batch, hidden, outputs);
        SumColumns(error, Dense.Entries(ofB2), batch);
        var inner = (stackalloc double[Plain.Largest * Plain.Largest])[..(batch * hidden)];
        var biases = Dense.Entries(ofB1);
        inner.Clear();
        Plain.AddProduct(1.0, error, second, true, inner, batch, outputs, hidden);
        for (var j = 0; j < hidden; j++)
        {
            TimesDerivativeOfTanh(inner.Slice(j * batch, batch), h.Slice(j * batch, batch), biases.Slice(j, 1), batch);
        }

        Plain.TransposeProduct(data, inner, Dense.Entries(ofW1), batch, inputs, hidden);
        return 0.5 * Plain.Dot(error, error);
    }
}
