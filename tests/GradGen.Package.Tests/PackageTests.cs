using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GradGen.Package.Tests;

public class PackageTests(PackedGradGen packed) : IClassFixture<PackedGradGen>
{
    [Fact]
    public void Packing_gives_one_package_without_a_warning()
    {
        Assert.Matches(@"^GradGen\.\d+\.\d+\.\d+\.nupkg$", Path.GetFileName(packed.Package));
        Assert.DoesNotContain("warning", packed.PackOutput, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_package_holds_the_runtime_for_two_frameworks_and_the_generator_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(packed.Package);
        var content = package.Entries.Select(e => e.FullName).Where(name => !IsEnvelope(name)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/GradGen.Generator.dll",
                "lib/net10.0/GradGen.Runtime.dll",
                "lib/net10.0/GradGen.Runtime.xml",
                "lib/net8.0/GradGen.Runtime.dll",
                "lib/net8.0/GradGen.Runtime.xml",
            ],
            content);
    }

    [Fact]
    public void The_package_names_its_licence_and_readme_and_depends_on_MathNet_and_tensors_alone()
    {
        var metadata = Nuspec();
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        var groups = metadata.Descendants().Where(e => e.Name.LocalName == "group").ToList();
        Assert.Equal(["net10.0", "net8.0"], groups.Select(g => g.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
        Assert.All(groups, g => Assert.Equal(["MathNet.Numerics", "System.Numerics.Tensors"], g.Elements().Select(d => d.Attribute("id")!.Value).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_new_project_restores_builds_and_calls_a_companion()
    {
        var (exitCode, output) = await packed.Build();
        Assert.True(exitCode == 0, output);
        Assert.Equal("gradient [-22, -28]ᵀ", (await packed.Run()).Trim());
    }

    [Fact]
    public async Task An_undefined_form_is_an_error_of_the_build_and_the_other_methods_are_still_generated()
    {
        var (exitCode, output) = await packed.Build("UNDEFINED_FORM");
        Assert.NotEqual(0, exitCode);

        // Had Gradient_LeastSquares_x not been generated, its call would be a second error, CS0117.
        var errors = Regex.Matches(output, @"Program\.cs\(\d+,\d+\): error (\w+): .*(?= \[)").DistinctBy(m => m.Value).ToList();
        Assert.Equal(["GRAD201", "GRAD201"], errors.Select(m => m.Groups[1].Value));
        var printed = string.Join('\n', errors.Select(m => m.Value));
        Assert.True(packed.Readme.Contains(printed, StringComparison.Ordinal), $"README.md should show these errors:\n{printed}");
    }

    private static bool IsEnvelope(string name) =>
        name is "_rels/.rels" or "[Content_Types].xml" or "GradGen.nuspec" || name.StartsWith("package/services/", StringComparison.Ordinal);

    private XElement Nuspec()
    {
        using var package = ZipFile.OpenRead(packed.Package);
        using var stream = package.GetEntry("GradGen.nuspec")!.Open();
        return XElement.Load(stream);
    }

    private static string Value(XElement metadata, string name) => metadata.Descendants().Single(e => e.Name.LocalName == name).Value;
}
