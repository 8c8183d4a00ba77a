using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Reading;

namespace Tthc.Workflows.Policies;

/// <summary>Reads what the one-stop decrees order for every procedure. All files together give one policy for each day.</summary>
public static class HandlingPolicyReader
{
    /// <summary>Slips whose form number a policy may give; those in <see cref="RequiredSlips"/> it must give.</summary>
    public static readonly ImmutableArray<string> Slips = ["receipt", "supplement", "refusal", "apology", "stop", "control", "register"];

    /// <summary>The stop notice is younger than the others: the set of TT 01/2018/TT-VPCP has none.</summary>
    public static readonly ImmutableArray<string> RequiredSlips = Slips.Remove("stop");

    private const int MostTimes = 100;
    private const int MostDays = 366;
    internal static readonly NamedValues<SupplementClock> ClockWords = new(("pause", SupplementClock.Pause), ("restart", SupplementClock.Restart));
    internal static readonly NamedValues<Silence> SilenceWords = new(("stop", Silence.Stop), ("wait", Silence.Wait));

    /// <summary>Reads the files and reports into a bag.</summary>
    /// <returns>What could be read, by first day.</returns>
    public static ImmutableArray<HandlingPolicy> Read(IEnumerable<SourceText> files, DiagnosticBag bag)
    {
        var read = new List<(Located<string> Key, HandlingPolicy Policy)>();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            if (JsonCursor.AtRoot(JsonDocumentReader.Read(file, bag), bag).Object() is { } body)
                ReadFile(body, read);
        CheckKeys(read, bag);
        var ordered = read.OrderBy(p => p.Policy.InForceFrom).ToList();
        CheckPeriods(ordered, bag);
        return [.. ordered.Select(p => p.Policy)];
    }

    private static void ReadFile(ObjectReader body, List<(Located<string> Key, HandlingPolicy Policy)> read)
    {
        foreach (var (key, value) in body.Required("policies")?.Entries() ?? [])
            if (ReadPolicy(key, value) is { } policy)
                read.Add((key, policy));
        body.Finish();
    }

    private static HandlingPolicy? ReadPolicy(Located<string> key, JsonCursor value)
    {
        if (!KebabName.IsValid(key.Value))
            value.Bag.Report(key.Problem(PolicyDiagnostics.BadKey, key.Value));
        if (value.Object() is not { } body)
            return null;
        var (from, to) = ProcedureFields.Period(body.Required("inForce"));
        var (atMost, clock, silence) = Supplement(body.Required("supplement")?.Object());
        var policy = new HandlingPolicy
        {
            Key = key.Value,
            InForceFrom = from?.Value ?? DateOnly.MinValue,
            InForceTo = to?.Value,
            Basis = ProcedureFields.BasisList(body.Required("basis")),
            SupplementAtMost = atMost,
            SupplementClock = clock,
            SupplementSilence = silence,
            ReAppointmentsAtMost = Number(body.Required("reAppointments")?.Object(), "atMost", MostTimes),
            AcceptanceLimit = ProcedureFields.Limit(body.Optional("acceptance"))?.Value,
            OccurredBackDays = Number(body.Required("occurredBack")?.Object(), "days", MostDays),
            Forms = Forms(body.Required("forms")),
        };
        body.Finish();
        // With a mistake elsewhere it still holds its days, so that these are not reported as uncovered.
        return from is null ? null : policy;
    }

    private static (int AtMost, SupplementClock Clock, Silence Silence) Supplement(ObjectReader? body)
    {
        if (body is null)
            return (0, SupplementClock.Pause, Silence.Wait);
        var rule = (
            body.RequiredInt("atMost", 0, MostTimes)?.Value ?? 0,
            body.RequiredEnum("clock", ClockWords)?.Value ?? SupplementClock.Pause,
            body.RequiredEnum("silence", SilenceWords)?.Value ?? Silence.Wait);
        ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        return rule;
    }

    private static int Number(ObjectReader? body, string name, int most)
    {
        if (body is null)
            return 0;
        var number = body.RequiredInt(name, 0, most)?.Value ?? 0;
        ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        return number;
    }

    private static ImmutableDictionary<string, string> Forms(JsonCursor? map)
    {
        var forms = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map is null)
            return forms.ToImmutable();
        foreach (var (slip, value) in map.Entries())
        {
            if (!Slips.Contains(slip.Value))
                map.Bag.Report(slip.Problem(PolicyDiagnostics.UnknownSlip, slip.Value, string.Join(", ", Slips))
                    .WithNearest(NameSuggestion.Nearest(slip.Value, Slips)));
            else if (value.NonBlankString() is { } number)
                forms[slip.Value] = number.Value;
        }
        if (map.Node is JsonObject written)
            foreach (var missing in RequiredSlips.Where(slip => written.Find(slip) is null))
                map.Bag.Report(PolicyDiagnostics.MissingSlip.At(map.Location.Source.At(map.Node.Span with { Length = 1 }), map.Path.ToString(), missing));
        return forms.ToImmutable();
    }

    private static void CheckKeys(List<(Located<string> Key, HandlingPolicy Policy)> read, DiagnosticBag bag)
    {
        var first = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        foreach (var (key, _) in read)
            if (!first.TryAdd(key.Value, key))
                bag.Report(key.Problem(PolicyDiagnostics.DuplicateKey, key.Value, first[key.Value].Location.ToString()));
    }

    private static void CheckPeriods(List<(Located<string> Key, HandlingPolicy Policy)> ordered, DiagnosticBag bag)
    {
        for (var i = 0; i < ordered.Count; i++)
        {
            var (key, policy) = ordered[i];
            var next = i + 1 < ordered.Count ? ordered[i + 1].Policy : null;
            if (next is not null && policy.IsInForce(next.InForceFrom))
                bag.Report(ordered[i + 1].Key.Problem(PolicyDiagnostics.Overlap, policy.Key, next.Key, next.InForceFrom)
                    .WithRelated(key.Location, $"\"{policy.Key}\" ở đây", $"\"{policy.Key}\" is here"));
            else if (policy.InForceTo is { } to && to < DateOnly.MaxValue && next?.InForceFrom != to.AddDays(1))
                bag.Report(key.Problem(PolicyDiagnostics.Gap, to.AddDays(1), policy.Key));
        }
    }
}
