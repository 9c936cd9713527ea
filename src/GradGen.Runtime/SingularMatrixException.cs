namespace GradGen;

/// <summary>Thrown where the inverse of a matrix is needed that has none.</summary>
public sealed class SingularMatrixException : ArithmeticException
{
    /// <summary>Creates the exception with a general message.</summary>
    public SingularMatrixException()
        : base("The matrix is singular.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which matrix is singular, and where that was found.</param>
    public SingularMatrixException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which matrix is singular, and where that was found.</param>
    /// <param name="innerException">What caused it.</param>
    public SingularMatrixException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
