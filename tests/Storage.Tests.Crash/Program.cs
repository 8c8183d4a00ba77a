using System.Text;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;

// Commits batches until it is killed and prints a line for each unit that was acknowledged. The dot at the end tells
// a whole line from one cut by the kill.
using var file = SqliteStore.Open(new SqliteOptions { Path = args[0] });
var store = new DossierStore(file);
var ids = new DossierIds(file, blockSize: 50);
var open = new List<DossierRow>();
var day = new DateOnly(2026, 7, 1);
var instant = new DateTimeOffset(2026, 7, 1, 5, 0, 0, TimeSpan.Zero);

while (true)
{
    var batch = open.TakeLast(6).Select(row => Unit(row with { Version = row.Version + 1 })).ToList();
    for (var i = 0; i < 3; i++)
    {
        var id = await ids.NextAsync();
        batch.Add(new CommitUnit
        {
            Request = Request(id, 1),
            CodedWrites = [new CodedWrite(new CodeRequest("H34.15", day, CodeSeries.Dossier), n => Write(New(id, n)))],
        });
    }

    foreach (var outcome in await store.CommitAsync(batch))
    {
        var committed = (Committed)outcome;
        var row = committed.Writes[0].Row;
        open.RemoveAll(known => known.Id == row.Id);
        open.Add(row);
        Console.WriteLine($"{row.Id} {row.Version} {committed.Position} {row.Code} .");
    }
}

DossierRow New(long id, int number) => new()
{
    Id = id,
    Code = $"H34.15-260701-{number:D6}",
    Version = 1,
    ProcedureCode = "1.012345",
    ProcedureRevisionId = 1,
    Agency = "H34.15",
    CompetentAgency = "H34.15",
    Status = 2,
    Channel = 1,
    ReceivedAt = instant,
    State = Encoding.UTF8.GetBytes(new string('s', 600)),
};

CommitUnit Unit(DossierRow row) => new() { Request = Request(row.Id, row.Version), Writes = [Write(row)] };

RequestRow Request(long id, int version) => new($"{id}-{version}", [1, 2, 3], id, version);

DossierWrite Write(DossierRow row) => new()
{
    Row = row,
    ExpectedVersion = row.Version - 1,
    Events =
    [
        new EventRow
        {
            Sequence = row.Version,
            Kind = "step-advanced",
            RecordedAt = instant,
            OccurredAt = instant,
            Actor = "officer-1",
            ActorAgency = "H34.15",
            ProcedureRevisionId = 1,
            Payload = row.State,
        },
    ],
    WorkItems = [new WorkItemRow { Token = 1, Step = "examine", Agency = "H34.15", Role = "officer", ArrivedAt = instant }],
};
