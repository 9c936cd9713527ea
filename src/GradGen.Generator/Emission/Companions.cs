using System.Collections.Immutable;
using GradGen.Generator.Derivations;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Emission;

/// <summary>Which companions a method asks for, with their derivatives in closed form.</summary>
internal sealed partial class Companions
{
    private readonly MethodModel model;
    private readonly Expression body;
    private readonly Expression value;
    private readonly ImmutableArray<DerivativeVariable> variables;
    private readonly ImmutableArray<Expression> leaves;
    private readonly ImmutableArray<Expression> inputs;
    private readonly List<Companion> companions = new();
    private readonly Simplifier simplifier = Simplifier.Remembering(last: true);

    private Companions(MethodModel model)
    {
        this.model = model;
        body = GraphCopy.Of(model.Body);
        // Promises about values wait until the last differentiation: they say nothing of directions.
        value = Simplifier.Of(last: false, body)[0];
        inputs = [.. Inputs.Of([body, .. body.Graph.Dimensions.Classes.SelectMany(c => c).Where(d => d.Is<Extent>()).Select(Extent.Owner)]).Where(v => model.Parameters.Any(p => p.Name == Variable.Info(v).Name.Split('.')[0]))];
        // A variable that the method never reads is not in its graph yet.
        variables = model.Parameters.Where(p => p.IsVariable)
            .Select(p => DerivativeVariable.Of(p, body.Graph, name => inputs.FirstOrDefault(v => Variable.Info(v).Name == name))).ToImmutableArray();
        leaves = variables.SelectMany(v => v.Leaves).ToImmutableArray();
    }

    /// <summary>The methods to generate, in their order.</summary>
    public IReadOnlyList<Companion> Methods => companions;

    /// <summary>How the derivatives by the variables come about; empty where nothing shows it.</summary>
    public IReadOnlyList<Derivation> Derivations { get; private set; } = [];

    public static Companions Of(MethodModel model)
    {
        var builder = new Companions(model);
        if (model.Emit.HasFlag(Derivatives.Gradient)) builder.AddGradients();
        if (model.Emit.HasFlag(Derivatives.Jacobian)) builder.AddJacobians();
        if (model.Emit.HasFlag(Derivatives.Pushforward)) builder.AddPushforward();
        if (model.Emit.HasFlag(Derivatives.Pullback)) builder.AddPullback();
        if (model.Emit.HasFlag(Derivatives.Hessian)) builder.AddHessians();
        if (model.Emit.HasFlag(Derivatives.HessianVectorProduct)) builder.AddHessianVectorProducts();
        if (model.Emit.HasFlag(Derivatives.HessianOperator)) builder.AddHessianOperators();
        if (model.Emit.HasFlag(Derivatives.LogAbsDetJacobian)) builder.AddLogAbsDetJacobians();
        if (model.Emit.HasFlag(Reading.Derivatives.Derivation) && builder.Derivations.Count == 0) builder.DeriveAlone();
        return builder;
    }

    private Graph Graph => value.Graph;


    private void AddGradients()
    {
        var gradients = Gradients();
        var outputs = OfVariables(gradients, DerivativeSymbol.Gradient);
        Derivations = Derive(leaves.Select(l => new Target(l, DerivativeForm.Gradient, gradients[l], ConventionsOf(l))));
        foreach (var (output, variable) in outputs.Zip(variables, (o, v) => (o, v)))
        {
            Add($"Gradient_{model.Name}_{variable.Parameter.Name}", [], [output]);
            companions[companions.Count - 1] = companions[companions.Count - 1] with { Derivations = [.. Derivations.Where((_, i) => variable.Leaves.Contains(leaves[i]))] };
        }

        Add($"Gradient_{model.Name}", [], outputs);
        if (!value.Shape.IsScalar) return;

        var computed = new Output("Value", DerivativeSymbol.Value, Simplified(value));
        Add($"ValueAndGradient_{model.Name}", [], [computed, .. outputs]);
        if (variables.Any(v => !v.IsPlain)) return;
        var destinations = outputs.Select((o, i) => o.Value.Shape.IsArray ? o with { Destination = Extra($"gradient_{variables[i].Parameter.Name}", o.Value.Shape, "destination") } : o).ToImmutableArray();
        ImmutableArray<Expression> extra = [.. destinations.Select(o => o.Destination).OfType<Expression>()];
        Add($"GradientInto_{model.Name}", extra, destinations);
        Add($"ValueAndGradientInto_{model.Name}", extra, [computed, .. destinations]);
    }

