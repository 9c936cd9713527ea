namespace GradGen.Benchmarks;

/// <summary>Operands as they are handed to another process: rows, columns, entries by columns.</summary>
internal static class Operand
{
    internal static (int Rows, int Columns, double[] Entries) Of(Vector x) => (x.Count, 1, x.ToArray());

    internal static (int Rows, int Columns, double[] Entries) Of(Matrix x) => (x.RowCount, x.ColumnCount, x.AsMathNet().ToColumnMajorArray());
}
