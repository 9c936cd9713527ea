using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Finds the derivative that is given of a method: a user's <c>[DerivativeOf]</c> methods, or companions in another assembly.</summary>
internal sealed class RuleReader(ReadingContext context)
{
    /// <summary>The user's rule of a method; null where there is none. A rule whose signature does not fit is reported.</summary>
    public GivenRule? OfUser(IMethodSymbol method)
    {
        var given = method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(m => IsRuleOf(m, method)).ToList();
        if (given.Count == 0) return null;
        var (pullback, pushforward) = (default(IMethodSymbol), default(IMethodSymbol));
        foreach (var rule in given)
        {
            if (IsPushforward(rule, method) && !(IsPullback(rule, method) && pullback is null)) pushforward = rule;
            else if (IsPullback(rule, method)) pullback = rule;
            else if (rule.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax syntax)
                context.Findings.Report(Descriptors.WrongRule, Places.Of(syntax.Identifier), rule.Name, method.Name, Wanted(method));
        }

        return pullback is null && pushforward is null ? null : Rule(method, pullback, null, pushforward);
    }

    /// <summary>The rule that the companions of a method in another assembly make; null where there are none that suffice.</summary>
    public GivenRule? OfCompanions(IMethodSymbol method)
    {
        var attribute = method.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } c && CSharpText.FullName(c) == "GradGen.DifferentiableAttribute");
        if (attribute is null) return null;
        var isNumerator = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Layout").Value.Value is 1;
        var pullback = Companion("Pullback_", IsPullback);
        var gradient = isNumerator || method.ReturnType.SpecialType != SpecialType.System_Double ? null : Companion("Gradient_", (m, f) => TakesArgumentsOf(m, f, 0) && ReturnsAdjoints(m, f));
        return pullback is null && gradient is null ? null : Rule(method, pullback, gradient, Companion("Pushforward_", IsPushforward));

        IMethodSymbol? Companion(string prefix, Func<IMethodSymbol, IMethodSymbol, bool> fits) =>
            method.ContainingType.GetMembers(prefix + method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => fits(m, method));
    }

    private static GivenRule Rule(IMethodSymbol method, IMethodSymbol? pullback, IMethodSymbol? gradient, IMethodSymbol? pushforward) => new(
        method.Name, LanguageType.Of(method.ReturnType).Kind, CodeOf(method), Code(pullback), Code(gradient), Code(pushforward),
        new((pullback ?? gradient) is { } adjoints ? Varying(adjoints.ReturnType, method)! : RealParameters(method)), new(pushforward is null ? [] : Along(pushforward, method)!));

    private static string? Code(IMethodSymbol? method) => method is null ? null : CodeOf(method);

    private static string CodeOf(IMethodSymbol method) =>
        method.IsStatic ? $"{CSharpText.OfNotNull(method.ContainingType)}.{Literals.Identifier(method.Name)}" : $"this.{Literals.Identifier(method.Name)}";

    private static bool IsRuleOf(IMethodSymbol rule, IMethodSymbol method) => rule.GetAttributes().Any(a =>
        a.AttributeClass is { } known && CSharpText.FullName(known) == "GradGen.DerivativeOfAttribute" && a.ConstructorArguments is [{ Value: string name }] && name == method.Name)
        && rule.IsStatic == method.IsStatic;

    private static bool IsPullback(IMethodSymbol rule, IMethodSymbol method) => TakesArgumentsOf(rule, method, 1)
        && Same(rule.Parameters[rule.Parameters.Length - 1].Type, method.ReturnType) && ReturnsAdjoints(rule, method);

    private static bool IsPushforward(IMethodSymbol rule, IMethodSymbol method) =>
        rule.Parameters.Length > method.Parameters.Length && TakesArgumentsOf(rule, method, rule.Parameters.Length - method.Parameters.Length)
        && Same(rule.ReturnType, method.ReturnType) && Along(rule, method) is not null;

    private static bool ReturnsAdjoints(IMethodSymbol rule, IMethodSymbol method) => Varying(rule.ReturnType, method) is not null;

    private static bool TakesArgumentsOf(IMethodSymbol rule, IMethodSymbol method, int more) =>
        rule.Parameters.Length == method.Parameters.Length + more && method.Parameters.Zip(rule.Parameters, (a, b) => Same(a.Type, b.Type)).All(same => same);

    private static bool Same(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private static List<int> RealParameters(IMethodSymbol method) =>
        Enumerable.Range(0, method.Parameters.Length).Where(i => LanguageType.Of(method.Parameters[i].Type).CanVary).ToList();

    /// <summary>Which parameters the adjoints belong to: by their names in a tuple, else all real ones, or the ones that the attribute names.</summary>
    private static List<int>? Varying(ITypeSymbol adjoints, IMethodSymbol method)
    {
        var elements = adjoints is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select(e => (e.Type, Name: e.IsExplicitlyNamedTupleElement ? e.Name.TrimEnd('_') : null)).ToList() : [(adjoints, null)];
        var named = elements.Select(e => e.Name is null ? -1 : method.Parameters.ToList().FindIndex(p => p.Name.TrimEnd('_') == e.Name)).ToList();
        var places = named.All(i => i >= 0) ? named : Declared(method);
        return places.Count == elements.Count && places.Zip(elements, (i, e) => Same(method.Parameters[i].Type, e.Type)).All(same => same) ? places : null;
    }

    private static List<int>? Along(IMethodSymbol rule, IMethodSymbol method)
    {
        var differentials = rule.Parameters.Skip(method.Parameters.Length).ToList();
        return new[] { RealParameters(method), Declared(method) }.FirstOrDefault(places =>
            places.Count == differentials.Count && places.Zip(differentials, (i, d) => Same(method.Parameters[i].Type, d.Type)).All(same => same));
    }

    // The variables that [Differentiable] names, or all real parameters.
    private static List<int> Declared(IMethodSymbol method)
    {
        var names = method.GetAttributes().Where(a => a.AttributeClass?.Name == "DifferentiableAttribute")
            .SelectMany(a => a.ConstructorArguments).Where(a => a.Kind == TypedConstantKind.Array).SelectMany(a => a.Values).Select(v => v.Value as string).ToList();
        return names.Count == 0 ? RealParameters(method) : Enumerable.Range(0, method.Parameters.Length).Where(i => names.Contains(method.Parameters[i].Name)).ToList();
    }

    private static string Wanted(IMethodSymbol method)
    {
        var arguments = string.Join(", ", method.Parameters.Select(p => CSharpText.Short(p.Type)));
        var real = RealParameters(method).Select(i => CSharpText.Short(method.Parameters[i].Type)).ToList();
        var adjoints = real.Count == 1 ? real[0] : $"({string.Join(", ", real)})";
        return $"a pullback {adjoints} ({arguments}, {CSharpText.Short(method.ReturnType)} seed) or a pushforward {CSharpText.Short(method.ReturnType)} ({arguments}, {string.Join(", ", real)})";
    }
}
