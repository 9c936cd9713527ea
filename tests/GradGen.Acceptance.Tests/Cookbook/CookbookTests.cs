using System.Reflection;
using System.Text.RegularExpressions;
using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>docs/cookbook.md says what is so: every form is shown as it stands there, costs no more than the textbook's, and is right.</summary>
public sealed partial class CookbookTests
{
    private static readonly string folder = Path.Combine(Root(), "docs");
    private static readonly TableRow[] table = [.. File.ReadLines(Path.Combine(folder, "cookbook.md")).Select(Parse).OfType<TableRow>()];

    public static TheoryData<string, string> Methods
    {
        get
        {
            var methods = new TheoryData<string, string>();
            foreach (var method in Annotated()) methods.Add(method.DeclaringType!.Name, method.Name);
            return methods;
        }
    }

    [Fact]
    public void The_table_has_more_than_eighty_rows() => Assert.True(table.Length > 80);

    [Fact]
    public void Every_form_of_the_table_is_the_form_that_is_shown() =>
        Assert.Equal(table.Select(r => (r.Companion, r.Shown)), table.Select(r => (r.Companion, ShownForm.Of(TypeOf(r.Type), r.Companion))));

    [Fact]
    public void No_form_has_more_operations_than_the_textbooks() =>
        Assert.Empty(table.Where(r => Operations(r.Shown[(r.Shown.IndexOf(" = ", StringComparison.Ordinal) + 3)..]) > Operations(r.Textbook)).Select(r => $"{r.Companion}: {r.Shown}, {r.Textbook}"));

    [Theory]
    [InlineData("2|XᵀAX|AX(XᵀAX)⁻¹", 12)]
    [InlineData("2|P|AXP⁻¹ where P = XᵀAX", 9)]
    [InlineData("−Xᵀ(y ∘ σ(−y ∘ Xw))", 8)]
    [InlineData("x^∘(−1)", 1)]
    public void Operations_are_counted(string form, int expected) => Assert.Equal(expected, Operations(form));

    [Fact]
    public void Every_annotated_method_has_a_row() =>
        Assert.Empty(Annotated().Select(m => (m.DeclaringType!.Name, m.Name)).Except(table.Select(r => (r.Type, r.Method))));

    [Fact]
    public void Every_link_of_the_table_leads_to_the_method() =>
        Assert.All(table, row => Assert.Contains($" {row.Method}(", File.ReadAllText(Path.Combine(folder, row.Link))));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_companion_agrees_with_differences(string type, string method)
    {
        // A Gram matrix XᵀX is invertible where X has no more columns than rows.
        var draws = Draw.Several.Where(d => d.M >= d.N).ToList();
        var parameters = TypeOf(type).GetMethod(method)!.GetParameters();
        if (type == nameof(SharedEntries)) Assert.All(draws, d => SharedEntriesHold(method, [.. parameters.Select(p => Argument(p, d))]));
        else new Row(TypeOf(type), method).Holds(d => [.. parameters.Select(p => Argument(p, d))], draws);
    }

    /// <summary>An entry and its mirror image move together.</summary>
    private static void SharedEntriesHold(string method, object[] arguments)
    {
        var x = (Matrix)arguments[0];
        var gradient = (Matrix)typeof(SharedEntries).GetMethod($"Gradient_{method}_X")!.Invoke(null, arguments)!;
        double At(int i, int j, double step)
        {
            var direction = new double[x.RowCount, x.ColumnCount];
            direction[i, j] = direction[j, i] = step;
            return (double)typeof(SharedEntries).GetMethod(method)!.Invoke(null, [x + Matrix.OfArray(direction), .. arguments[1..]])!;
        }

        for (var i = 0; i < x.RowCount; i++)
        {
            for (var j = 0; j < x.ColumnCount; j++) Assert.Equal((At(i, j, 1e-5) - At(i, j, -1e-5)) / 2e-5, gradient[i, j], 1e-6 * (1 + Math.Abs(gradient[i, j])));
        }
    }

    private static object Argument(ParameterInfo parameter, Draw draw)
    {
        var sizes = parameter.GetCustomAttribute<ShapeAttribute>()?.Dimensions.Select(d => d switch { "m" => draw.M, "p" => draw.P, _ => draw.N }).ToArray() ?? [draw.N, draw.N];
        if (parameter.ParameterType == typeof(int)) return 3;
        if (parameter.ParameterType == typeof(double)) return draw.Scalar();
        // A distribution is positive.
        if (parameter.ParameterType == typeof(Vector)) return parameter.Name == "p" ? Abs(draw.Vector(sizes[0])) + 0.5 : draw.Vector(sizes[0]);
        var (rows, columns) = (sizes[0], sizes[1]);
        return Has<PositiveDefiniteAttribute>() ? draw.PositiveDefinite(rows)
            : Has<SymmetricAttribute>() ? draw.Symmetric(rows) + rows * Identity(rows)
            : Has<DiagonalAttribute>() ? Diag(draw.Vector(rows))
            : Has<LowerTriangularAttribute>() ? LowerTriangle(draw.Invertible(rows))
            : Has<OrthogonalAttribute>() ? Reflection(draw.Vector(rows))
            : rows == columns ? draw.Invertible(rows) : draw.Matrix(rows, columns);

        bool Has<T>()
            where T : Attribute => parameter.IsDefined(typeof(T));
    }

    private static Matrix Reflection(Vector v) => Identity(v.Count) - 2 / NormSquared(v) * (v * v.T);

    /// <summary>How many operations a formula has: those on one operand, and between operands one less than there are.</summary>
    private static int Operations(string form) => form.Split(" where ").SelectMany(part => part.Split(", ").Select(p => p.Contains(" = ") ? p[(p.IndexOf(" = ", StringComparison.Ordinal) + 3)..] : p)).Sum(part =>
    {
        var unary = Unary().Count(part) + (2 * part.Split("⁻ᵀ").Length) - 2 + (part.Count(c => c is '|' or '‖') / 2);
        var leaves = Leaf().Count(Unary().Replace(part.Replace("⁻ᵀ", ""), " "));
        return leaves - 1 + unary;
    });

    private static IEnumerable<MethodInfo> Annotated() =>
        from type in typeof(CookbookTests).Assembly.GetTypes()
        where type.Namespace == typeof(CookbookTests).Namespace
        from method in type.GetMethods()
        where method.IsDefined(typeof(DifferentiableAttribute))
        select method;

    private static Type TypeOf(string name) => typeof(CookbookTests).Assembly.GetType($"{typeof(CookbookTests).Namespace}.{name}", throwOnError: true)!;

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

    // Functions, roots, transposes, inverses, powers, and a minus sign with nothing before it.
    [GeneratedRegex(@"\b(Tr|Diag|diag|adj|expm|exp|log|sin|cos|tanh|sign|step|relu|softmax)\b|[σ√ᵀ²³]|⁻¹|\^∘(\(−1\)|\d)|(?<=^|\()−")]
    private static partial Regex Unary();

    [GeneratedRegex(@"d?\p{L}|[0-9]+|[½]")]
    private static partial Regex Leaf();

    private sealed record TableRow(string Type, string Companion, string Method, string Link, string Textbook, string Shown);
}
