using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>
/// Reads what a called method, local function or lambda makes of its arguments, by reading its body in place of the call.
/// What it declares is forgotten when it returns; what a local function reads of its surroundings is what they are at the call.
/// </summary>
internal sealed class CallFollower(ReadingContext context)
{
    private readonly Dictionary<ISymbol, IOperation> functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(IMethodSymbol Method, string Arguments, int Depth), Expression?> known = new();

    /// <summary>Notes that a local is declared as a lambda or as a method; false when its value is something else.</summary>
    public bool TryDeclareFunction(ILocalSymbol local, IOperation value)
    {
        if (FunctionOf(value) is not { } function) return false;
        functions[local] = function;
        return true;
    }

    public bool IsFunction(IOperation reference) => AssignedLocals.Named(reference) is { } named && functions.ContainsKey(named);

    /// <summary>A call of a local that holds a lambda or a method.</summary>
    public Expression? CallFunction(IInvocationOperation call)
    {
        if (call.Instance is null || FunctionOf(call.Instance) is null) return Refuse(call, call.Instance is null ? call.TargetMethod.Name : Places.Quote(call.Instance), "call a method or a local function by its name");
        return ReadArguments(call) is { } arguments ? Apply(call, call.Instance, arguments) : null;
    }

    /// <summary>Applies a lambda, or a method that is named as a value.</summary>
    public Expression? Apply(IInvocationOperation call, IOperation function, params Expression[] arguments) =>
        Apply(call, function, arguments.Select(a => new Argument(a, null)).ToArray());

    private Expression? Apply(IInvocationOperation call, IOperation function, Argument[] arguments)
    {
        switch (FunctionOf(function))
        {
            case IAnonymousFunctionOperation lambda:
                return ReadBody(lambda.Body, lambda.Symbol, arguments);
            case IMethodReferenceOperation { Method: var method, Instance: var instance } when instance is null || (instance is IInstanceReferenceOperation && context.Frames.All(f => f.This is null)):
                return Follow(call, method.ReducedFrom ?? method, arguments, null);
            default:
                return Refuse(call, Places.Quote(function), "write a lambda, or name a method");
        }
    }

    public Expression? Call(IInvocationOperation call, IMethodSymbol method)
    {
        var isCalledOnValue = call.Instance is not null && (call.Instance is not IInstanceReferenceOperation || context.This is not null);
        if (isCalledOnValue && (IsForeign(method) || context.Rules.OfUser(method) is not null))
            return Refuse(call, NameOf(method), "such a method must be static or called on this; pass what it reads as arguments");
        if (method.Parameters.Any(p => p.RefKind is RefKind.Out or RefKind.Ref))
            return Refuse(call, NameOf(method), "a method with ref or out parameters is not followed; return the value");
        if (IsForeign(method) ? context.Rules.OfCompanions(method) is null : (method.MethodKind != MethodKind.Ordinary || context.Rules.OfUser(method) is null) && Obstacle(method) is not null)
            return Refuse(call, NameOf(method), Obstacle(method)!);
        var receiver = isCalledOnValue ? context.Expressions.Read(call.Instance!) : null;
        return ReadArguments(call) is { } arguments && (receiver is not null || !isCalledOnValue) ? Follow(call, method, arguments, receiver) : null;
    }

    /// <summary>What a property computes of the value that it is a property of.</summary>
    public Expression? Property(IOperation reference, IMethodSymbol getter, Expression owner) => Follow(reference, getter, [], owner);

    /// <summary>What a parameter stands for in a body that is followed: a value, or a function.</summary>
    private readonly record struct Argument(Expression? Value, IOperation? Function);

    // In the order of the parameters; null where one could not be read, after all have been tried.
    private Argument[]? ReadArguments(IInvocationOperation call)
    {
        var arguments = call.Arguments.OrderBy(a => a.Parameter!.Ordinal)
            .Select(a => FunctionOf(a.Value) is { } function ? new Argument(null, function) : new Argument(context.Expressions.Read(a.Value), null)).ToArray();
        return arguments.Any(a => a is { Value: null, Function: null }) ? null : arguments;
    }

