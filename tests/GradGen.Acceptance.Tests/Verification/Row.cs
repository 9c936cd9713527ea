using System.Reflection;
using System.Runtime.CompilerServices;
using GradGen;

namespace AcceptanceTests.Verification;

/// <summary>A row of the acceptance tests: a method, the closed forms that its companions show, and their numbers.</summary>
public sealed class Row(Type type, string method)
{
    private const double Tolerance = 1e-7;
    private const Derivatives Compared = Derivatives.Gradient | Derivatives.Jacobian | Derivatives.Pushforward | Derivatives.Hessian | Derivatives.HessianVectorProduct | Derivatives.HessianOperator;

    private readonly MethodInfo function = type.GetMethod(method)!;

    private DifferentiableAttribute Asked => function.GetCustomAttribute<DifferentiableAttribute>()!;

    private bool allocates;

    /// <summary>Singular values and eigenvalues are MathNet's, which allocates; everything else needs nothing once warm.</summary>
    public Row AllocatesByMathNet()
    {
        allocates = true;
        return this;
    }

    /// <summary>The documentation of a companion starts with a closed form.</summary>
    public Row Shows(string companion, string form)
    {
        Assert.Equal(form, ShownForm.Of(type, companion));
        return this;
    }

    /// <summary>The documentation starts with a form that is right but not yet the textbook's; this fails as soon as the textbook's is shown.</summary>
    public Row ShowsForNow(string companion, string form, string textbook)
    {
        Assert.NotEqual(textbook, form);
        Assert.False(ShownForm.Of(type, companion) == textbook, $"{companion} shows the textbook's form now: expect {textbook} by Shows.");
        return Shows(companion, form);
    }

    /// <summary>Every companion that the method asks for agrees with finite differences, on several draws of the arguments.</summary>
    public Row Holds(Func<Draw, object[]> arguments, IEnumerable<Draw>? draws = null)
    {
        foreach (var draw in draws ?? Draw.Several) HoldsAt($"{method}, draw {draw.Seed}", draw, arguments(draw));
        return this;
    }

    private void HoldsAt(string at, Draw draw, object[] arguments)
    {
        var companions = new CalledCompanions(type, at, arguments, allocates);
        var value = companions.Call(function);
        var variables = Variables().Select(p => new Partial(p.Name!, arguments[p.Position], NumericJacobian(function, p.Position, arguments), value, Asked.Layout)).ToList();
        Assert.NotEmpty(variables);
        Assert.True((Asked.Emit & ~Compared) == 0, $"{method} asks for companions that are not compared here.");

        if (Asked.Emit.HasFlag(Derivatives.Gradient))
        {
            foreach (var v in variables) companions.Returns($"Gradient_{method}_{v.Name}", [], [v.Gradient]);
            var gradients = variables.Select(v => v.Gradient).ToArray();
            companions.Returns($"Gradient_{method}", [], gradients);
            if (value is double)
            {
                companions.Returns($"ValueAndGradient_{method}", [], [value, .. gradients]);
                // Nothing is written into a record.
                if (gradients.All(g => g is double or GradGen.Vector or RowVector or GradGen.Matrix))
                {
                    companions.Writes($"GradientInto_{method}", [], gradients);
                    companions.Writes($"ValueAndGradientInto_{method}", [value], gradients);
                }
            }
        }

        if (Asked.Emit.HasFlag(Derivatives.Jacobian))
        {
            foreach (var v in variables) companions.Returns($"Jacobian_{method}_{v.Name}", [], [v.Jacobian]);
            companions.Returns($"Jacobian_{method}", [], [.. variables.Select(v => v.Jacobian)]);
        }

        if (Asked.Emit.HasFlag(Derivatives.Hessian))
        {
            var blocks = variables.SelectMany((x, i) => variables.Skip(i).Select(y => (Name: x == y ? x.Name : $"{x.Name}_{y.Name}", Value: Block(x, y)))).ToList();
            foreach (var (name, block) in blocks) companions.Returns($"Hessian_{method}_{name}", [], [block]);
            if (Asked.Emit.HasFlag(Derivatives.Gradient)) companions.Returns($"ValueGradientAndHessian_{method}", [], [value, .. variables.Select(v => v.Gradient), .. blocks.Select(b => b.Value)]);
        }

        if (Asked.Emit.HasFlag(Derivatives.HessianVectorProduct))
        {
            foreach (var v in variables)
            {
                var direction = draw.Vector(Flat.Of(v.At).Count);
                companions.Returns($"HessianVectorProduct_{method}_{v.Name}", [Flat.Like(direction, v.At)], [Flat.Like(Curvature(v, v) * direction, v.At)]);
            }
        }

        if (Asked.Emit.HasFlag(Derivatives.HessianOperator))
        {
            foreach (var v in variables)
            {
                var op = (LinearOperator)companions.Call(type.GetMethod($"HessianOperator_{method}_{v.Name}")!);
                var direction = draw.Vector(Flat.Of(v.At).Count);
                Agree($"HessianOperator_{method}_{v.Name} at {at}", [Curvature(v, v), Curvature(v, v) * direction], [op.ToMatrix(), op.Multiply(direction)]);
            }
        }

        if (Asked.Emit.HasFlag(Derivatives.Pushforward))
        {
            var along = variables.Select(v => Flat.Like(draw.Vector(Flat.Of(v.At).Count), v.At)).ToArray();
            var df = variables.Zip(along, (v, d) => v.Jacobian * Flat.Of(d)).Aggregate((a, b) => a + b);
            companions.Returns($"Pushforward_{method}", along, [Flat.Like(df, value)]);
        }

        object Block(Partial x, Partial y) => x.At is double && y.At is double ? Curvature(x, y)[0, 0] : Curvature(x, y);

        // The derivative of the gradient's companion, which was held against the method before.
        Matrix Curvature(Partial x, Partial y)
        {
            var gradient = type.GetMethod($"Gradient_{method}_{x.Name}")!;
            var position = function.GetParameters().Single(p => p.Name == y.Name).Position;
            return NumericJacobian(gradient, position, arguments);
        }
    }

