using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Rendering;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Formulas of expressions, as they stand in the documentation of companions.</summary>
public sealed class FormulaTests
{
    private static readonly (string Unicode, string Latex, Func<Letters, Expression> Make)[] rows =
    [
        ("Aᵀ(Ax − y)", @"A^{\top}(Ax - y)", l => Multiply(Transpose(l["A"]), Residual(l))),
        ("(Ax − y)xᵀ", @"(Ax - y)x^{\top}", l => Multiply(Residual(l), Transpose(l["x"]))),
        ("2(A + Aᵀ)x", @"2(A + A^{\top})x", l => Scale(2, Multiply(Add(l["A"], Transpose(l["A"])), l["x"]))),
        ("(A + Aᵀ)x", @"(A + A^{\top})x", l => Multiply(Add(l["A"], Transpose(l["A"])), l["x"])),
        ("(AB)ᵀ", @"(AB)^{\top}", l => Transpose(Multiply(l["A"], l["B"]))),
        ("−X⁻ᵀabᵀX⁻ᵀ", @"-X^{-\top}ab^{\top}X^{-\top}", l => Negate(Multiply(InverseTransposed(l["X"]), l["a"], Transpose(l["b"]), InverseTransposed(l["X"])))),
        ("‖Ax − y‖²", @"\lVert Ax - y \rVert^{2}", l => SquaredNorm(Residual(l))),
        ("½‖Ax − y‖²", @"\tfrac12\lVert Ax - y \rVert^{2}", l => Scale(0.5, SquaredNorm(Residual(l)))),
        ("‖A‖²_F", @"\lVert A \rVert_F^{2}", l => SquaredNorm(l["A"])),
        ("1/|A|", @"\frac{1}{\lvert A \rvert}", l => Reciprocal(l.Graph.Make(Determinant.Instance, null, l["A"]))),
        ("|A|A⁻ᵀ", @"\lvert A \rvert A^{-\top}", l => Scale(l.Graph.Make(Determinant.Instance, null, l["A"]), InverseTransposed(l["A"]))),
        ("X⁻ᵀ", @"X^{-\top}", l => InverseTransposed(l["X"])),
        ("X⁻¹", @"X^{-1}", l => Inverse(l["X"])),
        ("(AB)⁻¹", @"(AB)^{-1}", l => Inverse(Multiply(l["A"], l["B"]))),
        ("Tr(AB)", @"\operatorname{Tr}(AB)", l => Trace(Multiply(l["A"], l["B"]))),
        ("Tr(AᵀB)", @"\operatorname{Tr}(A^{\top}B)", l => Inner(l["A"], l["B"])),
        ("Tr(A)B", @"\operatorname{Tr}(A)B", l => Scale(Trace(l["A"]), l["B"])),
        ("½x", @"\tfrac12x", l => Scale(0.5, l["x"])),
        ("−2x", "-2x", l => Scale(-2, l["x"])),
        ("0.1x", "0.1x", l => Scale(0.1, l["x"])),
        ("1e-6 x", "10^{-6}x", l => Scale(1e-6, l["x"])),
        ("x − y", "x - y", l => Subtract(l["x"], l["y"])),
        ("x + 2y − z", "x + 2y - z", l => Add(l["x"], Scale(2, l["y"]), Negate(l["z"]))),
        ("x ∘ y", @"x \odot y", l => Times(l["x"], l["y"])),
        ("(x ∘ y)zᵀ", @"(x \odot y)z^{\top}", l => Multiply(Times(l["x"], l["y"]), Transpose(l["z"]))),
        ("A ∘ (B + C)", @"A \odot (B + C)", l => Times(l["A"], Add(l["B"], l["C"]))),
        ("exp(x) ∘ y", @"\exp(x) \odot y", l => Times(Elementwise.Exp.Of(l["x"]), l["y"])),
        ("x^∘2", @"x^{\circ 2}", l => Power(l["x"], 2)),
        ("x^∘(−1)", @"x^{\circ (-1)}", l => Power(l["x"], -1)),
        ("t²", "t^{2}", l => Power(l.Scalar("t"), 2)),
        ("1/t", @"\frac{1}{t}", l => Reciprocal(l.Scalar("t"))),
        ("s/t²", @"\frac{s}{t^{2}}", l => Times(l.Scalar("s"), Power(l.Scalar("t"), -2))),
        ("1/(2√t)", @"\frac{1}{2\sqrt{t}}", l => Scale(0.5, Reciprocal(Elementwise.Sqrt.Of(l.Scalar("t"))))),
        ("x/t", @"\frac{x}{t}", l => Scale(Reciprocal(l.Scalar("t")), l["x"])),
        ("√(s + t)", @"\sqrt{s + t}", l => Elementwise.Sqrt.Of(Add(l.Scalar("s"), l.Scalar("t")))),
        ("t^p", "t^{p}", l => Power(l.Scalar("t"), l.Scalar("p"))),
        ("pt^(p − 1)", "pt^{p-1}", l => Times(l.Scalar("p"), Power(l.Scalar("t"), Subtract(l.Scalar("p"), l.Graph.Number(1))))),
        ("|t|", @"\lvert t \rvert", l => Elementwise.Abs.Of(l.Scalar("t"))),
        ("Diag(x)", @"\operatorname{Diag}(x)", l => Diagonal(l["x"])),
        ("vec(X)", @"\operatorname{vec}(X)", l => Vectorize(l["X"])),
        ("1ᵀx", @"1^{\top}x", l => Sum(l["x"])),
        ("1ᵀX1", @"1^{\top}X1", l => Sum(l["X"])),
        ("1·1ᵀ", @"1 \cdot 1^{\top}", l => l.Graph.Ones(l["A"].Shape)),
        ("x − 2·1", @"x - 2 \cdot 1", l => AddToEach(l["x"], l.Graph.Number(-2))),
        ("∑ᵢ xᵢ", @"\sum_{i=0}^{n-1} x_{i}", l => SumOver(l.Index("n"), ListItem.Of(l.List("xs"), l.Index("n")))),
        ("∑ᵢ (xᵢ − μ)(xᵢ − μ)ᵀ", @"\sum_{i=0}^{n-1} (x_{i} - \mu)(x_{i} - \mu)^{\top}", l => SumOver(l.Index("n"), Multiply(Centred(l), Transpose(Centred(l))))),
        ("Σ⁻¹ ∑ᵢ (xᵢ − μ)", @"\Sigma^{-1} \sum_{i=0}^{n-1} (x_{i} - \mu)", l => Multiply(Inverse(l["Sigma"]), SumOver(l.Index("n"), Centred(l)))),
        ("½Σ⁻¹(∑ᵢ (xᵢ − μ)(xᵢ − μ)ᵀ)Σ⁻¹", @"\tfrac12\Sigma^{-1}\left(\sum_{i=0}^{n-1} (x_{i} - \mu)(x_{i} - \mu)^{\top}\right)\Sigma^{-1}",
            l => Scale(0.5, Multiply(Inverse(l["Sigma"]), SumOver(l.Index("n"), Multiply(Centred(l), Transpose(Centred(l)))), Inverse(l["Sigma"])))),
        ("∑ⱼ ixⱼ", @"\sum_{j=0}^{n-1} ix_{j}", l => SumOver(l.Index("n"), Scale(l.Scalar("i"), ListItem.Of(l.List("xs"), l.Index("n"))))),
        ("∑ᵢ xsᵢ + x", @"\sum_{i=0}^{n-1} \mathrm{xs}_{i} + x", l => Add(SumOver(l.Index("n"), ListItem.Of(l.List("xs"), l.Index("n"))), l["x"])),
        ("Xᵀ weights", @"X^{\top}\,\mathrm{weights}", l => Multiply(Transpose(l["X"]), l["weights"])),
        ("2λw", @"2\lambda w", l => Scale(Scale(2, l.Scalar("lambda")), l["w"])),
        ("x₁ + x₂", "x_{1} + x_{2}", l => Add(l["x1"], l["x_2"])),
        ("x1 + x_1", @"\mathrm{x1} + \mathrm{x\_1}", l => Add(l["x1"], l["x_1"])),
        ("Sigma + Σ", @"\mathrm{Sigma} + \Sigma", l => Add(l["Sigma"], l["Σ"])),
        ("log|A|", @"\log \lvert A \rvert", l => l.Graph.Make(LogDeterminant.Absolute, null, l["A"])),
    ];

