namespace GradGen.Benchmarks;

/// <summary>One way to compute a value and its gradients.</summary>
/// <param name="Name">What computes them.</param>
/// <param name="Run">Computes them and returns the value.</param>
/// <param name="Gradients">The entries of the gradients that the last run computed.</param>
internal sealed record Contender(string Name, Func<double> Run, Func<IEnumerable<double>> Gradients);

/// <summary>What is computed, at one size.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Size">The size.</param>
/// <param name="Contenders">The ways to compute it; the others are compared to the first one.</param>
internal sealed record Workload(string Name, string Size, IReadOnlyList<Contender> Contenders);
