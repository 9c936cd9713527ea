using System.Globalization;

namespace GettingStarted;

/// <summary>Fisher's measurements of 150 irises; iris.md says where they come from.</summary>
internal static class Iris
{
    public static readonly string[] Columns = ["sepal length", "sepal width", "petal length", "petal width"];

    private static readonly double[] PublishedMeans = [5.8433, 3.0573, 3.7580, 1.1993];

    /// <summary>One column of four measurements for each flower.</summary>
    public static IReadOnlyList<Vector> Load()
    {
        var flowers = Lines().Skip(1).Select(Parse).ToList();
        for (var j = 0; j < Columns.Length; j++)
        {
            if (Math.Abs(flowers.Average(flower => flower[j]) - PublishedMeans[j]) > 1e-4)
                throw new InvalidDataException($"iris.csv is not Fisher's data: the mean {Columns[j]} is wrong.");
        }

        return flowers;
    }

    private static Vector Parse(string line)
    {
        var fields = line.Split(',');
        return Vector.Of([.. fields.Take(Columns.Length).Select(field => double.Parse(field, CultureInfo.InvariantCulture))]);
    }

    private static string[] Lines() => Resource.Text("iris.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
