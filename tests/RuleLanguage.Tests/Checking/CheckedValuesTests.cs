using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>What the checker says of a value holds when it is computed: its type, and that it is there.</summary>
public sealed class CheckedValuesTests
{
    private static readonly TimeSpan s_hanoi = TimeSpan.FromHours(7);

    private static readonly DataRecord[] s_facts =
    [
        SampleFacts.Of(),
        SampleFacts.Of(
            new SampleDossier { Note = "5", Copies = 3, Returned = true, Urgent = true, DueAt = new DateTimeOffset(2026, 3, 12, 17, 0, 0, s_hanoi), Papers = [], Numbers = [] },
            new SampleStep { Name = "a", Rank = 2, IsLate = true, UsedMinutes = 90, Parts = [new SampleStep { Rank = 3, Name = "c" }] },
            new SampleStep { Name = "b", Rank = 1, IsDone = false, StartedAt = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero) }),
        SampleFacts.Of(
            new SampleDossier { Pages = int.MinValue, Share = double.MaxValue, Fee = decimal.MaxValue, SignedAt = DateTime.MaxValue, ReceivedAt = DateTimeOffset.MinValue, Wait = TimeSpan.MaxValue },
            new SampleStep { UsedMinutes = long.MaxValue, IsDone = true }),
    ];

    [Theory]
    [InlineData(MissingFacts.Undetermined)]
    [InlineData(MissingFacts.Null)]
    public void Have_the_type_that_was_promised(MissingFacts mode)
    {
        var (expressions, sound) = (new RandomExpressions(20260310), 0);
        for (var i = 0; i < 3000; i++)
        {
            var text = expressions.Next();
            if (Checked.Of(text, Checked.Options with { MissingFacts = mode }).Bound is not { } bound)
                continue;
            sound++;
            Assert.All(s_facts, facts => Holds(text, bound, facts, mode));
        }
        Assert.InRange(sound, 1000, 3000);
    }

    [Theory]
    [InlineData(MissingFacts.Undetermined)]
    [InlineData(MissingFacts.Null)]
    public void Are_judged_alike_compiled_and_interpreted(MissingFacts mode)
    {
        var options = Checked.Options with { MissingFacts = mode, Expected = RuleType.Boolean };
        var expressions = new RandomExpressions(11);
        var texts = Enumerable.Range(0, 1500).Select(_ => expressions.Next()).ToList();
        var leaves = texts.Select(t => (Text: t, Condition: Checked.Of(t, options).Bound)).Where(c => c.Condition is not null)
            .Select(c => new BoundLeaf(c.Text, [], c.Condition!, ExpressionText.From(c.Text))).ToList();
        var set = SetEvaluator.Compile(new BoundRuleSet("random", SampleFacts.Schema, mode, [], [.. leaves]));
        Assert.InRange(leaves.Count, 200, 1500);
        foreach (var facts in s_facts)
        {
            for (var i = 0; i < leaves.Count; i++)
            {
                var compiled = set.EvaluateOne(i, facts, Context());
                var interpreted = ExpressionEvaluator.Judge(leaves[i].Condition, facts, Context(), mode);
                Assert.True(compiled == interpreted, $"{leaves[i].Name}: compiled {compiled}, interpreted {interpreted}");
            }
        }
    }

    [Fact]
    public void Texts_that_are_broken_anywhere_give_diagnostics_and_nothing_else()
    {
        var (expressions, random) = (new RandomExpressions(7), new Random(7));
        const string Noise = "()[]{}.,?:!<>=+-*/%&|\"'\\ 0aZ$^~\u0111";
        for (var i = 0; i < 3000; i++)
        {
            var text = expressions.Next().ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                text[random.Next(text.Length)] = Noise[random.Next(Noise.Length)];
            var result = Checked.Of(new string(text));
            Assert.True(result.Bound is null == result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), result.Text);
        }
    }

    private static EvaluationContext Context() => new(new DateTimeOffset(2026, 3, 10, 9, 30, 0, s_hanoi), s_hanoi);

    private static void Holds(string text, BoundExpression bound, DataRecord facts, MissingFacts mode)
    {
        var value = ExpressionEvaluator.Evaluate(bound, facts, Context(), mode).Value;
        // Where missing facts are null, an error has no value whatever the type says: the rule is undetermined.
        if (value is null)
            Assert.True(bound.Type.IsNullable || mode == MissingFacts.Null, $"{text} is missing, but {bound.Type}");
        else
            Assert.True(bound.Type.Clr.IsInstanceOfType(value), $"{text} is {value.GetType().Name}, but {bound.Type}");
    }
}
