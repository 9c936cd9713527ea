using GradGen.Generator.Diagnostics;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Reading;

/// <summary>A method that was read, with what a test asks of it.</summary>
internal sealed class Reading
{
    private readonly Compilation compilation;

    private Reading(Compilation compilation, ReadResult result)
    {
        this.compilation = compilation;
        Result = result;
    }

    public ReadResult Result { get; }

    public MethodModel Model => Result.Model ?? throw new InvalidOperationException($"not read: {string.Join("; ", Findings)}");

    /// <summary>The value of the method, as a test writes graphs.</summary>
    public string Body => GraphText.Of(Model.Body);

    /// <summary>The findings as <c>GRAD003 the marked text</c>.</summary>
    public IReadOnlyList<string> Findings => Result.Diagnostics.Select(d => $"{d.Id} {TextAt(d.Place)}").ToList();

    public IReadOnlyList<string> Messages => Result.Diagnostics
        .Select(d => string.Format(System.Globalization.CultureInfo.InvariantCulture, Descriptors.All[d.Id].MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), [.. d.Arguments])).ToList();

    public IReadOnlyList<string> Related => Result.Diagnostics.SelectMany(d => d.Related).Select(TextAt).ToList();

    public IReadOnlyList<string> Demands => Model.Body.Graph.Dimensions.Demands.Select(d => $"{GraphText.Of(d.Left)} = {GraphText.Of(d.Right)}").ToList();

    public string TextAt(SourcePlace place) =>
        compilation.SyntaxTrees.Single(t => t.FilePath == place.Path).GetText().ToString(new(place.Start, place.Length));

    /// <summary>Reads the first [Differentiable] method of the sources.</summary>
    public static Reading Of(params string[] sources) => All(sources)[0];

    /// <summary>Reads a method, written alone, in a partial class <c>M</c>; further members may follow it.</summary>
    public static Reading OfMethod(string method) => Of($"public partial class M {{ [Differentiable] {method} }}");

    /// <summary>Reads the body of a method with many kinds of parameters.</summary>
    public static Reading OfBody(string body, string parameters = "Matrix A, Vector x, Vector y, double a, int n, bool flag, IReadOnlyList<Vector> xs, double[] ts", string returns = "double") =>
        OfMethod($"public static {returns} F({parameters}) {{ {body} }}");

    public static Reading OfExpression(string expression, string returns = "double") => OfBody($"return {expression};", returns: returns);

    public static IReadOnlyList<Reading> All(params string[] sources)
    {
        var compilation = TestCompilation.Of(sources);
        var read = new List<Reading>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot().DescendantNodes().Where(n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax or OperatorDeclarationSyntax))
            {
                if (model.GetDeclaredSymbol(declaration) is not IMethodSymbol method) continue;
                if (method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "DifferentiableAttribute" && a.ApplicationSyntaxReference!.GetSyntax().Ancestors().Contains(declaration)) is not { } attribute) continue;
                read.Add(new(compilation, MethodReader.Read(method, declaration, attribute, compilation, CancellationToken.None)));
            }
        }

        return read;
    }
}
