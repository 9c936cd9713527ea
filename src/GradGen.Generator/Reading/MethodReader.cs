using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Reading;

/// <summary>Reads a [Differentiable] method: C# in, a graph of expressions and diagnostics out.</summary>
internal static class MethodReader
{
    public static ReadResult Read(IMethodSymbol method, SyntaxNode declaration, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var place = declaration switch
        {
            MethodDeclarationSyntax syntax => Places.Of(syntax.Identifier),
            LocalFunctionStatementSyntax syntax => Places.Of(syntax.Identifier),
            // An operator or an accessor has no name to point at.
            _ => Places.Of(attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) ?? declaration),
        };
        var findings = new Findings();
        var places = new List<VariablePlace>();
        MethodModel? model = null;
        try
        {
            model = Read(method, declaration, attribute, compilation, place, findings, places, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            findings.Report(Descriptors.InternalFault, place, method.Name, $"{fault.GetType().Name}, {fault.Message.Replace('\r', ' ').Replace('\n', ' ')}");
        }

        return new ReadResult(method.Name, place, findings.HasErrors ? null : model, findings.All, new(places));
    }

    private static MethodModel? Read(IMethodSymbol method, SyntaxNode declaration, AttributeData attribute, Compilation compilation, SourcePlace place, Findings findings, List<VariablePlace> places, CancellationToken cancellation)
    {
        DeclarationReader.Check(method, declaration, place, findings);
        if (method.ContainingType is null || method.MethodKind != MethodKind.Ordinary) return null;
        var context = new ReadingContext(method, compilation, findings, cancellation);
        var variables = VariableReader.Read(method, attribute, place, findings, cancellation);
        places.AddRange(method.Parameters.Where(variables.ContainsKey).Select(p => new VariablePlace(p.Name, variables[p])));

        var body = context.Following.BodyOf(method) ?? (method.PartialImplementationPart is { } part ? context.Following.BodyOf(part) : null);
        if (body is null)
        {
            findings.Report(Descriptors.UnsupportedStatement, place, "A method without a body", "give it a body");
            return null;
        }

        var parameters = new ParameterReader(context, place);
        var bound = body.Value.Declared.Parameters;
        var models = method.Parameters.Select((p, i) => parameters.Read(p, bound[i], variables.ContainsKey(p))).ToList();
        if (!LanguageType.Of(method.ReturnType).CanVary) return null;

        var foundBefore = findings.Count;
        var value = context.Statements.ReadBody(body.Value.Body, body.Value.Declared);
        if (findings.IsInvalid) findings.KeepOnlyOwn(foundBefore);
        if (value is null && !findings.HasErrors && !findings.IsInvalid) throw new InvalidOperationException("the body was not read, and nothing says why");
        if (value is null || findings.IsInvalid) return null;
        return new MethodModel
        {
            Name = method.Name,
            Namespace = CSharpText.NameOf(method.ContainingNamespace),
            Containers = new(DeclarationReader.Containers(method)),
            HintName = HintNames.Of(method),
            Modifiers = DeclarationReader.Modifiers(method),
            TypeParameters = DeclarationReader.ListOf(method.TypeParameters),
            Constraints = DeclarationReader.ConstraintsOf(method),
            Parameters = new(models),
            Emit = Named(attribute, "Emit") is { } emit ? (Derivatives)emit : Derivatives.Gradient,
            NumeratorLayout = Named(attribute, "Layout") == 1,
            Body = value,
        };
    }

    private static int? Named(AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == property).Value.Value as int?;
}
