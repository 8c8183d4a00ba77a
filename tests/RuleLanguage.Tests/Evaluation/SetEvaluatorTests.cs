using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Tests.Evaluation;

public sealed class SetEvaluatorTests
{
    [Theory]
    [InlineData(1, MissingFacts.Undetermined)]
    [InlineData(2, MissingFacts.Undetermined)]
    [InlineData(3, MissingFacts.Null)]
    [InlineData(4, MissingFacts.Null)]
    public void Evaluate_says_compiled_what_the_tracer_says(int seed, MissingFacts mode)
    {
        var random = new Random(seed);
        var (drawn, compared) = (0, 0);
        var counts = new int[3];
        while (compared < 250)
        {
            Assert.True(++drawn < 500, "too few of the rules drawn pass the checker");
            string[] texts = [new RandomRules(random).Condition(3), new RandomRules(random).Condition(2), "limit > case.Count || flag"];
            if (World.Set(texts, mode, ("limit", new RandomRules(random).Condition(0) + " ? 1 : case.Score / case.Count"), ("flag", "limit == 1 && case.Before.Urgent")) is not { } set)
                continue;
            compared++;
            var evaluator = SetEvaluator.Compile(set).Warm();
            for (var i = 0; i < 8; i++)
            {
                var facts = RandomFacts.Draw(random);
                var verdicts = new Verdict[set.Rules.Length];
                evaluator.Evaluate(facts, Trees.Context(), verdicts);
                var traced = RuleTracer.TraceAll(set, facts, Trees.Context());
                for (var r = 0; r < verdicts.Length; r++)
                {
                    Assert.True(traced[r].Verdict == verdicts[r], $"compiled {verdicts[r]}, traced {traced[r].Verdict}: {texts[r]} (seed {seed}, set {compared}, facts {i})");
                    counts[(int)verdicts[r]]++;
                }
            }
        }
        Assert.All(counts, c => Assert.True(c > 100, string.Join(", ", counts)));
    }
}
