using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Calendars;

namespace Tthc.Bench.Rules;

/// <summary>Measures ten rules over typed facts.</summary>
internal sealed class RulesRun
{
    private const int Cases = 1024;
    private static readonly TimeSpan s_offset = TimeSpan.FromHours(7);
    private static readonly DateTimeOffset s_now = new(2026, 7, 1, 9, 30, 0, s_offset);

    private readonly FactSchema _schema = new(new FactShapes().Of<Facts>());
    private readonly EvaluationContext _context = new(s_now, s_offset);
    private readonly Verdict[] _verdicts = new Verdict[10];
    private readonly string _text;
    private readonly CompiledRuleSet _set;
    private readonly Facts[] _facts;
    private readonly double _seconds;

    public RulesRun(string text, WorkCalendar calendar, double seconds)
    {
        (_text, _seconds) = (text, seconds);
        _set = Compile("ten-rules.json", text);
        _facts = DrawnFacts.Draw(Cases, s_now, calendar);
    }

    public void Run()
    {
        Agree();
        Console.WriteLine($"{_set.Rules.Length} rules, {Cases} different dossiers, {Environment.ProcessorCount} cores, one used");
        Measurement.Head();
        var measure = new Measurement(_seconds);
        // The context is begun for each, as the engine does.
        var hand = measure.Of("hand-written C#", Cases, i =>
        {
            _context.Begin(s_now);
            HandWritten.Evaluate(_facts[i], _context, _verdicts);
        });
        var compiled = measure.Of("verdicts", Cases, i =>
        {
            _context.Begin(s_now);
            _set.Evaluator.Evaluate(_facts[i], _context, _verdicts);
        });
        measure.Of("verdicts, findings and their messages", Cases, Find);
        measure.Of("full explanation", Cases, i =>
        {
            _context.Begin(s_now);
            GC.KeepAlive(RuleTracer.TraceAll(_set.Bound, _facts[i], _context));
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compiled / hand-written: {compiled / hand:0.0}; findings a set: {Findings():0.00}"));
        Start(3);
        Start(10);
    }

    /// <summary>Sets read, checked, made ready and asked once, as when the engine starts; the first of them in code nobody has run yet.</summary>
    private void Start(int rules)
    {
        const int Sets = 5000;
        var texts = Enumerable.Range(0, Sets).Select(i => Variant(i, rules)).ToList();
        var (started, before) = (Stopwatch.GetTimestamp(), Measurement.Processor());
        var sets = texts.Select((text, i) => Compile($"{i}.json", text)).ToList();
        var ready = Stopwatch.GetElapsedTime(started);
        foreach (var set in sets)
            set.Evaluator.Evaluate(_facts[0], _context, _verdicts);
        var took = Stopwatch.GetElapsedTime(started);
        var processor = Measurement.Processor() - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Sets} sets of {rules} rules: read and checked in {ready.TotalSeconds:0.00} s, each asked once after {took.TotalSeconds:0.00} s; {processor.TotalSeconds:0.00} s of the processor"));
    }

    private string Variant(int number, int rules)
    {
        var set = JsonNode.Parse(_text)!;
        var kept = set["Rules"]!.AsArray().Take(rules).Select(rule => rule!.DeepClone());
        set["Rules"] = new JsonArray([.. kept]);
        set["WorkflowName"] = $"procedure-{number}";
        return set.ToJsonString().Replace("58", (number % 50).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private void Find(int i)
    {
        _context.Begin(s_now);
        _set.Evaluator.Evaluate(_facts[i], _context, _verdicts);
        for (var r = 0; r < _verdicts.Length; r++)
        {
            if (_verdicts[r] == Verdict.True)
                GC.KeepAlive(new Finding(_set.Rules[r], s_now, _set.MessageOf(_set.Rules[r], _facts[i], _context, TextLanguage.Vietnamese)));
        }
    }

    /// <summary>A benchmark of wrong verdicts would be worth nothing.</summary>
    private void Agree()
    {
        var expected = new Verdict[10];
        _set.Evaluator.Warm();
        foreach (var facts in _facts)
        {
            HandWritten.Evaluate(facts, _context, expected);
            _set.Evaluator.Evaluate(facts, _context, _verdicts);
            if (!expected.AsSpan().SequenceEqual(_verdicts))
                throw new InvalidOperationException($"{facts.Dossier.Code}: {string.Join(' ', expected)} by hand, {string.Join(' ', _verdicts)} by the rules");
        }
    }

    private double Findings()
    {
        var found = 0;
        foreach (var facts in _facts)
        {
            _set.Evaluator.Evaluate(facts, _context, _verdicts);
            found += _verdicts.Count(v => v == Verdict.True);
        }
        return found / (double)Cases;
    }

    private CompiledRuleSet Compile(string path, string text)
    {
        var bag = new DiagnosticBag();
        var compiled = RuleSetCompiler.Compile(RuleSetReader.Read(SourceText.From(path, text), bag), _ => _schema, RuleSetOptions.Default, bag);
        return compiled is [{ } set] && !bag.HasErrors ? set : throw new InvalidOperationException(string.Join('\n', bag.ToImmutable()));
    }

    private sealed record Finding(CompiledRule Rule, DateTimeOffset At, string Message);
}
