namespace GettingStarted;

/// <summary>A [Differentiable] method as it stands in the source, which the assembly carries.</summary>
internal static class WrittenMethod
{
    private const string Indent = "    ";

    public static IEnumerable<string> Of(Type type, string method)
    {
        var lines = Resource.Text($"{type.Name}.cs").Split('\n').SkipWhile(line => !line.StartsWith($"{Indent}[Differentiable")).ToList();
        var last = lines.FindIndex(line => line == $"{Indent}}}" || line.EndsWith(';') && line.Contains($" {method}("));
        return lines.Take(last + 1).Select(line => line.StartsWith(Indent) ? line[Indent.Length..] : line);
    }
}
