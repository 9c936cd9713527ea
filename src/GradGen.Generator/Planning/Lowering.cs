using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Planning;

/// <summary>
/// Turns a simplified graph into one of kernel calls: chains into products in the cheapest order with transposes as flags,
/// inverses in products into solves, one factorization for all that needs one, sums and products into binary ones.
/// </summary>
internal sealed class Lowering
{
    private readonly Dictionary<Expression, Expression> lowered = new();
    private readonly LiveSlots live;
    private readonly Dictionary<Expression, int> users;
    private readonly ChainOrders orders;

    private Lowering(LiveSlots live, Dictionary<Expression, int> users, ChainOrders orders)
    {
        this.live = live;
        this.users = users;
        this.orders = orders;
    }

    public static ImmutableArray<Expression> Of(IReadOnlyList<Expression> roots)
    {
        var users = Reachable.From(roots).SelectMany(n => n.Operands).Concat(roots).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        var live = LiveSlots.Of(roots);
        var orders = ChainOrders.Fixed();
        var results = LoweredBy(orders);
        if (orders.Compared() is { } compared) results = LoweredBy(compared);
        return SharedReads.Of(SharedMoments.Of(SharedInverses.Of(results)));

        ImmutableArray<Expression> LoweredBy(ChainOrders orders) => [.. roots.Select(new Lowering(live, users, orders).Lower)];
    }

