using System.Collections.Immutable;
using System.Globalization;
using Tthc.Bench.RuleFuzz.Generating;
using Tthc.RuleLanguage;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Bench.RuleFuzz.Judging;

/// <summary>What came of a case.</summary>
/// <param name="Rules">Rules that passed the checks and were judged.</param>
/// <param name="Errors">The errors found in the file.</param>
/// <param name="Verdicts">What the rules said.</param>
public sealed record CaseOutcome(int Rules, ImmutableArray<Diagnostic> Errors, ImmutableArray<Verdict> Verdicts);

/// <summary>Takes a rule file all the way: read, parse, check, compile, judge, trace, wake up, tell. Throws where two parts that have to agree do not.</summary>
public sealed class Pipeline(FuzzCase subject)
{
    private const int Horizon = 50;

    private static readonly DateTimeOffset Now = new(2026, 4, 21, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly TimeSpan Local = TimeSpan.FromHours(7);

    // A walk that explains looks at more than one that judges; where the budget decides, both are given one that does not.
    private static readonly LanguageLimits Generous = LanguageLimits.Default with { Steps = 20_000_000 };

    private readonly FuzzFacts facts = FuzzFacts.Of(subject.Facts);
    private readonly Chance chance = new(subject.Facts);

    /// <summary>Runs the case.</summary>
    /// <exception cref="InvalidOperationException">Two parts disagree.</exception>
    public CaseOutcome Run()
    {
        var bag = new DiagnosticBag();
        var definitions = RuleSetReader.Read(SourceText.From("rules.json", subject.Json), bag);
        var sets = RuleSetCompiler.Compile(definitions, _ => FuzzFacts.Schema, RuleSetOptions.Default, bag);
        var problems = bag.ToImmutable();
        Render(problems);
        var verdicts = sets.SelectMany(Judge).ToImmutableArray();
        return new CaseOutcome(verdicts.Length, [.. problems.Where(p => p.Severity == DiagnosticSeverity.Error)], verdicts);
    }

    private static void Render(ImmutableArray<Diagnostic> problems)
    {
        foreach (var problem in problems.Take(30))
        {
            Require(problem.Location.Span.Start >= 0 && problem.Location.Span.End <= problem.Location.Source.Length, $"{problem.Id} points outside of its file");
            foreach (var language in Enum.GetValues<TextLanguage>())
                Require(problem.Message(language).Length > 0, $"{problem.Id} says nothing");
        }
    }

    private Verdict[] Judge(CompiledRuleSet set)
    {
        set.Evaluator.Warm();
        var verdicts = Verdicts(set, Now, LanguageLimits.Default);
        Follow(set);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var rule = set.Rules[i];
            Agree(set, i, verdicts[i]);
            Wait(set, i, verdicts[i]);
            set.MessageOf(rule, facts, Context(Now));
        }
        set.Results(facts, Context(Now));
        return verdicts;
    }

    private Verdict[] Verdicts(CompiledRuleSet set, DateTimeOffset now, LanguageLimits limits)
    {
        var verdicts = new Verdict[set.Rules.Length];
        set.Evaluator.Evaluate(facts, Context(now, limits), verdicts);
        return verdicts;
    }

    /// <summary>The compiled form, alone and with the others, and the walk that explains say one thing.</summary>
    private void Agree(CompiledRuleSet set, int index, Verdict verdict)
    {
        var trace = RuleTracer.Trace(set.Bound, set.Rules[index].Bound, facts, Context(Now));
        foreach (var language in Enum.GetValues<TextLanguage>())
            TraceText.Render(trace, language);
        if (verdict == trace.Verdict && verdict == set.Evaluator.EvaluateOne(index, facts, Context(Now)))
            return;
        var compiled = Verdicts(set, Now, Generous)[index];
        var alone = set.Evaluator.EvaluateOne(index, facts, Context(Now, Generous));
        var traced = RuleTracer.Trace(set.Bound, set.Rules[index].Bound, facts, Context(Now, Generous));
        Require(
            compiled == traced.Verdict && compiled == alone,
            $"{set.Rules[index].Name}: compiled {compiled}, alone {alone}, traced {traced.Verdict}\n{TraceText.Render(traced, TextLanguage.English)}");
    }

    /// <summary>Compiled or walked, rules are followed to one instant.</summary>
    private void Follow(CompiledRuleSet set)
    {
        var compiled = new NextChange[set.Rules.Length];
        WakeUpEvaluator.Of(set.Bound, set.Rules.Select(rule => rule.Bound)).Warm().Evaluate(facts, Context(Now, Generous), compiled);
        for (var i = 0; i < compiled.Length; i++)
        {
            var walked = WakeUp.Of(set.Bound, set.Rules[i].Bound, facts, Context(Now, Generous));
            Require(walked == compiled[i], $"{set.Rules[i].Name}: followed to {walked}, by compiled code to {compiled[i]}");
        }
    }

    /// <summary>Before the instant promised, nothing changes.</summary>
    private void Wait(CompiledRuleSet set, int index, Verdict verdict)
    {
        var next = WakeUp.Of(set.Bound, set.Rules[index].Bound, facts, Context(Now));
        if (next.IsUnknown)
            return;
        Require(next.IsNever || next.Instant > Now, $"{set.Rules[index].Name}: to be woken at {next}, which is not after now");
        // Nobody waits longer, and the last days of the calendar are past what instants are derived for.
        var end = next.Instant is { } at && at < Now.AddYears(Horizon) ? at : Now.AddYears(Horizon);
        foreach (var moment in Between(end))
        {
            var then = set.Evaluator.EvaluateOne(index, facts, Context(moment));
            if (then == verdict || set.Evaluator.EvaluateOne(index, facts, Context(moment, Generous)) == set.Evaluator.EvaluateOne(index, facts, Context(Now, Generous)))
                continue;
            var trace = RuleTracer.Trace(set.Bound, set.Rules[index].Bound, facts, Context(Now));
            // What is reckoned with the ends of a type may run out of it at any tick; instants are not derived for that.
            if (Overflows(trace) || Overflows(RuleTracer.Trace(set.Bound, set.Rules[index].Bound, facts, Context(moment))))
                continue;
            Require(false, string.Create(CultureInfo.InvariantCulture, $"{set.Rules[index].Name}: {verdict} until {end:O}, but {then} at {moment:O}\n{TraceText.Render(trace, TextLanguage.English)}"));
        }
    }

    private static bool Overflows(RuleTrace trace) =>
        Overflows(trace.Condition) || trace.Children.Any(Overflows) || trace.Parameters.Any(parameter => Overflows(parameter.Value));

    private static bool Overflows(TraceNode? node) => node is not null && (node.Reason?.Kind == MissingKind.Overflow || node.Children.Any(Overflows));

    private IEnumerable<DateTimeOffset> Between(DateTimeOffset end)
    {
        var ticks = (end - Now).Ticks - 1;
        yield return Now.AddTicks(ticks);
        yield return Now.AddTicks(Math.Min(ticks, TimeSpan.TicksPerMinute * chance.Next(2_000)));
        yield return Now.AddTicks(ticks / 1_000 * chance.Next(1_000));
        yield return Now.AddTicks(Math.Min(ticks, TimeSpan.TicksPerHour * chance.Next(24)));
    }

    private static EvaluationContext Context(DateTimeOffset now, LanguageLimits? limits = null) => new(now, Local, limits);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
