namespace GradGen.Generator.Tests.Operations;

/// <summary>An argument of a case, before its sizes are drawn.</summary>
/// <param name="Type">The C# type.</param>
internal abstract record Argument(string Type)
{
    /// <summary>The letters of its sizes.</summary>
    public abstract IEnumerable<SizeSymbol> Symbols { get; }

    public abstract object Draw(Random random, Sizes sizes);

    public static implicit operator Argument(int value) => new IntegerArgument(value);

    public static implicit operator Argument(Dimension value) => new IntegerArgument(value);

    public static implicit operator Argument(bool value) => new BooleanArgument(value);
}

/// <summary>A double, a vector, a row or a matrix of a domain.</summary>
internal sealed record RealArgument(Sized Sized, Domain Domain) : Argument(Sized.Type)
{
    public override IEnumerable<SizeSymbol> Symbols => Sized.Symbols;

    public override object Draw(Random random, Sizes sizes)
    {
        var (m, n) = Sized.In(sizes);
        return Values.Of(Type, m, n, Domain.Draw(random, m, n));
    }

    public override string ToString() => $"{Domain} {Sized}";
}

/// <summary>An index or a count, which follows the sizes.</summary>
internal sealed record IntegerArgument(Dimension Value) : Argument("int")
{
    public override IEnumerable<SizeSymbol> Symbols => Value.Symbols;

    public override object Draw(Random random, Sizes sizes) => Value.In(sizes);

    public override string ToString() => Value.Text;
}

internal sealed record BooleanArgument(bool Value) : Argument("bool")
{
    public override IEnumerable<SizeSymbol> Symbols => [];

    public override object Draw(Random random, Sizes sizes) => Value;

    public override string ToString() => Value ? "true" : "false";
}