    private Expression Lower(Expression e)
    {
        if (lowered.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = e.Operation switch
        {
            MatrixProduct => Chain(e.Operands),
            MatrixInverse => FactorMember.Of("Inverse", Factor(e[0])),
            Determinant => FactorMember.Of("Determinant", Factor(e[0])),
            LogDeterminant => FactorMember.Of(e.Operation == LogDeterminant.Absolute ? "LogAbsDeterminant" : "LogDeterminant", Factor(e[0])),
            Operations.Trace when e[0].Is<MatrixProduct>() => TraceOfProduct(e[0]),
            LinearOperator => OperatorCall.Of(e[0], Lower),
            ColumnShift when IsOwn(e[0]) && PackedSums.Of(Lower(e[0]), Lower(e[1])) is { } sums => sums,
            InnerProduct => VectorProduct.Inner.Of(Lower(e[0]), Lower(e[1])),
            Addition => SumOf(e),
            Scaling when Fused(e[0], e[1]) is { } fused => fused,
            Scaling when IntoPart(e[0], e[1]) is { } scaled => scaled,
            KroneckerProduct when StructuredProduct.WithIdentity(e, Lower) is { } blocks => blocks,
            EntrywiseProduct => ProductOf(e),
            Operations.Power => PowerOf(e),
            Loop => Rebuild(RunningSums.In(live.Pruned(e), live.Recorded(e))),
            LoopValue => e.Graph.Make(e.Operation, new LoopSlot(live.NumberOf(e)), Lower(e[0])),
            ListItem when e[0].Is<LoopHistory>() => Recorded(e[0], e[1]),
            _ => Rebuild(e),
        };
        return lowered[e] = Done(result);
    }

    /// <summary>Notes that an expression needs no lowering any more.</summary>
    private Expression Done(Expression result)
    {
        lowered[result] = result;
        return result;
    }

    private Expression Recorded(Expression history, Expression round)
    {
        var values = live.Recorded(history[0]);
        return RecordedValue.Of(LoopRecord.Of(Lower(history[0]), values), values.ToList().IndexOf(live.NumberOf(history)), Lower(round));
    }

    private Expression Rebuild(Expression e) => e.Graph.Make(e.Operation, e.Payload, e.Operands.Select(Lower).ToImmutableArray());

    private static bool Has(Expression x, Structure structure) => x.Is<Variable>() && (Variable.Info(x).Structure & structure) == structure;

    private Expression Factor(Expression x)
    {
        if (x.Is<DiagonalMatrix>()) return Factorization.Diagonal.Of(Lower(x[0]));
        var factorization = Has(x, Structure.Diagonal) ? Factorization.Diagonal
            : Has(x, Structure.LowerTriangular) || x.Is<CholeskyFactorization>() || x.Operation == Triangle.Lower ? Factorization.Triangular
            : Has(x, Structure.PositiveDefinite) ? Factorization.Cholesky : Factorization.Lu;
        return factorization.Of(Lower(x));
    }

    private Expression Chain(ImmutableArray<Expression> factors)
    {
        // A diagonal matrix is known by its diagonal.
        if (factors.Any(f => Has(f, Structure.Diagonal))) factors = [.. factors.Select(f => Has(f, Structure.Diagonal) ? Diagonal(MainDiagonal.Of(f)) : f)];
        // A row is a transposed column, so that all products are of matrices with columns.
        if (factors[0].Shape.IsRowVector && !factors[factors.Length - 1].Shape.IsVector)
            return Transpose(Chain(factors.Reverse().Select(Turned).ToImmutableArray()));
        return Gram(factors, null) ?? orders.Multiply(factors, Pair, Lower);
    }

    /// <summary>A number times a product that nothing else reads, where it may go into a part that is smaller; null where there is none.</summary>
    private Expression? IntoPart(Expression scalar, Expression product)
    {
        if (!product.Shape.IsMatrix || !users.TryGetValue(product, out var count) || count != 1) return null;
        if (product.Is<MatrixProduct>()) return Gram(product.Operands, scalar);
        if (!product.Is<KroneckerProduct>()) return null;
        var part = product[0].Is<IdentityMatrix>() ? 1 : 0;
        return Lower(product.Graph.Make(product.Operation, product.Payload, product.Operands.SetItem(part, Scale(scalar, product[part]))));
    }

    /// <summary>RᵀDiag(w)R, whose weights, a number among them, go into one factor of a product of which half is computed.</summary>
    private Expression? Gram(ImmutableArray<Expression> factors, Expression? scalar)
    {
        var middle = factors.Length / 2;
        if (factors.Length % 2 == 0 || !factors[middle].Is<DiagonalMatrix>() || !factors[0].Shape.IsMatrix) return null;
        if (!MatrixProduct.IsPalindrome(MatrixProduct.Of(factors)!, promises: true)) return null;
        var weights = factors[middle][0];
        return StructuredProduct.Gram(Lower(MatrixProduct.Of(factors.Skip(middle + 1).ToList())!), Lower(scalar is null ? weights : Scale(scalar, weights)));
    }

    private Expression Turned(Expression e) => e.Operation switch
    {
        Transposition => e[0],
        Planned => Done(Transpose(e)),
        DiagonalMatrix => e,
        KroneckerProduct => KroneckerProduct.Of(Turned(e[0]), Turned(e[1])),
        Commutation => e.Graph.Make(Commutation.Instance, null, e[1], e[0]),
        _ => Transpose(e),
    };

    /// <summary>One product of two factors, each either a factor of the chain, not lowered yet, or a product already made.</summary>
    private Expression Pair(Expression a, Expression b)
    {
        // A row and a column inside a chain are a scalar.
        if (a.Shape.IsScalar || b.Shape.IsScalar) return Done(a.Shape.IsScalar ? Scale(Ready(a), Ready(b)) : Scale(Ready(b), Ready(a)));
        if (a.Shape.IsRowVector)
        {
            var column = Column(a);
            if (b.Shape.IsVector) return VectorProduct.Inner.Of(column, Ready(b));
            return Done(Transpose(Pair(Turned(b), column)));
        }

        // Two products with a vector read less than the sum of two matrices writes.
        if (b.Shape.IsVector && ArgumentsIn(a) is { } arguments) return Lower(Add([.. arguments.Select(t => t.Is<Scaling>() ? Scale(t[0], Multiply(t[1], b)) : Multiply(t, b))]));
        if (b.Shape.IsRowVector && Repeated.Of(a, b) is var (value, count)) return Repeated.Make(Ready(value), Lower(count));
        if (b.Shape.IsRowVector) return VectorProduct.Outer.Of(Ready(a), Column(b));
        if (Inverted(a) is { } left) return FactorMember.Of(left.Transposed ? "SolveTranspose" : "Solve", Factor(left.Matrix), Ready(b));
        if (Inverted(b) is { } right) return FactorMember.Of(right.Transposed ? "SolveLeftTranspose" : "SolveLeft", Factor(right.Matrix), Ready(a));
        if (a.Is<DiagonalMatrix>() && b.Shape.IsVector) return Done(Rebuild(Times(a[0], b)));
        if (StructuredProduct.OfLeft(a, b, Ready) is { } onLeft) return onLeft;
        if (StructuredProduct.OfRight(a, b, Ready) is { } onRight) return onRight;
        if (b.Shape.IsVector && TimesVector(a, b) is { } terms) return Lower(terms);
        if (a.Is<Addition>() && StructuredProduct.IsCheap(a)) return Lower(Add(a.Operands.Select(t => Product(t, b)).ToArray()));
        if (b.Is<Addition>() && StructuredProduct.IsCheap(b)) return Lower(Add(b.Operands.Select(t => Product(a, t)).ToArray()));
        var (x, turnA) = Flag(a);
        var (y, turnB) = Flag(b);
        return KernelProduct.Of(Ready(x), turnA, Ready(y), turnB);
    }

    /// <summary>(AB + C)x = A(Bx) + Cx, so that AB is not formed for one vector; null where no product would be.</summary>
    private Expression? TimesVector(Expression matrix, Expression vector)
    {
        var sum = matrix.Is<Transposition>() ? matrix[0] : matrix;
        if (!sum.Is<Addition>() || lowered.ContainsKey(sum) || !sum.Operands.Any(t => (t.Is<Scaling>() ? t[1] : t) is var p && p.Is<MatrixProduct>() && p.Shape.IsMatrix)) return null;
        var terms = matrix == sum ? sum.Operands : sum.Operands.Select(TransposedTerm).ToImmutableArray();
        return Add(terms.Select(t => Product(t, vector)).ToArray());
    }

    private Expression TransposedTerm(Expression term) => term.Operation switch
    {
        Scaling => Scale(term[0], TransposedTerm(term[1])),
        MatrixProduct => MatrixProduct.Of(term.Operands.Reverse().Select(Turned).ToList())!,
        _ => Turned(term),
    };

    /// <summary>The product of two factors of which one may be scaled or the identity.</summary>
    private static Expression Product(Expression a, Expression b)
    {
        if (a.Is<Scaling>()) return Scale(a[0], Product(a[1], b));
        if (b.Is<Scaling>()) return Scale(b[0], Product(a, b[1]));
        if (a.Is<IdentityMatrix>()) return b;
        if (b.Is<IdentityMatrix>()) return a;
        // x(yᵀB) and (Ax)yᵀ of an outer product xyᵀ, in which yᵀB or Ax may be a scalar.
        if (StructuredProduct.IsOuter(a)) return Multiply(a[0], Multiply(MatrixProduct.Of(a.Operands.RemoveAt(0))!, b));
        return StructuredProduct.IsOuter(b) ? Multiply(Multiply(a, b[0]), MatrixProduct.Of(b.Operands.RemoveAt(0))!) : MatrixProduct.Of([.. Factors(a), .. Factors(b)])!;
    }

    private static ImmutableArray<Expression> Factors(Expression e) => e.Is<MatrixProduct>() ? e.Operands : [e];

    private Expression Ready(Expression e) => e.Operation is Planned ? e : Lower(e);

    private Expression Column(Expression row) => row.Is<Transposition>() ? Ready(row[0]) : Done(Transpose(Ready(row)));

    private static (Expression, bool) Flag(Expression e) => e.Is<Transposition>() && e.Shape.IsMatrix ? (e[0], true) : (e, false);

    private static (Expression Matrix, bool Transposed)? Inverted(Expression e) =>
        e.Is<MatrixInverse>() ? (e[0], false) : e.Is<Transposition>() && e[0].Is<MatrixInverse>() ? (e[0][0], true) : null;

    /// <summary>Tr(AB) = Σ (Aᵀ)ᵢⱼBᵢⱼ, a product fewer.</summary>
    private Expression TraceOfProduct(Expression product)
    {
        var last = product.Operands.Length - 1;
        var rest = MatrixProduct.Of(product.Operands.RemoveAt(last))!;
        var transposed = MatrixProduct.Of((rest.Is<MatrixProduct>() ? rest.Operands.Reverse() : [rest]).Select(Turned).ToList())!;
        return VectorProduct.Inner.Of(Lower(transposed), Lower(product[last]));
    }

    private Expression SumOf(Expression e)
    {
        if (!e.Shape.IsReal) return e.Operands.Select(Lower).Aggregate((a, b) => e.Graph.Make(Addition.Instance, null, a, b));
        var terms = e.Operands.Select(Signed).ToList();
        return SumOfProducts(e, terms) ?? SumOf(terms);
    }

    private Expression SumOf(List<(bool Negative, Expression Term)> terms)
    {
        var graph = terms[0].Term.Graph;
        // A sum that begins with a minus begins with another term where there is one.
        var first = Math.Max(0, terms.FindIndex(t => !t.Negative));
        terms.Insert(0, terms[first]);
        terms.RemoveAt(first + 1);
        var sum = terms[0].Negative ? Lower(Negate(terms[0].Term)) : Lower(terms[0].Term);
        foreach (var (negative, term) in terms.Skip(1))
        {
            if (term.Is<Scaling>()) sum = AddTo(sum, Scale(negative ? -1 : 1, term[0]), term[1]);
            else if (term.Operation == Filled.Ones) sum = AddTo(sum, graph.Number(negative ? -1 : 1), term);
            else sum = negative ? Difference.Of(sum, Lower(term)) : graph.Make(Addition.Instance, null, sum, Lower(term));
        }

        return sum;
    }

    /// <summary>The terms of a sum of arguments, or of its transpose; null where it is none.</summary>
    private IEnumerable<Expression>? ArgumentsIn(Expression e)
    {
        var sum = e.Is<Transposition>() ? e[0] : e;
        if (!sum.Is<Addition>() || !sum.Operands.All(IsArgument)) return null;
        return e == sum ? sum.Operands : sum.Operands.Select(TransposedTerm);
    }

    private static bool IsArgument(Expression e) => e.Is<Variable>() || (e.Is<Transposition>() && IsArgument(e[0])) || (e.Is<Scaling>() && IsArgument(e[1]));

    /// <summary>A product that nothing else reads, scaled in the call that computes it; null where it is no product of matrices.</summary>
    private Expression? Fused(Expression scalar, Expression product)
    {
        if (!product.Shape.IsMatrix || !product.Is<MatrixProduct>() || !IsOwn(product)) return null;
        var alpha = Lower(scalar);
        return Of(Lower(product));

        // Of several orders, those that end in such a product.
        Expression? Of(Expression ordered) => IsCheapest.Chooses(ordered)
            ? (Of(ordered[1]), Of(ordered[2])) switch
            {
                (null, null) => null,
                var (then, otherwise) => Choose(ordered[0], then ?? Scale(alpha, ordered[1]), otherwise ?? Scale(alpha, ordered[2])),
            }
            : FusedProduct.Of(alpha, ordered, null, null);
    }

    /// <summary>A sum of matrices with the products among them added last, each in the call that computes it; null where there is none.</summary>
    private Expression? SumOfProducts(Expression e, List<(bool Negative, Expression Term)> terms)
    {
        if (!e.Shape.IsMatrix) return null;
        var products = terms.Where(t => IsOwnProduct(t.Term.Is<Scaling>() ? t.Term[1] : t.Term)).ToList();
        if (products.Count == 0 || terms.Count < 2) return null;
        var others = terms.Except(products).ToList();
        if (others.Count == 0)
        {
            others.Add(products[0]);
            products.RemoveAt(0);
        }

        // A single negative term is subtracted by β.
        var beta = others.Count == 1 && others[0].Negative ? -1.0 : 1.0;
        var sum = others.Count == 1 ? Lower(others[0].Term) : SumOf(others);
        foreach (var (negative, term) in products)
        {
            var (scalar, product) = term.Is<Scaling>() ? (term[0], term[1]) : (e.Graph.Number(1), term);
            var lowered = Lower(product);
            sum = FusedProduct.Of(Lower(negative ? Scale(-1, scalar) : scalar), lowered, beta, sum)
                ?? throw new InvalidOperationException($"{lowered.Operation.Name} is no product.");
            beta = 1;
        }

        return sum;
    }

    // Read once, so that nothing else needs it as it is.
    private bool IsOwn(Expression e) => users.TryGetValue(e, out var count) && count == 1;

    private bool IsOwnProduct(Expression e) => e.Is<MatrixProduct>() && IsOwn(e)
        && FusedProduct.Of(e.Graph.Number(1), Lower(e), null, null) is not null;

    private Expression AddTo(Expression sum, Expression scalar, Expression array) => array.Operation == Filled.Ones
        ? AddScaled.Scalar.Of(sum, Lower(scalar))
        : AddScaled.Array.Of(sum, Lower(scalar), Lower(array));

    /// <summary>A term without its minus sign.</summary>
    private static (bool Negative, Expression Term) Signed(Expression term)
    {
        if (term.IsNumber(out var number)) return number < 0 ? (true, term.Graph.Number(-number)) : (false, term);
        if (!(term.Is<Scaling>() || term.Is<EntrywiseProduct>())) return (false, term);
        if (term.Is<Scaling>() && term[0].Is<EntrywiseProduct>() && term[0][0].IsNumber(out var inner) && inner < 0)
            return (true, Scale(Times([term.Graph.Number(-inner), .. term[0].Operands.Skip(1)]), term[1]));
        if (!term[0].IsNumber(out var c) || c >= 0) return (false, term);
        var rest = term.Is<Scaling>() ? term[1] : Times(term.Operands.Skip(1).ToArray());
        return (true, c == -1 ? rest : Scale(term.Graph.Number(-c), rest));
    }

    private Expression ProductOf(Expression e)
    {
        static bool IsBelow(Expression f) => f.Operation == Operations.Power.Instance && f[1].IsNumber(out var p) && p < 0 && p % 1 == 0;
        var above = e.Operands.Where(f => !IsBelow(f)).Select(Lower).ToList();
        var below = e.Operands.Where(IsBelow).Select(f => Lower(Power(f[0], -(double)f[1].Payload!))).ToList();
        // A minus one is a sign.
        var negate = e.Shape.IsScalar && above.Count > 1 && above[0].IsNumber(out var c) && c == -1;
        if (negate) above.RemoveAt(0);
        Expression Product(List<Expression> factors) => factors.Count == 0 ? e.Graph.Ones(e.Shape) : factors.Aggregate((a, b) => e.Graph.Make(EntrywiseProduct.Instance, null, a, b));
        var product = below.Count == 0 ? Product(above) : Quotient.Of(Product(above), Product(below));
        return negate ? e.Graph.Make(Negation.Instance, null, product) : product;
    }

    private Expression PowerOf(Expression e)
    {
        var x = Lower(e[0]);
        if (e[1].IsNumber(out var p) && p == 1) return x;
        if (!e[1].IsNumber(out _) || !e.Shape.IsScalar) return e.Graph.Make(Operations.Power.Instance, null, x, Lower(e[1]));
        if (p == 0.5) return Elementwise.Sqrt.Of(x);
        if (p % 1 != 0 || Math.Abs(p) > 4) return e.Graph.Make(Operations.Power.Instance, null, x, e[1]);
        var product = Enumerable.Repeat(x, (int)Math.Abs(p)).Aggregate((a, b) => e.Graph.Make(EntrywiseProduct.Instance, null, a, b));
        return p > 0 ? product : Quotient.Of(e.Graph.Number(1), product);
    }
}
