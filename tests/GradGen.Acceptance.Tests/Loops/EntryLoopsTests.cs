using AcceptanceTests.Verification;

namespace AcceptanceTests.Loops;

public sealed class EntryLoopsTests
{
    [Fact]
    public void Products_of_entries() => Of(nameof(EntryLoops.Dot))
        .Shows(nameof(EntryLoops.Gradient_Dot_x), "∂f/∂x = y")
        .Holds(d => [d.Vector(d.N), d.Row(d.N)]);

    [Fact]
    public void Entries_of_the_diagonal() => Of(nameof(EntryLoops.Trace))
        .Shows(nameof(EntryLoops.Gradient_Trace_A), "∂f/∂A = I")
        .Holds(d => [d.Matrix(d.N, d.N)]);

    [Fact]
    public void A_function_of_entries() => Of(nameof(EntryLoops.LogSum))
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void Rows_times_columns() => Of(nameof(EntryLoops.TraceOfProduct))
        .Shows(nameof(EntryLoops.Gradient_TraceOfProduct_A), "∂f/∂A = Bᵀ")
        .Shows(nameof(EntryLoops.Gradient_TraceOfProduct_B), "∂f/∂B = Aᵀ")
        .Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.N, d.M)]);

    [Fact]
    public void Norms_of_rows() => Of(nameof(EntryLoops.SquaresOfRows))
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M)]);

    [Fact]
    public void Functions_of_columns() => Of(nameof(EntryLoops.ColumnsOfTwo))
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M), d.Vector(d.N)]);

    [Fact]
    public void Powers_of_entries() => Of(nameof(EntryLoops.CubeOfEntries))
        .Shows(nameof(EntryLoops.Gradient_CubeOfEntries_A), "∂f/∂A = 3A^∘2")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void Entries_of_a_product() => Of(nameof(EntryLoops.Product))
        .Shows(nameof(EntryLoops.Gradient_Product_A), "∂f/∂A = 2ABBᵀ")
        .Shows(nameof(EntryLoops.Gradient_Product_B), "∂f/∂B = 2AᵀAB")
        .Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.N, d.P)]);

    [Fact]
    public void A_function_of_residuals() => Of(nameof(EntryLoops.Residuals))
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M)]);

    [Fact]
    public void Pairs_of_columns() => Of(nameof(EntryLoops.PairsOfColumns))
        .Shows(nameof(EntryLoops.Gradient_PairsOfColumns_A), "∂f/∂A = 2A1·1ᵀ")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void Pairs_of_entries() => Of(nameof(EntryLoops.Pairs))
        .Holds(d => [d.Vector(d.N), d.Matrix(d.N, d.N)]);

    [Fact]
    public void A_part_of_the_entries() => Of(nameof(EntryLoops.WithoutTheFirst))
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void A_triangle() => Of(nameof(EntryLoops.Triangle))
        .Holds(d => [d.Matrix(d.N, d.N)]);

    [Fact]
    public void An_array_that_is_longer_than_the_loop() => Of(nameof(EntryLoops.Prefix))
        .Holds(d => [d.Vector(d.N), d.Vector(d.N + 2)]);

    private static Row Of(string method) => new(typeof(EntryLoops), method);
}
