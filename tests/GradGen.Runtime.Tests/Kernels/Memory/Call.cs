using System.Linq.Expressions;
using System.Reflection;

namespace GradGen.Tests.Kernels.Memory;

/// <summary>A method of the runtime with arguments that fit it.</summary>
internal sealed class Call(MethodInfo method)
{
    private const int Side = 4;

    internal string Name { get; } = $"{method.DeclaringType!.Name}.{method}";

    /// <summary>Every public method of the classes that companions call.</summary>
    internal static IEnumerable<Call> All =>
        from type in new[] { typeof(MatrixMath), typeof(Kernel) }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsGenericMethod && !method.ReturnType.IsByRefLike && method.GetParameters().All(p => !p.ParameterType.IsByRefLike)
        select new Call(method);

    internal string Method => method.Name;

    /// <summary>Calls with fresh arguments; the value, or the arguments where there is none.</summary>
    internal object Value()
    {
        var arguments = Arguments();
        return method.Invoke(null, arguments) ?? arguments;
    }

    /// <summary>The call with arguments made beforehand, so that only the method itself allocates.</summary>
    internal Action Prepared()
    {
        var arguments = method.GetParameters().Zip(Arguments(), (p, value) => (Expression)Expression.Constant(value, p.ParameterType));
        return Expression.Lambda<Action>(Expression.Call(method, arguments)).Compile();
    }

    private object[] Arguments() => [.. method.GetParameters().Select((parameter, i) => Argument(parameter, i + 1))];

    private object Argument(ParameterInfo parameter, int seed)
    {
        var side = method.Name is "Cross" or "Skew" or "Axial" ? 3
            : method.Name.Contains("Kronecker") && parameter.Name is ("a" or "b") ? 2 : Side;
        return parameter.ParameterType switch
        {
            var type when type == typeof(double) => 1.25 + seed,
            var type when type == typeof(bool) => true,
            var type when type == typeof(double[]) => new[] { 1.25, -0.5, 3.0 },
            var type when type == typeof(int) => parameter.Name switch
            {
                "m" or "n" => method.Name is "Unvec" or "Rearrangement" or "CommuteRows" or "CommuteColumns" or "KroneckerAdjointLeft" ? 2 : Side,
                "p" or "q" => 2,
                "size" => method.Name.Contains("Kronecker") ? 2 : side,
                "rows" or "columns" or "count" or "k" => 2,
                _ => 0,
            },
            var type when type == typeof(Vector) => Some.Vector(side, seed),
            var type when type == typeof(RowVector) => Some.Row(side, seed),
            var type when type == typeof(Matrix) => Some.PositiveDefinite(side, seed),
            var type when type.IsAssignableFrom(typeof(Vector[])) => new[] { Some.Vector(side, 7), Some.Vector(side, 8) },
            var type when type.IsAssignableFrom(typeof(RowVector[])) => new[] { Some.Row(side, 7), Some.Row(side, 8) },
            var type when type.IsAssignableFrom(typeof(Matrix[])) => new[] { Some.Matrix(side, side, 7), Some.Matrix(side, side, 8) },
            var type when type.IsAssignableFrom(typeof(double[])) => new[] { 1.5, 2.5 },
            var type when type.IsAssignableFrom(typeof(int[])) => new[] { 3, 5 },
            var type => throw new NotSupportedException($"{Name}: no argument of type {type}"),
        };
    }
}
