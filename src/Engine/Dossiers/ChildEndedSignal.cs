using System.Text.Json.Serialization;

namespace Tthc.Engine.Dossiers;

/// <summary>Tells a dossier that one it opened has come to its end.</summary>
internal sealed record ChildEndedSignal(long ChildId, int Status, DateTimeOffset EndedAt)
{
    public const string Kind = "child-ended";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChildEndedSignal))]
internal sealed partial class SignalJson : JsonSerializerContext;
