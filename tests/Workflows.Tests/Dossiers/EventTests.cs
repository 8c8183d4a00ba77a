using System.Text.Json;
using System.Text.Json.Serialization;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>The shape of the events in the log is fixed for ever: what was written once is read by every later engine.</summary>
public sealed class EventTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Between them these stories make an event of every kind.
    private static readonly string[] s_stories =
    [
        "09-du-an-nghia-vu-tai-chinh", "06-nha-o-im-lang-la-dong-y", "08-nha-o-bo-sung-roi-tu-choi", "18-truc-tuyen-bo-sung-truoc-tiep-nhan", "17-truc-tuyen-tu-choi",
        "05-khuyet-tat-niem-yet", "11-khai-sinh-lien-thong", "14-rut-ho-so", "15-tre-xin-loi-mot-lan", "19-tham-dinh-tinh-lai-tu-dau", "24-mo-lai", "32-nhan-viec-phan-cong",
    ];

    // Rules stand beside the stories, not in them.
    private static readonly DossierEvent[] s_findings =
    [
        new FindingRaised(
            new Finding
            {
                Number = 1, Rule = "V01", RuleSet = "apology", Revision = 7, Severity = FindingSeverity.High, Track = FindingTrack.System,
                At = new DateTimeOffset(2025, 11, 13, 17, 0, 0, TimeSpan.Zero), Obligation = new Obligation("apology-slip", new DateTimeOffset(2025, 11, 14, 10, 0, 0, TimeSpan.Zero)),
            },
            "Hồ sơ quá hạn chưa có phiếu xin lỗi", "Overdue without an apology slip")
        {
            Facts = [new FindingFact("dossier.OriginalDueAt", "13/11/2025 17:00"), new FindingFact("dossier.EndedAt", null)],
        },
        new Imported("Một cửa điện tử Kon Tum", 9),
        new FindingCleared(1, "V01", ClearingReason.Resolved),
        new ObligationDischarged(1, "apology-slip", "apology-issued"),
    ];

    private static readonly Lazy<Dictionary<string, DossierEvent>> s_samples = new(() => s_stories
        .SelectMany(name => StoryTests.Perform(name + ".story").Log.Select(r => r.Event))
        .Concat(s_findings)
        .GroupBy(EventKinds.KindOf)
        .ToDictionary(g => g.Key, g => g.First()));

    public static TheoryData<string> Kinds => [.. EventKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Has_the_approved_shape(string kind)
    {
        using var payload = JsonDocument.Parse(EventKinds.Write(s_samples.Value[kind]));
        ApprovedFile.AssertSame($"tests/approved/events/{kind}.json", JsonSerializer.Serialize(payload.RootElement, s_indented) + "\n");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Is_read_back_from_the_approved_text(string kind) =>
        Assert.Equal(s_samples.Value[kind], EventKinds.Read(kind, File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "tests/approved/events", kind + ".json"))));

    [Fact]
    public void Have_a_kind_each()
    {
        var types = typeof(DossierEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DossierEvent))).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
        Assert.Equal(types, EventKinds.All.Select(EventKinds.TypeOf).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))));
        Assert.All(EventKinds.All, k => Assert.Matches("^[a-z]+(-[a-z]+)*$", k));
    }

    [Fact]
    public void Are_all_in_the_documentation() => ApprovedFile.AssertSame("docs/events.md", EventPage.Write());

    [Fact]
    public void Refuse_a_kind_written_by_a_newer_engine() =>
        Assert.Contains("teleported", Assert.Throws<JsonException>(() => EventKinds.Read("teleported", "{}"u8)).Message);

    /// <summary>A required member that holds its default would be left out of the JSON and then be missed on reading.</summary>
    [Fact]
    public void Write_every_required_member_even_when_it_holds_its_default()
    {
        var risky = typeof(DossierEvent).Assembly.GetTypes()
            .Where(t => t.Namespace is "Tthc.Workflows.Dossiers" or "Tthc.Workflows.Dossiers.Events" or "Tthc.Workflows.Deadlines" && t != typeof(RuleWorld))
            .SelectMany(t => t.GetProperties())
            .Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false) && p.PropertyType.IsValueType && p.PropertyType != typeof(DateTimeOffset))
            .Where(p => p.GetCustomAttributes(typeof(JsonIgnoreAttribute), false) is not [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }])
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");
        // Numbered from 1, or never none.
        Assert.Equal(["OpenFork.Id", "PauseRow.Kind", "SupplementRequest.Number", "Token.Id", "TokenLeft.Token"], risky.Order(StringComparer.Ordinal));
    }
}
