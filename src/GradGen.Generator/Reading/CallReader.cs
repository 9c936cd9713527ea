using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads calls: functions of the language by the operation table, System.Math on constants, LINQ's Sum, methods of this compilation.</summary>
internal sealed class CallReader(ReadingContext context)
{
    private static readonly string[] CompanionPrefixes =
    [
        "Gradient_", "ValueAndGradient_", "GradientInto_", "ValueAndGradientInto_", "Jacobian_", "Pushforward_", "Pullback_", "Hessian_", "HessianVectorProduct_",
    ];

    public Expression? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke) return context.Following.CallFunction(call);
        if (method.MethodKind == MethodKind.LocalFunction) return context.Following.Call(call, method);
        var name = $"{CSharpText.FullName(method.ContainingType)}.{method.Name}";
        if (name is "System.Linq.Enumerable.Sum" or "System.Linq.Enumerable.Count") return ReadLinq(call, method);
        var isMath = name.StartsWith("System.Math.", StringComparison.Ordinal);
        if (OperationTable.Functions.TryGetValue(name, out var function) && (!isMath || method.ReturnType.SpecialType == SpecialType.System_Double)) return ReadFunction(call, function);
        if (isMath && !method.Parameters.Any(p => p.RefKind == RefKind.Out)) return ReadMath(call, method);
        return context.Following.Call(call, method);
    }

    /// <summary>C# that does not compile is the compiler's to report, except a call of a companion, which it cannot know.</summary>
    public Expression? ReadInvalid(IOperation operation)
    {
        foreach (var call in operation.Syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var name = call.Expression switch
            {
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                _ => "",
            };
            if (!CompanionPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))) continue;
            if (context.ModelOf(call.SyntaxTree).GetSymbolInfo(call, context.Cancellation).Symbol is not null) continue;
            context.Findings.Report(Descriptors.GeneratedOrHidden, Places.Of(call), name,
                "is a generated companion of this compilation, which does not exist yet while it is generated; move the method that calls it, or the one that it belongs to, into another assembly");
        }

        return context.Invalid();
    }

    /// <summary>The arguments in the order of the parameters, the items of a <c>params</c> argument one by one.</summary>
    private Expression[]? ReadArguments(IInvocationOperation call, out IReadOnlyList<IOperation> sources)
    {
        var operations = new List<IOperation>();
        if (call.Instance is not null) operations.Add(call.Instance);
        foreach (var argument in call.Arguments.OrderBy(a => a.Parameter!.Ordinal))
        {
            if (ItemsOf(argument) is { } items) operations.AddRange(items);
            else operations.Add(argument.Value);
        }

        sources = operations;
        return context.Expressions.ReadAll(operations);
    }

    private static IEnumerable<IOperation>? ItemsOf(IArgumentOperation argument)
    {
        if (argument.Parameter is not { IsParams: true }) return null;
        var value = argument.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection when !collection.Elements.Any(e => e is ISpreadOperation) => collection.Elements,
            _ => null,
        };
    }

    private Expression? ReadFunction(IInvocationOperation call, LanguageFunction function)
    {
        if (ReadArguments(call, out var sources) is not { } arguments) return null;
        if (arguments.Length == 0)
            return context.Fail(Descriptors.UnsupportedExpression, call, $"'{Places.Quote(call)}' of nothing", "give it at least one argument");
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Shape.Kind != ValueKind.List) continue;
            return context.Fail(Descriptors.UnsupportedExpression, sources[i], $"The list '{Places.Quote(sources[i])}' as an argument of '{call.TargetMethod.Name}'", "pass its items one by one");
        }

        var operands = sources.Zip(arguments, (source, value) => ((IOperation?)source, value)).ToArray();
        var built = context.Shapes.Build(call, () => function.Build(context.Graph, [.. arguments]), operands);
        if (built is not null) AdviseKink(call, built, arguments);
        return built;
    }

    // What the user's own arguments have of kinks was said where they were called.
    private void AdviseKink(IInvocationOperation call, Expression built, Expression[] arguments)
    {
        foreach (var node in new[] { built }.Concat(built.Operands).Except(arguments))
        {
            if (node.Operation.Kink is { } kink && context.Varies(node)) context.Findings.Report(Descriptors.Kink, Places.Of(call), kink);
        }
    }

    private Expression? ReadMath(IInvocationOperation call, IMethodSymbol method)
    {
        if (ReadArguments(call, out _) is not { } arguments) return null;
        var places = string.Join(", ", arguments.Select((_, i) => $"{{{i}}}"));
        return context.Operators.OnConstants(call, $"global::System.Math.{method.Name}({places})", method.ReturnType, Precedence.Primary, Precedence.Conditional, method.Name, arguments);
    }

    private Expression? ReadLinq(IInvocationOperation call, IMethodSymbol method)
    {
        if (context.Expressions.Read(call.Arguments[0].Value) is not { } list) return null;
        if (list.Shape.Kind != ValueKind.List || call.Arguments.Length > (method.Name == "Sum" ? 2 : 1) || (method.Name == "Sum" && call.Type?.SpecialType != SpecialType.System_Double))
        {
            return context.Fail(Descriptors.UnsupportedCall, call, $"{method.Name}",
                "of LINQ, write xs.Sum(x => …) with a double over an array, a List<T> or an IReadOnlyList<T> of numbers, vectors or matrices");
        }

        if (method.Name == "Count") return context.Loops.CountOf(list);
        return context.Loops.ReadSum(call, list, item => call.Arguments.Length == 1 ? item : context.Following.Apply(call, call.Arguments[1].Value, item));
    }
}