    public static TheoryData<int, string> UnicodeRows => Rows(r => r.Unicode);

    public static TheoryData<int, string> LatexRows => Rows(r => r.Latex);

    [Theory]
    [MemberData(nameof(UnicodeRows))]
    public void Unicode(int row, string expected) => Assert.Equal(expected, Formula.Unicode(rows[row].Make(new Letters())));

    [Theory]
    [MemberData(nameof(LatexRows))]
    public void Latex(int row, string expected) => Assert.Equal(expected, Formula.Latex(rows[row].Make(new Letters())));

    [Fact]
    public void A_graph_that_shares_much_does_not_become_an_endless_text()
    {
        var l = new Letters();
        var x = l.Scalar("x");
        for (var i = 0; i < 60; i++) x = Times(x, Add(x, l.Graph.Number(1)));
        Assert.InRange(Formula.Unicode(x).Length, 100, 20_000);
        Assert.Contains("…", Formula.Unicode(x));
        Assert.Contains(@"\ldots", Formula.Latex(x));
    }

    [Fact]
    public void An_operand_that_is_written_twice_does_not_either()
    {
        var l = new Letters();
        var x = l["x"];
        for (var i = 0; i < 60; i++) x = l.Graph.Make(Direction.Instance, null, x);
        Assert.InRange(Formula.Unicode(x).Length, 100, 40_000);
    }

    [Fact]
    public void A_deep_graph_does_not_overflow_the_stack()
    {
        var l = new Letters();
        var x = l.Scalar("x");
        for (var i = 0; i < 3_000; i++) x = Elementwise.Exp.Of(x);
        Assert.Contains("exp(exp(…))", Formula.Unicode(x));
    }

    private static TheoryData<int, string> Rows(Func<(string Unicode, string Latex, Func<Letters, Expression> Make), string> expected)
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < rows.Length; i++) data.Add(i, expected(rows[i]));
        return data;
    }

    private static Expression Residual(Letters l) => Subtract(Multiply(l["A"], l["x"]), l["y"]);

    private static Expression InverseTransposed(Expression x) => Transpose(Inverse(x));

    private static Expression Centred(Letters l) => Subtract(ListItem.Of(l.List("xs"), l.Index("n")), l["mu"]);
}
