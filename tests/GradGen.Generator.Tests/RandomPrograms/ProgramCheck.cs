using System.Reflection;
using GradGen.Generator.Tests.Operations;

namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>What came of a program.</summary>
/// <param name="Failure">What is wrong, in one line that begins with a word for the kind of it; null where nothing is.</param>
/// <param name="Judged">Whether differences could tell at any point.</param>
internal sealed record Verdict(string? Failure, bool Judged = true)
{
    public string Sort => Failure is null ? "" : Failure.Split(':')[0];
}

/// <summary>
/// Compares the companions of one compiled program with differences and with each other. Where differences cannot tell (near a
/// kink, where steps of several sizes disagree, where values are huge) another point is drawn; no tolerance is ever widened.
/// </summary>
internal sealed class ProgramCheck(RandomProgram program, Type type)
{
    private const int Points = 8;
    private const double Tolerance = 1e-6;
    private const double Largest = 1e4;

    private sealed class UnclearException(string why) : Exception(why);

    private sealed class WrongException(string what) : Exception(what);

    public Verdict Run()
    {
        for (var point = 0; point < Points; point++)
        {
            var random = new Random(unchecked((program.Seed * 31) + point));
            object[] arguments = [.. program.Parameters.Select(p => p.Draw(random))];
            try
            {
                CheckAt(arguments, random.Next());
                return new(null);
            }
            catch (UnclearException)
            {
            }
            catch (WrongException wrong)
            {
                return new(wrong.Message.Replace("\n", " "));
            }
        }

        return new(null, Judged: false);
    }

