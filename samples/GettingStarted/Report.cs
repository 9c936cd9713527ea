namespace GettingStarted;

/// <summary>Prints in columns, and remembers whether everything that should agree did.</summary>
internal sealed class Report(TextWriter output)
{
    private const int LabelWidth = 28;
    private const int ColumnWidth = 14;

    private bool isFirst = true;

    public bool AllAgree { get; private set; } = true;

    public void Title(string title)
    {
        if (!isFirst) output.WriteLine();
        isFirst = false;
        output.WriteLine(title);
        output.WriteLine(new string('─', title.Length));
    }

    /// <summary>A method as it is written, and below it the closed forms of its generated companions.</summary>
    public void Method(Type type, string method, params string[] companions)
    {
        foreach (var line in WrittenMethod.Of(type, method)) output.WriteLine($"  {line}".TrimEnd());
        output.WriteLine();
        foreach (var companion in companions) Line(companion, ClosedForm.Of(type, companion));
        output.WriteLine();
    }

    public void Header(string[] columns) => Line("", string.Concat(columns.Select(column => column.PadLeft(ColumnWidth))));

    public void Row(string label, Vector row) => Line(label, string.Concat(row.AsMathNet().Select(entry => $"{entry:F5}".PadLeft(ColumnWidth))));

    public void Rows(string label, Matrix rows)
    {
        for (var i = 0; i < rows.RowCount; i++) Row(i == 0 ? label : "", rows.Row(i).T);
    }

    public void Space() => output.WriteLine();

    public void Line(string label, string text) => output.WriteLine($"  {label.PadRight(LabelWidth)}  {text}");

    /// <summary>A relative error, and whether it is as small as it should be.</summary>
    public void Agreement(string label, double error, double bound)
    {
        var agrees = error < bound;
        AllAgree &= agrees;
        Line(label, $"relative error {error:0.0e-00}, {(agrees ? "below" : "NOT below")} {bound:0e-00}");
    }

    public void Close()
    {
        output.WriteLine();
        output.WriteLine(AllAgree ? "Everything agrees." : "Something does not agree.");
    }
}
