namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>A parameter of a random program.</summary>
/// <param name="Kind">The kind of the parameter, or of the items where it is a list.</param>
/// <param name="ListType">The C# type of a list, which is data.</param>
/// <param name="Structure">The attribute that promises a structure, or nothing.</param>
internal sealed record Parameter(string Name, Kind Kind, string? ListType = null, string Structure = "")
{
    /// <summary>How many items the lists of random programs have.</summary>
    public const int Items = 3;

    public bool Varies => ListType is null && Kind.IsValue;

    public string Declaration => $"{(Structure.Length > 0 ? $"[{Structure}] " : "")}{ListType ?? Kind.Name} {Name}";

    /// <summary>A value for the parameter, which keeps what its structure promises.</summary>
    public object Draw(Random random)
    {
        if (Kind.Name == "int") return 3;
        if (Kind == Kind.Condition) return random.Next(2) == 0;
        if (ListType is null) return Structured(Value(random));
        var items = Enumerable.Range(0, Items).Select(_ => Value(random)).ToArray();
        return Kind.Name switch
        {
            "double" => ListType == "double[]" ? items.Cast<double>().ToArray() : items.Cast<double>().ToList(),
            "Vector" => ListType == "Vector[]" ? items.Cast<Vector>().ToArray() : items.Cast<Vector>().ToList(),
            _ => ListType == "Matrix[]" ? items.Cast<Matrix>().ToArray() : items.Cast<Matrix>().ToList(),
        };
    }

    private object Value(Random random)
    {
        double[] entries = [.. Enumerable.Range(0, Kind.Count).Select(_ => (random.Next(2) == 0 ? -1 : 1) * (0.15 + random.NextDouble()))];
        return Kind.Name switch
        {
            "double" => entries[0],
            "Vector" => Vector.Of(entries),
            "RowVector" => Vector.Of(entries).T,
            _ => (Matrix)new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(Kind.Rows, Kind.Columns, entries),
        };
    }

    private object Structured(object value) => Structure switch
    {
        "" => value,
        "PositiveDefinite" => ((Matrix)value * ((Matrix)value).T) + MatrixMath.Identity(Kind.Rows),
        "Diagonal" => MatrixMath.Diag(MatrixMath.Diagonal((Matrix)value)),
        "LowerTriangular" => MatrixMath.Cholesky(((Matrix)value * ((Matrix)value).T) + MatrixMath.Identity(Kind.Rows)),
        _ => (Matrix)value + ((Matrix)value).T,
    };
}

/// <summary>A random method of the language with the methods that it calls.</summary>
/// <param name="Helpers">Declarations of the methods that it calls.</param>
/// <param name="Body">A block, or an expression.</param>
/// <param name="HasHessian">Whether second derivatives are asked for.</param>
internal sealed record RandomProgram(int Seed, IReadOnlyList<Parameter> Parameters, Kind Returns, IReadOnlyList<Node> Helpers, Node Body, bool HasHessian)
{
    public string ClassName => $"P{Seed}";

    public IEnumerable<Parameter> Variables => Parameters.Where(p => p.Varies);

    public string Method
    {
        get
        {
            var parameters = string.Join(", ", Parameters.Select(p => p.Declaration));
            return $"public static {Returns.Name} F({parameters}) {(Body.Kind == Kind.Block ? $"\n{{\n{Body.Text}\n}}" : $"=> {Body.Text};")}\n{string.Join("\n", Helpers.Select(h => h.Text))}";
        }
    }

    public string Source(string className)
    {
        var emit = !Returns.IsScalar ? "Jacobian | Derivatives.Pushforward | Derivatives.Pullback"
            : "Gradient | Derivatives.Pushforward | Derivatives.Pullback" + (HasHessian ? " | Derivatives.Hessian | Derivatives.HessianVectorProduct" : "");
        return $"public static partial class {className}\n{{\n[Differentiable(Emit = Derivatives.{emit})]\n{Method}\n}}\n";
    }

    /// <summary>Smaller programs, the smallest steps last.</summary>
    public IEnumerable<RandomProgram> Shrinks()
    {
        foreach (var helper in Helpers) yield return this with { Helpers = [.. Helpers.Where(h => h != helper)] };
        foreach (var body in Body.Shrinks()) yield return this with { Body = body };
        for (var i = 0; i < Helpers.Count; i++)
        {
            foreach (var smaller in Helpers[i].Shrinks())
            {
                Node[] helpers = [.. Helpers];
                helpers[i] = smaller;
                yield return this with { Helpers = helpers };
            }
        }

        if (HasHessian) yield return this with { HasHessian = false };
        foreach (var parameter in Parameters.Where(p => p.Structure.Length > 0))
            yield return this with { Parameters = [.. Parameters.Select(p => p == parameter ? p with { Structure = "" } : p)] };
        if (Variables.Count() < 2) yield break;
        foreach (var parameter in Parameters.Where(p => p.Name != "flag")) yield return this with { Parameters = [.. Parameters.Where(p => p != parameter)] };
    }
}
