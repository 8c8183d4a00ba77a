namespace Tthc.Storage.Dossiers;

/// <summary>
/// A request that was carried out, remembered in the same transaction as what it did.
/// </summary>
/// <remarks>The reply is not kept: it is built again by folding the dossier's events up to <see cref="Version"/>.</remarks>
/// <param name="RequestId">The caller's id, at most 64 characters.</param>
/// <param name="BodyHash">Tells a repeated request from another one under the same id.</param>
/// <param name="DossierId">The dossier it was about.</param>
/// <param name="Version">That dossier's version after it.</param>
public sealed record RequestRow(string RequestId, byte[] BodyHash, long DossierId, int Version);
