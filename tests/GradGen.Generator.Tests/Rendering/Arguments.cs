using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Random arguments that fit a companion's documented shapes.</summary>
internal sealed partial class Arguments(Documented companion, Random random)
{
    private readonly Dictionary<string, int> sizes = [];
    private readonly Dictionary<string, Quantity> values = [];
    private Dictionary<string, int> fitted = [];
    private bool isWide;
    private bool isAlike;

    private Range range;

    /// <summary>Where entries are drawn from; some functions are defined below 1 alone, some above.</summary>
    private enum Range
    {
        Usual,
        Below1,
        Above1,
    }

    private double Entry() => range switch { Range.Below1 => 0.1 + (0.4 * random.NextDouble()), Range.Above1 => 1.2 + random.NextDouble(), _ => 0.2 + random.NextDouble() };

    /// <summary>The names of formulas with their values.</summary>
    public IReadOnlyDictionary<string, Quantity> Values => values;

    /// <summary>An argument for each parameter; null where the test knows none of such a type.</summary>
    public object?[] Draw() => [.. companion.Method.GetParameters().Select(p => Draw(p.ParameterType, p.Name!, Written(p)))];

    // What attributes promise stands at the user's method.
    private ParameterInfo? Written(ParameterInfo parameter) => companion.Method.DeclaringType!.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
        .Where(m => companion.Method.Name.Contains("_" + m.Name, StringComparison.Ordinal)).OrderByDescending(m => m.Name.Length)
        .Select(m => m.GetParameters().FirstOrDefault(p => p.Name == parameter.Name && p.ParameterType == parameter.ParameterType)).FirstOrDefault(p => p is not null);

    /// <summary>A value of the shape of another, to differentiate along.</summary>
    public static Quantity Direction(Quantity like, Random random) => like.Items is { } items
        ? Quantity.List([.. items.Select(i => Direction(i, random))])
        : like.IsScalar ? Quantity.Scalar((2 * random.NextDouble()) - 1) : Sized(like.Map(_ => (2 * random.NextDouble()) - 1));

    // Its entries are drawn once.
    private static Quantity Sized(Quantity drawn)
    {
        _ = drawn[0, 0];
        return drawn;
    }

    /// <summary>What the companion returns for arguments that it takes, what formulas call them, and the object whose method it is.</summary>
    public static (object? Target, object Result, IReadOnlyDictionary<string, Quantity> Values) Called(Documented companion)
    {
        Exception? last = null;
        var fitted = new Dictionary<string, int>();
        for (var attempt = 0; attempt < 900; attempt++)
        {
            // A few times with the sizes that the companion asked for, then with others, at last with one for everything.
            if (attempt % 15 == 0) fitted.Clear();
            var drawn = new Arguments(companion, new Random(attempt / 15)) { fitted = fitted, isWide = attempt >= 150, isAlike = attempt >= 600, range = (attempt / 15 % 4) switch { 1 => Range.Above1, 3 => Range.Below1, _ => Range.Usual } };
            try
            {
                var arguments = drawn.Draw();
                drawn.AddFields(companion.Method.DeclaringType!);
                var target = companion.Method.IsStatic ? null : drawn.Record(companion.Method.DeclaringType!, "this");
                var result = companion.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
                if (result is LinearOperator form) result = Matrix.OfColumns([.. Enumerable.Range(0, form.Count).Select(j => form.Multiply(MatrixMath.Identity(form.Count).Column(j)))]);
                if (result is not (double or Vector or RowVector or Matrix) || Entries(result).Entries.All(double.IsFinite)) return (target, result, drawn.Values);
            }
            catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or ArithmeticException)
            {
                last = e;
                if (Misfit().Match(e.Message) is { Success: true } misfit) fitted[Fit(misfit, attempt).Of] = Fit(misfit, attempt).Size;
                else attempt += 14 - (attempt % 15);
            }
        }

