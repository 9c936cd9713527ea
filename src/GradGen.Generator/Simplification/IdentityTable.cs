namespace GradGen.Generator.Simplification;

/// <summary>Every identity, family by family.</summary>
internal static class IdentityTable
{
    /// <summary>Identities that hold whatever the arguments are.</summary>
    public static readonly IReadOnlyList<Identity> Always =
    [
        .. Dimensions.Identities, .. Powers.Identities, .. EntrywiseProducts.Identities, .. Masks.Identities, .. Scalings.Identities, .. Transposes.Identities,
        .. MatrixProducts.Identities, .. Inverses.Identities, .. Determinants.Identities, .. Traces.Identities, .. MatrixFunctions.Identities, .. SpectralFunctions.Identities, .. Norms.Identities, .. Stacks.Identities, .. Sums.Identities, .. Signs.Identities, .. Trigonometry.Identities,
        .. Commutations.Identities, .. Kronecker.Identities, .. Diagonals.Identities, .. Logarithms.Identities, .. Loops.Identities, .. Gathering.Identities, .. Branches.Identities,
    ];

    /// <summary>What makes the outcome of a rule readable and leaves its terms as they are.</summary>
    public static readonly IReadOnlyList<Identity> Tidying = [.. Always.Where(i => !i.Collects).Except(Gathering.Identities)];

    /// <summary>After the last differentiation: what the structure attributes of parameters promise may be used too.</summary>
    public static readonly IReadOnlyList<Identity> Last = [.. Always, .. Determinants.Last, .. Sums.Last, .. Traces.Last, .. Kronecker.Last, .. SpectralFunctions.Last, .. Promises.Identities];

    /// <summary>For a formula that is read, not computed.</summary>
    public static readonly IReadOnlyList<Identity> Shown = [.. Last, .. Determinants.Shown, .. Norms.Shown, .. EntrywiseProducts.Shown];
}
