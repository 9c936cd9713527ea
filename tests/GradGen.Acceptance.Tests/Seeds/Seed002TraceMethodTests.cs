using AcceptanceTests.Verification;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分", section 2.5, row by row.</summary>
public sealed class Seed002TraceMethodTests
{
    [Fact]
    public void Example_1_the_trace_of_a_product() => Of(nameof(Seed002.TraceOfProduct))
        .Shows(nameof(Seed002.Gradient_TraceOfProduct_A), "∂f/∂A = Bᵀ")
        .Shows(nameof(Seed002.Pushforward_TraceOfProduct), "df = Tr(B dA)")
        .Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.N, d.M)]);

    [Fact]
    public void Example_2_a_quadratic_form() => Of(nameof(Seed002.QuadraticForm))
        .Shows(nameof(Seed002.Gradient_QuadraticForm_x), "∂f/∂x = (A + Aᵀ)x")
        .Shows(nameof(Seed002.Pushforward_QuadraticForm), "df = xᵀ(A + Aᵀ) dx")
        .Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N)]);

    [Fact]
    public void Example_2_a_symmetric_form() => Of(nameof(Seed002.SymmetricForm))
        .Shows(nameof(Seed002.Gradient_SymmetricForm_x), "∂f/∂x = 2Ax")
        .Holds(d => [d.Symmetric(d.N), d.Vector(d.N)]);

    [Fact]
    public void Example_2_a_vector_by_itself() => Of(nameof(Seed002.SelfProduct))
        .Shows(nameof(Seed002.Gradient_SelfProduct_x), "∂f/∂x = 2x")
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void Example_2_the_form_of_the_identity() => Of(nameof(Seed002.IdentityForm))
        .Shows(nameof(Seed002.Gradient_IdentityForm_x), "∂f/∂x = 2x")
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void Example_3_principal_components() => Of(nameof(Seed002.PrincipalComponents))
        .Shows(nameof(Seed002.Gradient_PrincipalComponents_W), "∂f/∂W = −2XXᵀW")
        .Shows(nameof(Seed002.Pushforward_PrincipalComponents), "df = −2 Tr(WᵀXXᵀ dW)")
        .Holds(d => [d.Matrix(d.M, d.P), d.Matrix(d.M, d.N)]);

    [Fact]
    public void Example_4_the_determinant_of_an_inverse() => Of(nameof(Seed002.DeterminantOfInverse))
        .Shows(nameof(Seed002.Gradient_DeterminantOfInverse_A), "∂f/∂A = −A⁻ᵀ/|A|")
        .Shows(nameof(Seed002.Pushforward_DeterminantOfInverse), "df = −Tr(A⁻¹ dA)/|A|")
        .Holds(d => [d.Invertible(d.N)]);

    [Fact]
    public void Norms_1_the_squared_Frobenius_norm() => Of(nameof(Seed002.FrobeniusSquared))
        .Shows(nameof(Seed002.Gradient_FrobeniusSquared_A), "∂f/∂A = 2A")
        .Shows(nameof(Seed002.Pushforward_FrobeniusSquared), "df = 2 Tr(Aᵀ dA)")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void Norms_1_the_squared_Frobenius_norm_as_a_trace() => Of(nameof(Seed002.TraceOfSquare))
        .Shows(nameof(Seed002.Gradient_TraceOfSquare_A), "∂f/∂A = 2A")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void Norms_1_the_squared_Frobenius_norm_as_a_double_sum() => Of(nameof(Seed002.FrobeniusByEntries))
        .Shows(nameof(Seed002.Gradient_FrobeniusByEntries_A), "∂f/∂A = 2A")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void Norms_2_the_error_of_an_affine_model() => Of(nameof(Seed002.AffineError))
        .Shows(nameof(Seed002.Gradient_AffineError_A), "∂f/∂A = (Ax + b − y)xᵀ")
        .Shows(nameof(Seed002.Gradient_AffineError_x), "∂f/∂x = Aᵀ(Ax + b − y)")
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M), d.Vector(d.M)]);

    private static Row Of(string method) => new(typeof(Seed002), method);
}
