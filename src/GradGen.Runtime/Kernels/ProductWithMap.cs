using System.ComponentModel;

namespace GradGen;

/// <summary>How a kernel multiplies a map M, a matrix that it computes and does not return, with a factor C.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
public enum ProductWithMap
{
    /// <summary>MC.</summary>
    MC = 0,

    /// <summary>MᵀC.</summary>
    MtC = 1,

    /// <summary>MCᵀ.</summary>
    MCt = 2,

    /// <summary>MᵀCᵀ.</summary>
    MtCt = MtC | MCt,

    /// <summary>CM.</summary>
    CM = 4,

    /// <summary>CMᵀ.</summary>
    CMt = CM | MtC,

    /// <summary>CᵀM.</summary>
    CtM = CM | MCt,

    /// <summary>CᵀMᵀ.</summary>
    CtMt = CM | MtCt,
}
