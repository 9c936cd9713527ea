using System.Globalization;
using System.Text;

namespace GradGen.Generator.Expressions;

/// <summary>Templates of <see cref="Computation"/>.</summary>
internal static class Template
{
    /// <summary>Puts operands into the places {0}, {1}, … of a template.</summary>
    public static string Fill(string template, Func<int, string> operand)
    {
        var result = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > i + 1 && int.TryParse(template.Substring(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                result.Append(operand(index));
                i = end;
            }
            else
            {
                result.Append(template[i]);
            }
        }

        return result.ToString();
    }
}
