using System.Reflection;
using System.Runtime.CompilerServices;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// Calls of methods of the user's in a formula, and of the derivatives that are given for them: F(x), the pullback F*(x, seed), its
/// part F₁* by the first variable, DF(x, dx) along a direction, the gradients ∇F and ∇₁F.
/// </summary>
internal sealed class GivenCalls(Type type, object? target)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private IEnumerable<MethodInfo> Methods => type.GetMethods(Any).Concat(AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.EndsWith("Library", StringComparison.Ordinal)).SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(Any)));

    public Quantity Call(string head, Quantity[] arguments)
    {
        var name = head.Trim("∇*₀₁₂₃₄₅₆₇₈₉".ToCharArray());
        var number = string.Concat(head.Where(c => c is >= '₀' and <= '₉').Select(c => (char)(c - '₀' + '0')));
        var isGradient = head[0] == '∇';
        var method = head[^1] == '*' ? Rule(name, isPullback: true) : isGradient ? Named("Gradient_" + name) : Named(name);
        var along = method is null && name[0] == 'D' ? Named(name[1..]) : null;
        if (along is not null) method = Rule(name[1..], isPullback: false);
        if (method is null) throw new UnknownSymbolException(head);
        var parameters = method.GetParameters();
        var values = parameters.Select((p, i) => Value(arguments[i], p.ParameterType, along is null ? null : arguments[i % along.GetParameters().Length])).ToArray();
        var result = method.Invoke(method.IsStatic ? null : target, values)!;
        return Quantity.Of(number == "" ? result : ((ITuple)result)[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1]!);
    }

    private MethodInfo? Named(string name) => Methods.FirstOrDefault(m => m.Name == name);

    // A pullback has one parameter more than the method, which is as large as its value.
    private MethodInfo? Rule(string name, bool isPullback)
    {
        var count = Named(name)?.GetParameters().Length;
        var rules = Methods.Where(m => m.GetCustomAttribute<DerivativeOfAttribute>() is { } a && a.Method == name || m.Name == (isPullback ? "Pullback_" : "Pushforward_") + name);
        return rules.FirstOrDefault(m => isPullback == (m.GetParameters().Length == count + 1 && m.GetParameters()[^1].Name == "seed"));
    }

    // A 0 stands for zeros as large as what they are a differential of.
    private static object Value(Quantity x, Type type, Quantity? like)
    {
        if (x.IsScalar && like is not null && type != typeof(double) && type != typeof(int)) x = like.Map(_ => 0);
        return type == typeof(double) ? x.Value : type == typeof(int) ? (int)x.Value : type == typeof(Vector) ? x.ToVector() : type == typeof(RowVector) ? x.Transposed().ToVector().T : x.ToMatrix();
    }
}
