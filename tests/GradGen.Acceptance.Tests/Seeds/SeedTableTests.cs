using System.Reflection;
using System.Text.RegularExpressions;
using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Seeds;

/// <summary>docs/seeds.md says what is so: every row of its tables, and a row for everything.</summary>
public sealed partial class SeedTableTests
{
    private static readonly string folder = Path.Combine(Root(), "docs");
    private static readonly TableRow[] table = [.. File.ReadLines(Path.Combine(folder, "seeds.md")).Select(Parse).OfType<TableRow>()];

    [Fact]
    public void Every_form_of_the_table_is_the_form_that_is_shown() =>
        Assert.All(table, row => Assert.Equal(row.Form, ShownForm.Of(TypeOf(row), row.Companion)));

    [Fact]
    public void Every_link_of_the_table_leads_to_the_method() =>
        Assert.All(table, row => Assert.Contains($" {row.Method}(", File.ReadAllText(Path.Combine(folder, row.Link))));

    [Fact]
    public void Every_test_of_the_table_exists() =>
        Assert.Empty(table.Select(row => row.Test).Except(Tests()));

    [Fact]
    public void Every_test_has_a_row() => Assert.Empty(Tests().Except(table.Select(row => row.Test)));

    [Fact]
    public void Every_annotated_method_has_a_row() =>
        Assert.Empty(Annotated().Except(table.Select(row => $"{row.Type}.{row.Method}")));

    [Fact]
    public void The_companion_of_all_variables_shows_the_form_of_each()
    {
        foreach (var row in table.Where(r => r.Companion.StartsWith("Gradient_", StringComparison.Ordinal)))
        {
            var together = ShownForm.AllOf(TypeOf(row), $"Gradient_{row.Method}");
            var alone = TypeOf(row).GetMethods().Where(m => m.Name.StartsWith($"Gradient_{row.Method}_", StringComparison.Ordinal)).Select(m => ShownForm.Of(TypeOf(row), m.Name));
            Assert.Equal(alone, together);
        }
    }

    private static IEnumerable<string> Tests() =>
        from type in typeof(SeedTableTests).Assembly.GetTypes()
        where type.Namespace == typeof(SeedTableTests).Namespace && type != typeof(SeedTableTests)
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute))
        select $"{type.Name}.{method.Name}";

    private static IEnumerable<string> Annotated() =>
        from type in typeof(SeedTableTests).Assembly.GetTypes()
        where type.Namespace == typeof(SeedTableTests).Namespace
        from method in type.GetMethods()
        where method.IsDefined(typeof(DifferentiableAttribute))
        select $"{type.Name}.{method.Name}";

    private static Type TypeOf(TableRow row) => typeof(SeedTableTests).Assembly.GetType($"{typeof(SeedTableTests).Namespace}.{row.Type}", throwOnError: true)!;

    private static TableRow? Parse(string line)
    {
        var cells = UnescapedBar().Split(line).Select(cell => cell.Replace(@"\|", "|").Trim()).ToArray();
        return cells.Length == 7 && Companion().Match(cells[3]) is { Success: true } c
            ? new(c.Groups["type"].Value, c.Groups["name"].Value, c.Groups["method"].Value, c.Groups["link"].Value, cells[4].Trim('`'), cells[5].Trim('`'))
            : null;
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "GradGen.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();

    [GeneratedRegex(@"^\[`(?<type>\w+)\.(?<name>[A-Za-z]+_(?<method>[A-Za-z0-9]+)\w*)`\]\((?<link>[^)]+)\)$")]
    private static partial Regex Companion();

    private sealed record TableRow(string Type, string Companion, string Method, string Link, string Form, string Test);
}
