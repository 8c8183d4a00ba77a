using System.Text;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Tests;

/// <summary>Rows as the engine would write them, told by the few things a test is about.</summary>
public static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 1, 5, 0, 0, TimeSpan.Zero);

    public static DossierRow Dossier(long id, int version = 1, string? code = null, string agency = "H34.15") => new()
    {
        Id = id,
        Version = version,
        Code = code,
        ProcedureCode = "1.012345",
        ProcedureRevisionId = 7,
        CaseKey = "case-" + id,
        Agency = agency,
        CompetentAgency = agency,
        Status = 2,
        Channel = 1,
        ReceivedAt = Noon.AddMinutes(id),
        DueAt = Noon.AddDays(7).AddMinutes(id),
        OriginalDueAt = Noon.AddDays(7).AddMinutes(id),
        State = Json(id, version),
    };

    public static byte[] Json(long id, int version) =>
        Encoding.UTF8.GetBytes($$"""{"id":{{id}},"version":{{version}},"name":"Nguyễn Văn A"}""");

    public static EventRow Event(int sequence, string kind = "step-advanced") => new()
    {
        Sequence = sequence,
        Kind = kind,
        RecordedAt = Noon.AddSeconds(sequence),
        OccurredAt = Noon.AddSeconds(sequence - 1),
        Actor = "officer-1",
        ActorAgency = "H34.15",
        ProcedureRevisionId = 7,
        Payload = Json(sequence, sequence),
    };

    public static WorkItemRow WorkItem(
        int token, string step = "examine", string? officer = null, string agency = "H34.15", int due = 0) => new()
    {
        Token = token,
        Step = step,
        Agency = agency,
        Unit = "unit-1",
        Role = "construction-officer",
        Officer = officer,
        ArrivedAt = Noon,
        DueAt = Noon.AddHours(due),
    };

    public static DossierWrite Write(DossierRow row, int? expected = null) => new()
    {
        Row = row,
        ExpectedVersion = expected ?? row.Version - 1,
        Events = [Event(row.Version, row.Version == 1 ? "dossier-received" : "step-advanced")],
        WorkItems = [WorkItem(1)],
        DeadlineChanged = true,
        Deadline = new DeadlineRow(Noon.AddDays(row.Version), "step"),
    };

    public static CommitUnit Unit(DossierWrite write, string? request = null) => new()
    {
        Request = request is null
            ? null
            : new RequestRow(request, Encoding.UTF8.GetBytes("hash-" + request), write.Row.Id, write.Row.Version),
        Writes = [write],
    };

    public static CommitUnit New(long id, string? code = null, string agency = "H34.15") =>
        Unit(Write(Dossier(id, 1, code, agency)));
}
