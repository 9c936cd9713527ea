using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Where two functions of one argument are made of the same inner function of it, that is computed once for both: σ and softplus by one exponential.</summary>
internal static class SharedFunctions
{
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        var functions = Reachable.From(roots).Where(n => n.Operation is Elementwise { Inner: not null }).GroupBy(n => (((Elementwise)n.Operation).Inner, n[0]));
        var shared = functions.Where(g => g.Count() > 1).SelectMany(g => g).ToDictionary(n => n, FunctionByInner.Of);
        return shared.Count == 0 ? roots : Replacement.In(roots, shared);
    }
}
