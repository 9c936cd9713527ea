using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;
using GradGen.Generator.Rendering;

namespace GradGen.Generator.Emission;

/// <summary>A plan as C# statements.</summary>
internal sealed class BodyWriter(CodeWriter writer, Plan plan, Names names)
{
    // A formula longer than this says less than the line of code that it stands beside.
    private const int LongestComment = 60;

    public void Write() => Write(plan.Body);

    /// <summary>A result as a C# expression.</summary>
    public string Result(int index) => Text(plan.Results[index]).Code;

    private void Write(Block block)
    {
        foreach (var step in block.Steps)
        {
            switch (step)
            {
                case Step.Declare declare:
                    writer.Line($"{CSharpType.Of(declare.Node.Shape)} {names.Of(declare.Node)} = default!;");
                    break;
                case Step.Let let:
                    writer.Line($"{(let.IsDeclared ? "" : CSharpType.Of(let.Node.Shape) + " ")}{names.Of(let.Node)} = {Compute(let.Node).Code};{Comment(let.Node)}");
                    break;
                case Step.Branch branch:
                    Write(branch);
                    break;
                case Step.Loop loop:
                    Write(loop);
                    break;
            }
        }
    }

    private void Write(Step.Branch branch)
    {
        foreach (var result in branch.Results) writer.Line($"{CSharpType.Of(result.Shape)} {names.Of(result)};");
        writer.Open($"if ({Text(branch.Condition).Code})");
        Side(branch.Then, 1);
        writer.Close();
        writer.Open("else");
        Side(branch.Else, 2);
        writer.Close();

        void Side(Block block, int operand)
        {
            Write(block);
            foreach (var result in branch.Results) writer.Line($"{names.Of(result)} = {Text(result[operand]).Code};");
        }
    }

    private void Write(Step.Loop loop)
    {
        foreach (var sum in loop.Results)
        {
            var zero = sum.Shape.IsScalar ? "0.0" : Compute(sum.Graph.Zero(sum.Shape)).Code;
            writer.Line($"{CSharpType.Of(sum.Shape)} {names.Of(sum)} = {zero};");
        }

        var index = names.Of(loop.Index);
        writer.Open($"for (int {index} = {Text(loop.Index[0]).Code}; {index} < {Text(loop.Index[1], Precedence.Additive)}; {index}++)");
        Write(loop.Body);
        foreach (var sum in loop.Results) writer.Line(Accumulate(names.Of(sum), sum[1]));
        writer.Close();
    }

    private string Accumulate(string accumulator, Expression term)
    {
        if (term.Shape.IsScalar) return $"{accumulator} += {Text(term).Code};";
        var (scalar, array) = term.Is<Scaling>() && !plan.Locals.Contains(term) ? (Text(term[0]).Code, term[1]) : ("1.0", term);
        return $"global::GradGen.Kernel.Accumulate({accumulator}, {scalar}, {Text(array).Code});";
    }

    private string Comment(Expression node)
    {
        var formula = Formula.Unicode(node);
        return node.Shape.IsReal && formula.Length <= LongestComment ? $" // {formula}" : "";
    }

    private string Text(Expression e, Precedence needed)
    {
        var (code, precedence) = Text(e);
        return precedence < needed ? $"({code})" : code;
    }

    private (string Code, Precedence Precedence) Text(Expression e)
    {
        if (e.Is<LoopIndex>() || plan.Locals.Contains(e)) return (names.Of(e), Precedence.Primary);
        return Compute(e);
    }

    private (string Code, Precedence Precedence) Compute(Expression e)
    {
        var computation = e.Operation.Compute(e);
        return (Template.Fill(computation.Template, i => Text(e[i], computation.OperandPrecedence)), computation.Precedence);
    }
}

/// <summary>The C# type of a shape.</summary>
internal static class CSharpType
{
    public static string Of(Shape shape) => shape.Kind switch
    {
        ValueKind.Scalar => "double",
        ValueKind.Integer => "int",
        ValueKind.Boolean => "bool",
        ValueKind.List or ValueKind.Opaque => shape.Type!,
        var kind => $"global::GradGen.{kind}",
    };
}
