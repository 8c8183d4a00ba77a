using System.Security.Cryptography;
using System.Text;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>
/// The steps that every variant writes: a dossier drawn at random moves to its next step. The same seed gives every
/// variant the same rows in the same order.
/// </summary>
internal sealed class Workload
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(20260701);
    private readonly int[] _versions;
    private readonly byte[] _state;
    private readonly byte[] _payload;
    private readonly byte[] _hash = SHA256.HashData("body"u8);
    private long _number;

    public Workload(int dossiers, int stateBytes, int payloadBytes = 200)
    {
        _payload = Encoding.UTF8.GetBytes(new string('p', payloadBytes));
        _versions = new int[dossiers + 1];
        _state = Encoding.UTF8.GetBytes(new string('s', stateBytes));
    }

    public IEnumerable<CommitUnit> Seed()
    {
        for (var id = 1; id < _versions.Length; id++)
            yield return Next(id);
    }

    public CommitUnit[] NextBatch(int size)
    {
        var batch = new CommitUnit[size];
        for (var i = 0; i < size; i++)
            batch[i] = Next(_random.Next(1, _versions.Length));
        return batch;
    }

    private CommitUnit Next(int id)
    {
        var version = ++_versions[id];
        var now = Start.AddMilliseconds(_number++);
        return new CommitUnit
        {
            Request = new RequestRow(RequestId(), _hash, id, version),
            Writes =
            [
                new DossierWrite
                {
                    Row = Row(id, version),
                    ExpectedVersion = version - 1,
                    Events = [Event(version, now)],
                    WorkItems = [WorkItem(id, version, now)],
                    DeadlineChanged = true,
                    Deadline = new DeadlineRow(now.AddHours(8), "step"),
                },
            ],
        };
    }

    // As a client would make it: random, so that it falls anywhere in the index.
    private string RequestId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private DossierRow Row(int id, int version) => new()
    {
        Id = id,
        Code = $"{Agency(id)}-260701-{id:D6}",
        Version = version,
        ProcedureCode = "1.012345",
        ProcedureRevisionId = 7,
        Agency = Agency(id),
        CompetentAgency = Agency(id),
        Status = 4,
        Channel = 1,
        ReceivedAt = Start.AddSeconds(id),
        DueAt = Start.AddDays(7).AddSeconds(id),
        OriginalDueAt = Start.AddDays(7).AddSeconds(id),
        State = _state,
    };

    private EventRow Event(int version, DateTimeOffset now) => new()
    {
        Sequence = version,
        Kind = "step-advanced",
        RecordedAt = now,
        OccurredAt = now,
        Actor = "nguyen.van.a@example.vn",
        ActorAgency = "H34.15.02",
        ProcedureRevisionId = 7,
        Payload = _payload,
    };

    private static WorkItemRow WorkItem(int id, int version, DateTimeOffset now) => new()
    {
        Token = 1,
        Step = version % 2 == 0 ? "examine" : "sign",
        Agency = Agency(id),
        Unit = "unit-1",
        Role = version % 2 == 0 ? "construction-officer" : "chairman",
        ArrivedAt = now,
        DueAt = now.AddHours(8),
    };

    private static string Agency(int id) => $"H34.15.{id % 100:D2}";
}
