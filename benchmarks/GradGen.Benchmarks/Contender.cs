using System.Diagnostics;

namespace GradGen.Benchmarks;

/// <summary>One way to compute a value and its gradients.</summary>
/// <param name="Name">What computes them.</param>
/// <param name="Run">Computes them and returns the value.</param>
/// <param name="Gradients">The entries of the gradients that the last run computed; null where only the value is computed.</param>
internal record Contender(string Name, Func<double> Run, Func<IEnumerable<double>>? Gradients)
{
    /// <summary>What makes the machine ready for this contender, where something must.</summary>
    internal Action? Before { get; init; }

    /// <summary>What undoes that.</summary>
    internal Action? After { get; init; }

    /// <summary>Whether the bytes that it allocates are known.</summary>
    internal virtual bool IsInProcess => true;

    /// <summary>Microseconds of one run, on the average of some.</summary>
    internal virtual double Time(int repetitions)
    {
        Before?.Invoke();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
        {
            Run();
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds / repetitions;
        After?.Invoke();
        return time;
    }
}

/// <summary>What is computed, at one size.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Size">The size.</param>
/// <param name="Contenders">The ways to compute it; the others are compared to the first one.</param>
internal sealed record Workload(string Name, string Size, IReadOnlyList<Contender> Contenders)
{
    /// <summary>The name by which PyTorch's script knows it.</summary>
    internal required string Torch { get; init; }

    /// <summary>The operands, in the order in which PyTorch's script takes them: rows, columns, entries by columns.</summary>
    internal required IReadOnlyList<(int Rows, int Columns, double[] Entries)> Operands { get; init; }

    /// <summary>Additions and multiplications that value and gradient take at least.</summary>
    internal required double Operations { get; init; }

    /// <summary>Bytes that are read and written at least, each once.</summary>
    internal double Bytes => 8.0 * (Operands.Sum(o => (double)o.Rows * o.Columns) + GradientEntries);

    /// <summary>The entries of the gradients: as many values and more would differences take.</summary>
    internal required double GradientEntries { get; init; }

    /// <summary>Whether the gradient is as large as the data, so that writing it costs what reading the data does.</summary>
    internal bool HasLargeGradient { get; init; }
}
