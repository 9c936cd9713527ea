namespace GradGen;

/// <summary>Thrown where a positive definite matrix is needed and another one is given.</summary>
public sealed class NotPositiveDefiniteException : ArithmeticException
{
    /// <summary>Creates the exception with a general message.</summary>
    public NotPositiveDefiniteException()
        : base("The matrix is not positive definite.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which matrix is not positive definite, and where that was found.</param>
    public NotPositiveDefiniteException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which matrix is not positive definite, and where that was found.</param>
    /// <param name="innerException">What caused it.</param>
    public NotPositiveDefiniteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