        throw new UnknownSymbolException($"no arguments: {last?.Message}");
    }

    public static (int Rows, int Columns, double[] Entries) Entries(object result) => result switch
    {
        double x => (1, 1, [x]),
        Vector x => (x.Count, 1, Operations.Values.Flat(x)),
        RowVector x => (1, x.Count, Operations.Values.Flat(x)),
        Matrix x => (x.RowCount, x.ColumnCount, Operations.Values.Flat(x)),
        _ => throw new UnknownSymbolException(result.GetType().Name),
    };

    // Constants of the type.
    private void AddFields(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(f => f.IsInitOnly && !values.ContainsKey(f.Name)))
        {
            if (field.GetValue(null) is double or int or double[] or int[] or IReadOnlyList<int> or IReadOnlyList<double>) values[field.Name] = Quantity.Of(field.GetValue(null)!);
        }
    }

    private object? Draw(Type type, string path, ICustomAttributeProvider? attributes)
    {
        var value = Make(type, path, attributes);
        if (value is double or int or bool or Vector or RowVector or Matrix or IEnumerable and not string) values[path] = Quantity.Of(value);
        return value;
    }

    private object? Make(Type type, string path, ICustomAttributeProvider? attributes)
    {
        if (type.IsByRef) return Make(type.GetElementType()!, path, attributes);
        if (type == typeof(double)) return Entry();
        if (type == typeof(int)) return random.Next(1, 4);
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(string)) return "";
        var shape = companion.Shapes.GetValueOrDefault(path, "");
        if (type == typeof(Vector)) return RandomVector(Size(shape.Replace("column of ", ""), $"entries of {path}"));
        if (type == typeof(RowVector)) return RandomVector(Size(shape.Replace("row of ", ""), $"entries of {path}")).T;
        if (type == typeof(Matrix))
        {
            var parts = shape.Split('×');
            return RandomMatrix(Size(parts[0], $"rows of {path}"), Size(parts[^1], $"columns of {path}"), attributes);
        }

        if (type.IsArray) return List(type.GetElementType()!, path);
        if (type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(item.MakeArrayType())) return List(item, path);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return Activator.CreateInstance(type, List(type.GetGenericArguments()[0], path));
        return type.IsPrimitive || type.IsInterface || type.IsAbstract || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? null : Record(type, path);
    }

    private object? Record(Type type, string path)
    {
        var made = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault(c => c.GetParameters() is not [var p] || p.ParameterType != type);
        if (made is null && !type.IsValueType) return null;
        var drawn = made?.GetParameters().Select(p => Draw(p.ParameterType, $"{path}.{p.Name}", p)).ToArray() ?? [];
        var value = made is null ? RuntimeHelpers.GetUninitializedObject(type) : made.Invoke(drawn);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && !values.ContainsKey($"{path}.{p.Name}") && made?.GetParameters().Any(q => q.Name == p.Name) != true))
            property.SetValue(value, Draw(property.PropertyType, $"{path}.{property.Name}", property));
        // What the type computes.
        foreach (var property in type.GetProperties().Where(p => !p.CanWrite && p.GetIndexParameters().Length == 0 && !values.ContainsKey($"{path}.{p.Name}")))
        {
            if (property.GetValue(value) is double or int or bool or Vector or RowVector or Matrix) values[$"{path}.{property.Name}"] = Quantity.Of(property.GetValue(value)!);
        }

        return value;
    }

    private Array List(Type item, string path)
    {
        // A direction dxs is as long as xs.
        var of = path[0] == 'd' && sizes.ContainsKey($"count({path[1..]})") ? path[1..] : path;
        var count = sizes.TryGetValue($"count({of})", out var known) ? known : sizes[$"count({of})"] = AnySize(5);
        var list = Array.CreateInstance(item, count);
        var size = sizes.TryGetValue($"item of {of}", out var alike) ? alike : sizes[$"item of {of}"] = AnySize(4);
        for (var i = 0; i < count; i++)
        {
            list.SetValue(item == typeof(Vector) ? RandomVector(size) : item == typeof(RowVector) ? RandomVector(size).T : item == typeof(Matrix) ? RandomMatrix(size, size, null)
                : item == typeof(double) ? 0.2 + random.NextDouble() : item == typeof(int) ? random.Next(0, 2) : item == typeof(bool) ? random.Next(2) == 0 : Activator.CreateInstance(item), i);
        }

        return list;
    }

    private int AnySize(int limit) => isAlike ? 3 : random.Next(2, limit);

    private int Size(string text, string of)
    {
        if (fitted.TryGetValue(of, out var fit)) return Named(text, fit);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (sizes.TryGetValue(text, out var known)) return known;
        try
        {
            return sizes[text] = (int)FormulaValue.Of(FormulaParser.Parse(text, new ReadNames([.. values.Keys, .. companion.Method.GetParameters().Select(p => p.Name!)], text)), new Meaning(values, values)).Value;
        }
        catch (Exception e) when (e is UnknownSymbolException or FormatException or InvalidOperationException)
        {
            return Named(text, AnySize(isWide ? 10 : 5));
        }
    }

    // One of the two is made to fit the other.
    private static (string Of, int Size) Fit(Match misfit, int attempt)
    {
        int Number(int group) => int.Parse(misfit.Groups[group].Value, CultureInfo.InvariantCulture);
        var other = misfit.Groups[4].Success && attempt / 15 % 2 == 1;
        return other ? ($"{misfit.Groups[6].Value} of {misfit.Groups[4].Value}", Number(2)) : ($"{misfit.Groups[3].Value} of {misfit.Groups[1].Value}", Number(5));
    }

    private int Named(string text, int size)
    {
        if (text.Length > 0 && text.All(char.IsLetter)) values[text] = Quantity.Of(size);
        return sizes[text] = size;
    }

    [GeneratedRegex(@"([\w.]+)(?:\[[0-9]+\])? has ([0-9]+) (rows|columns|entries) but (?:([\w.]+)(?:\[[0-9]+\])? has )?([0-9]+) ?(\w*)")] private static partial Regex Misfit();

    private Vector RandomVector(int size) => Vector.Of([.. Enumerable.Range(0, size).Select(_ => Entry())]);

    private Matrix RandomMatrix(int rows, int columns, ICustomAttributeProvider? attributes)
    {
        var promises = attributes?.GetCustomAttributes(false).Select(a => a.GetType().Name).ToList() ?? [];
        var entries = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var isZero = promises.Contains("DiagonalAttribute") && i != j || promises.Contains("LowerTriangularAttribute") && i < j;
                entries[i, j] = isZero ? 0 : range == Range.Usual ? 0.2 + random.NextDouble() + (i == j ? 2 : 0) : Entry();
                if (promises.Contains("OrthogonalAttribute")) entries[i, j] = i == j ? 1 : 0;
            }
        }

        for (var i = 0; rows == columns && (promises.Contains("SymmetricAttribute") || promises.Contains("PositiveDefiniteAttribute")) && i < rows; i++)
        {
            for (var j = 0; j < i; j++) entries[i, j] = entries[j, i];
            entries[i, i] += 2;
        }

        return Matrix.OfArray(entries);
    }
}
