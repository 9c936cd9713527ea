using System.Globalization;
using System.Text;

namespace GettingStarted;

/// <summary>Three classics on Fisher's iris data, each with gradients that were generated when this project was compiled.</summary>
internal static class Program
{
    private static int Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = Encoding.UTF8;

        var flowers = Iris.Load();
        var report = new Report(Console.Out);
        Regression.Run(flowers, report);
        PrincipalComponents.Run(flowers, report);
        GaussianFit.Run(flowers, report);
        report.Close();
        return report.AllAgree ? 0 : 1;
    }
}
