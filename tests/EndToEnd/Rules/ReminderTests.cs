using System.Text.Json;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Rules;

/// <summary>rules/compliance/reminders.rules.json: who is told, the longer the higher, at the moment the rule says.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task Tell_the_holder_then_the_agency_then_those_above_it()
    {
        using var engine = await PrivateEngine.StartAsync();
        var received = await engine.Client.ReceiveAsync();
        var due = received.DueAt.ToDateTimeOffset();

        await engine.Client.MoveClockAsync(due.AddDays(40));

        var raised = (await engine.Client.EventsAsync(received.Code)).FindAll(e => e.Kind == "finding-raised").Select(e => (Event: e, Payload: JsonDocument.Parse(e.PayloadJson).RootElement)).ToList();
        var reminders = raised.Where(r => r.Payload.TryGetProperty("told", out _)).ToDictionary(r => r.Payload.GetProperty("finding").GetProperty("rule").GetString()!);
        Assert.Equal(["N01", "N02", "N03", "N04"], reminders.Keys.Order());
        Assert.Equal(received.ReceivingAgency, Told("N01"));
        Assert.Equal(received.CompetentAgency, Told("N02"));
        Assert.NotEqual(received.CompetentAgency, Told("N03"));
        // Two levels of agencies since July 2025: above the province there is nobody, so the province is told again.
        Assert.Equal(Told("N03"), Told("N04"));
        // At the legal instants, whenever the clock came by.
        Assert.True(At("N01") < due);
        Assert.True(due < At("N02") && At("N02") < At("N03") && At("N03") < At("N04"));
        var dossier = await engine.Client.GetAsync(received.Code);
        Assert.Equal([FindingKind.Reminder], dossier.Findings.Where(f => f.Rule[0] == 'N').Select(f => f.Kind).Distinct());
        Assert.DoesNotContain(dossier.Findings, f => f.Rule == "N01" && f.ClearedAt is null);

        string Told(string rule) => reminders[rule].Payload.GetProperty("told")[0].GetProperty("agency").GetString()!;

        DateTimeOffset At(string rule) => reminders[rule].Event.OccurredAt.ToDateTimeOffset();
    }
}
