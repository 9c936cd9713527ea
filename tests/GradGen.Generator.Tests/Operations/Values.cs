using System.Reflection;

namespace GradGen.Generator.Tests.Operations;

/// <summary>Arithmetic and differences of values whose kind only the test's data knows: double, Vector, RowVector, Matrix.</summary>
internal static class Values
{
    /// <summary>The entries, of a matrix column by column.</summary>
    public static double[] Flat(object value) => value switch
    {
        double x => [x],
        Vector x => x.ToArray(),
        RowVector x => x.T.ToArray(),
        Matrix x => x.AsMathNet().ToColumnMajorArray(),
        _ => throw new ArgumentException($"a {value.GetType()}"),
    };

    /// <summary>A value of the same kind and shape with other entries.</summary>
    public static object Like(object value, double[] entries) => value is double ? entries[0] : Of(value.GetType().Name, ShapeOf(value).Rows, ShapeOf(value).Columns, entries);

    /// <summary>A value of a C# type and a shape, from its entries column by column.</summary>
    public static object Of(string type, int rows, int columns, double[] entries) => type switch
    {
        "double" => entries[0],
        "Vector" => Vector.Of(entries),
        "RowVector" => Vector.Of(entries).T,
        "Matrix" => (Matrix)new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(rows, columns, entries),
        _ => throw new ArgumentException($"a {type}"),
    };

    /// <summary>The numbers of rows and columns, of a number 1×1.</summary>
    public static (int Rows, int Columns) ShapeOf(object value) => value switch
    {
        double => (1, 1),
        Vector x => (x.Count, 1),
        RowVector x => (1, x.Count),
        Matrix x => (x.RowCount, x.ColumnCount),
        _ => throw new ArgumentException($"a {value.GetType()}"),
    };

    /// <summary>A direction or seed of the shape of a value.</summary>
    public static object Direction(object like, int seed)
    {
        var random = new Random(seed);
        return Like(like, [.. Flat(like).Select(_ => (2 * random.NextDouble()) - 1)]);
    }

    public static double Inner(object a, object b) => Flat(a).Zip(Flat(b), (x, y) => x * y).Sum();

    /// <summary>The Jacobian by differences, rows by f and columns by x, both as vec.</summary>
    public static Matrix DifferencedJacobian(Func<object, object> f, object x) =>
        GradientCheck.Jacobian((Vector v) => Vector.Of(Flat(f(Like(x, v.ToArray())))), Vector.Of(Flat(x)));

    /// <summary>Asserts that two values of one shape agree, relative to their norms.</summary>
    public static void AssertNear(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {expected.Length} entries expected, {actual.Length} found");
        var error = GradientCheck.RelativeError(Vector.Of(expected), Vector.Of(actual));
        Assert.True(error < tolerance, $"{what}: error {error:E2}\n  expected {Vector.Of(expected)}\n  found    {Vector.Of(actual)}");
    }

    /// <summary>Calls a static method, and lets its own exceptions through.</summary>
    public static object Call(this Type type, string method, params object[] arguments)
    {
        var found = type.GetMethod(method) ?? throw new MissingMethodException($"{type.Name}.{method} was not generated");
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    /// <summary>The parts of a companion's result: of a tuple its items, else the result itself.</summary>
    public static object[] Parts(object result) => result is System.Runtime.CompilerServices.ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)] : [result];
}
