namespace GradGen;

/// <summary>A product m·2ᵉ of many factors that neither overflows nor underflows on the way.</summary>
internal struct ScaledProduct()
{
    private double _mantissa = 1.0;
    private long _exponent;

    internal readonly double Value => Math.ScaleB(_mantissa, (int)Math.Clamp(_exponent, -5000, 5000));

    internal void Multiply(double factor) => Normalize(_mantissa * Split(factor, ref _exponent));

    internal void MultiplyByPowerOfTwo(long exponent) => _exponent += exponent;

    private void Normalize(double mantissa) => _mantissa = Split(mantissa, ref _exponent);

    private static double Split(double value, ref long exponent)
    {
        if (value == 0.0 || !double.IsFinite(value))
        {
            return value;
        }

        var log = Math.ILogB(value);
        exponent += log;
        return Math.ScaleB(value, -log);
    }
}
