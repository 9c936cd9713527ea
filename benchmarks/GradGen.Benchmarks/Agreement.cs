namespace GradGen.Benchmarks;

/// <summary>What is compared must compute the same.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-8;

    internal static void Require(Workload workload)
    {
        double[]? expected = null;
        foreach (var contender in workload.Contenders)
        {
            contender.Before?.Invoke();
            var value = contender.Run();
            contender.After?.Invoke();
            double[] actual = [value, .. contender.Gradients?.Invoke() ?? expected![1..]];
            expected ??= actual;
            var scale = expected.Max(Math.Abs);
            var agrees = actual.Length == expected.Length && actual.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * scale);
            if (!agrees)
            {
                throw new InvalidOperationException($"{workload.Name}, {workload.Size}: {contender.Name} does not agree with {workload.Contenders[0].Name}");
            }
        }
    }
}
