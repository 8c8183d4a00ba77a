using System.Globalization;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Plays every story under <c>tests/Scenarios</c>.</summary>
public sealed class StoryTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "Scenarios"), "*.story").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Goes_as_written(string file) => Perform(file);

    internal static Play Perform(string file)
    {
        var story = Story.Read(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "tests", "Scenarios", file)));
        Assert.NotEmpty(story.Title);
        Assert.True(story.Acts.Sum(a => a.Expectations.Count) > 1, "a story without expectations proves nothing");
        var stage = story.UnderShippedRules ? Stage.Shipped : Stage.Samples;
        var play = new Play(stage, stage.Procedures.First(p => p.Code == story.Procedure && p.IsInForce(stage.World.DayOf(story.Acts[0].At))));
        foreach (var act in story.Acts)
            Perform(play, story, act, file);
        return play;
    }

    private static void Perform(Play play, Story story, StoryAct act, string file)
    {
        var id = act.Detail("hồ sơ") is { } child ? play.Children.Single(d => d.ProcedureCode == child).Id : 1;
        Refusal? refusal = null;
        // Whoever acts, what fell due before is on record before: the clock of the engine does not sleep, except where a story says so.
        if (!act.Details.ContainsKey("đồng hồ chưa chạy"))
            play.PassTime(act.At);
        if (act.Verb != "hết giờ")
        {
            DateTimeOffset? occurred = act.Detail("xảy ra") is { } moment ? Story.Moment(moment) : null;
            refusal = play.Try(play.Known(act.Who, act.At), act.At, StoryVerbs.CommandOf(act, story.Procedure), occurred, id);
        }
        if (!act.Expectations.Exists(e => e.StartsWith("từ chối ", StringComparison.Ordinal)))
            Assert.True(refusal is null, $"{file}:{act.Line} {act.Verb}: {refusal?.Id} – {refusal?.Vietnamese}");
        foreach (var expectation in act.Expectations)
        {
            var (expected, actual) = Compare(play, play.Get(id), act, expectation, refusal);
            Assert.True(expected == actual, $"{file}:{act.Line} after '{act.Verb}': expected {expectation}, found {actual}");
        }
    }

    private static (string Expected, string Actual) Compare(Play play, Dossier dossier, StoryAct act, string expectation, Refusal? refusal)
    {
        (string, string)? When(string word, Func<string, string> actual) =>
            expectation.StartsWith(word + " ", StringComparison.Ordinal) ? (expectation[(word.Length + 1)..], actual(expectation[(word.Length + 1)..])) : null;

        return When("trạng thái", _ => $"{(int)dossier.Status}")
            ?? When("từ chối", _ => refusal?.Id ?? "không")
            ?? When("hạn gốc", _ => Text(dossier.Clock?.OriginalDueAt))
            ?? When("hẹn lại", _ => Text(dossier.ReappointedAt))
            ?? When("hạn tiếp nhận", _ => Text(dossier.AcceptanceDueAt))
            ?? When("hạn bổ sung", _ => Text(dossier.Pauses is [.., var row] ? row.AnswerDueAt : null))
            ?? When("hạn bước", e => e.Split(' ')[0] + " " + Text(dossier.Tokens.Single(t => t.Step == e.Split(' ')[0]).DueAt))
            ?? When("hạn", _ => Text(dossier.Clock?.DueAt))
            ?? When("bước", _ => dossier.Tokens.IsEmpty ? "không" : string.Join(", ", dossier.Tokens.Select(t => t.Step).Order(StringComparer.Ordinal)))
            ?? When("đồng hồ", _ => dossier.Clock?.PausedAt is null ? "chạy" : "dừng")
            ?? When("trễ thực tế", _ => Lateness(play, dossier, act).InFact is var fact && fact.IsLate ? Minutes(fact.WorkingTime) : "không")
            ?? When("trễ trên hệ thống", _ => Lateness(play, dossier, act).OnSystem is var system && system.IsLate ? Minutes(system.WorkingTime) : "không")
            ?? When("trễ của", e => $"{e.Split(' ')[0]} {dossier.Agencies.Where(a => a.Agency == play.World.FindAgency(e.Split(' ')[0], play.World.DayOf(act.At))).Sum(a => a.LateMinutes)} phút")
            ?? When("trễ bước", e => $"{e.Split(' ')[0]} {LateAt(play, dossier, e.Split(' ')[0])} phút")
            ?? When("đã dùng", e => $"{e.Split(' ')[0]} {(long)dossier.Steps.Where(s => s.Step == e.Split(' ')[0]).Sum(s => s.Used.TotalMinutes)} phút")
            ?? When("mẫu", _ => FormOf(play.LogOf(dossier.Id)[^1].Event) ?? "không")
            ?? When("việc cuối", _ => EventKinds.KindOf(play.LogOf(dossier.Id)[^1].Event))
            ?? When("dữ kiện", _ => dossier.Facts.IsEmpty ? "không" : string.Join(", ", dossier.Facts.Select(f => $"{f.Name}={f.Value}").Order(StringComparer.Ordinal)))
            ?? When("điều kiện", _ => Asked(play.LogOf(dossier.Id).Last(r => r.Event is not (FindingRaised or FindingCleared or ObligationDischarged)).Event))
            ?? When("phát hiện", _ => Open(dossier) is { Length: > 0 } open ? open : "không")
            ?? When("đã phát hiện", _ => string.Join(", ", dossier.Findings.Select(f => f.Rule).Order(StringComparer.Ordinal)))
            ?? When("nghĩa vụ", e => dossier.Findings.Where(f => f.Obligation?.Kind == e.Split(' ')[0]).Select(f => $"{f.Obligation!.Kind} {(f.Obligation.DischargedAt is null ? "chưa" : "xong")}").FirstOrDefault("không"))
            ?? When("số lần dừng", _ => $"{dossier.Pauses.Count}")
            ?? When("hồ sơ con", _ => string.Join(", ", dossier.Children.Select(c => $"{c.ProcedureCode} {(int)c.Status}").Order(StringComparer.Ordinal)))
            ?? throw new FormatException($"line {act.Line}: nothing is called '{expectation}'");
    }

    private static long LateAt(Play play, Dossier dossier, string step) =>
        play.LogOf(dossier.Id).SelectMany(r => r.Event.Moves?.Left ?? []).Where(l => l.Step == step).Sum(l => l.LateMinutes);

    private static DossierLateness Lateness(Play play, Dossier dossier, StoryAct act) =>
        DossierLateness.Of(dossier, act.At, play.World.CalendarOf(dossier.CompetentAgency, play.World.DayOf(act.At))!).Value;

    private static string Open(Dossier dossier) => string.Join(", ", dossier.Findings.Where(f => f.IsOpen)
        .Select(f => f.Kind == FindingKind.Undetermined ? f.Rule + "?" : f.Rule).Order(StringComparer.Ordinal));

    private static string? FormOf(DossierEvent happened) => happened switch
    {
        Declined e => e.Form,
        Stopped e => e.Form,
        ApologyIssued e => e.Form,
        _ => null,
    };

    /// <summary>The conditions the last act asked, as its event has them.</summary>
    private static string Asked(DossierEvent happened) => happened.Conditions.IsEmpty
        ? "không"
        : string.Join(", ", happened.Conditions.Select(c => $"{c.Text} {(c.Holds is { } holds ? holds ? "đúng" : "sai" : "chưa rõ")}"));

    private static string Minutes(TimeSpan time) => $"{time.Ticks / TimeSpan.TicksPerMinute} phút";

    private static string Text(DateTimeOffset? moment) =>
        moment is { } known ? known.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) : "không";
}
