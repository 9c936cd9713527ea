namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>A wrong or doubtful piece of code with the marked places of one diagnostic, and what it says there.</summary>
internal sealed record Example(string Id, string Source, params string[] Messages)
{
    /// <summary>A method of a partial class <c>M</c>, with the attribute before it.</summary>
    public static Example Method(string id, string method, params string[] messages) => new(id, $"public partial class M {{ [Differentiable] {method} }}", messages);

    /// <summary>How many methods the diagnostics keep from being generated, if they are errors.</summary>
    public int Methods { get; init; } = 1;

    public override string ToString() => $"{Id}: {Source}";
}

internal static class Examples
{
    public static readonly IReadOnlyList<Example> All =
    [
        new("GRAD001", "public class [|M|] { [Differentiable] public static double F(double a) => a; }", "'M' must be declared partial, so that the companions of 'F' can be added to it"),
        new("GRAD001", "public class [|Outer|] { public partial struct Inner { [Differentiable] public static double F(double a) => a; } }", "'Outer' must be declared partial, so that the companions of 'F' can be added to it"),

        Example.Method("GRAD002", "static double F(double a) { if (a < 0) [|throw new ArgumentException();|] return a; }", "A throw is not in the language of a differentiable method; return a value on every path, and check arguments in the caller, since a companion by itself only checks that shapes fit"),
        Example.Method("GRAD002", "static double F(double a) { [|try { return a; } finally { }|] }", "A try statement is not in the language of a differentiable method; leave exceptions to the caller"),
        Example.Method("GRAD002", "static double F(double a) { [|lock (a.ToString()) { }|] return a; }", "A lock is not in the language of a differentiable method; a differentiable method has no state to lock"),
        Example.Method("GRAD002", "static double F(double a) { [|var (b, c) = new KeyValuePair<double, double>()|]; return a; }", "A deconstruction of anything but a tuple that is written out is not in the language of a differentiable method; write (a, b) = (…, …), or assign the locals one by one"),
        Example.Method("GRAD002", "abstract double [|F|](double a);", "A method without a body is not in the language of a differentiable method; give it a body"),

        Example.Method("GRAD003", "static double F(double a) { var r = [|new Random(1)|]; return a; }", "The creation of a 'Random' is not in the language of a differentiable method; build values with Vector.Of, Matrix.OfRows or Matrix.OfColumns, and pass other data as parameters"),
        Example.Method("GRAD003", "static double F(Vector x) => 2 * [|x[^1]|];", "An index from the end is not in the language of a differentiable method; count from the start, as in x[x.Count - 1]"),
        Example.Method("GRAD003", "static double F(double a) { double b; return 3 + ([|b = a|]); }", "An assignment inside an expression is not in the language of a differentiable method; make it a statement of its own"),
        new("GRAD003", "public partial class M { double rate = 2; [Differentiable] double F(double a) => a * [|rate|]; }", "The field 'rate', which can be assigned, is not in the language of a differentiable method; make it readonly or pass it as a parameter"),

        Example.Method("GRAD004", "static double F(double a) => a + [|Console.Read()|];", "'Console.Read' is neither a function of the language nor a method of this assembly with a body, so its derivative is unknown; tag it there with [Differentiable(Emit = Derivatives.Pullback)], use the functions of MatrixMath and System.Math, or write the method in this assembly"),
        Example.Method("GRAD004", "static double F(double a, Func<double, double> g) => 2 * [|g(a)|];", "'g' is neither a function of the language nor a method of this assembly with a body, so its derivative is unknown; call a method or a local function by its name"),
        Example.Method("GRAD004", "static double F(Vector x) => Sum(x) + [|System.Numerics.Vector.Dot(new(), new System.Numerics.Vector<double>())|];", "'Vector.Dot' is neither a function of the language nor a method of this assembly with a body, so its derivative is unknown; tag it there with [Differentiable(Emit = Derivatives.Pullback)], use the functions of MatrixMath and System.Math, or write the method in this assembly"),

        Example.Method("GRAD005", "static double F(double a) => a > 1 ? [|F(a / 2)|] : a;", "'F' calls itself (F → F); write the recursion as a loop"),
        Example.Method("GRAD005", "static double F(double a) => G(a); static double G(double t) => 2 * [|F(t)|];", "'F' calls itself (F → G → F); write the recursion as a loop"),

        new("GRAD006", "public partial class M { [Differentiable(nameof(a), [|\"z\"|])] static double F(double a, int k, Vector x) => a * x[k]; }", "'z' is not a parameter of 'F'; the parameters that can be variables are a, x"),

        new("GRAD007", "public partial class M { [Differentiable([|nameof(k)|])] static double F(double a, int k) => a * k; }", "'k' of type 'int' is not in the language; a variable is a double, a Vector, a RowVector, a Matrix, a record of them, or a list of vectors or matrices"),
        new("GRAD007", "public partial class M { [Differentiable([|nameof(ts)|])] static double F(double a, double[] ts) => a * ts[0]; }", "'ts' of type 'double[]' is not in the language; a list of numbers is data; a variable is a double, a Vector, a RowVector, a Matrix, a record of them, or a list of vectors or matrices"),
        Example.Method("GRAD007", "static [|string|] F(double a) => a.ToString();", "'F' of type 'string' is not in the language; return a double, Vector, RowVector or Matrix"),
        Example.Method("GRAD007", "static double F(double b, ref double [|a|]) => a * b;", "'a' of type 'double' is not in the language; a parameter of a differentiable method is passed by value or by 'in'"),

        Example.Method("GRAD008", "static double [|F|](int k, Vector[] xs) => k * Sum(xs[0]);", "'F' has no parameter to differentiate by: none is a double, a Vector, a RowVector, a Matrix or a record of them; a list varies only when it is named"),

        new("GRAD009", "public partial class M { [Differentiable] static double [|F|](double x_y, double y) => x_y * y; [Differentiable] static double [|F_x|](double x, double y) => x * y; }", "The companion 'Gradient_F_x_y' of 'F' would have the same signature as a companion of 'F_x'; rename one of the methods", "The companion 'Gradient_F_x_y' of 'F_x' would have the same signature as a companion of 'F'; rename one of the methods") { Methods = 2 },

        Example.Method("GRAD010", "static double F(Vector x, double[] ts) { [|ts[0] = x[1]|]; return Sum(x); }", "An entry of 'ts' cannot be assigned in a differentiable method; build the value from its parts, with Vector.Of, Matrix.OfRows or Matrix.OfColumns"),

        Example.Method("GRAD011", "static double F(Vector x, int n) { var v = x; for (var i = 0; i < n; i++) { [|v = VerticalConcat(v, x)|]; } return Sum(v); }", "'v' cannot be carried from one round of the loop to the next: its size changes from round to round; give it the size that it needs before the loop, or write its rounds out"),
        Example.Method("GRAD011", "static double F(double a, double[] ts, double[] us) { var zs = ts; foreach (var t in ts) { a += zs[0]; [|zs = us|]; } return a; }", "'zs' cannot be carried from one round of the loop to the next: only numbers, truth values, vectors and matrices are carried"),
        Example.Method("GRAD011", "static double F(Vector x) { Vector v; var k = 0; do { k++; [|v = SubVector(x, 0, k)|]; } while (k < 3); return Sum(v); }", "'v' cannot be carried from one round of the loop to the next: its size is known in the loop only; give it a value before the loop"),

        new("GRAD012", "file partial class [|M|] { [Differentiable] static double F(double a) => a; }", "'M' is local to its file, so that generated code cannot add to it; declare it without 'file'"),
        Example.Method("GRAD012", "static double F(double a) => a * a; [Differentiable] static double G(double a) => 2 * [|Gradient_F_a(a)|];", "'Gradient_F_a' is a generated companion of this compilation, which does not exist yet while it is generated; move the method that calls it, or the one that it belongs to, into another assembly"),
        new("GRAD012", "public partial class M { static double G(double a) { return F(a); [Differentiable] static double [|F|](double a) => a; } }", "'F' is a local function, which generated code cannot call; make it a method"),
        new("GRAD012", "public partial class M { public double A { [[|Differentiable|]] get => 1; } [Differentiable] public static double F(double a) => a; }", "'get_A' is no ordinary method, so that generated code cannot name it; write a method that calls it"),
        new("GRAD012", "public partial record R(double A) { [[|Differentiable|]] public static double operator +(R r, double a) => r.A + a; }", "'op_Addition' is no ordinary method, so that generated code cannot name it; write a method that calls it"),

        new("GRAD013", "public partial class M { public static double Bump(double t) => t > 0 ? t : 0; [DerivativeOf(nameof(Bump))] public static double [|Slope|](double t) => 1; [Differentiable] public static double F(double a) => Bump(a) * a; }", "'Slope' is not a derivative of 'Bump': it must be a pullback double (double, double seed) or a pushforward double (double, double)"),

        Example.Method("GRAD101", "static Vector F(double a) => a * ([|Zeros(3, 4) * Ones(5)|]);", "Zeros(3, 4) has 4 columns but Ones(5) has 5 entries"),
        Example.Method("GRAD101", "static double F(Vector (|x|)) => Sum([|x + Ones(2) + Ones(3)|]);", "x + Ones(2) has 2 entries but Ones(3) has 3 entries"),
        Example.Method("GRAD101", "static double F([[|Symmetric|]] Vector x) => Sum(x);", "[Symmetric] promises something of a Matrix, but 'x' is a Vector"),
        Example.Method("GRAD101", "static double F([[|Shape(\"m\")|]] Matrix A) => Sum(A);", "[Shape] gives 1 name, but 'A' is a Matrix, which has two sizes to name, its rows and its columns"),

        Example.Method("GRAD102", "static Vector F(double a, [(|Shape(\"k\", \"m\")|)] Matrix A, [(|Shape(\"n\")|)] Vector x) => a * ([|A * x|]);", "'m' and 'n' would be one dimension: A has m columns but x has n entries"),
        Example.Method("GRAD102", "static double F([(|Shape(\"m\", \"n\")|)] Matrix A) => [|Tr(A)|];", "'m' and 'n' would be one dimension: A has m rows but A has n columns"),

        new("GRAD201", "public record P(double A, double B); public partial class M { [Differentiable] static Vector F(P [|p|]) => Vector.Of(p.A, p.B); }", "The form ∂f/∂p of a Vector by 'p' is undefined: its parts have no types that a record or a list of the variable's type could hold; defined instead: the pullback and the pushforward: ask for Emit = Derivatives.Pullback | Derivatives.Pushforward"),
        Example.Method("GRAD201", "static Vector F(Matrix [|A|], Vector [|x|]) => A * x;", "The form ∂f/∂A of a Vector by a Matrix is undefined: it would be a tensor with more than two indices; defined instead: the Jacobian ∂vec(f)/∂vec(A)ᵀ: ask for Emit = Derivatives.Jacobian", "The form ∂f/∂x of a Vector by a Vector is undefined: a column has no derivative by a column; defined instead: the Jacobian ∂f/∂xᵀ (make 'x' a RowVector, or ask for Emit = Derivatives.Jacobian) and ∂fᵀ/∂x (return a RowVector)"),
        new("GRAD201", "public partial class M { [Differentiable([|nameof(x)|])] static Vector F(Matrix A, Vector x) => A * x; }", "The form ∂f/∂x of a Vector by a Vector is undefined: a column has no derivative by a column; defined instead: the Jacobian ∂f/∂xᵀ (make 'x' a RowVector, or ask for Emit = Derivatives.Jacobian) and ∂fᵀ/∂x (return a RowVector)"),
        new("GRAD201", "public partial class M { [Differentiable([|nameof(X)|], Layout = Layout.Numerator)] static Matrix F(Matrix A, Matrix X) => A * X; }", "The form ∂f/∂X of a Matrix by a Matrix is undefined: it would be a tensor with more than two indices; defined instead: the Jacobian ∂vec(f)/∂vec(X)ᵀ: ask for Emit = Derivatives.Jacobian"),
        new("GRAD201", "public partial class M { [Differentiable(Emit = Derivatives.Gradient | Derivatives.Jacobian)] static RowVector F(double a, RowVector [|x|]) => a * x; }", "The form ∂f/∂x of a RowVector by a RowVector is undefined: a row has no derivative by a row; defined instead: ∂fᵀ/∂x of the column (return a Vector), ∂f/∂xᵀ by the column (make 'x' a Vector), or Emit = Derivatives.Jacobian"),

        Example.Method("GRAD202", "static double F(double a) => a + [|Math.Floor(a)|];", "'Math.Floor(a)' has no derivative; its argument depends on a variable; keep such an argument within double, Vector, RowVector and Matrix and the functions of the language, or declare it constant with StopGradient"),
        new("GRAD202", "public record P(double A, double B) { public static explicit operator double(P p) => p.A * p.B; } public partial class M { [Differentiable] static double F(P p) => 2 * [|(double)p|]; }", "'(double)p' has no derivative; its argument depends on a variable; keep such an argument within double, Vector, RowVector and Matrix and the functions of the language, or declare it constant with StopGradient"),
        new("GRAD202", "public record P(double A, double B) { public static double operator *(P p, P q) => p.A * q.B; } public partial class M { [Differentiable] static double F(P p) => [|p * p|]; }", "'p * p' has no derivative; its argument depends on a variable; keep such an argument within double, Vector, RowVector and Matrix and the functions of the language, or declare it constant with StopGradient"),
        Example.Method("GRAD202", "static double F(double a, double[] ts) => ts[[|(int)a|]] * a;", "'(int)a' has no derivative; its argument depends on a variable; keep such an argument within double, Vector, RowVector and Matrix and the functions of the language, or declare it constant with StopGradient"),

        new("GRAD203", "public partial class M { [Differentiable(Emit = Derivatives.Hessian)] static RowVector F(Vector [|x|]) => 2 * x.T; }", "'F' returns a RowVector; the Hessian is defined for a method that returns double; ask for Derivatives.Jacobian of a method that returns one entry's gradient instead"),
        new("GRAD203", "public partial class M { [Differentiable([|nameof(a)|], Emit = Derivatives.HessianVectorProduct)] static Matrix F(double a, Matrix X) => a * X; }", "'F' returns a Matrix; the Hessian is defined for a method that returns double; ask for Derivatives.Jacobian of a method that returns one entry's gradient instead"),

        Example.Method("GRAD301", "static double F(Matrix A, Vector b) => Sum([|Inv(A.T * A) * b|]);", "Write Solve(A.T * A, b): it says what is meant, and the plain C# method then solves a system instead of forming an inverse"),

        Example.Method("GRAD302", "static double F(double a, Vector [|x|]) => a * x.Count;", "'F' does not depend on 'x', so the gradient by 'x' is identically zero"),
        new("GRAD302", "public partial class M { [Differentiable([|nameof(b)|], nameof(a))] static double F(double a, double b) => a * a; }", "'F' does not depend on 'b', so the gradient by 'b' is identically zero"),

        Example.Method("GRAD303", "static double F(Vector x, Vector y) => 2 * [|Norm(x - y)|];", "‖x‖ has no derivative at x = 0; the subgradient 0 is returned there"),
        Example.Method("GRAD303", "static double F(double a, Vector x) => [|Math.Abs(a)|] + [|Norm1(x)|] + [|Relu(a)|];", "|x| has no derivative at 0; the subgradient 0 is returned there", "|x| has no derivative at 0; the subgradient 0 is returned there", "relu has no derivative at 0; the subgradient 0 is returned there"),
    ];
}
