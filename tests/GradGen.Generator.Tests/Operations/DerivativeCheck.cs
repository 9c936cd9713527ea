namespace GradGen.Generator.Tests.Operations;

/// <summary>Compares the companions of a compiled method, at given arguments, with differences and with each other.</summary>
/// <param name="type">The class of the method.</param>
/// <param name="method">The method's name.</param>
/// <param name="arguments">The arguments of the method.</param>
/// <param name="variables">The variables by their names and places among the arguments.</param>
/// <param name="where">What is compared, for messages.</param>
internal sealed class DerivativeCheck(Type type, string method, object[] arguments, IReadOnlyList<(string Name, int Position)> variables, string where)
{
    private const double Tolerance = 1e-7;

    /// <summary>The documented value where it is not finite.</summary>
    public double? Value { get; init; }

    public void Jacobians()
    {
        foreach (var (variable, position) in variables)
        {
            var differences = Differences(method, position);
            var jacobian = (Matrix)type.Call($"Jacobian_{method}_{variable}", arguments);
            Assert.Equal((differences.RowCount, differences.ColumnCount), (jacobian.RowCount, jacobian.ColumnCount));
            Near(Values.Flat(differences), jacobian, Tolerance, $"Jacobian by {variable}");
        }
    }

    /// <summary>⟨seed, df⟩ = ⟨pullback(seed), dx⟩, and df by differences.</summary>
    public void Transposes()
    {
        var directions = variables.Select((v, i) => Values.Direction(arguments[v.Position], 7 + i)).ToList();
        var df = type.Call($"Pushforward_{method}", [.. arguments, .. directions]);
        var seed = Values.Direction(type.Call(method, arguments), 3);
        var pulled = Values.Parts(type.Call($"Pullback_{method}", [.. arguments, seed]));
        for (var i = 0; i < variables.Count; i++) SameShape(arguments[variables[i].Position], pulled[i], $"pullback by {variables[i].Name}");
        // What is not a number moves by nothing that is one.
        if (Value is double.NaN) return;
        var along = variables.Select((_, i) => Values.Inner(pulled[i], directions[i])).Sum();
        Near([Values.Inner(seed, df)], along, 1e-11, "⟨seed, df⟩");
        var differences = variables.Select((v, i) => Differences(method, v.Position) * Vector.Of(Values.Flat(directions[i]))).Aggregate((x, y) => x + y);
        Near(differences.ToArray(), df, Tolerance, "df");
    }

    /// <summary>The gradients of a scalar method, alone, together, beside the value and into the caller's storage.</summary>
    public void Gradients()
    {
        var gradients = Values.Parts(type.Call($"Gradient_{method}", arguments));
        for (var i = 0; i < variables.Count; i++)
        {
            var (variable, position) = variables[i];
            var gradient = type.Call($"Gradient_{method}_{variable}", arguments);
            SameShape(arguments[position], gradient, $"gradient by {variable}");
            Near(Values.Flat(Differences(method, position)), gradient, Tolerance, $"gradient by {variable}");
            Near(Values.Flat(gradient), gradients[i], 1e-12, $"Gradient_{method} and Gradient_{method}_{variable}");
        }

        var together = Values.Parts(type.Call($"ValueAndGradient_{method}", arguments));
        SameValue(together[0]);
        Same(gradients, [.. together.Skip(1)], "gradients beside the value");
        object[] ordered = [.. gradients.Where(g => g is double), .. gradients.Where(g => g is not double)];
        var (alone, beside) = (Destinations(), Destinations());
        var scalars = type.Call($"GradientInto_{method}", [.. arguments, .. alone]);
        Same(ordered, [.. scalars is null ? [] : Values.Parts(scalars), .. alone], "gradients into");
        var withValue = Values.Parts(type.Call($"ValueAndGradientInto_{method}", [.. arguments, .. beside]));
        SameValue(withValue[0]);
        Same(ordered, [.. withValue.Skip(1), .. beside], "gradients into beside the value");

        object[] Destinations() => [.. gradients.Where(g => g is not double).Select(g => Values.Like(g, [.. Values.Flat(g).Select(_ => double.NaN)]))];
    }

    /// <summary>The Hessians of a scalar method, their blocks between two variables, and their products with a direction.</summary>
    public void Hessians()
    {
        var together = Values.Parts(type.Call($"ValueGradientAndHessian_{method}", arguments));
        SameValue(together[0]);
        Same(Values.Parts(type.Call($"Gradient_{method}", arguments)), [.. together.Skip(1).Take(variables.Count)], "gradients beside the Hessian");
        var pairs = variables.SelectMany((x, i) => variables.Skip(i).Select(y => (x, y))).ToList();
        Assert.Equal(1 + variables.Count + pairs.Count, together.Length);
        foreach (var ((x, y), beside) in pairs.Zip(together.Skip(1 + variables.Count)))
        {
            var differences = Differences($"Gradient_{method}_{x.Name}", y.Position);
            var block = type.Call(x == y ? $"Hessian_{method}_{x.Name}" : $"Hessian_{method}_{x.Name}_{y.Name}", arguments);
            Near(Values.Flat(differences), block, Tolerance, $"Hessian by {x.Name} and {y.Name}");
            Near(Values.Flat(block), beside, 1e-12, $"Hessian by {x.Name} and {y.Name} beside the value");
            if (x == y) Product(x.Name, block, differences, Values.Direction(arguments[x.Position], 11));
        }
    }

    private void Product(string variable, object hessian, Matrix differences, object v)
    {
        var full = hessian as Matrix? ?? Matrix.OfArray(new[,] { { (double)hessian } });
        Near(Values.Flat(full), full.T, 1e-9, $"Hessian by {variable} and its transpose");
        var product = type.Call($"HessianVectorProduct_{method}_{variable}", [.. arguments, v]);
        SameShape(v, product, $"Hessian-vector product by {variable}");
        Near((differences * Vector.Of(Values.Flat(v))).ToArray(), product, Tolerance, $"Hessian-vector product by {variable}");
        Near((full * Vector.Of(Values.Flat(v))).ToArray(), product, 1e-9, $"Hessian by {variable} times v");
    }

    private Matrix Differences(string of, int position) => Values.DifferencedJacobian(x => type.Call(of, With(position, x)), arguments[position]);

    private object[] With(int position, object value)
    {
        object[] changed = [.. arguments];
        changed[position] = value;
        return changed;
    }

    private void SameValue(object actual)
    {
        var value = (double)type.Call(method, arguments);
        if (Value is not null) Assert.Equal(value, (double)actual);
        else Near([value], actual, 1e-12, "value");
    }

    private void Same(object[] expected, object[] actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{where}: {what}: {expected.Length} expected, {actual.Length} found");
        foreach (var (e, a) in expected.Zip(actual))
        {
            SameShape(e, a, what);
            Near(Values.Flat(e), a, 1e-12, what);
        }
    }

    private void SameShape(object expected, object actual, string what) =>
        Assert.True(expected.GetType() == actual.GetType() && Values.ShapeOf(expected) == Values.ShapeOf(actual), $"{where}: {what}: {expected.GetType().Name} {Values.ShapeOf(expected)} expected, {actual.GetType().Name} {Values.ShapeOf(actual)} found");

    private void Near(double[] expected, object actual, double tolerance, string what) => Values.AssertNear(expected, Values.Flat(actual), tolerance, $"{where}: {what} of {method}");
}
