using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GradGen.Benchmarks.Rivals;

/// <summary>PyTorch in a process of its own, which is handed the operands in a file and asked for one series of runs after the other.</summary>
internal sealed class Torch : IDisposable
{
    private readonly Process _process;
    private readonly string _file = Path.GetTempFileName();

    private Torch(Process process, string version) => (_process, Version) = (process, version);

    internal string Version { get; }

    /// <summary>Starts the script; null where there is no Python or no PyTorch.</summary>
    internal static Torch? Start()
    {
        try
        {
            // Debian's python3-torch belongs to Debian's Python.
            var python = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";
            var script = Path.Combine(AppContext.BaseDirectory, "torch_rival.py");
            var start = new ProcessStartInfo(python, ["-u", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            var process = Process.Start(start)!;
            return process.StandardOutput.ReadLine() is { } version ? new Torch(process, version) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The contender that computes a workload.</summary>
    internal Contender Of(Workload workload)
    {
        using (var stream = File.Create(_file))
        {
            foreach (var (_, _, entries) in workload.Operands)
            {
                stream.Write(MemoryMarshal.AsBytes<double>(entries));
            }
        }

        var shapes = string.Join(' ', workload.Operands.Select(o => $"{o.Rows}x{o.Columns}"));
        Ask($"load {workload.Torch} {_file} {shapes}");
        return new Player(this);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"PyTorch ended at: {question}\n{_process.StandardError.ReadToEnd()}");
    }

    private double Number(string question) => double.Parse(Ask(question), CultureInfo.InvariantCulture);

    private double[] Gradients()
    {
        Ask($"gradients {_file}");
        return MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(_file)).ToArray();
    }

    private sealed record Player(Torch Rival) : Contender("PyTorch", () => Rival.Number("run"), Rival.Gradients)
    {
        internal override bool IsInProcess => false;

        internal override double Time(int repetitions) => Rival.Number($"time {repetitions}");
    }
}
