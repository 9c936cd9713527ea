namespace GradGen.Generator.Tests.Operations;

/// <summary>That no case escapes the sizes at which the operation table is tested.</summary>
public sealed class DrawTests
{
    // Three entries by their definition.
    private static readonly string[] OfFixedSize = ["GradGen.MatrixMath.Cross", "GradGen.MatrixMath.Skew"];

    // An entry is one of some.
    private static readonly string[] OfEntries = ["x[i]", "X[i, j]"];

    private static IReadOnlyList<Case> OfArrays => [.. Cases.All.Where(c => c.Variables.Any(v => !v.Argument.Sized.IsScalar))];

    [Fact]
    public void Every_case_of_letters_is_called_at_two_random_sizes_at_least()
    {
        var few = OfArrays.Where(c => c.Symbols.Count > 0 && ShapesOf(c, name => name.StartsWith(Draws.Random, StringComparison.Ordinal)).Except(ShapesOf(c, name => name is Draws.Given or Draws.Ones)).Count() < 2);
        Assert.Empty(few.Select(c => c.ToString()));
    }

    [Fact]
    public void Every_function_is_called_at_one_row_and_one_column()
    {
        var called = OfArrays.Where(c => Draws.Of(c).Any(d => c.Variables.All(v => Values.ShapeOf(d.Arguments[v.Position]) == (1, 1)))).Select(Name);
        Assert.Equal(OfFixedSize, OfArrays.Select(Name).Except(called));
    }

    [Fact]
    public void Every_function_is_called_without_entries_or_throws_there()
    {
        var called = OfArrays.Where(c => Draws.OfNothing(c).Any(d => Draws.IsEmpty(c, d.Sizes))).Select(Name);
        Assert.Equal(OfFixedSize.Concat(OfEntries), OfArrays.Select(Name).Except(called));
        Assert.Equal(["Max", "Min", "NormInf"], OfArrays.Where(c => c.ThrowsOfNothing is not null).Select(c => c.Function.Split('.')[^1]).Distinct());
    }

    [Fact]
    public void Every_size_is_zero_once_where_the_others_are_not()
    {
        foreach (var row in OfArrays)
        {
            var empty = Draws.OfNothing(row);
            Assert.All(row.Symbols.Where(s => !s.IsOffset), letter => Assert.Contains(empty, d => d.Sizes[letter] == 0 && row.Symbols.All(s => s == letter || s.IsOffset || d.Sizes[s] > 0)));
        }
    }

    [Fact]
    public void Every_case_of_two_variables_of_one_type_is_called_with_one_for_both()
    {
        foreach (var row in Cases.All)
        {
            var pairs = row.SharedPairs;
            Assert.Equal(row.Variables.GroupBy(v => v.Argument.Type).Sum(g => g.Count() * (g.Count() - 1) / 2), pairs.Count);
            foreach (var (kept, replaced) in pairs) Assert.All(Draws.OfShared(row, kept, replaced), d => Assert.Same(d.Arguments[kept.Position], d.Arguments[replaced.Position]));
        }
    }

    [Fact]
    public void A_domain_contains_what_is_drawn_of_it()
    {
        foreach (var row in Cases.All)
        {
            foreach (var draw in Draws.Of(row).Concat(Draws.OfNothing(row)))
                Assert.All(row.Variables, v => Assert.True(v.Argument.Domain.Contains(draw.Arguments[v.Position]), $"{row}: {v.Name} = {draw.Arguments[v.Position]} at {draw}"));
        }
    }

    private static string Name(Case row) => row.Function.Length > 0 ? row.Function : row.Expression;

    private static IEnumerable<string> ShapesOf(Case row, Func<string, bool> name) =>
        Draws.Of(row).Where(d => name(d.Name)).Select(d => string.Join(", ", row.Variables.Select(v => Values.ShapeOf(d.Arguments[v.Position])))).Distinct();
}
