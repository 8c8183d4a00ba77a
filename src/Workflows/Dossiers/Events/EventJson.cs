using System.Text.Json.Serialization;

namespace Tthc.Workflows.Dossiers.Events;

/// <summary>How events stand in the log: camel case, names of enumeration members, nothing that is empty.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Submitted))]
[JsonSerializable(typeof(Received))]
[JsonSerializable(typeof(Declined))]
[JsonSerializable(typeof(StepClaimed))]
[JsonSerializable(typeof(StepAssigned))]
[JsonSerializable(typeof(StepAdvanced))]
[JsonSerializable(typeof(StepSentBack))]
[JsonSerializable(typeof(TacitlyConsented))]
[JsonSerializable(typeof(WaitEnded))]
[JsonSerializable(typeof(ChildEnded))]
[JsonSerializable(typeof(DeadlinePassed))]
[JsonSerializable(typeof(SupplementRequested))]
[JsonSerializable(typeof(SupplementReceived))]
[JsonSerializable(typeof(PaymentRequested))]
[JsonSerializable(typeof(PaymentConfirmed))]
[JsonSerializable(typeof(Suspended))]
[JsonSerializable(typeof(Resumed))]
[JsonSerializable(typeof(ApologyIssued))]
[JsonSerializable(typeof(Settled))]
[JsonSerializable(typeof(Returned))]
[JsonSerializable(typeof(Withdrawn))]
[JsonSerializable(typeof(Stopped))]
[JsonSerializable(typeof(Reopened))]
[JsonSerializable(typeof(Imported))]
[JsonSerializable(typeof(FindingRaised))]
[JsonSerializable(typeof(FindingCleared))]
[JsonSerializable(typeof(ObligationDischarged))]
[JsonSerializable(typeof(FindingFact))]
[JsonSerializable(typeof(Findings.Told))]
[JsonSerializable(typeof(CaseFactValue))]
[JsonSerializable(typeof(ConditionJudged))]
[JsonSerializable(typeof(TokenLeft))]
[JsonSerializable(typeof(TokenEntered))]
[JsonSerializable(typeof(Rescheduled))]
[JsonSerializable(typeof(OpenFork))]
[JsonSerializable(typeof(PhaseClock))]
[JsonSerializable(typeof(PaperOnFile))]
[JsonSerializable(typeof(string))]
internal sealed partial class EventJson : JsonSerializerContext;
