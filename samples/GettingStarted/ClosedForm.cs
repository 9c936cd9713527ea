using System.Xml.Linq;

namespace GettingStarted;

/// <summary>The closed form of a companion: the first line of its documentation, which an editor shows when the mouse rests on a call.</summary>
internal static class ClosedForm
{
    private static readonly XDocument Documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "GettingStarted.xml"));

    public static string Of(Type type, string companion)
    {
        var member = Documentation.Descendants("member").Single(m => m.Attribute("name")!.Value.StartsWith($"M:{type.FullName}.{companion}("));
        return member.Element("summary")!.Value.Trim().Split('\n')[0];
    }
}