    /// <summary>The derivations where no gradient is generated: of the forms that are not defined, the Jacobian's.</summary>
    private void DeriveAlone()
    {
        var defined = leaves.Where(l => Forms.Check(value.Shape.Kind, l.Shape.Kind == ValueKind.List ? l.Shape.Item : l.Shape.Kind, "") is null).ToImmutableArray();
        var gradients = Gradients(defined);
        Derivations = Derive(leaves.Where(l => defined.Contains(l) || l.Shape.IsReal).Select(l => defined.Contains(l)
            ? new Target(l, DerivativeForm.Gradient, gradients[l], ConventionsOf(l))
            : new Target(l, DerivativeForm.Jacobian, Simplified(AsMatrix.Of(Jacobians.Of(value, l))), [])));
    }

    private ImmutableArray<string> ConventionsOf(Expression leaf)
    {
        var variable = variables.First(v => v.Leaves.Contains(leaf));
        return
        [
            .. value.Shape.IsScalar && IsTransposed(variable, leaf) ? new[] { "transposed: numerator layout" } : [],
            .. variable.Parameter.Convention switch
            {
                SymmetricGradient.Projected => new[] { "its symmetric part" },
                SymmetricGradient.SharedEntries => new[] { "entries above the diagonal are those below" },
                _ => [],
            },
        ];
    }

    // In a graph of their own, so that what is shown changes nothing of what is computed.
    private IReadOnlyList<Derivation> Derive(IEnumerable<Target> targets)
    {
        var all = targets.ToList();
        var copies = GraphCopy.Of([body, value, .. all.SelectMany(t => new[] { t.Variable, t.Derivative })]);
        return all.Select((t, i) => DerivationBuilder.Of(copies[0], copies[1], t with { Variable = copies[2 + (2 * i)], Derivative = copies[3 + (2 * i)] })).ToList();
    }

    /// <summary>The outputs of a derivative by each variable from the derivatives by their leaves.</summary>
    private ImmutableArray<Output> OfVariables(IReadOnlyDictionary<Expression, Expression> derivatives, Func<Expression, DerivativeSymbol> symbol) => variables.Select(v =>
    {
        var parts = v.Leaves.Select(l => derivatives[l]).ToList();
        return new Output(Element(v.Parameter.Name), symbol(v.Node), v.Together(parts)) { Formulas = v.Leaves.Select((l, i) => (symbol(l), parts[i])).ToImmutableArray() };
    }).ToImmutableArray();

    private IReadOnlyDictionary<Expression, Expression> Gradients() => Gradients(leaves);

    private IReadOnlyDictionary<Expression, Expression> Gradients(ImmutableArray<Expression> by)
    {
        if (!value.Shape.IsScalar) return by.ToDictionary(l => l, l => Simplified(ArrayDerivative(l)));
        var adjoints = Adjoints.Of(value, Graph.Number(1), leaves);
        return variables.SelectMany(v => v.Leaves.Select(leaf =>
        {
            var g = adjoints.TryGetValue(leaf, out var adjoint) ? adjoint : Algebra.ZeroLike(leaf);
            g = Conventions.Apply(v.Parameter.Convention, g);
            return (leaf, g: Simplified(IsTransposed(v, leaf) ? Algebra.Transpose(g) : g));
        })).ToDictionary(p => p.leaf, p => p.g);
    }

    // The members of a record and the items of a list have the types that they have.
    private bool IsTransposed(DerivativeVariable variable, Expression leaf) => model.NumeratorLayout && variable.IsPlain && leaf.Shape.IsArray;

    /// <summary>The derivative of an array by a scalar, ∂f/∂xᵀ, or ∂fᵀ/∂x.</summary>
    private Expression ArrayDerivative(Expression x)
    {
        if (x.Shape.IsScalar) return Differentials.Of(value, new Dictionary<Expression, Expression> { [x] = Graph.Number(1) });
        var jacobian = Jacobians.Of(value, x);
        return value.Shape.IsRowVector && !model.NumeratorLayout ? Algebra.Transpose(jacobian) : jacobian;
    }

