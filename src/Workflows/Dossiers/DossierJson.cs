using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tthc.Workflows.Dossiers;

/// <summary>How the state of a dossier is stored: compact JSON, nothing that is empty.</summary>
/// <remarks>The elements of lists are named one by one: the generator does not look behind the converter of <see cref="EquatableList{T}"/>.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(Token))]
[JsonSerializable(typeof(OpenFork))]
[JsonSerializable(typeof(StepUse))]
[JsonSerializable(typeof(PaperOnFile))]
[JsonSerializable(typeof(CaseFactValue))]
[JsonSerializable(typeof(SupplementRequest))]
[JsonSerializable(typeof(PaymentNotice))]
[JsonSerializable(typeof(PauseRow))]
[JsonSerializable(typeof(ApologySlip))]
[JsonSerializable(typeof(PhaseClock))]
[JsonSerializable(typeof(ChildDossier))]
[JsonSerializable(typeof(AgencyUse))]
[JsonSerializable(typeof(Findings.Finding))]
[JsonSerializable(typeof(string))]
internal sealed partial class StateJson : JsonSerializerContext;

/// <summary>State to bytes and back.</summary>
public static class DossierJson
{
    /// <summary>As UTF-8 JSON.</summary>
    public static byte[] Write(Dossier dossier) => JsonSerializer.SerializeToUtf8Bytes(dossier, StateJson.Default.Dossier);

    /// <summary>From UTF-8 JSON.</summary>
    /// <exception cref="JsonException">The stored state is damaged.</exception>
    public static Dossier Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, StateJson.Default.Dossier) ?? throw new JsonException("The stored state is empty.");
}
