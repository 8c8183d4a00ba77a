using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Tthc.Workflows.Dossiers.Events;

/// <summary>The names of the events in the log, fixed for ever, and how each is written.</summary>
public static class EventKinds
{
    private static readonly (Type Type, string Kind, JsonTypeInfo Json)[] s_table =
    [
        Entry("submitted", EventJson.Default.Submitted),
        Entry("received", EventJson.Default.Received),
        Entry("declined", EventJson.Default.Declined),
        Entry("step-claimed", EventJson.Default.StepClaimed),
        Entry("step-assigned", EventJson.Default.StepAssigned),
        Entry("step-advanced", EventJson.Default.StepAdvanced),
        Entry("step-sent-back", EventJson.Default.StepSentBack),
        Entry("tacitly-consented", EventJson.Default.TacitlyConsented),
        Entry("wait-ended", EventJson.Default.WaitEnded),
        Entry("child-ended", EventJson.Default.ChildEnded),
        Entry("deadline-passed", EventJson.Default.DeadlinePassed),
        Entry("supplement-requested", EventJson.Default.SupplementRequested),
        Entry("supplement-received", EventJson.Default.SupplementReceived),
        Entry("payment-requested", EventJson.Default.PaymentRequested),
        Entry("payment-confirmed", EventJson.Default.PaymentConfirmed),
        Entry("suspended", EventJson.Default.Suspended),
        Entry("resumed", EventJson.Default.Resumed),
        Entry("apology-issued", EventJson.Default.ApologyIssued),
        Entry("settled", EventJson.Default.Settled),
        Entry("returned", EventJson.Default.Returned),
        Entry("withdrawn", EventJson.Default.Withdrawn),
        Entry("stopped", EventJson.Default.Stopped),
        Entry("reopened", EventJson.Default.Reopened),
        Entry("imported", EventJson.Default.Imported),
        Entry("finding-raised", EventJson.Default.FindingRaised),
        Entry("finding-cleared", EventJson.Default.FindingCleared),
        Entry("obligation-discharged", EventJson.Default.ObligationDischarged),
    ];

    private static readonly FrozenDictionary<Type, (string Kind, JsonTypeInfo Json)> s_byType = s_table.ToFrozenDictionary(e => e.Type, e => (e.Kind, e.Json));

    private static readonly FrozenDictionary<string, JsonTypeInfo> s_byKind = s_table.ToFrozenDictionary(e => e.Kind, e => e.Json, StringComparer.Ordinal);

    /// <summary>All kinds, in the order of a dossier's life.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_table.Select(e => e.Kind)];

    /// <summary>The name of an event in the log.</summary>
    public static string KindOf(DossierEvent happened) => s_byType[happened.GetType()].Kind;

    /// <summary>The type behind a name, for the documentation and its test.</summary>
    public static Type TypeOf(string kind) => s_byKind[kind].Type;

    /// <summary>The facts as UTF-8 JSON.</summary>
    public static byte[] Write(DossierEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, s_byType[happened.GetType()].Json);

    /// <summary>The facts from UTF-8 JSON.</summary>
    /// <exception cref="JsonException">The log holds a kind or text this engine does not know: it was written by a newer one, or damaged.</exception>
    public static DossierEvent Read(string kind, ReadOnlySpan<byte> json) =>
        s_byKind.TryGetValue(kind, out var info)
            ? (DossierEvent)JsonSerializer.Deserialize(json, info)!
            : throw new JsonException($"The log holds an event of the unknown kind '{kind}'.");

    private static (Type, string, JsonTypeInfo) Entry<T>(string kind, JsonTypeInfo<T> json)
        where T : DossierEvent => (typeof(T), kind, json);
}
