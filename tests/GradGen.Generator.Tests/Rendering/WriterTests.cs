using GradGen.Generator.Expressions;
using GradGen.Generator.Rendering;
using static GradGen.Generator.Tests.Rendering.Write;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Where parentheses, spaces and scripts stand.</summary>
public sealed class WriterTests
{
    private static readonly Notation a = Name("a"), b = Name("b"), c = Name("c"), x = Name("x"), y = Name("y"), z = Name("z"), i = Name("i"), p = Name("p"), A = Name("A"), B = Name("B"), C = Name("C");

    private static readonly (string Unicode, string Latex, Notation Notation)[] rows =
    [
        // Above the line.
        ("(Aᵀ)²", "(A^{\\top})^{2}", Power(T(A), Number(2))),
        ("(A²)ᵀ", "(A^{2})^{\\top}", T(Power(A, Number(2)))),
        ("X⁻ᵀ", "X^{-\\top}", Inv(T(Name("X")))),
        ("((Aᵀ)ᵀ)ᵀ", "((A^{\\top})^{\\top})^{\\top}", T(T(T(A)))),
        ("x⁻³", "x^{-3}", Power(x, Minus(Number(3)))),
        ("x⁻³", "x^{-3}", Power(x, Number(-3))),
        ("x¹⁰", "x^{10}", Power(x, Number(10))),
        ("x^½", "x^{\\tfrac12}", Power(x, Number(0.5))),
        ("x^1.5 y", "x^{1.5}y", Product(Power(x, Number(1.5)), y)),
        ("x^(1e-6)", "x^{10^{-6}}", Power(x, Number(1e-6))),
        ("x^p y", "x^{p}y", Product(Power(x, p), y)),
        ("x^(p + 1)y", "x^{p+1}y", Product(Power(x, Sum(p, Number(1))), y)),
        ("x^(−p)", "x^{-p}", Power(x, Minus(p))),
        ("x^(a/b)", "x^{\\frac{a}{b}}", Power(x, Over(a, b))),
        ("x^(y²)", "x^{y^{2}}", Power(x, Power(y, Number(2)))),
        ("(x^p)²", "(x^{p})^{2}", Power(Power(x, p), Number(2))),
        ("(½)²", "(\\tfrac12)^{2}", Power(Number(0.5), Number(2))),
        ("(−x)²", "(-x)^{2}", Power(Minus(x), Number(2))),
        ("(x/y)²", "\\left(\\frac{x}{y}\\right)^{2}", Power(Over(x, y), Number(2))),
        ("exp(x)²", "\\exp(x)^{2}", Power(Call("exp", x), Number(2))),
        ("(√x)²", "\\sqrt{x}^{2}", Power(Call("√", x), Number(2))),
        ("(log|A|)²", "(\\log \\lvert A \\rvert)^{2}", Power(Call("log", Bars(A)), Number(2))),
        ("x^∘p ∘ y", "x^{\\circ p} \\odot y", Product("∘", Entrywise(x, p), y)),
        ("x^∘½ y", "x^{\\circ (\\tfrac12)}y", Product(Entrywise(x, Number(0.5)), y)),
        // Below the line.
        ("xᵢ", "x_{i}", At(x, i)),
        ("x₀", "x_{0}", At(x, Number(0))),
        ("xᵢ₊₁", "x_{i+1}", At(x, Sum(i, Number(1)))),
        ("xᵢ₋₁²", "x_{i-1}^{2}", Power(At(x, Sum(i, Minus(Number(1)))), Number(2))),
        ("x[2i]", "x_{2i}", At(x, Product(Number(2), i))),
        ("x[b]", "x_{b}", At(x, b)),
        ("x[idx]", "x_{\\mathrm{idx}}", At(x, Name("idx"))),
        ("Aᵢⱼ", "A_{ij}", At(A, i, Name("j"))),
        ("A₁ᵢ", "A_{1i}", At(A, Number(1), i)),
        ("A[i, j + 1]", "A_{i, j+1}", At(A, i, Sum(Name("j"), Number(1)))),
        ("A[i, 10]", "A_{i, 10}", At(A, i, Number(10))),
        ("A[i, :]", "A_{i:}", At(A, i, Verbatim(":"))),
        ("(Ax)ᵢ", "(Ax)_{i}", At(Product(A, x), i)),
        ("(Aᵀ)ᵢⱼ", "(A^{\\top})_{ij}", At(T(A), i, Name("j"))),
        ("(xᵢ)ⱼ", "(x_{i})_{j}", At(At(x, i), Name("j"))),
        ("x₁[i]", "(x_{1})_{i}", At(Name("x1"), i)),
        ("x1 + x₁", "\\mathrm{x1} + x_{1}", Sum(Name("x1"), At(x, Number(1)))),
        ("softmax(x)ᵢ", "\\operatorname{softmax}(x)_{i}", At(Call("softmax", x), i)),
        ("eᵢeⱼᵀ", "e_{i}e_{j}^{\\top}", Product(At(Verbatim("e"), i), T(At(Verbatim("e"), Name("j"))))),
        // Sums and signs.
        ("a − (b + c)", "a - (b + c)", Sum(a, Minus(Sum(b, c)))),
        ("a + b + c", "a + b + c", Sum(a, Sum(b, c))),
        ("−a + b", "-a + b", Sum(Minus(a), b)),
        ("a − b", "a - b", new Notation.Sum([(false, a), (false, Minus(b))])),
        ("−(a + b)", "-(a + b)", Minus(Sum(a, b))),
        ("−(−a)", "-(-a)", Minus(Minus(a))),
        ("−a/b", "-\\frac{a}{b}", Minus(Over(a, b))),
        ("a(−b)", "a(-b)", Product(a, Minus(b))),
        ("(−a)b", "(-a)b", Product(Minus(a), b)),
        // Products.
        ("2·3x", "2 \\cdot 3x", Product(Number(2), Number(3), x)),
        ("½·1ᵀ", "\\tfrac12 \\cdot 1^{\\top}", Product(Number(0.5), T(Number(1)))),
        ("A ⊗ BC", "A \\otimes BC", Product("⊗", A, Product(B, C))),
        ("A ⊗ B ⊗ C", "A \\otimes B \\otimes C", Product("⊗", A, Product("⊗", B, C))),
        ("A ∘ (B ⊗ C)", "A \\odot (B \\otimes C)", Product("∘", A, Product("⊗", B, C))),
        ("(A ⊗ B) vec(C)", "(A \\otimes B)\\,\\operatorname{vec}(C)", Product(Product("⊗", A, B), Call("vec", C))),
        ("m · n", "m \\cdot n", Product("·", Name("m"), Name("n"))),
        ("(x/y)z", "\\frac{x}{y}z", Product(Over(x, y), z)),
        ("a ∘ (x/y)", "a \\odot \\frac{x}{y}", Product("∘", a, Over(x, y))),
        ("x/‖x‖", "\\frac{x}{\\lVert x \\rVert}", Over(x, Norm(x))),
        ("(a + b)/(2c)", "\\frac{a + b}{2c}", Over(Sum(a, b), Product(Number(2), c))),
        ("2a/b", "\\frac{2a}{b}", Over(Product(Number(2), a), b)),
        ("(a/b)/c", "\\frac{\\frac{a}{b}}{c}", Over(Over(a, b), c)),
        ("a/(b/c)", "\\frac{a}{\\frac{b}{c}}", Over(a, Over(b, c))),
        ("0.5/x", "\\frac{\\tfrac12}{x}", Over(Number(0.5), x)),
        ("(√x)/y", "\\frac{\\sqrt{x}}{y}", Over(Call("√", x), y)),
        ("1/√x", "\\frac{1}{\\sqrt{x}}", Over(Number(1), Call("√", x))),
        ("(√x)y", "\\sqrt{x}y", Product(Call("√", x), y)),
        ("√(2x)y", "\\sqrt{2x}y", Product(Call("√", Product(Number(2), x)), y)),
        ("(log|A|)B", "(\\log \\lvert A \\rvert)B", Product(Call("log", Bars(A)), B)),
        ("2 log|A|", "2\\,\\log \\lvert A \\rvert", Product(Number(2), Call("log", Bars(A)))),
        ("weights x", "\\mathrm{weights}\\,x", Product(Name("weights"), x)),
        ("weights (x + y)", "\\mathrm{weights}\\,(x + y)", Product(Name("weights"), Sum(x, y))),
        ("weightsᵀx", "\\mathrm{weights}^{\\top}\\,x", Product(T(Name("weights")), x)),
        ("2 weights", "2\\,\\mathrm{weights}", Product(Number(2), Name("weights"))),
        ("αx", "\\alpha x", Product(Name("alpha"), x)),
        ("si n(x + y)", "sin(x + y)", Product(Name("s"), i, Name("n"), Sum(x, y))),
        ("f (x + y) + f(x)", "f(x + y) + f(x)", Sum(Product(Name("f"), Sum(x, y)), Call("f", x))),
        ("sigma x + σ(x)", "\\mathrm{sigma}\\,x + \\sigma(x)", Sum(Product(Name("sigma"), x), Call("σ", x))),
        ("a b + ab", "ab + \\mathrm{ab}", Sum(Product(a, b), Name("ab"))),
        ("𝐈I", "\\mathbf{I}I", Product(Verbatim("I"), Name("I"))),
        ("options.Lambda x", "\\mathrm{options.Lambda}\\,x", Product(Verbatim("options.Lambda"), x)),
        // Bars.
        ("‖A‖_F x", "\\lVert A \\rVert_F x", Product(Norm(A, "F"), x)),
        ("‖x‖₁²", "\\lVert x \\rVert_1^{2}", Power(Norm(x, "1"), Number(2))),
        ("‖A‖_*", "\\lVert A \\rVert_*", Norm(A, "*")),
        ("|A| |B|", "\\lvert A \\rvert\\lvert B \\rvert", Product(Bars(A), Bars(B))),
        ("|(|x|)|", "\\lvert \\lvert x \\rvert \\rvert", Bars(Bars(x))),
        ("|‖x‖|", "\\lvert \\lVert x \\rVert \\rvert", Bars(Norm(x))),
        ("(|x|)ᵢ", "(\\lvert x \\rvert)_{i}", At(Bars(x), i)),
        // Big sums, cases, relations.
        ("∑ᵢ xᵢ + y", "\\sum_{i=0}^{n-1} x_{i} + y", Sum(BigSum("i", At(x, i)), y)),
        ("∑ᵢ (xᵢ + y)", "\\sum_{i=0}^{n-1} (x_{i} + y)", BigSum("i", Sum(At(x, i), y))),
        ("∑_q x[q]", "\\sum_{q=0}^{n-1} x_{q}", BigSum("q", At(x, Name("q")))),
        ("(∑ᵢ xᵢ)/n", "\\frac{\\sum_{i=0}^{n-1} x_{i}}{n}", Over(BigSum("i", At(x, i)), Name("n"))),
        ("∑ᵢ xᵢ/n", "\\sum_{i=0}^{n-1} \\frac{x_{i}}{n}", BigSum("i", Over(At(x, i), Name("n")))),
        ("∑ᵢ ∑ⱼ Aᵢⱼ", "\\sum_{i=0}^{n-1} \\sum_{j=0}^{n-1} A_{ij}", BigSum("i", BigSum("j", At(A, i, Name("j"))))),
        ("(∑ᵢ xᵢ) ∘ y", "\\left(\\sum_{i=0}^{n-1} x_{i}\\right) \\odot y", Product("∘", BigSum("i", At(x, i)), y)),
        ("‖x‖ ∑ᵢ xᵢ", "\\lVert x \\rVert \\sum_{i=0}^{n-1} x_{i}", Product(Norm(x), BigSum("i", At(x, i)))),
        ("{x if a < b; else −y}", "\\begin{cases} x & \\text{if } a < b \\\\ -y & \\text{otherwise} \\end{cases}", Cases(Infix("<", a, b), x, Minus(y))),
        ("(a ≤ b + c) ∧ (x ≠ y)", "(a \\le b + c) \\land (x \\ne y)", Infix("&&", Infix("<=", a, Sum(b, c)), Infix("!=", x, y))),
        ("2(a < b)", "2(a < b)", Product(Number(2), Infix("<", a, b))),
        ("(2i) % 3", "(2i) \\bmod 3", Infix("%", Product(Number(2), i), Number(3))),
        ("max(a, b + 1)", "\\max(a, b + 1)", Call("max", a, Sum(b, Number(1)))),
        ("kron₁*(A, B)", "\\operatorname{kron}_{1}^{*}(A, B)", Call("kron₁*", A, B)),
        ("log₂(x)", "\\log_{2}(x)", Call("log₂", x)),
        // Numbers.
        ("¾x + 0.125", "\\tfrac34x + 0.125", Sum(Product(Number(0.75), x), Number(0.125))),
        ("2.5e-7 x", "2.5 \\cdot 10^{-7}x", Product(Number(2.5e-7), x)),
        ("1e20", "10^{20}", Number(1e20)),
        ("0.1", "0.1", Number(0.1)),
        ("∞x", "\\infty x", Product(Number(double.PositiveInfinity), x)),
    ];

    public static TheoryData<int, string> UnicodeRows => Rows(r => r.Unicode);

    public static TheoryData<int, string> LatexRows => Rows(r => r.Latex);

    [Theory]
    [MemberData(nameof(UnicodeRows))]
    public void Unicode(int row, string expected) => Assert.Equal(expected, UnicodeWriter.Write(rows[row].Notation));

    [Theory]
    [MemberData(nameof(LatexRows))]
    public void Latex(int row, string expected) => Assert.Equal(expected, LatexWriter.Write(rows[row].Notation));

    private static TheoryData<int, string> Rows(Func<(string Unicode, string Latex, Notation Notation), string> expected)
    {
        var data = new TheoryData<int, string>();
        for (var row = 0; row < rows.Length; row++) data.Add(row, expected(rows[row]));
        return data;
    }
}