    private IOperation? FunctionOf(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion: value = conversion.Operand; break;
                case IDelegateCreationOperation creation: value = creation.Target; break;
                case ILocalReferenceOperation or IParameterReferenceOperation: return functions.TryGetValue(AssignedLocals.Named(value)!, out var function) ? function : null;
                default: return value is IAnonymousFunctionOperation or IMethodReferenceOperation ? value : null;
            }
        }
    }

    private Expression? Follow(IOperation call, IMethodSymbol method, Argument[] arguments, Expression? receiver)
    {
        if ((IsForeign(method) ? context.Rules.OfCompanions(method) : method.MethodKind == MethodKind.Ordinary ? context.Rules.OfUser(method) : null) is { } rule) return Apply(call, method, rule, arguments);
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (Obstacle(method) is { } advice) return Refuse(call, NameOf(method), advice);
        if (IsBeingRead(method, out var cycle)) return context.Fail(Descriptors.Recursion, call, method.Name, cycle);
        if (BodyOf(method) is not var (body, declared)) return Refuse(call, NameOf(method), "give it a body");
        if (method.MethodKind == MethodKind.LocalFunction) return ReadBody(body, declared, arguments);

        // A method means the same wherever it is called: it is read once for the same arguments. A function reads its surroundings.
        if (arguments.Any(a => a.Function is not null)) return ReadBody(body, declared, arguments, receiver);
        var key = (method, string.Join(",", arguments.Select(a => a.Value).Append(receiver).Select(v => v?.Id)), context.LoopDepth);
        if (!known.TryGetValue(key, out var value)) known[key] = value = ReadBody(body, declared, arguments, receiver);
        return value;
    }

    /// <summary>A method whose derivative is given. What varies must be what the derivative is by.</summary>
    private Expression? Apply(IOperation call, IMethodSymbol method, GivenRule rule, Argument[] arguments)
    {
        if (arguments.Any(a => a.Function is not null)) return Refuse(call, NameOf(method), "its derivative is given, and by a function there is none; pass values");
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!context.Varies(arguments[i].Value!) || rule.Varying.Contains(i)) continue;
            return Refuse(call, NameOf(method), $"its derivative by '{method.Parameters[i].Name}' is not given; {(IsForeign(method) ? $"name '{method.Parameters[i].Name}' in its [Differentiable]" : "return it from its pullback")}");
        }

        return context.Graph.Make(GivenFunction.Instance, rule, arguments.Select(a => a.Value!).ToArray());
    }

    private bool IsForeign(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly);

    private string? Obstacle(IMethodSymbol method)
    {
        if (method.ReturnsVoid) return "it returns nothing";
        if (method.MethodKind == MethodKind.LocalFunction) return null;
        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, context.Compilation.Assembly)) return "tag it there with [Differentiable(Emit = Derivatives.Pullback)], use the functions of MatrixMath and System.Math, or write the method in this assembly";
        if (method.IsAbstract || (!method.IsStatic && !method.ContainingType.IsSealed && !method.IsSealed && (method.IsVirtual || method.IsOverride)))
            return "which body runs is known only when the program runs; make it static, sealed or not virtual";
        if (method.IsAsync) return "an async method is not followed; await in the caller and pass the value as a parameter";
        return method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet ? null : "call an ordinary method";
    }

    private bool IsBeingRead(IMethodSymbol method, out string cycle)
    {
        var first = context.Frames.FindIndex(f => SymbolEqualityComparer.Default.Equals(f.Function, method));
        cycle = first < 0 ? "" : string.Join(" → ", context.Frames.Skip(first).Select(f => f.Function.Name).Where(n => n.Length > 0).Concat([method.Name]));
        return first >= 0;
    }

    /// <summary>The body of a method, local function or getter with its symbol there; of a partial method, of the part that has the body.</summary>
    public (IOperation Body, IMethodSymbol Declared)? BodyOf(IMethodSymbol method)
    {
        foreach (var declaration in method.DeclaringSyntaxReferences.Select(r => r.GetSyntax(context.Cancellation)))
        {
            if (declaration is not (MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } or ArrowExpressionClauseSyntax)) continue;
            var model = context.ModelOf(declaration.SyntaxTree);
            var operation = model.GetOperation(declaration, context.Cancellation);
            if (operation is ILocalFunctionOperation { Body: { } local }) operation = local;
            if (operation is IMethodBodyOperation or IBlockOperation && method.MethodKind == MethodKind.PropertyGet) return (operation, method);
            if (operation is IMethodBodyOperation or IBlockOperation && model.GetDeclaredSymbol(declaration, context.Cancellation) is IMethodSymbol declared) return (operation, declared);
        }

        return null;
    }

    private Expression? ReadBody(IOperation body, IMethodSymbol function, Argument[] arguments, Expression? receiver = null)
    {
        var before = context.Locals.Current;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Function is { } handed) functions[function.Parameters[i]] = handed;
            else
            {
                functions.Remove(function.Parameters[i]);
                context.Locals.Bind(function.Parameters[i], arguments[i].Value);
            }
        }

        var value = context.Statements.ReadBody(body, function, receiver);
        context.Locals.Current = before;
        return value;
    }

    private Expression? Refuse(IOperation call, string name, string advice) => context.Fail(Descriptors.UnsupportedCall, call, name, advice);

    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction || method.ContainingType is null ? method.Name : $"{method.ContainingType.Name}.{method.Name}";
}
