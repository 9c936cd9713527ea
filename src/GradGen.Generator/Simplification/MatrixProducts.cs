using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Products of matrices: flat chains, scalars in front, neutral and inverse factors gone.</summary>
internal static class MatrixProducts
{
    public static readonly Identity[] Identities =
    [
        new("associativity of the matrix product", Flatten, MatrixProduct.Instance),
        new("A0 = 0", e => e.Operands.Any(o => o.IsZero()) ? e.Graph.Zero(e.Shape) : null, MatrixProduct.Instance),
        new("A(cB) = cAB", Hoist, MatrixProduct.Instance),
        new("AI = A", DropIdentities, MatrixProduct.Instance),
        new("AA⁻¹ = I", Cancel, MatrixProduct.Instance),
        new("a matrix of ones is 1·1ᵀ", OnesApart, MatrixProduct.Instance),
        new("a(bᵀc) = (bᵀc)a", Inners, MatrixProduct.Instance),
        new("(Ax)ᵀ(Ax) = ‖Ax‖²", SquaredNormOf, MatrixProduct.Instance),
        new("dxᵀAx = xᵀAᵀdx", DifferentialLast, MatrixProduct.Instance),
        new("X1, 1ᵀX", WithOnes, MatrixProduct.Instance),
        new("one factor", e => e.Operands.Length == 1 ? e[0] : null, MatrixProduct.Instance),
        new("Tr(XᵀX) = ‖X‖²", e => e[0] == e[1] ? SquaredNorm(e[0]) : null, InnerProduct.Instance),
        new("⟨X, cY⟩ = c⟨X, Y⟩", HoistInner, InnerProduct.Instance),
        new("⟨X, I⟩ = Tr X", e => Other<IdentityMatrix>(e) is { } x ? Trace(x) : null, InnerProduct.Instance),
        new("⟨X, 11ᵀ⟩ = 1ᵀX1", e => e.Operands.FirstOrDefault(o => o.Operation == Filled.Ones) is { } ones ? Sum(e[0] == ones ? e[1] : e[0]) : null, InnerProduct.Instance),
        new("⟨X, 0⟩ = 0", e => e.Operands.Any(o => o.IsZero()) ? e.Graph.Number(0) : null, InnerProduct.Instance),
        new("⟨X, abᵀ⟩ = aᵀXb", InnerWithOuter, InnerProduct.Instance),
    ];

    private static Expression? Flatten(Expression e) => e.Operands.Any(o => o.Is<MatrixProduct>() && !o.Shape.IsScalar)
        ? MatrixProduct.Of(e.Operands.SelectMany(o => o.Is<MatrixProduct>() ? o.Operands : [o]).ToList())
        : null;

    private static Expression? Hoist(Expression e)
    {
        if (!e.Operands.Any(o => o.Is<Scaling>() || o.Shape.IsScalar)) return null;
        var scalar = Times(e.Operands.Where(o => o.Is<Scaling>() || o.Shape.IsScalar).Select(o => o.Is<Scaling>() ? o[0] : o).ToArray());
        return Scale(scalar, MatrixProduct.Of(e.Operands.Where(o => !o.Shape.IsScalar).Select(o => o.Is<Scaling>() ? o[1] : o).ToList())!);
    }

    private static Expression? DropIdentities(Expression e)
    {
        if (!e.Operands.Any(o => o.Is<IdentityMatrix>())) return null;
        var kept = e.Operands.Where(o => !o.Is<IdentityMatrix>()).ToList();
        return kept.Count == 0 ? e[0] : MatrixProduct.Of(kept);
    }

    private static Expression? Cancel(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            if (!AreInverses(e[i], e[i + 1])) continue;
            var kept = e.Operands.RemoveRange(i, 2);
            return MatrixProduct.Of(kept) ?? e.Graph.Identity(e[i].Shape.Rows!);
        }

