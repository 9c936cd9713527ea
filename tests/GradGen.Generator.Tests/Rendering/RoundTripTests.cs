using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;
using GradGen.Generator.Rendering;
using static GradGen.Generator.Tests.Rendering.Write;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Whatever is written can be read back in one way only; whatever LaTeX is written is well formed.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] names = ["a", "b", "e", "f", "i", "j", "n", "s", "x", "y", "A", "B", "I", "X", "ab", "dx", "weights", "mu", "sigma", "lambda", "x1", "x_1", "mu_0", "Sigma", "Σ", "X1", "my_var", "q"];
    private static readonly double[] numbers = [0, 1, 2, 3, 10, 0.5, 0.25, 0.75, 0.1, 1.5, 1e-6, 2.5e-7, 1e20, -3, double.PositiveInfinity];
    private static readonly string[] heads = ["exp", "log", "Tr", "√", "√", "∛", "f", "σ", "softmax", "log₂", "kron₁*"];
    private static readonly string[] verbatims = ["I", "e", "options.Lambda", "weights"];

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void What_is_written_reads_back_as_what_was_meant(int seed, int depth)
    {
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++)
        {
            var notation = round % 5 == 0 ? Defined(random, depth) : Any(random, depth);
            var text = UnicodeWriter.Write(notation);
            string read;
            try
            {
                read = Tree.Of(FormulaParser.Parse(text, new ReadNames(notation, text)));
            }
            catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException)
            {
                read = e.Message;
            }

            Assert.True(Tree.Of(notation) == read, $"{text}\nmeant {Tree.Of(notation)}\nread  {read}");
        }
    }

    [Fact]
    public void Latex_is_well_formed()
    {
        var random = new Random(5);
        for (var round = 0; round < 5_000; round++)
        {
            var text = LatexWriter.Write(Any(random, 4));
            Assert.Null(Fault(text) is { } fault ? $"{fault}: {text}" : null);
        }
    }

    [Theory]
    [InlineData("x^{2}^{3}")]
    [InlineData("x_{1}_{2}")]
    [InlineData("x^{2")]
    [InlineData(@"\alphax")]
    [InlineData(@"\left(x)")]
    public void The_check_of_latex_finds(string fault) => Assert.NotNull(Fault(fault));

    private static string? Fault(string latex)
    {
        var open = new Stack<bool>();
        for (var i = 0; i < latex.Length; i++)
        {
            if (latex[i] == '\\') i++;
            else if (latex[i] == '{') open.Push(true);
            else if (latex[i] == '}' && !open.TryPop(out _)) return "a brace too many";
        }

        if (open.Count > 0) return "a brace is open";
        if (Regex.Count(latex, @"\\left\b") != Regex.Count(latex, @"\\right\b")) return "left without right";
        // Groups without groups inside them are taken away from the inside out; two scripts of one kind then stand side by side.
        for (var rest = latex.Replace(@"\_", "");;)
        {
            if (Regex.IsMatch(rest, @"\^(§|\w)(_(§|\w))?\^|_(§|\w)(\^(§|\w))?_")) return "a double script";
            var less = Regex.Replace(rest, @"\{[^{}]*\}", "§");
            if (less == rest) break;
            rest = less;
        }

        return Regex.Matches(latex, @"\\([A-Za-z]+)").FirstOrDefault(m => !commands.Contains(m.Groups[1].Value)) is { } unknown ? $"unknown {unknown.Value}" : null;
    }

    private static readonly HashSet<string> commands =
    [
        "top", "frac", "tfrac", "lVert", "rVert", "lvert", "rvert", "left", "right", "operatorname", "sum", "odot", "otimes", "cdot", "circ", "begin", "end", "text",
        "mathrm", "mathbf", "texttt", "quad", "sqrt", "exp", "log", "max", "infty", "land", "le", "bmod", "mu", "sigma", "lambda", "Sigma",
    ];

    private static Notation Defined(Random random, int depth) => new Notation.Where(Formula(random, depth), [.. new[] { "r", "P" }.Take(random.Next(1, 3)).Select(n => (new Notation.Name(n), Formula(random, depth - 1)))]);

    // A relation would read on as the end of the definition.
    private static Notation Formula(Random random, int depth) => Any(random, depth) is var any && any is Notation.Infix ? Formula(random, depth) : any;

    private static Notation Any(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0) return Leaf(random);
        Notation Part() => Any(random, depth - 1);
        Notation[] Parts() => [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Part())];
        return random.Next(20) switch
        {
            18 => Notation.Grouped.Of(Part()),
            0 or 1 => new Notation.Sum(Parts().Select(t => (random.Next(2) == 0, t)).ToImmutableArray()),
            2 or 3 or 4 => Product(Parts()),
            5 => Product(random.Next(3) switch { 0 => "∘", 1 => "⊗", _ => "·" }, Parts()),
            6 => Minus(Part()),
            7 => Over(Part(), Part()),
            8 => Power(Part(), random.Next(3) == 0 ? Part() : Number(random.Next(-3, 12))),
            9 => random.Next(3) == 0 ? Entrywise(Part(), Part()) : T(Part()),
            10 => Inv(Part()),
            11 => At(Part(), Indices(random, depth)),
            12 => random.Next(2) == 0 ? Bars(Part()) : Norm(Part(), random.Next(4) switch { 0 => "F", 1 => "1", 2 => "*", _ => "" }),
            13 => random.Next(5) == 0 ? Call("max", Part(), Part()) : Call(heads[random.Next(heads.Length)], Part()),
            14 => BigSum(random.Next(3) switch { 0 => "i", 1 => "j", _ => "q" }, Part()),
            15 => random.Next(2) == 0 ? Differential(Name(names[random.Next(names.Length)])) : Differential(Part()),
            16 => new Notation.BigSum(Name("j"), Number(1), Part(), Part(), HasRange: true),
            17 => Cases(Part(), Part(), Part()),
            _ => Infix(random.Next(4) switch { 0 => "<", 1 => "==", 2 => "&&", _ => "%" }, Part(), Part()),
        };
    }

    // Two whole numbers as indices of a matrix would read as one of a vector: A₁₂.
    private static Notation[] Indices(Random random, int depth) => random.Next(5) switch
    {
        0 => [Name("i")],
        1 => [Name("i"), Number(random.Next(12))],
        2 => [Sum(Name("i"), Minus(Number(1)))],
        3 => [Number(random.Next(12))],
        _ => [Name("j"), Any(random, depth - 1)],
    };

    private static Notation Leaf(Random random) => random.Next(6) switch
    {
        0 => Number(numbers[random.Next(numbers.Length)]),
        1 when random.Next(3) == 0 => Verbatim(verbatims[random.Next(verbatims.Length)]),
        _ => Name(names[random.Next(names.Length)]),
    };
}