    private void AddJacobians()
    {
        AddEachAndAll("Jacobian", variables.Select(v => new Output(Element(v.Parameter.Name), DerivativeSymbol.Jacobian(value.Shape, v.Node),
            Simplified(Conventions.OnColumns(v, AsMatrix.Of(Jacobians.Of(value, v.Node)))))));
    }

    /// <summary>log|det J| as a formula, so that the structure of J makes it cheap.</summary>
    private void AddLogAbsDetJacobians() => AddEachAndAll("LogAbsDetJacobian", variables.Select(v =>
    {
        // A change of variables maps matrices to matrices of their own shape, or of the transpose's.
        if (value.Shape.Kind == v.Node.Shape.Kind && !AreSame(value.Shape.Transposed, v.Node.Shape)) new ShapeContext(Graph).SameShape(value.Shape, v.Node.Shape);
        var jacobian = Jacobians.Of(value, v.Node);
        return new Output(Element(v.Parameter.Name), DerivativeSymbol.LogAbsDetJacobian(value.Shape, v.Node), Simplified(jacobian.Shape.IsScalar
            ? Elementwise.Log.Of(Elementwise.Abs.Of(jacobian))
            : Graph.Make(LogDeterminant.Absolute, null, AsMatrix.Of(jacobian))));
    }));

    private bool AreSame(Shape a, Shape b) => a.Kind == b.Kind && a.Dimensions.Zip(b.Dimensions, Graph.Dimensions.AreSame).All(same => same);

    private void AddEachAndAll(string companion, IEnumerable<Output> derivatives)
    {
        var outputs = derivatives.ToImmutableArray();
        foreach (var (output, variable) in outputs.Zip(variables, (o, v) => (o, v))) Add($"{companion}_{model.Name}_{variable.Parameter.Name}", [], [output]);
        Add($"{companion}_{model.Name}", [], outputs);
    }

    private void AddPushforward()
    {
        var taken = ParameterNames();
        var differentials = variables.Select(v => Extra("d" + v.Parameter.Name, v.Node.Shape, "differential", taken)).ToImmutableArray();
        var along = variables.SelectMany((v, i) => v.Leaves.Select(l => (Leaf: l, D: Differential(v, l, differentials[i])))).ToDictionary(p => p.Leaf, p => p.D);
        var df = Simplified(Differentials.Of(value, along));
        Add($"Pushforward_{model.Name}", differentials, [new Output("Value", DerivativeSymbol.Differential, df)]);
    }

    /// <summary>The differential of a leaf: of a record's member, the same member of the record of differentials.</summary>
    private Expression Differential(DerivativeVariable variable, Expression leaf, Expression differential)
    {
        if (leaf == variable.Node) return differential;
        var member = Variable.Info(leaf).Name.Substring(variable.Parameter.Name.Length);
        return OfShape(Variable.Info(differential).Name + member, leaf.Shape, "differential");
    }

    private void AddPullback()
    {
        var seed = Extra("seed", value.Shape, "seed");
        var adjoints = Adjoints.Of(value, seed, leaves);
        var derivatives = leaves.ToDictionary(l => l, l => Simplified(adjoints.TryGetValue(l, out var g) ? g : Algebra.ZeroLike(l)));
        Add($"Pullback_{model.Name}", [seed], OfVariables(derivatives, x => DerivativeSymbol.Pullback(seed, x)));
    }

    private Expression Simplified(Expression e) => simplifier.Simplify(e);

    private void Add(string name, ImmutableArray<Expression> extra, ImmutableArray<Output> outputs) => companions.Add(new Companion(name, inputs, extra, outputs));

    private HashSet<string> ParameterNames() => [.. model.Parameters.Select(p => p.Name)];

    /// <summary>A generated parameter of a given shape.</summary>
    private Expression Extra(string name, Shape shape, string role, HashSet<string>? taken = null)
    {
        taken ??= ParameterNames();
        name = Names.Free(name, taken);
        taken.Add(name);
        return OfShape(name, shape, role);
    }

    private Expression OfShape(string name, Shape shape, string role)
    {
        var variable = Graph.Make(Variable.Instance, new VariableInfo(name, shape.Kind, Item: shape.Item, Type: shape.Type, Role: role));
        foreach (var (mine, theirs) in variable.Shape.Dimensions.Zip(shape.Dimensions, (a, b) => (a, b))) Graph.Dimensions.Unify(mine, theirs);
        return variable;
    }

    private static string Element(string name) => Names.Free(name, []);
}
