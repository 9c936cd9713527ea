using System.Runtime.CompilerServices;
using System.Text;

namespace GradGen.Generator.Tests.Documentation;

/// <summary>docs/language.md has the operation table's functions; GRADGEN_ACCEPT=1 writes them anew below its hand-written head.</summary>
public sealed class LanguagePageTests
{
    private const string Mark = "<!-- From here on the page is written by LanguagePageTests from the operation table. -->\n";

    [Fact]
    public void The_page_is_the_one_of_the_operation_table()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/language.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var head = page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)];
        var expected = head + LanguagePage.Tables();
        if (Environment.GetEnvironmentVariable("GRADGEN_ACCEPT") == "1") File.WriteAllText(path, expected, new UTF8Encoding(false));
        else Assert.Equal(expected.Split('\n'), page.Split('\n'));
    }

    [Fact]
    public void Every_function_of_the_table_is_on_the_page() => Assert.Empty(LanguagePage.Missing());

    private static string Here([CallerFilePath] string path = "") => path;
}
