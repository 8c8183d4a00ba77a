using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Tests.Procedures;

namespace Tthc.Workflows.Tests.Soundness;

/// <summary>What a dossier may take at most, as the message about it says.</summary>
public sealed class TimeArithmeticTests
{
    [Theory]
    [InlineData("\"all\"", "receive 1 + ask/slow 3 + sign 1 = 5.0")]
    [InlineData("\"any\"", "receive 1 + ask/fast 1 + sign 1 = 3.0")]
    [InlineData("2", "receive 1 + ask/middle 2 + sign 1 = 4.0")]
    public void Counts_the_branch_the_join_waits_for(string join, string sum) =>
        Assert.StartsWith("the steps exceed the limit: " + sum + " working days, limit 1", Message(Fork($"\"join\": {join}")), StringComparison.Ordinal);

    [Fact]
    public void Counts_the_slowest_where_the_officer_chooses() =>
        Assert.Contains("ask/slow 3", Message(Fork("\"join\": \"any\", \"choose\": \"some\"")), StringComparison.Ordinal);

    [Fact]
    public void Counts_a_longer_branch_as_a_whole_and_forks_inside_forks() => Assert.Contains(
        "receive 1 + deep 1 + inner/b 2 + late 0.5 + sign 1 = 5.5 working days",
        Message(
            """
            "ask": { "name": "Hỏi", "parallel": { "one": "deep", "two": { "by": "r", "limit": "3 working days" } } },
            "deep": { "name": "Sâu", "by": "r", "limit": "1 working day", "then": "inner" },
            "inner": { "name": "Trong", "parallel": { "a": { "by": "r", "limit": "1 working day" }, "b": { "by": "r", "limit": "2 working days" } }, "then": "late" },
            "late": { "name": "Sau", "by": "r", "limit": "4 working hours", "then": "meet" },
            "meet": { "name": "Hợp", "join": "all", "of": "ask", "then": "sign" },
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Counts_every_step_of_a_loop_once() => Assert.Contains(
        "receive 1 + ask 2 + look 3 + sign 1 = 7.0",
        Message("""
            "ask": { "name": "Xét", "by": "r", "limit": "2 working days", "actions": { "look": "look", "ok": "sign" } },
            "look": { "name": "Xem", "by": "r", "limit": "3 working days", "atMost": 2, "then": "ask" },
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Leaves_out_shared_time_paused_waits_and_steps_without_limit() => Assert.Contains(
        "receive 1 + ask 2 + sign 1 = 4.0",
        Message("""
            "ask": { "name": "Xét", "by": "r", "limit": "2 working days", "then": "look" },
            "look": { "name": "Xem", "by": "r", "within": "ask", "then": "pay" },
            "pay": { "name": "Nộp tiền", "wait": "payment", "limit": "30 calendar days", "then": "free" },
            "free": { "name": "Không hạn", "by": "r", "limit": "none", "then": "sign" },
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("1 working day", "post 5", "1 working day")]
    [InlineData("1 calendar day", "post 7", "1 working day")]
    public void Counts_a_running_wait_in_the_days_of_the_total(string total, string post, string each) => Assert.Contains(
        $"receive 1 + {post} + sign 1 = ",
        Message($$"""
            "ask": { "name": "Chuyển", "by": "r", "limit": "none", "then": "post" },
            "post": { "name": "Niêm yết", "wait": "posting", "limit": "7 calendar days", "then": "sign" },
            """, total, each),
        StringComparison.Ordinal);

    [Fact]
    public void Takes_off_what_the_way_adds_to_the_total_by_law()
    {
        const string Steps = """
            "ask": { "name": "Xét", "by": "r", "limit": "1 working day", "actions": {
              "ok": "sign", "verify": { "to": "verify", "extends": { "by": "{0}", "basis": "Luật" } } } },
            "verify": { "name": "Xác minh", "by": "r", "limit": "3 working days", "then": "sign" },
            """;
        Assert.Empty(Messages(Steps.Replace("{0}", "3 working days", StringComparison.Ordinal), "3 working days"));
        Assert.Equal(
            "the steps exceed the limit: receive 1 + ask 1 - 2 (added by law on the way to verify) + verify 3 + sign 1 = 4.0 working days, limit 3 (1 too many)",
            Assert.Single(Messages(Steps.Replace("{0}", "2 working days", StringComparison.Ordinal), "3 working days")));
    }

    [Fact]
    public void Speaks_of_hours_where_the_limit_is_in_hours() => Assert.Equal(
        "the steps exceed the limit: receive 8 + ask 4 + sign 8 = 20.0 working hours, limit 8 (12 too many)",
        Message("""
            "ask": { "name": "Xét", "by": "r", "limit": "4 working hours", "then": "sign" },
            """, "same day, cut-off 15:00"));

    [Fact]
    public void Holds_each_case_to_its_own_limit()
    {
        var steps = """
            "ask": { "name": "Xét", "by": "r", "limit": "2 working days", "then": "sign" },
            """;
        var text = Text(steps, "4 working days", "1 working day").Replace(
            "\"steps\":", "\"cases\": { \"short\": { \"name\": \"Ngắn\", \"limit\": \"3 working days\" } },\n \"steps\":", StringComparison.Ordinal);
        var overrun = Assert.Single(ProcedureFixtures.Compile(SourceText.From("p.procedure.json", text)).Bag.ToImmutable());
        Assert.Contains("the steps exceed the limit of the case \"short\": receive 1 + ask 2 + sign 1 = 4.0", overrun.Message(TextLanguage.English), StringComparison.Ordinal);
    }

    private static string Fork(string rest) => $$"""
        "ask": {
          "name": "Hỏi",
          "parallel": {
            "fast": { "by": "r", "limit": "1 working day" },
            "slow": { "by": "r", "limit": "3 working days" },
            "middle": { "by": "r", "limit": "2 working days" }
          },
          {{rest}},
          "then": "sign"
        },
        """;

    private static string Message(string steps, string limit = "1 working day", string each = "1 working day") => Assert.Single(Messages(steps, limit, each));

    private static IReadOnlyList<string> Messages(string steps, string limit, string each = "1 working day") =>
    [
        .. ProcedureFixtures.Compile(SourceText.From("p.procedure.json", Text(steps, limit, each))).Bag.ToImmutable()
            .Select(d => d.Id == "PROC-080" ? d.Message(TextLanguage.English) : d.ToString()),
    ];

    private static string Text(string steps, string limit, string each) => $$"""
        {
          "code": "TTHC-THU", "name": "Thử", "field": "Thử", "level": "commune", "basis": [], "inForce": { "from": "2025-07-01" }, "limit": "{{limit}}",
          "steps": {
            "receive": { "name": "Nhận", "by": "r", "limit": "{{each}}", "then": "ask" },
            {{steps}}
            "sign": { "name": "Ký", "by": "r", "limit": "{{each}}", "act": "settle", "then": "return" },
            "return": { "name": "Trả", "by": "r", "limit": "none", "act": "return" }
          }
        }
        """;
}
