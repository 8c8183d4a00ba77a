namespace Tthc.Repository.Tests.Protos;

/// <summary>What changed against the text approved before.</summary>
/// <param name="Broken">Promises that no longer hold: removed, renumbered, renamed, retyped.</param>
/// <param name="Added">New promises; callers of today do not notice.</param>
internal sealed record ContractChange(IReadOnlyList<string> Broken, IReadOnlyList<string> Added)
{
    public static ContractChange Between(IReadOnlyList<string> approved, IReadOnlyList<string> present) =>
        new([.. approved.Except(present, StringComparer.Ordinal)], [.. present.Except(approved, StringComparer.Ordinal)]);
}
