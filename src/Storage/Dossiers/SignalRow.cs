namespace Tthc.Storage.Dossiers;

/// <summary>A durable command from one dossier to another (a child has ended), waiting to be carried out.</summary>
/// <param name="Id">Unique for ever; also the request id under which it is carried out, at most 64 characters.</param>
/// <param name="TargetDossierId">The dossier it is for.</param>
/// <param name="Kind">Fixed kebab name.</param>
/// <param name="Payload">UTF-8 JSON, opaque to the store.</param>
public sealed record SignalRow(string Id, long TargetDossierId, string Kind, byte[] Payload);
