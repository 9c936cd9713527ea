using System.Diagnostics;
using System.Globalization;

namespace GradGen.Benchmarks.Hessians;

/// <summary>PyTorch in a process of its own, asked for one contest after the other.</summary>
internal sealed class Rival : IDisposable
{
    private readonly Process process;

    public Rival(string script)
    {
        var python = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";
        process = Process.Start(new ProcessStartInfo(python, ["-u", script]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{python} does not start");
        Version = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("python3-torch is not installed");
    }

    public string Version { get; }

    /// <summary>
    /// The seconds that one Hessian takes, row by row as PyTorch does it unless told otherwise and vectorized over the rows, and what tells
    /// whether it is the same: the sum of its entries' absolute values.
    /// </summary>
    public (double ByRows, double Vectorized, double Sum) Time(string name, string size)
    {
        process.StandardInput.WriteLine($"{name} {size}");
        var answer = process.StandardOutput.ReadLine()!.Split(' ');
        double Number(int i) => double.Parse(answer[i], CultureInfo.InvariantCulture);
        return (Number(0), Number(1), Number(2));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
