using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings.Testing;

/// <summary>Reads the parts of a sketched dossier.</summary>
/// <param name="offset">Offset of local time, in which moments are written.</param>
internal sealed class SketchReader(TimeSpan offset)
{
    private static readonly string[] s_moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly NamedValues<DossierStatus> s_statuses = Names<DossierStatus>();
    private static readonly NamedValues<Channel> s_channels = Names<Channel>();
    private static readonly NamedValues<PauseKind> s_pauses = Names<PauseKind>();
    private static readonly NamedValues<FindingKind> s_findingKinds = Names<FindingKind>();
    private static readonly NamedValues<FindingSeverity> s_severities = Names<FindingSeverity>();

    public DateTimeOffset? Moment(ObjectReader body, string name) => body.Optional(name) is { } field ? Moment(field) : null;

    public DateTimeOffset? Moment(JsonCursor field)
    {
        if (field.String() is not { } text)
            return null;
        if (DateTime.TryParseExact(text.Value, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, offset).ToUniversalTime();
        field.Report(SketchDiagnostics.NotAMoment, text.Value);
        return null;
    }

    public static DossierStatus Status(ObjectReader body) => body.OptionalEnum("status", s_statuses)?.Value ?? DossierStatus.Processing;

    public static Channel ChannelOf(ObjectReader body) => body.OptionalEnum("channel", s_channels)?.Value ?? Channel.Direct;

    public static EquatableList<PaperOnFile> Papers(ObjectReader body) => [.. Keys(body, "papers").Select(k => new PaperOnFile(k, 1, 0, 0))];

    public static ImmutableArray<string> Keys(ObjectReader body, string name) => [.. body.Array(name, item => item.NonBlankString()).Select(k => k.Value)];

    public SupplementRequest? Supplement(ObjectReader body, int number) => Moment(body, "requestedAt") is { } at
        ? new SupplementRequest
        {
            Number = number,
            Papers = [.. Keys(body, "papers")],
            Reason = body.OptionalString("reason")?.Value ?? "",
            SlipNumber = body.OptionalString("slip")?.Value ?? $"{number}",
            RequestedBy = body.OptionalString("by")?.Value ?? "",
            RequestedAt = at,
            AnswerDueAt = Moment(body, "answerDueAt"),
            ReceivedAt = Moment(body, "receivedAt"),
            OfficerFault = body.OptionalBoolean("officerFault")?.Value ?? false,
        }
        : null;

    public PaymentNotice? Payment(ObjectReader body, int number) => Moment(body, "requestedAt") is { } at
        ? new PaymentNotice($"{number}", body.Optional("amount")?.Int64(0)?.Value ?? 0, at, Moment(body, "confirmedAt"), body.OptionalString("receipt")?.Value)
        : null;

    public PauseRow? Pause(ObjectReader body) => Moment(body, "from") is { } from
        ? new PauseRow
        {
            Kind = body.OptionalEnum("kind", s_pauses)?.Value ?? PauseKind.Supplement,
            Ground = body.OptionalString("ground")?.Value ?? "",
            Actor = body.OptionalString("by")?.Value ?? "",
            From = from,
            Until = Moment(body, "until"),
            DueBefore = Moment(body, "dueBefore"),
            DueAfter = Moment(body, "dueAfter"),
            AnswerDueAt = Moment(body, "answerDueAt"),
        }
        : null;

    public ApologySlip? Apology(ObjectReader body, int number) => Moment(body, "issuedAt") is { } at
        ? new ApologySlip(
            body.OptionalString("slip")?.Value ?? $"{number}", body.OptionalString("reason")?.Value ?? "", Moment(body, "newDueAt") ?? at,
            body.OptionalString("signer")?.Value ?? "", body.OptionalString("agency")?.Value ?? "", at)
        : null;

    public static ResultDocument? Result(ObjectReader body) => body.RequiredDate("date") is { } date
        ? new ResultDocument(body.OptionalString("number")?.Value ?? "", date.Value, body.OptionalString("file")?.Value ?? "", null, null, body.OptionalString("signer")?.Value)
        : null;

    public ResultHandover? Handover(ObjectReader body) => Moment(body, "at") is { } at
        ? new ResultHandover(body.OptionalString("receiver")?.Value, ChannelOf(body), body.OptionalString("reference")?.Value, at)
        : null;

    public static StepUse? Step(ObjectReader body) => body.RequiredString("step") is { } step
        ? new StepUse
        {
            Step = step.Value,
            Visits = body.OptionalInt("visits", 0)?.Value ?? 1,
            Used = TimeSpan.FromMinutes(body.OptionalInt("usedMinutes", 0)?.Value ?? 0),
            Agency = body.OptionalString("agency")?.Value,
        }
        : null;

    public Token? Position(ObjectReader body, int number) => body.RequiredString("step") is { } step && Moment(body, "arrivedAt") is { } at
        ? new Token
        {
            Id = number,
            Step = step.Value,
            ArrivedAt = at,
            DueAt = Moment(body, "dueAt"),
            Officer = body.OptionalString("officer")?.Value,
            Agency = body.OptionalString("agency")?.Value,
            BudgetMinutes = body.OptionalInt("limitMinutes", 0)?.Value,
        }
        : null;

    public EventFacts? Event(ObjectReader body, int number) => body.RequiredString("kind") is { } kind && Moment(body, "at") is { } at
        ? EventFacts.Sketched(
            number, kind.Value, Moment(body, "recordedAt") ?? at, at, body.OptionalString("by")?.Value ?? "engine", body.OptionalString("agency")?.Value ?? "",
            new EventDetails(body.OptionalString("step")?.Value, body.OptionalString("action")?.Value, body.OptionalString("reason")?.Value, body.OptionalString("slip")?.Value, Keys(body, "papers")))
        : null;

    public Finding? Finding(ObjectReader body, int number) => body.RequiredString("rule") is { } rule && Moment(body, "at") is { } at
        ? new Finding
        {
            Number = number,
            Rule = rule.Value,
            RuleSet = "",
            Revision = 0,
            Kind = body.OptionalEnum("kind", s_findingKinds)?.Value ?? FindingKind.Violation,
            Severity = body.OptionalEnum("severity", s_severities)?.Value ?? FindingSeverity.Medium,
            At = at,
            ClearedAt = Moment(body, "clearedAt"),
            Obligation = body.OptionalString("obligation") is { } duty
                ? new Obligation(duty.Value, Moment(body, "obligationDueAt")) { DischargedAt = Moment(body, "obligationDischargedAt") }
                : null,
        }
        : null;

    public static OfficerFacts Officer(ObjectReader body, string agency) => new(
        body.OptionalString("account")?.Value ?? "officer", agency, Count(body, "endedWithinMinute", 1), Count(body, "endedThisMonth", 1), Count(body, "lateThisMonth", 0));

    public static AgencyFacts Agency(ObjectReader body, string agency) =>
        new(agency, Count(body, "endedThisMonth", 0), Count(body, "lateThisMonth", 0), Count(body, "openOverdue", 0));

    private static int Count(ObjectReader body, string name, int usual) => body.OptionalInt(name, 0)?.Value ?? usual;

    /// <summary>Objects of an array, numbered from 1.</summary>
    public static EquatableList<T> Numbered<T>(ObjectReader body, string name, Func<ObjectReader, int, T?> read)
        where T : class
    {
        var number = 0;
        return [.. body.Array(name, item => item.Object() is { } part ? Finished(part, read(part, ++number)) : null)];
    }

    private static T? Finished<T>(ObjectReader part, T? value)
    {
        part.Finish();
        return value;
    }

    private static NamedValues<T> Names<T>()
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(v => (v.ToString(), v))]);
}
