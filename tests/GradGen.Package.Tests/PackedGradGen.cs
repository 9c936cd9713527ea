namespace GradGen.Package.Tests;

/// <summary>GradGen packed into a feed of its own, and beside it a new project with an empty package cache; all in a temporary folder.</summary>
public sealed class PackedGradGen : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gradgen-package-");

    /// <summary>The one package in the feed.</summary>
    public string Package => Assert.Single(Directory.GetFiles(In("feed")));

    /// <summary>The README, which shows this project's errors.</summary>
    public string Readme { get; } = File.ReadAllText(Path.Combine(Repository, "README.md")).ReplaceLineEndings("\n");

    /// <summary>What packing printed.</summary>
    public string PackOutput { get; private set; } = "";

    public async Task InitializeAsync()
    {
        PackOutput = await Succeed(Repository, null, "pack", "src/GradGen.Runtime", "-o", In("feed"), "--artifacts-path", In("artifacts"), "--disable-build-servers");
        Copy(Path.Combine(AppContext.BaseDirectory, "Consumer"), In("consumer"));
        await Succeed(In("consumer"), In("packages"), "restore", "--disable-build-servers", Version);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Builds the new project, with a symbol defined or with none.</summary>
    public Task<(int ExitCode, string Output)> Build(string symbol = "NONE") =>
        DotNet.Run(In("consumer"), In("packages"), "build", "--no-restore", "--disable-build-servers", Version, $"-p:DefineConstants={symbol}", "-o", In(symbol));

    /// <summary>Runs what was built with no symbol.</summary>
    public Task<string> Run() => Succeed(In("consumer"), In("packages"), Path.Combine(In("NONE"), "Consumer.dll"));

    private static async Task<string> Succeed(string folder, string? packages, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.Run(folder, packages, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    private static string Repository
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "GradGen.sln"))) directory = directory.Parent!;
            return directory.FullName;
        }
    }

    /// <summary>Exactly the version that was packed, whatever other sources have.</summary>
    private string Version => $"-p:GradGenVersion={Path.GetFileNameWithoutExtension(Package)["GradGen.".Length..]}";

    private string In(string name) => Path.Combine(folder.FullName, name);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
