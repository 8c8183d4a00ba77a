using Google.Protobuf.WellKnownTypes;
using Tthc.Protos.V1;
using Tthc.Workflows.Deadlines;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>Dossiers brought over from an older system on one day, under the codes that system gave them: of another day than the receipt.</summary>
internal sealed class OldHistories(Stage stage, DemoOptions options)
{
    private const int DaysBefore = 10;

    // The engine's own word for who may take over histories.
    private const string Importer = "data-importer";

    /// <summary>When. Not on the first day: before it other agencies may have been there.</summary>
    public DateTimeOffset At { get; } = options.Start.AddDays(Math.Min(12, options.Days / 3));

    /// <summary>Takes them over; returns what is to be played on, with their codes.</summary>
    public async Task<IReadOnlyList<(string Code, PlayedDossier Subject)>> BringAsync(IReadOnlyList<Arrival> arrivals)
    {
        var brought = new List<(string, PlayedDossier)>();
        var wanted = (int)Math.Ceiling(options.Rates[Misdeed.ForeignCode] * arrivals.Count);
        foreach (var like in arrivals.Where(Suits).OrderBy(a => Chance.For(a.Key, "old history").Next()).Take(wanted))
        {
            var old = like with { Key = Chance.Key(like.Key, 99), At = WorkingDay(like), Channel = Channel.Direct };
            var subject = new PlayedDossier(old.Key, old.Procedure, Fate.Draw(old.Key, isLand: false, options.Rates).For(Misdeed.ForeignCode), Misdeed.ForeignCode);
            var code = $"{old.Agency.Id}-{old.At.AddDays(-1).ToOffset(Output.LocalTime.Offset):yyMMdd}-9{brought.Count + 1:000}";
            if (await BringAsync(subject, old, code))
                brought.Add((code, subject));
        }
        return brought;
    }

    private async Task<bool> BringAsync(PlayedDossier subject, Arrival old, string code)
    {
        var desk = IntakeActs.Desk(subject, old.Agency.Id);
        var receipt = IntakeActs.Receipt(subject, old);
        receipt.RequestId = "";
        var act = new HistoricAct { OccurredAt = old.At.ToTimestamp(), RecordedAt = old.At.ToTimestamp(), Actor = desk.Id, Agency = desk.Agency, Receive = receipt };
        var history = new ImportedDossier { RequestId = $"{subject.Key:x16}-old", Code = code, Source = "Một cửa điện tử cũ", Acts = { act } };
        using var call = stage.Engine.Dossiers.ImportDossiers(stage.Engine.OptionsOf(new Officer("quan-tri", old.Agency.Id, "", Importer)));
        await call.RequestStream.WriteAsync(new() { Dossier = history });
        await call.RequestStream.CompleteAsync();
        var reply = await call.ResponseAsync;
        if (reply.Imported == 0)
        {
            stage.Misdeeds.Refused(Misdeed.ForeignCode, subject, reply.Failures.Select(f => f.Error.Message).FirstOrDefault() ?? "");
            return false;
        }
        stage.Misdeeds.Done(Misdeed.ForeignCode, subject);
        subject.Take(await stage.Engine.GetAsync(code), desk);
        return true;
    }

    private bool Suits(Arrival arrival) =>
        arrival.Procedure.ChildProcedures.IsEmpty && arrival.Procedure.DefaultCase.Promised is Limit.WorkingDays { Days: >= 3 and <= 10 }
        && Offices.DayOf(WorkingDay(arrival)) is var day && arrival.Procedure.IsInForce(day) && arrival.Agency.ExistsOn(day) && arrival.Agency.ExistsOn(Offices.DayOf(At));

    private DateTimeOffset WorkingDay(Arrival arrival) =>
        stage.Offices.After(arrival.Agency.Id, At.AddDays(-DaysBefore), 60 + (arrival.Key % 300)) ?? At;
}
