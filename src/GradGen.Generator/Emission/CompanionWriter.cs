using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;
using GradGen.Generator.Reading;

namespace GradGen.Generator.Emission;

/// <summary>One companion as C#: documentation, signature, argument checks, statements, results.</summary>
internal sealed class CompanionWriter(CodeWriter writer, MethodModel model, Companion companion, MethodTexts texts)
{
    public const string Attribute = "[global::System.CodeDom.Compiler.GeneratedCode(\"GradGen\", \"0.1.0\")]";

    public void Write()
    {
        var plan = Scheduler.Of(companion.Outputs.Select(o => o.Value).ToList(), companion.Outputs.Select(o => o.Destination).ToList());
        var names = new Names(model.Parameters.Select(p => p.Name).Concat(companion.Extra.Select(e => Variable.Info(e).Name)));
        // The checks are written first to know whether the documentation speaks of them.
        var body = new CodeWriter(writer.Depth + 1);
        var checks = new Guards(body, names, model.Name, [.. companion.Inputs, .. companion.Extra]).Write(companion.Outputs[0].Value.Graph);
        if (plan.UsesArena) body.Line($"using var {names.Free("arena")} = global::GradGen.Arena.Enter();");
        var statements = new BodyWriter(body, plan, names, texts);
        statements.Write();
        WriteResults(body, statements, names);

        new Documentation(writer, model, companion, texts).Write(checks, plan);
        writer.Line(Attribute);
        writer.Open($"{model.Modifiers} {ReturnType()} {Literals.Identifier(companion.Name)}{model.TypeParameters}({Parameters()}){model.Constraints}");
        writer.Append(body);
        writer.Close();
    }

    private void WriteResults(CodeWriter body, BodyWriter statements, Names names)
    {
        var returned = new List<string>();
        var copies = new List<string>();
        for (var i = 0; i < companion.Outputs.Length; i++)
        {
            if (companion.Outputs[i].Destination is not { } destination) returned.Add(statements.Result(i));
            else if (statements.Write(i, Literals.Identifier(Variable.Info(destination).Name)) is { } copy) copies.Add(copy);
        }

        // A destination may be an argument: what is returned is computed before anything is written.
        for (var i = 0; copies.Count > 0 && i < returned.Count; i++)
        {
            var name = names.New();
            body.Line($"double {name} = {returned[i]};");
            returned[i] = name;
        }

        foreach (var copy in copies) body.Line(copy);

        if (returned.Count == 1) body.Line($"return {returned[0]};");
        else if (returned.Count > 1) body.Line($"return ({string.Join(", ", returned)});");
    }

    private string ReturnType()
    {
        var returned = companion.Returned.ToList();
        return returned.Count switch
        {
            0 => "void",
            1 => returned[0].Value.Shape.CSharpType,
            _ => $"({string.Join(", ", returned.Select(o => $"{o.Value.Shape.CSharpType} {Literals.Identifier(o.Name)}"))})",
        };
    }

    private string Parameters()
    {
        // What a user may leave out must stand last, so it is kept only where nothing generated follows.
        var keep = companion.Extra.IsEmpty;
        var own = model.Parameters.Select(p =>
            $"{(keep ? p.Modifiers : p.Modifiers.Replace("params ", ""))}{p.Type} {Literals.Identifier(p.Name)}{(keep && p.Default is { } value ? $" = {value}" : "")}");
        var extra = companion.Extra.Select(e => $"{e.Shape.CSharpType} {Literals.Identifier(Variable.Info(e).Name)}");
        return string.Join(", ", own.Concat(extra));
    }
}
