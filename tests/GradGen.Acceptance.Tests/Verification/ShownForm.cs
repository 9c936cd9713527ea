using System.Xml.Linq;

namespace AcceptanceTests.Verification;

/// <summary>What an editor shows of a companion: its documentation, as the compiler wrote it beside the test assembly.</summary>
public static class ShownForm
{
    private static readonly ILookup<string, string> summaries = Read();

    /// <summary>The first line of the summary, such as <c>∂f/∂x = Aᵀ(Ax − y)</c>.</summary>
    public static string Of(Type type, string companion) => AllOf(type, companion)[0];

    /// <summary>The lines of the summary, one for each derivative.</summary>
    public static string[] AllOf(Type type, string companion)
    {
        var id = $"M:{type.FullName!.Replace('+', '.')}.{companion}";
        var found = summaries[id].ToList();
        Assert.True(found.Count == 1, $"{id} has {found.Count} documentation comments.");
        return found[0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static ILookup<string, string> Read() =>
        XDocument.Load(Path.ChangeExtension(typeof(ShownForm).Assembly.Location, ".xml")).Descendants("member")
            .ToLookup(m => m.Attribute("name")!.Value.Split('(')[0], m => m.Element("summary")?.Value ?? "");
}
