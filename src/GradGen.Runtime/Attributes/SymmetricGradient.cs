namespace GradGen;

/// <summary>What the gradient by a symmetric matrix means. G is the gradient in which each entry is its own variable.</summary>
public enum SymmetricGradient
{
    /// <summary>G itself.</summary>
    Plain,

    /// <summary>½(G + Gᵀ), the projection onto the symmetric matrices.</summary>
    Projected,

    /// <summary>G + Gᵀ − diag(G): the entries (i, j) and (j, i) are one variable (Matrix Cookbook, §2.8).</summary>
    SharedEntries,
}
