using System.Globalization;
using System.Text;

namespace GradGen.Benchmarks.Reports;

/// <summary>Times by sizes as an SVG, both axes logarithmic.</summary>
internal static class Plot
{
    private const double Left = 70, Top = 20, Width = 520, Height = 380, Legend = 150;

    private static readonly string[] s_colours = ["#1b6ca8", "#c0392b", "#1e8449", "#7d3c98", "#b9770e", "#148f77", "#566573"];

    internal static string Of(IReadOnlyList<Growth> growths)
    {
        var points = growths.SelectMany(g => g.Points).ToList();
        var (x0, x1) = (Math.Log2(points.Min(p => p.Size)), Math.Log2(points.Max(p => p.Size)));
        var (y0, y1) = (Math.Floor(Math.Log10(points.Min(p => p.Time))), Math.Ceiling(Math.Log10(points.Max(p => p.Time))));
        double X(double size) => Left + (Width * (Math.Log2(size) - x0) / (x1 - x0));
        double Y(double time) => Top + (Height * (y1 - Math.Log10(time)) / (y1 - y0));
        var svg = new StringBuilder();
        svg.AppendLine(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + Width + Legend}\" height=\"{Top + Height + 50}\" font-family=\"sans-serif\" font-size=\"12\">"));
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        foreach (var size in points.Select(p => p.Size).Distinct())
        {
            svg.AppendLine(Line(X(size), Top, X(size), Top + Height, "#ddd"));
            svg.AppendLine(Text(X(size), Top + Height + 18, $"{size}", "middle", "#333"));
        }

        for (var power = y0; power <= y1; power++)
        {
            var time = Math.Pow(10, power);
            svg.AppendLine(Line(Left, Y(time), Left + Width, Y(time), "#ddd"));
            svg.AppendLine(Text(Left - 6, Y(time) + 4, time switch { >= 1e6 => $"{time / 1e6} s", >= 1e3 => $"{time / 1e3} ms", >= 1 => $"{time} µs", _ => $"{time * 1e3} ns" }, "end", "#333"));
        }

        svg.AppendLine(Text(Left + (Width / 2), Top + Height + 40, "n", "middle", "#333"));
        for (var i = 0; i < growths.Count; i++)
        {
            var colour = s_colours[i % s_colours.Length];
            var line = string.Join(' ', growths[i].Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Size):F1},{Y(p.Time):F1}")));
            svg.AppendLine($"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            svg.AppendLine(Text(Left + Width + 10, Top + 14 + (20 * i), growths[i].Name, "start", colour));
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static string Line(double x0, double y0, double x1, double y1, string colour) =>
        string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{x0:F1}\" y1=\"{y0:F1}\" x2=\"{x1:F1}\" y2=\"{y1:F1}\" stroke=\"{colour}\"/>");

    private static string Text(double x, double y, string text, string anchor, string colour) =>
        string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>");
}
