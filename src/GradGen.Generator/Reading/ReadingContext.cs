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
        Shapes = new(this);
        Constants = new(this);
        Operators = new(this);
        Patterns = new(this);
        Members = new(this);
        Calls = new(this);
        Following = new(this);
        Expressions = new(this);
        Assignments = new(this);
        Loops = new(this);
        Records = new(this);
        Rules = new(this);
        Statements = new(this);
    }

    public IMethodSymbol Method { get; }

    public Compilation Compilation { get; }

    public Findings Findings { get; }

    public CancellationToken Cancellation { get; }

    public Graph Graph { get; } = new();

    public LocalValues Locals { get; } = new();

    public ShapeReporter Shapes { get; }

    public ConstantReader Constants { get; }

    public OperatorReader Operators { get; }

    public PatternReader Patterns { get; }

    public MemberReader Members { get; }

    public CallReader Calls { get; }

    public CallFollower Following { get; }

    public ExpressionReader Expressions { get; }

    public AssignmentReader Assignments { get; }

    public LoopReader Loops { get; }

    public RecordReader Records { get; }

    public RuleReader Rules { get; }

    public StatementReader Statements { get; }

    /// <summary>The methods, local functions and lambdas that are being read, the innermost last.</summary>
    public List<Frame> Frames { get; } = new();

    public Frame Frame => Frames[Frames.Count - 1];

    /// <summary>How many loops enclose what is being read, through all calls.</summary>
    public int LoopDepth { get; set; }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model)) models.Add(tree, model = Compilation.GetSemanticModel(tree));
        return model;
    }

    public void DeclareVariable(Expression variable) => varying[variable] = true;

    /// <summary>Whether a value changes, to first order, with a variable. What is chosen by a comparison alone does not.</summary>
    public bool Varies(Expression e)
    {
        if (varying.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var varies = false;
        for (var i = 0; i < e.Operands.Length && !varies; i++) varies = e.Operation.IsDifferentiableIn(i) && Varies(e[i]);
        return varying[e] = varies;
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
internal sealed class Frame(ISymbol function)
{
    public ISymbol Function { get; } = function;

    /// <summary>How many loops of this body enclose the statement that is being read.</summary>
    public int Loops { get; set; }
}
