using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Diagnostics;

/// <summary>Every diagnostic that the generator reports. An id is never reused; each has a page in docs/diagnostics/.</summary>
internal static class Descriptors
{
    // What is written.
    public static readonly DiagnosticDescriptor NotPartial = Error("GRAD001", "The containing type must be partial",
        "'{0}' must be declared partial, so that the companions of '{1}' can be added to it");

    public static readonly DiagnosticDescriptor UnsupportedStatement = Error("GRAD002", "The statement is not in the language",
        "{0} is not in the language of a differentiable method; {1}");

    public static readonly DiagnosticDescriptor UnsupportedExpression = Error("GRAD003", "The expression is not in the language",
        "{0} is not in the language of a differentiable method; {1}");

    public static readonly DiagnosticDescriptor UnsupportedCall = Error("GRAD004", "The call cannot be differentiated",
        "'{0}' is neither a function of the language nor a method of this assembly with a body, so its derivative is unknown; {1}");

    public static readonly DiagnosticDescriptor Recursion = Error("GRAD005", "Recursion cannot be differentiated",
        "'{0}' calls itself ({1}); write the recursion as a loop");

    public static readonly DiagnosticDescriptor UnknownVariable = Error("GRAD006", "Unknown variable name",
        "'{0}' is not a parameter of '{1}'; the parameters that can be variables are {2}");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("GRAD007", "The type is not in the language",
        "'{0}' of type '{1}' is not in the language; {2}");

    public static readonly DiagnosticDescriptor NoVariable = Error("GRAD008", "There is nothing to differentiate by",
        "'{0}' has no parameter to differentiate by: none is a double, a Vector, a RowVector, a Matrix or a record of them; a list varies only when it is named");

    public static readonly DiagnosticDescriptor CompanionCollision = Error("GRAD009", "Two companions would have the same signature",
        "The companion '{0}' of '{1}' would have the same signature as {2}; rename one of the methods");

    public static readonly DiagnosticDescriptor Mutation = Error("GRAD010", "An entry cannot be assigned",
        "An entry of '{0}' cannot be assigned in a differentiable method; {1}");

    public static readonly DiagnosticDescriptor LoopCarried = Error("GRAD011", "The value cannot be carried by a loop",
        "{0} cannot be carried from one round of the loop to the next: {1}");

    public static readonly DiagnosticDescriptor GeneratedOrHidden = Error("GRAD012", "The method cannot be seen by generated code",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor WrongRule = Error("GRAD013", "The custom derivative has another signature",
        "'{0}' is not a derivative of '{1}': it must be {2}");

    public static readonly DiagnosticDescriptor InternalFault = Error("GRAD099", "Internal fault of GradGen",
        "GradGen failed on '{0}': {1}; this is a defect of GradGen, please report it with the method");

    // Shapes.
    public static readonly DiagnosticDescriptor ShapeClash = Error("GRAD101", "The shapes cannot fit", "{0}");

    public static readonly DiagnosticDescriptor NameClash = Error("GRAD102", "One dimension has two names", "{0}");

    // Calculus.
    public static readonly DiagnosticDescriptor UndefinedForm = Error("GRAD201", "The derivative has no defined form",
        "The form {0} is undefined: {1}; defined instead: {2}");

    public static readonly DiagnosticDescriptor NoDerivative = Error("GRAD202", "There is no derivative", "{0} has no derivative; {1}");

    public static readonly DiagnosticDescriptor HessianOfNonScalar = Error("GRAD203", "Only a scalar function has a Hessian",
        "'{0}' returns a {1}; the Hessian is defined for a method that returns double; ask for Derivatives.Jacobian of a method that returns one entry's gradient instead");

    // Advice.
    public static readonly DiagnosticDescriptor InverseTimes = Advice("GRAD301", "Solve instead of inverting",
        "Write Solve({0}, {1}): it says what is meant, and the plain C# method then solves a system instead of forming an inverse");

    public static readonly DiagnosticDescriptor ZeroGradient = Advice("GRAD302", "The gradient is identically zero",
        "'{0}' does not depend on '{1}', so the gradient by '{1}' is identically zero");

    public static readonly DiagnosticDescriptor Kink = Advice("GRAD303", "The function has a kink", "{0}");

    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> All = new[]
    {
        NotPartial, UnsupportedStatement, UnsupportedExpression, UnsupportedCall, Recursion, UnknownVariable, UnsupportedType, NoVariable,
        CompanionCollision, Mutation, LoopCarried, GeneratedOrHidden, WrongRule, InternalFault, ShapeClash, NameClash, UndefinedForm, NoDerivative,
        HessianOfNonScalar, InverseTimes, ZeroGradient, Kink,
    }.ToDictionary(d => d.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, title, message, "GradGen", DiagnosticSeverity.Error, true);

    private static DiagnosticDescriptor Advice(string id, string title, string message) => new(id, title, message, "GradGen", DiagnosticSeverity.Info, true);
}
