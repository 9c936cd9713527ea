using System.Runtime.CompilerServices;
using System.Text;

namespace GradGen.Generator.Expressions;

/// <summary>An expression as text in which shared nodes are numbered: equal text, equal expression. Linear in the graph.</summary>
internal static class Fingerprint
{
    public static string Of(Expression root)
    {
        var text = new StringBuilder();
        var numbers = new Dictionary<Expression, int>();
        Write(root);
        foreach (var (left, right) in root.Graph.Dimensions.Demands)
        {
            Write(left);
            Write(right);
            text.Append(numbers[left]).Append('=').Append(numbers[right]).Append('\n');
        }

        return text.ToString();

        void Write(Expression e)
        {
            if (numbers.ContainsKey(e)) return;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            foreach (var operand in e.Operands) Write(operand);
            numbers.Add(e, numbers.Count);
            text.Append(e.Operation.Name).Append('[').Append(e.Payload).Append("](");
            foreach (var operand in e.Operands) text.Append(numbers[operand]).Append(' ');
            text.Append(") ").Append(e.Graph.Dimensions.NameOf(e)).Append('\n');
        }
    }
}
