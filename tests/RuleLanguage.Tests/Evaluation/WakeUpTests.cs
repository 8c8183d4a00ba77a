using Tthc.RuleLanguage.Evaluation;
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
        Assert.True(unknown <= rules / 10, $"{unknown} of {rules} have to be polled");
        Assert.True(early <= timed / 3, $"{early} of {timed} instants were too early");
    }

    /// <summary>Whether the verdict stays before an instant, every minute and the tick before it; and whether it then changes.</summary>
    private static (bool Stays, bool Changes) Sample(Checking.BoundRuleSet set, World.Facts facts, DateTimeOffset? until)
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