        return null;
    }

    private static bool AreInverses(Expression a, Expression b)
    {
        if (a.Is<Transposition>() && b.Is<Transposition>()) return AreInverses(b[0], a[0]);
        return (a.Is<MatrixInverse>() && a[0] == b) || (b.Is<MatrixInverse>() && b[0] == a);
    }

    private static Expression? OnesApart(Expression e)
    {
        static bool IsOnes(Expression o) => o.Operation == Filled.Ones && o.Shape.IsMatrix;
        return e.Operands.Length > 1 && e.Operands.Any(IsOnes)
            ? MatrixProduct.Of(e.Operands.SelectMany(o => IsOnes(o) ? [o.Graph.Ones(Shape.Vector(o.Shape.Rows!)), o.Graph.Ones(Shape.RowVector(o.Shape.Columns!))] : new[] { o }).ToList())
            : null;
    }

    /// <summary>A row and the next column inside a chain enclose a scalar.</summary>
    private static Expression? Inners(Expression e)
    {
        for (var i = 0; i < e.Operands.Length; i++)
        {
            if (!e[i].Shape.IsRowVector) continue;
            var j = i + 1;
            while (j < e.Operands.Length && !e[j].Shape.IsVector) j++;
            if (j == e.Operands.Length || (i == 0 && j == e.Operands.Length - 1)) continue;
            var scalar = MatrixProduct.Of(e.Operands.Skip(i).Take(j - i + 1).ToList())!;
            return Scale(scalar, MatrixProduct.Of(e.Operands.RemoveRange(i, j - i + 1))!);
        }

        return null;
    }

    private static Expression? SquaredNormOf(Expression e) =>
        e.Shape.IsScalar && e.Operands.Length % 2 == 0 && MatrixProduct.IsPalindrome(e, promises: false)
            ? SquaredNorm(MatrixProduct.Of(e.Operands.Skip(e.Operands.Length / 2).ToList())!)
            : null;

    private static Expression? DifferentialLast(Expression e) => e.Shape.IsScalar && Traces.IsDifferential(e[0]) && !e.Operands.Skip(1).Any(Traces.IsDifferential)
        ? MatrixProduct.Of(e.Operands.Reverse().Select(Transpose).ToList())
        : null;

    private static Expression? WithOnes(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            Expression? sum = null;
            if (b.Operation == Filled.Ones && b.Shape.IsVector) sum = a.Shape.IsMatrix ? e.Graph.Make(RowSums.Instance, null, a) : a.Shape.IsRowVector ? Sum(Transpose(a)) : null;
            else if (a.Operation == Filled.Ones && a.Shape.IsRowVector) sum = b.Shape.IsMatrix ? e.Graph.Make(ColumnSums.Instance, null, b) : Sum(b);
            else if (a.Operation == Filled.Ones && b.Operation == Filled.Ones && a.Shape.IsVector && e.Operands.Length == 2) sum = e.Graph.Ones(Shape.Matrix(a.Shape.Rows!, b.Shape.Columns!));
            if (sum is not null) return Multiply([.. e.Operands.RemoveAt(i).SetItem(i, sum)]);
        }

        return null;
    }

    private static Expression? HoistInner(Expression e)
    {
        if (!e.Operands.Any(o => o.Is<Scaling>())) return null;
        var scalar = Times(e.Operands.Where(o => o.Is<Scaling>()).Select(o => o[0]).ToArray());
        var arrays = e.Operands.Select(o => o.Is<Scaling>() ? o[1] : o).ToArray();
        return Times(scalar, Inner(arrays[0], arrays[1]));
    }

    private static Expression? Other<T>(Expression e)
        where T : Operation => e[0].Is<T>() ? e[1] : e[1].Is<T>() ? e[0] : null;

    private static Expression? InnerWithOuter(Expression e)
    {
        var outer = e.Operands.FirstOrDefault(o => o.Is<MatrixProduct>() && o[0].Shape.IsVector);
        if (outer is null) return null;
        var other = e[0] == outer ? e[1] : e[0];
        return Multiply(Transpose(outer[0]), other, Transpose(MatrixProduct.Of(outer.Operands.RemoveAt(0))!));
    }
}
