using System.Linq.Expressions;
using System.Reflection;

namespace AcceptanceTests.Verification;

/// <summary>What a call allocates once it is warm.</summary>
internal static class Allocation
{
    // More than the scopes after which the arena drops what nobody uses.
    private const int WarmUp = 70;

    /// <summary>The bytes of one call, after calls that filled the arena. A call by reflection would allocate itself, so it is compiled.</summary>
    public static long OfWarm(MethodInfo method, object[] arguments)
    {
        var call = Expression.Call(method, arguments.Zip(method.GetParameters(), (a, p) => Expression.Constant(a, p.ParameterType)));
        var run = Expression.Lambda<Action>(Expression.Block(typeof(void), call)).Compile();
        for (var i = 0; i < WarmUp; i++) run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