    private void CheckAt(object[] arguments, int seed)
    {
        object value;
        try
        {
            value = Call("F", arguments);
        }
        catch (ArithmeticException)
        {
            throw new UnclearException("the method itself throws");
        }

        if (Values.Flat(value).Any(v => !(Math.Abs(v) < Largest))) throw new UnclearException("the value is huge");
        var variables = program.Parameters.Select((p, i) => (p.Name, Position: i, p.Varies, p.Structure)).Where(v => v.Varies).Select(v => (v.Name, v.Position, v.Structure)).ToList();
        var directions = variables.Select((v, i) => Values.Direction(arguments[v.Position], seed + i)).ToArray();
        var df = Companion("Pushforward_F", [.. arguments, .. directions]);
        var along = Along(t => Values.Flat(Call("F", Moved(arguments, variables.Select(v => v.Position), directions, t))));
        Agree("pushforward", Values.Flat(df), along);

        var adjoint = Values.Direction(value, seed + 101);
        var pulled = Values.Parts(Companion("Pullback_F", [.. arguments, adjoint]));
        var (left, right) = (Values.Inner(adjoint, df), variables.Select((v, i) => Values.Inner(pulled[i], directions[i])).Sum());
        var scale = Math.Max(1, pulled.Select((p, i) => Length(p) * Length(directions[i])).Sum());
        if (!(Math.Abs(left - right) <= 1e-9 * scale) && IsAsRough(left - right, arguments, a => Values.Inner(adjoint, Companion("Pushforward_F", [.. a, .. directions]))))
            throw new UnclearException("rounding of the arguments changes ⟨seed, df⟩ as much");
        if (!(Math.Abs(left - right) <= 1e-9 * scale)) throw new WrongException($"transposes: ⟨seed, df⟩ = {left:R} but ⟨adjoint, dx⟩ = {right:R}");
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables.Count == 1) break;
            int[] position = [variables[i].Position];
            object[] direction = [directions[i]];
            Agree($"pullback by {variables[i].Name}", [Values.Inner(pulled[i], directions[i])], Along(t => [Values.Inner(adjoint, Call("F", Moved(arguments, position, direction, t)))]));
        }

        if (program.Returns.IsScalar) CheckScalar(arguments, value, pulled, (double)adjoint, variables, directions);
        else CheckJacobian(arguments, variables, directions);
    }

    private void CheckScalar(object[] arguments, object value, object[] pulled, double adjoint, List<(string Name, int Position, string Structure)> variables, object[] directions)
    {
        var gradients = Values.Parts(Companion("Gradient_F", arguments));
        for (var i = 0; i < variables.Count; i++)
        {
            var alone = Companion($"Gradient_F_{variables[i].Name}", arguments);
            Same($"gradient by {variables[i].Name} alone", Values.Flat(alone), Values.Flat(gradients[i]), 1e-9);
            Same($"pullback and gradient by {variables[i].Name}", Values.Flat(pulled[i]), [.. Values.Flat(alone).Select(g => g * adjoint)], 1e-9);
        }

        var together = Values.Parts(Companion("ValueAndGradient_F", arguments));
        if (!Near(Values.Flat(value), Values.Flat(together[0]), 1e-10) && IsAsRough((double)value - (double)together[0], arguments, a => (double)Call("F", a)))
            throw new UnclearException("rounding of the arguments changes the value as much");
        Same("value", Values.Flat(value), Values.Flat(together[0]), 1e-10);
        object[] Destinations() => [.. gradients.Where(g => g is not double).Select(g => Values.Like(g, [.. Values.Flat(g).Select(_ => double.NaN)]))];
        object[] ordered = [.. gradients.Where(g => g is double), .. gradients.Where(g => g is not double)];
        var (into, both) = (Destinations(), Destinations());
        var scalars = Companion("GradientInto_F", [.. arguments, .. into]);
        var withValue = Values.Parts(Companion("ValueAndGradientInto_F", [.. arguments, .. both]));
        Same("value into", Values.Flat(value), Values.Flat(withValue[0]), 1e-10);
        foreach (var (expected, actual) in gradients.Zip(together.Skip(1))) Same("gradient beside the value", Values.Flat(expected), Values.Flat(actual), 1e-9);
        foreach (var (expected, actual) in ordered.Zip([.. scalars is null ? [] : Values.Parts(scalars), .. into])) Same("gradient into", Values.Flat(expected), Values.Flat(actual), 1e-9);
        foreach (var (expected, actual) in ordered.Zip([.. withValue.Skip(1), .. both])) Same("gradient into beside the value", Values.Flat(expected), Values.Flat(actual), 1e-9);
        if (!program.HasHessian) return;
        CheckBlocks(arguments, [value, .. gradients], variables, directions);
        for (var i = 0; i < variables.Count; i++)
        {
            var (name, position, structure) = variables[i];
            var hessian = Companion($"Hessian_F_{name}", arguments);
            var product = Values.Flat(Companion($"HessianVectorProduct_F_{name}", [.. arguments, directions[i]]));
            var v = Vector.Of(Values.Flat(directions[i]));
            var matrix = hessian as Matrix? ?? Matrix.OfArray(new[,] { { (double)hessian } });
            Same($"Hessian by {name} symmetric", Values.Flat(matrix), Values.Flat(matrix.T), 1e-9);
            Same($"Hessian by {name} times v", (matrix * v).ToArray(), product, 1e-9);
            // Where a structure is promised, a gradient beside the promise has no meaning.
            if (structure.Length > 0) continue;
            int[] positions = [position];
            object[] direction = [directions[i]];
            Agree($"Hessian by {name}", product, Along(t => Values.Flat(Companion($"Gradient_F_{name}", Moved(arguments, positions, direction, t)))));
        }
    }

    /// <summary>Whether a few roundings of the arguments move a value as far as an error.</summary>
    private static bool IsAsRough(double error, object[] arguments, Func<object[], double> value)
    {
        double With(double factor) => value([.. arguments.Select(a => Scaled(a, factor))]);
        return Math.Abs(error) <= 10 * Math.Max(Math.Abs(With(1 + 1e-15) - With(1)), Math.Abs(With(1 - 1e-15) - With(1)));
    }

    private static object Scaled(object argument, double factor) => argument switch
    {
        int or bool => argument,
        double[] list => list.Select(x => x * factor).ToArray(),
        List<double> list => list.Select(x => x * factor).ToList(),
        Vector[] list => list.Select(x => factor * x).ToArray(),
        List<Vector> list => list.Select(x => factor * x).ToList(),
        Matrix[] list => list.Select(x => factor * x).ToArray(),
        List<Matrix> list => list.Select(x => factor * x).ToList(),
        _ => Values.Like(argument, [.. Values.Flat(argument).Select(x => x * factor)]),
    };

    /// <summary>The blocks of the Hessian beside the value and the gradients, and the cross blocks against the gradients.</summary>
    private void CheckBlocks(object[] arguments, object[] first, List<(string Name, int Position, string Structure)> variables, object[] directions)
    {
        var together = Values.Parts(Companion("ValueGradientAndHessian_F", arguments));
        foreach (var (expected, actual) in first.Zip(together)) Same("value and gradient beside the Hessian", Values.Flat(expected), Values.Flat(actual), 1e-9);
        var place = first.Length;
        for (var i = 0; i < variables.Count; i++)
        {
            for (var j = i; j < variables.Count; j++)
            {
                var (x, y) = (variables[i], variables[j]);
                var name = i == j ? x.Name : $"{x.Name}_{y.Name}";
                var block = Companion($"Hessian_F_{name}", arguments);
                Same($"Hessian {name} beside the value", Values.Flat(block), Values.Flat(together[place++]), 1e-9);
                if (i == j || x.Structure.Length + y.Structure.Length > 0) continue;
                var matrix = block as Matrix? ?? Matrix.OfArray(new[,] { { (double)block } });
                Agree($"block {name}", (matrix * Vector.Of(Values.Flat(directions[j]))).ToArray(), Along(t => Values.Flat(Companion($"Gradient_F_{x.Name}", Moved(arguments, [y.Position], [directions[j]], t)))));
            }
        }
    }

    private void CheckJacobian(object[] arguments, List<(string Name, int Position, string Structure)> variables, object[] directions)
    {
        var all = Values.Parts(Companion("Jacobian_F", arguments));
        for (var i = 0; i < variables.Count; i++)
        {
            var (name, position, _) = variables[i];
            var jacobian = (Matrix)Companion($"Jacobian_F_{name}", arguments);
            Same($"Jacobian by {name} alone", Values.Flat(jacobian), Values.Flat(all[i]), 1e-9);
            var v = Vector.Of(Values.Flat(directions[i]));
            int[] positions = [position];
            object[] direction = [directions[i]];
            var differences = Values.DifferencedJacobian(x => Call("F", With(arguments, position, x)), arguments[position]);
            if (Near(Values.Flat(differences), Values.Flat(jacobian), Tolerance)) continue;
            Agree($"Jacobian by {name}", (jacobian * v).ToArray(), Along(t => Values.Flat(Call("F", Moved(arguments, positions, direction, t)))));
            throw new UnclearException("differences by one entry disagree");
        }
    }

    /// <summary>The derivative at 0 by differences whose steps have several sizes, and whether they tell.</summary>
    private sealed record Differences(IReadOnlyList<double[]> Estimates, bool AreClear);

    private static Func<Differences> Along(Func<double, double[]> f) => () =>
    {
        try
        {
            double[] At(double scale) => [.. GradientCheck.Derivative((double t) => Vector.Of(f(scale * t)), 0).ToArray().Select(d => d / scale)];
            double[][] estimates = [At(1), At(0.05), At(0.003)];
            double[] Slope(double h) => [.. f(h).Zip(f(0), (a, b) => (a - b) / h)];
            double Gap(double h) => Slope(h).Zip(Slope(-h), (a, b) => Math.Abs(a - b)).Append(0).Max();
            // The slopes of the two sides meet as steps shrink, but not at a kink.
            var hasKink = !Near(Slope(1e-6), Slope(-1e-6), 2e-4) || (Gap(1e-6) > 1e-8 * (1 + f(0).Max(Math.Abs)) && Gap(1e-4) < 10 * Gap(1e-6));
            return new(estimates, !hasKink && Near(estimates[0], estimates[1], 1e-7) && Near(estimates[1], estimates[2], 1e-7));
        }
        catch (ArithmeticException)
        {
            throw new UnclearException("the method throws beside the point");
        }
    };

    private static void Agree(string what, double[] companion, Func<Differences> differences)
    {
        var found = differences();
        if (found.Estimates.Any(e => Near(e, companion, Tolerance))) return;
        if (companion.All(double.IsFinite) && !found.AreClear) throw new UnclearException(what);
        if (!found.Estimates[1].All(double.IsFinite)) throw new UnclearException(what);
        throw new WrongException($"{what}: {Text(companion)} but differences {Text(found.Estimates[1])}");
    }

    private static void Same(string what, double[] a, double[] b, double tolerance)
    {
        if (!Near(a, b, tolerance)) throw new WrongException($"{what}: {Text(a)} but {Text(b)}");
    }

    private static bool Near(double[] a, double[] b, double tolerance) => a.Length == b.Length && GradientCheck.RelativeError(Vector.Of(a), Vector.Of(b)) < tolerance;

    private static string Text(double[] values) => $"[{string.Join(", ", values.Select(v => v.ToString("G9", System.Globalization.CultureInfo.InvariantCulture)))}]";

    private static double Length(object x) => Math.Sqrt(Values.Inner(x, x));

    private static object[] With(object[] arguments, int position, object value)
    {
        object[] changed = [.. arguments];
        changed[position] = value;
        return changed;
    }

    private static object[] Moved(object[] arguments, IEnumerable<int> positions, object[] directions, double t)
    {
        object[] moved = [.. arguments];
        foreach (var (position, direction) in positions.Zip(directions))
            moved[position] = Values.Like(moved[position], [.. Values.Flat(moved[position]).Zip(Values.Flat(direction), (x, d) => x + (t * d))]);
        return moved;
    }

    private object Companion(string name, object[] arguments)
    {
        try
        {
            return Call(name, arguments);
        }
        catch (Exception exception) when (exception is not UnclearException)
        {
            throw new WrongException($"throws: {name} {exception.GetType().Name} {exception.Message}");
        }
    }

    private object Call(string name, object[] arguments)
    {
        if (!methods.TryGetValue(name, out var method))
            methods[name] = method = type.GetMethod(name) ?? throw new WrongException($"missing: {name} was not generated");
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private readonly Dictionary<string, MethodInfo> methods = new(StringComparer.Ordinal);
}
