using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分", section 1, row by row.</summary>
public sealed class Seed002GradientTests
{
    [Fact]
    public void The_gradient_by_a_matrix_is_a_matrix() => Of(nameof(Seed002.MatrixGradient))
        .Shows(nameof(Seed002.Gradient_MatrixGradient_A), "∂f/∂A = exp(A)")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_sum_of_entries() => Of(nameof(Seed002.SumOfEntries))
        .Shows(nameof(Seed002.Gradient_SumOfEntries_A), "∂f/∂A = 1·1ᵀ")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_sum_of_entries_as_a_double_sum() => Of(nameof(Seed002.SumByEntries))
        .Shows(nameof(Seed002.Gradient_SumByEntries_A), "∂f/∂A = 1·1ᵀ")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_gradient_by_a_row_is_the_transpose_of_the_gradient_by_its_column()
    {
        Of(nameof(Seed002.OfColumn))
            .Shows(nameof(Seed002.Gradient_OfColumn_x), "∂f/∂x = 2(x − y)")
            .Holds(d => [d.Vector(d.N), d.Vector(d.N)]);
        Of(nameof(Seed002.OfRow))
            .Shows(nameof(Seed002.Gradient_OfRow_xT), "∂f/∂xᵀ = 2(xᵀ − yᵀ)")
            .Holds(d => [d.Row(d.N), d.Vector(d.N)]);

        var (x, y) = (Vector.Of(1, 2, 3), Vector.Of(-1, 0, 5));
        Assert.Equal(Seed002.Gradient_OfColumn_x(x, y).T, Seed002.Gradient_OfRow_xT(x.T, y));
    }

    [Fact]
    public void Linearity() => Of(nameof(Seed002.Linearity))
        .Shows(nameof(Seed002.Gradient_Linearity_A), "∂f/∂A = c₁B + 2c₂A")
        .Holds(d => [d.Scalar(), d.Scalar(), d.Matrix(d.M, d.N), d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_product_rule() => Of(nameof(Seed002.Product))
        .Shows(nameof(Seed002.Gradient_Product_A), "∂f/∂A = ‖A‖²_F B + 2 Tr(BᵀA)A")
        .Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_quotient_rule() => Of(nameof(Seed002.Quotient))
        .Shows(nameof(Seed002.Gradient_Quotient_A), "∂f/∂A = (B − 2 Tr(BᵀA)A/‖A‖²_F)/‖A‖²_F")
        .Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.M, d.N)]);

    private static Row Of(string method) => new(typeof(Seed002), method);
}
