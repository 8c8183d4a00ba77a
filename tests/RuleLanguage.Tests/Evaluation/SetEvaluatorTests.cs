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

    [Fact]
    public void Evaluate_allocates_nothing_for_scalars_and_lists_of_facts()
    {
        var set = World.Set(
            ["now > case.Due && case.Code in (\"a\", \"b\")", "case.Parts.Any(p => p.Number > 1 && p.Weight > 0.5)", "case.Worked(case.Received, now) + limit > 480", "case.Note == null"],
            MissingFacts.Undetermined, ("limit", "case.Score * 2"))!;
        var evaluator = SetEvaluator.Compile(set).Warm();
        var (facts, context, verdicts) = (RandomFacts.Draw(new Random(5)), Trees.Context(), new Verdict[set.Rules.Length]);
        evaluator.Evaluate(facts, context, verdicts);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            context.Begin(Trees.Now);
            evaluator.Evaluate(facts, context, verdicts);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Evaluate_says_the_same_before_and_after_it_is_compiled()
    {
        var evaluator = SetEvaluator.Compile(World.Set(["case.Count > 1", "case.Score > 1"], MissingFacts.Undetermined)!);
        var (facts, verdicts) = (RandomFacts.Draw(new Random(7)), new Verdict[2]);
        var said = Enumerable.Range(0, 20).Select(_ =>
        {
            evaluator.Evaluate(facts, Trees.Context(), verdicts);
            return (verdicts[0], verdicts[1]);
        });

        Assert.Single(said.Distinct());
    }

    [Fact]
    public void Evaluate_judges_sets_too_large_for_one_delegate()
    {
        var texts = Enumerable.Range(0, 300).Select(i => $"case.Count + {i} > limit || case.Parts.Any(p => p.Number == {i})").ToList();
        var set = World.Set(texts, MissingFacts.Undetermined, ("limit", "case.Big + 1"))!;
        var verdicts = new Verdict[texts.Count];
        var facts = new World.Facts { Case = new World.Case { Count = 0, Big = 149 } };

        SetEvaluator.Compile(set).Warm().Evaluate(facts, Trees.Context(), verdicts);

        Assert.Equal(texts.Select((_, i) => i > 150 ? Verdict.True : Verdict.False), verdicts);
    }
}
