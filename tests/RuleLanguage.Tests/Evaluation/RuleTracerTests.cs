using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Evaluation;

public sealed class RuleTracerTests
{
    private static readonly World.Facts s_facts = new()
    {
        Case = new World.Case
        {
            Code = "a",
            Received = Trees.Now.AddDays(-1),
            Parts = [.. Enumerable.Range(0, 30).Select(i => new World.Part { Number = i, Name = $"p{i}" })],
        },
    };

    [Fact]
    public void Trace_keeps_every_part_with_its_value()
    {
        var trace = TraceOf("case.Count + 1 > 0 && case.Code == \"b\"");

        Assert.Equal(Verdict.False, trace.Verdict);
        Assert.Equal([true, false], trace.Condition!.Children.Select(c => c.Value));
        Assert.Equal([1, 0], trace.Condition.Children[0].Children.Select(c => c.Value));
    }

    [Fact]
    public void Trace_shows_what_could_no_longer_decide_without_spending_for_it()
    {
        var (context, set) = (Trees.Context(), World.One("case.Urgent && case.Parts.All(p => p.Number >= 0)"));

        var trace = RuleTracer.Trace(set, set.Rules[0], s_facts, context);

        Assert.Equal(true, trace.Condition!.Children[1].Value);
        Assert.Equal(context.Limits.Steps, context.StepsLeft);
    }

    [Fact]
    public void Trace_keeps_the_first_elements_and_tells_how_many_more_there_were()
    {
        var query = TraceOf("case.Parts.All(p => p.Number >= 0)").Condition!;

        Assert.Equal(10, query.Omitted);
        Assert.Equal(Enumerable.Range(0, 20), query.Children.Skip(1).Select(c => c.Element!.Value));
    }

    [Fact]
    public void Trace_gives_the_reason_and_the_parameters_a_rule_reads()
    {
        var set = World.Set(["limit > case.Count"], MissingFacts.Undetermined, ("limit", "case.Score + 1"), ("other", "1"))!;

        var trace = RuleTracer.Trace(set, set.Rules[0], s_facts, Trees.Context());

        Assert.Equal((Verdict.Undetermined, MissingKind.MissingFact), (trace.Verdict, trace.Reason!.Kind));
        Assert.Equal(["limit"], trace.Parameters.Select(p => p.Variable.Name));
    }

    [Fact]
    public void Trace_follows_groups_and_tells_when_they_change()
    {
        var set = World.Set(["now > case.Received.AddDays(3)", "case.Urgent", "case.Score > 1"], MissingFacts.Undetermined)!;
        var group = new BoundGroup("G", [], GroupOperator.And, set.Rules);
        set = set with { Rules = [group] };

        var trace = RuleTracer.Trace(set, group, s_facts, Trees.Context());

        Assert.Equal((Verdict.False, NextChange.Never), (trace.Verdict, trace.Next));
        Assert.Equal([Verdict.False, Verdict.False, Verdict.Undetermined], trace.Children.Select(c => c.Verdict));
        Assert.Equal(NextChange.At(Trees.Now.AddDays(2).AddTicks(1)), RuleTracer.Trace(set, group.Children[0], s_facts, Trees.Context()).Next);
    }

    [Fact]
    public void Trace_stops_where_the_budget_ends()
    {
        var set = World.One("case.Parts.All(p => p.Number >= 0)");

        var trace = RuleTracer.Trace(set, set.Rules[0], s_facts, Trees.Context(LanguageLimits.Default with { Steps = 10 }));

        Assert.Equal((Verdict.Undetermined, MissingKind.Budget), (trace.Verdict, trace.Reason!.Kind));
    }

    [Fact]
    public void Render_tells_it_in_both_languages()
    {
        var trace = TraceOf("now > case.Received.AddDays(3) || case.Score > 1");

        Assert.Equal(
            """
            R0: không xác định được (chưa có Case.Score (điểm)) [có thể đổi từ 03/07/2026 08:00]
              now > case.Received.AddDays(3) || case.Score > 1 → thiếu (chưa có Case.Score (điểm)) [có thể đổi từ 03/07/2026 08:00]
                now > case.Received.AddDays(3) → sai [có thể đổi từ 03/07/2026 08:00]
                  now → 01/07/2026 08:00
                  case.Received.AddDays(3) → 03/07/2026 08:00
                    case.Received → 30/06/2026 08:00
                case.Score > 1 → thiếu (chưa có Case.Score (điểm))
                  case.Score → thiếu (chưa có Case.Score (điểm))

            """, TraceText.Render(trace, TextLanguage.Vietnamese));
        Assert.StartsWith("R0: cannot be told (Case.Score (score) is missing) [may change from 03/07/2026 08:00]", TraceText.Render(trace, TextLanguage.English), StringComparison.Ordinal);
    }

    private static RuleTrace TraceOf(string condition)
    {
        var set = World.One(condition);
        return RuleTracer.Trace(set, set.Rules[0], s_facts, Trees.Context());
    }
}
