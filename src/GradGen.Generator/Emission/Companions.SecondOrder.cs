using System.Collections.Immutable;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Emission;

/// <summary>Second derivatives of a scalar: the Jacobians and the differentials of its gradients.</summary>
internal sealed partial class Companions
{
    private readonly Dictionary<Expression, Expression> gradients = new();

    /// <summary>The gradient as it is differentiated again: by no convention, and without what promises allow.</summary>
    private Expression PlainGradient(Expression x)
    {
        if (gradients.TryGetValue(x, out var known)) return known;
        var adjoints = Adjoints.Of(value, Graph.Number(1), [x]);
        return gradients[x] = Simplifier.Of(last: false, adjoints.TryGetValue(x, out var g) ? g : Algebra.ZeroLike(x))[0];
    }

    private void AddHessians()
    {
        // The Hessian by a variable that is called x_y keeps its name beside the block of x and y.
        var taken = new HashSet<string>(variables.Select(v => v.Parameter.Name).Concat(variables.Select(v => "H_" + v.Parameter.Name)));
        var companionNames = new HashSet<string>(variables.Select(v => $"Hessian_{model.Name}_{v.Parameter.Name}"));
        var blocks = new List<Output>();
        foreach (var (x, y) in variables.SelectMany((x, i) => variables.Skip(i).Select(y => (x, y))))
        {
            var names = x == y ? x.Parameter.Name : $"{x.Parameter.Name}_{y.Parameter.Name}";
            var block = Block(x == y ? "H_" + names : Take("H_" + names, taken), x, y);
            blocks.Add(block);
            Add(x == y ? $"Hessian_{model.Name}_{names}" : Take($"Hessian_{model.Name}_{names}", companionNames), [], [block]);
        }

        if (!model.Emit.HasFlag(Derivatives.Gradient)) return;
        var computed = new Output("Value", DerivativeSymbol.Value, Simplified(value));
        Add($"ValueGradientAndHessian_{model.Name}", [], [computed, .. OfVariables(Gradients(), DerivativeSymbol.Gradient), .. blocks]);
    }

    /// <summary>∂²f/∂vec x ∂vec yᵀ; of two scalars a scalar, else a matrix.</summary>
    private Output Block(string name, DerivativeVariable x, DerivativeVariable y)
    {
        var block = Jacobians.Of(PlainGradient(x.Node), y.Node);
        if (!(x.Node.Shape.IsScalar && y.Node.Shape.IsScalar)) block = Conventions.OnRows(x, Conventions.OnColumns(y, AsMatrix.Of(block)));
        return new(name, DerivativeSymbol.Hessian(x.Node, y.Node), Simplified(block));
    }

    private void AddHessianVectorProducts()
    {
        foreach (var variable in variables)
        {
            // Of a record the product has a part for each member, and each depends on all of v.
            var parameter = variable.Parameter;
            var v = Extra("v", variable.Node.Shape, "H" + parameter.Name);
            var along = variable.Leaves.ToDictionary(l => l, l => Conventions.Apply(parameter.Convention, Differential(variable, l, v)));
            var parts = variable.Leaves.Select(l => Simplified(Conventions.Apply(parameter.Convention, Differentials.Of(PlainGradient(l), along)))).ToList();
            var formulas = variable.Leaves.Select((l, i) => (DerivativeSymbol.HessianVectorProduct(v, l == variable.Node ? null : l), parts[i])).ToImmutableArray();
            Add($"HessianVectorProduct_{model.Name}_{parameter.Name}", [v], [new Output(Element(parameter.Name), DerivativeSymbol.HessianVectorProduct(v), variable.Together(parts)) { Formulas = formulas }]);
        }
    }

    private void AddHessianOperators()
    {
        foreach (var variable in variables)
        {
            var block = Block(Element(variable.Parameter.Name), variable, variable);
            Add($"HessianOperator_{model.Name}_{variable.Parameter.Name}", [], [block with { Value = LinearOperator.Of(AsMatrix.Of(block.Value)), Formulas = [(block.Symbol, block.Value)] }]);
        }
    }

    private static string Take(string wanted, HashSet<string> taken)
    {
        var name = Names.Free(wanted, taken);
        taken.Add(name);
        return name;
    }
}
