using System.Runtime.CompilerServices;
using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Everything that is known while one method is read; the readers share it and each other through it.</summary>
internal sealed class ReadingContext
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = new();
    private readonly Dictionary<Expression, bool> varying = new();

    public ReadingContext(IMethodSymbol method, Compilation compilation, Findings findings, CancellationToken cancellation)
    {
        Method = method;
        Compilation = compilation;
        Findings = findings;
        Cancellation = cancellation;
        Locals = new(this);
        Shapes = new(this);
        Constants = new(this);
        Operators = new(this);
        Patterns = new(this);
        Members = new(this);
        Calls = new(this);
        Following = new(this);
        Expressions = new(this);
        Assignments = new(this);
        LoopHeads = new(this);
        Rounds = new(this);
        Loops = new(this);
        Records = new(this);
        Rules = new(this);
        Switches = new(this);
        Statements = new(this);
    }

    public IMethodSymbol Method { get; }

    public Compilation Compilation { get; }

    public Findings Findings { get; }

    public CancellationToken Cancellation { get; }

    public Graph Graph { get; } = new();

    public LocalValues Locals { get; }

    public ShapeReporter Shapes { get; }

    public ConstantReader Constants { get; }

    public OperatorReader Operators { get; }

    public PatternReader Patterns { get; }

    public MemberReader Members { get; }

    public CallReader Calls { get; }

    public CallFollower Following { get; }

    public ExpressionReader Expressions { get; }

    public AssignmentReader Assignments { get; }

    public LoopHeadReader LoopHeads { get; }

    public RoundReader Rounds { get; }

    public LoopReader Loops { get; }

    public RecordReader Records { get; }

    public RuleReader Rules { get; }

    public SwitchReader Switches { get; }

    public StatementReader Statements { get; }

    /// <summary>The methods, local functions and lambdas that are being read, the innermost last.</summary>
    public List<Frame> Frames { get; } = new();

    public Frame Frame => Frames[Frames.Count - 1];

    /// <summary>What <c>this</c> is, where a method is followed that is called on a value; null where it is what the companion is called on.</summary>
    public Expression? This
    {
        get
        {
            var function = Frame.Function;
            while (function is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }) function = function.ContainingSymbol;
            return Frames.LastOrDefault(f => SymbolEqualityComparer.Default.Equals(f.Function, function))?.This;
        }
    }

    /// <summary>How many loops enclose what is being read, through all calls.</summary>
    public int LoopDepth { get; set; }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model)) models.Add(tree, model = Compilation.GetSemanticModel(tree));
        return model;
    }

    public void DeclareVariable(Expression variable) => varying[variable] = true;

    /// <summary>Whether it was asked of a value, and denied, that it varies.</summary>
    public bool WasHeldConstant(Expression e) => varying.TryGetValue(e, out var varies) && !varies;

    /// <summary>Whether a value changes, to first order, with a variable. What is chosen by a comparison alone does not.</summary>
    public bool Varies(Expression e)
    {
        if (e.Shape.Kind is ValueKind.Integer or ValueKind.Boolean) return false;
        if (varying.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var varies = false;
        for (var i = 0; i < e.Operands.Length && !varies; i++) varies = e.Operation.IsDifferentiableIn(i) && Varies(e[i]);
        return varying[e] = varies;
    }

    /// <summary>The choice between two values that were read, by a condition that was.</summary>
    public Expression? Choose(IOperation place, Expression? condition, Expression? then, Expression? otherwise)
    {
        if (ReferenceEquals(then, otherwise)) return then;
        return condition is null || then is null || otherwise is null ? null : Shapes.Build(place, () => Logic.Choose(condition, then, otherwise), (null, then), (null, otherwise));
    }

    /// <summary>Reports and gives the value of what could not be read.</summary>
    public Expression? Fail(DiagnosticDescriptor descriptor, IOperation operation, params string[] arguments)
    {
        Findings.Report(descriptor, Places.Of(operation), arguments);
        return null;
    }

    /// <summary>For C# that does not compile: nothing to report, nothing to read.</summary>
    public Expression? Invalid()
    {
        Findings.Invalid();
        return null;
    }
}

/// <summary>A body that is being read.</summary>
internal sealed record Frame(ISymbol Function, Expression? This);
