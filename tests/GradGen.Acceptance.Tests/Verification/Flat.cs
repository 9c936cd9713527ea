using System.Reflection;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Verification;

/// <summary>The values of the language as columns of numbers, matrices by columns, and back.</summary>
internal static class Flat
{
    public static Vector Of(object value) => value switch
    {
        double x => Vector.Of(x),
        Vector x => x,
        RowVector x => x.T,
        Matrix x => Vec(x),
        IReadOnlyList<Vector> x => VerticalConcat([Vector.Of(x.Count), .. x]),
        IReadOnlyList<RowVector> x => VerticalConcat([Vector.Of(x.Count), .. x.Select(r => r.T)]),
        IReadOnlyList<Matrix> x => VerticalConcat([Vector.Of(x.Count), .. x.Select(Vec)]),
        IReadOnlyList<double> x => Vector.Of([x.Count, .. x]),
        IReadOnlyList<int> x => Vector.Of([x.Count, .. x]),
        int x => Vector.Of(x),
        bool x => Vector.Of(x ? 1 : 0),
        _ => VerticalConcat([.. Members(value).Select(Of)]),
    };

    /// <summary>The numbers as a value of the type and shape of another.</summary>
    public static object Like(Vector numbers, object other) => other switch
    {
        double => numbers[0],
        Vector => Copy(numbers),
        RowVector => Copy(numbers).T,
        Matrix x => Unvec(numbers, x.RowCount, x.ColumnCount),
        _ => RecordLike(numbers, other),
    };

    public static object Transposed(object value) => value switch
    {
        Vector x => Copy(x).T,
        RowVector x => Copy(x.T),
        Matrix x => x.T,
        _ => value,
    };

    public static double RelativeError(object a, object b) => (a, b) switch
    {
        (double x, double y) => GradientCheck.RelativeError(x, y),
        (Vector x, Vector y) => GradientCheck.RelativeError(x, y),
        (RowVector x, RowVector y) => GradientCheck.RelativeError(x, y),
        (Matrix x, Matrix y) => GradientCheck.RelativeError(x, y),
        _ when a.GetType() == b.GetType() => Members(a).Zip(Members(b), RelativeError).Max(),
        _ => throw new ArgumentException($"{a.GetType()} is compared with {b.GetType()}."),
    };

    /// <summary>What holds the numbers: the array of a dense value, otherwise its storage.</summary>
    public static IEnumerable<object> Storage(object value) => value switch
    {
        Vector x => [(object?)x.AsMathNet().AsArray() ?? x.AsMathNet().Storage],
        RowVector x => [(object?)x.AsMathNet().AsArray() ?? x.AsMathNet().Storage],
        Matrix x => [(object?)x.AsMathNet().AsColumnMajorArray() ?? x.AsMathNet().Storage],
        IReadOnlyList<Vector> x => x.SelectMany(v => Storage(v)),
        IReadOnlyList<RowVector> x => x.SelectMany(r => Storage(r)),
        IReadOnlyList<Matrix> x => x.SelectMany(m => Storage(m)),
        double or int or bool or IReadOnlyList<double> or IReadOnlyList<int> => [],
        _ => Members(value).SelectMany(Storage),
    };

    /// <summary>What a positional record holds, in its order.</summary>
    private static object[] Members(object record)
    {
        var names = Constructor(record).GetParameters().Select(p => p.Name!);
        return [.. names.Select(n => record.GetType().GetProperty(n)?.GetValue(record) ?? throw new NotSupportedException($"{record.GetType()} is no value of the language."))];
    }

    private static object RecordLike(Vector numbers, object record)
    {
        var start = 0;
        return Constructor(record).Invoke([.. Members(record).Select(Next)]);

        object Next(object member)
        {
            var count = Of(member).Count;
            return Like(SubVector(numbers, (start += count) - count, count), member);
        }
    }

    private static ConstructorInfo Constructor(object record) => record.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new NotSupportedException($"{record.GetType()} is no value of the language.");

    private static Vector Copy(Vector x) => Vector.Of(x.ToArray());
}
