using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Evaluation.Compiling.Following;
using Tthc.RuleLanguage.Evaluation.Timing;
using Xunit.Abstractions;

namespace Tthc.RuleLanguage.Tests.Evaluation;

public sealed class WakeUpTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_ahead = TimeSpan.FromDays(3);

    [Theory]
    [InlineData(11, MissingFacts.Undetermined)]
    [InlineData(12, MissingFacts.Undetermined)]
    [InlineData(13, MissingFacts.Null)]
    public void Of_promises_no_more_than_holds_and_seldom_much_less(int seed, MissingFacts mode)
    {
        var random = new Random(seed);
        var (rules, unknown, early, timed) = (0, 0, 0, 0);
        while (rules < 300)
        {
            var text = new RandomRules(random, clockOnly: true).Condition(random.Next(3));
            if (World.Set([text], mode) is not { } set)
                continue;
            rules++;
            var facts = RandomFacts.Draw(random);
            var next = WakeUp.Of(set, set.Rules[0], facts, Trees.Context());
            Assert.Equal(next, RuleTracer.Trace(set, set.Rules[0], facts, Trees.Context()).Next);
            Assert.Equal(next, Compiled(set, facts));
            if (next.IsUnknown)
            {
                unknown++;
                continue;
            }
            var (stays, changes) = Sample(set, facts, next.Instant);
            Assert.True(stays, $"changes before {next}: {text} (seed {seed}, rule {rules})");
            timed += next.Instant is null ? 0 : 1;
            early += changes ? 0 : 1;
        }
        output.WriteLine($"{rules} rules, {unknown} unknown, {timed} timed, {early} of these too early");
        Assert.True(unknown <= rules / 6, $"{unknown} of {rules} have to be polled");
        Assert.True(early <= timed / 2, $"{early} of {timed} instants were too early");
    }

    [Theory]
    [InlineData("now > case.Due", "2026-07-03T17:00:00.0000001+07:00")]
    [InlineData("now >= case.Due", "2026-07-03T17:00:00+07:00")]
    [InlineData("now == case.Due", "2026-07-03T17:00:00+07:00")]
    [InlineData("now < case.Received", "never")]
    [InlineData("case.Due - now <= TimeSpan.FromHours(8)", "2026-07-03T09:00:00+07:00")]
    [InlineData("(now - case.Received).TotalDays > 2.5", "2026-07-03T20:00:00.0000001+07:00")]
    [InlineData("now.AddDays(1) >= case.Due", "2026-07-02T17:00:00+07:00")]
    [InlineData("DateTime.Now > case.Due.LocalDateTime", "2026-07-03T17:00:00.0000001+07:00")]
    [InlineData("DateTime.Today > case.Due.LocalDateTime", "2026-07-04T00:00:00+07:00")]
    [InlineData("case.Worked(case.Received, now) >= 600", "2026-07-02T10:00:00+07:00")]
    [InlineData("case.Worked(case.Received, now) > 600", "2026-07-02T10:01:00+07:00")]
    [InlineData("case.Worked(case.Received, now) / 60 >= 9", "2026-07-02T09:00:00+07:00")]
    [InlineData("case.Worked(case.Received, now) >= 600 && case.Urgent", "never")]
    [InlineData("case.Worked(case.Received, now) >= 600 && now >= case.Due", "2026-07-03T17:00:00+07:00")]
    [InlineData("case.Worked(case.Received, now) >= 600 || now >= case.Due", "2026-07-02T10:00:00+07:00")]
    [InlineData("case.Left(now, case.Due) <= 60", "2026-07-03T15:00:00+07:00")]
    [InlineData("case.Parts.Any(p => now - p.Start > TimeSpan.FromHours(10))", "2026-07-01T17:00:00.0000001+07:00")]
    [InlineData("now > case.Before.Due", "never")]
    [InlineData("now.Month == 8", "2026-08-01T00:00:00+07:00")]
    [InlineData("case.Shift(now) == 2", "2026-07-01T12:00:00+07:00")]
    [InlineData("case.Code == \"a\"", "never")]
    [InlineData("now - case.Received > case.Due - now", "2026-07-02T12:30:00.0000001+07:00")]
    [InlineData("case.Worked(now, now) > 5", "unknown")]
    public void Of_gives_the_instant_itself(string condition, string expected)
    {
        var facts = new World.Facts
        {
            Case = new World.Case
            {
                Code = "a",
                Received = Trees.Now,
                Due = new DateTimeOffset(2026, 7, 3, 17, 0, 0, Trees.Offset),
                Parts = [new World.Part { Start = Trees.Now.AddHours(-1) }, new World.Part { Start = Trees.Now.AddHours(2) }],
            },
        };
        var set = World.One(condition);

        var next = WakeUp.Of(set, set.Rules[0], facts, Trees.Context());

        Assert.Equal(expected is "never" ? NextChange.Never : expected is "unknown" ? NextChange.Unknown : NextChange.At(DateTimeOffset.Parse(expected)), next);
        Assert.Equal(next, Compiled(set, facts));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Compiled_following_says_what_the_walk_says(int seed)
    {
        var random = new Random(seed);
        var (rules, followed) = (0, 0);
        while (rules < 1_500)
        {
            // The named value runs with the clock where the fact is missing, as the end of a dossier does.
            var text = new RandomRules(random, clockOnly: true) { Named = "end" }.Condition(random.Next(4));
            if (World.Set([text], MissingFacts.Undetermined, ("urgent", "case.Urgent"), ("end", random.Next(2) == 0 ? "case.Due ?? now" : "case.Urgent ? case.Received : now")) is not { } set)
                continue;
            rules++;
            var facts = RandomFacts.Draw(random);
            var until = new long[] { 0 };
            foreach (var part in FollowCompiler.Compile(set, set.Rules))
                part(facts, Trees.Context(), until);
            var next = WakeUp.Of(set, set.Rules[0], facts, Trees.Context());
            if (Follow.Change(until[0], Trees.Offset) is not { } compiled)
                continue;
            followed++;
            Assert.True(next == compiled, $"{next} but compiled {compiled}: {text} (seed {seed}, rule {rules})");
        }
        output.WriteLine($"{followed} of {rules} followed by compiled code");
        Assert.True(followed > rules / 4, $"only {followed} of {rules} rules are followed by compiled code");
    }

    [Theory]
    [InlineData("now > case.Due && case.Worked(case.Received, now) > 480", true)]
    [InlineData("(now - case.Received).TotalDays * 2 > 5", true)]
    [InlineData("now.DayOfWeek == \"Sunday\"", true)]
    [InlineData("DateTime.Now.Ticks % 7 == 0", false)]
    [InlineData("now.ToString(\"HH:mm\") == \"12:00\"", false)]
    public void CanBeDerived_judges_by_the_form(string condition, bool expected) => Assert.Equal(expected, WakeUp.CanBeDerived(World.Check(condition)!));

    private static NextChange Compiled(RuleLanguage.Checking.BoundRuleSet set, World.Facts facts)
    {
        var next = new NextChange[1];
        WakeUpEvaluator.Of(set, set.Rules).Warm().Evaluate(facts, Trees.Context(), next);
        return next[0];
    }

    /// <summary>Whether the verdict stays before an instant, every minute and the tick before it; and whether it then changes.</summary>
    private static (bool Stays, bool Changes) Sample(RuleLanguage.Checking.BoundRuleSet set, World.Facts facts, DateTimeOffset? until)
    {
        var (evaluator, context, verdicts) = (SetEvaluator.Compile(set).Warm(), Trees.Context(), new Verdict[1]);
        var first = At(Trees.Now);
        var end = until is { } at && at < Trees.Now + s_ahead ? at : Trees.Now + s_ahead;
        for (var t = Trees.Now; t < end; t = t.AddMinutes(1))
        {
            if (At(t) != first)
                return (false, false);
        }
        if (until is { } last && At(last.AddTicks(-1)) != first)
            return (false, false);
        return (true, until is null || At(until.Value) != first);

        Verdict At(DateTimeOffset now)
        {
            context.Begin(now);
            evaluator.Evaluate(facts, context, verdicts);
            return verdicts[0];
        }
    }
}