    private IEnumerable<ParameterInfo> Variables() => function.GetParameters().Where(p => Asked.Variables.Length > 0
        ? Asked.Variables.Contains(p.Name)
        : p.ParameterType == typeof(double) || p.ParameterType == typeof(Vector) || p.ParameterType == typeof(RowVector) || p.ParameterType == typeof(Matrix));

    private static Matrix NumericJacobian(MethodInfo of, int position, object[] arguments) => GradientCheck.Jacobian(
        moved => Flat.Of(of.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. arguments[..position], Flat.Like(moved, arguments[position]), .. arguments[(position + 1)..]], null)!),
        Flat.Of(arguments[position]));

    private static void Agree(string what, object[] expected, object[] actual)
    {
        Assert.Equal(expected.Select(e => e.GetType()), actual.Select(a => a.GetType()));
        foreach (var (e, a) in expected.Zip(actual))
        {
            var error = Flat.RelativeError(e, a);
            Assert.True(error < Tolerance, $"{what}: expected {CalledCompanions.ToText(e)}, but it is {CalledCompanions.ToText(a)}, with an error of {error:g3}.");
        }
    }

    /// <summary>The derivatives by one variable, in the forms that are defined for it.</summary>
    private sealed record Partial(string Name, object At, Matrix Jacobian, object Value, Layout Layout)
    {
        public object Gradient => (Value, At) switch
        {
            (double, _) => Layout == Layout.Numerator ? Flat.Transposed(Flat.Like(Jacobian.Row(0).T, At)) : Flat.Like(Jacobian.Row(0).T, At),
            (_, double) => Flat.Like(Jacobian.Column(0), Value),
            (GradGen.Vector, RowVector) => Jacobian,
            (RowVector, GradGen.Vector) => Layout == Layout.Numerator ? Jacobian : Jacobian.T,
            _ => throw new NotSupportedException($"∂f/∂{Name} has no defined form."),
        };
    }

    /// <summary>Calls companions with the same arguments, which they must neither change nor give away.</summary>
    private sealed class CalledCompanions(Type type, string at, object[] arguments, bool allocates)
    {
        public object Call(MethodInfo companion, params object[] more)
        {
            var before = arguments.Select(ToText).ToList();
            var result = companion.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [.. arguments, .. more], null);
            Assert.Equal(before, arguments.Select(ToText));
            return result!;
        }

        /// <summary>A companion returns the expected values, each of storage of its own.</summary>
        public void Returns(string name, object[] more, object[] expected)
        {
            var results = Items(Call(Companion(name), more));
            Agree($"{name} at {at}", expected, results);
            var storage = arguments.Concat(more).Concat(results).SelectMany(Flat.Storage).ToList();
            Assert.True(storage.Distinct(ReferenceEqualityComparer.Instance).Count() == storage.Count, $"{name} at {at}: a result shares its storage.");
        }

        /// <summary>A companion overwrites its destinations with the expected arrays and returns what is a scalar.</summary>
        public void Writes(string name, object[] returned, object[] expected)
        {
            var arrays = expected.Where(e => e is not double).ToArray();
            var destinations = arrays.Select(e => Flat.Like(Flat.Of(e) * double.NaN, e)).ToArray();
            var results = Items(Call(Companion(name), destinations));
            Agree($"{name} at {at}", [.. returned, .. expected.Where(e => e is double)], results);
            Agree($"{name} at {at}", arrays, destinations);
            var allocated = Allocation.OfWarm(Companion(name), [.. arguments, .. destinations]);
            Assert.True(allocated == 0 || allocates, $"{name} at {at} allocates {allocated} bytes once warm.");
        }

        private MethodInfo Companion(string name)
        {
            Assert.True(type.GetMethod(name) is not null, $"{name} is not generated.");
            return type.GetMethod(name)!;
        }

        private static object[] Items(object? result) => result switch
        {
            null => [],
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)],
            _ => [result],
        };

        public static string ToText(object value) => $"{value.GetType().Name} {string.Join(' ', Flat.Of(value).ToArray().Select(x => x.ToString("r")))}";
    }
}
