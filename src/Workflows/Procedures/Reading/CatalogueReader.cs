using System.Collections.Immutable;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads what the steps of a procedure refer to: papers, results, cases, phases; and the fees.</summary>
internal static class CatalogueReader
{
    private const int MostPapers = 1000;

    private static readonly NamedValues<CaseFactType> FactTypes = new(
        ("bool", CaseFactType.Boolean), ("int", CaseFactType.Whole), ("decimal", CaseFactType.Decimal), ("text", CaseFactType.Text), ("date", CaseFactType.Date));

    public static ImmutableArray<WrittenPaper> Papers(JsonCursor? map) =>
        [.. ProcedureFields.Keyed(map).Select(entry => Paper(entry.Name, entry.Value)).OfType<WrittenPaper>()];

    public static ImmutableArray<Keyed<ResultKind>> Results(JsonCursor? map) =>
        [.. ProcedureFields.Keyed(map).Select(entry => Result(entry.Name, entry.Value)).OfType<Keyed<ResultKind>>()];

    public static ImmutableArray<WrittenCase> Cases(JsonCursor? map) =>
        [.. ProcedureFields.Keyed(map).Select(entry => Case(entry.Name, entry.Value)).OfType<WrittenCase>()];

    public static ImmutableArray<Keyed<Phase>> Phases(JsonCursor? map) =>
        [.. ProcedureFields.Keyed(map).Select(entry => PhaseOf(entry.Name, entry.Value)).OfType<Keyed<Phase>>()];

    public static ImmutableArray<Fee> Fees(JsonCursor? value) => value?.Node switch
    {
        null or JsonString { Value: "none" } => [],
        JsonArray => [.. value.Items().Select(FeeOf).OfType<Fee>()],
        _ => FeeOf(value) is { } fee ? [fee] : [],
    };

    public static ImmutableArray<Keyed<CaseFact>> Facts(JsonCursor? map)
    {
        if (map is null)
            return [];
        // A name written twice is reported by the JSON reader; the first one counts.
        var entries = map.Entries().DistinctBy(entry => entry.Name.Value, StringComparer.Ordinal).ToList();
        foreach (var entry in entries.Where(entry => !CaseFact.IsKey(entry.Name.Value)))
            map.Bag.Report(entry.Name.Problem(ConditionDiagnostics.BadFactName, entry.Name.Value));
        return [.. entries.Select(entry => Fact(entry.Name, entry.Value)).OfType<Keyed<CaseFact>>()];
    }

    private static Keyed<CaseFact>? Fact(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var type = body.RequiredEnum("type", FactTypes);
        var name = ProcedureFields.Text(body.Required("name"));
        var required = body.OptionalBoolean("required")?.Value ?? false;
        var isFixed = body.OptionalBoolean("fixed")?.Value ?? false;
        body.Finish();
        return new(key, new CaseFact(key.Value, type?.Value ?? CaseFactType.Text, name ?? new(key.Value, key.Value), required, isFixed));
    }

    private static WrittenPaper? Paper(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var when = ProcedureFields.When(body);
        var name = ProcedureFields.Text(body.Required("name"));
        var originals = body.OptionalInt("originals", 0, MostPapers)?.Value ?? 0;
        var certified = body.OptionalInt("certified", 0, MostPapers)?.Value ?? 0;
        var copies = body.OptionalInt("copies", 0, MostPapers)?.Value ?? 0;
        var cases = ProcedureFields.Names(body.Optional("cases"));
        var optional = body.OptionalBoolean("optional")?.Value ?? false;
        var basis = ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        var paper = new Paper(key.Value, name ?? new(key.Value, key.Value), originals, certified, copies, optional, [.. cases.Select(c => c.Value)]) { Basis = basis };
        return new WrittenPaper(key, paper, cases, when);
    }

    private static Keyed<ResultKind>? Result(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var name = ProcedureFields.Text(body.Required("name"));
        var form = body.OptionalString("form")?.Value;
        body.Finish();
        return new(key, new ResultKind(key.Value, name ?? new(key.Value, key.Value), form));
    }

    private static WrittenCase? Case(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var name = ProcedureFields.Text(body.Required("name"));
        var limit = ProcedureFields.Total(body.Optional("limit"));
        var commitment = ProcedureFields.Commitment(body, limit);
        var basis = ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        return new(key, name ?? new(key.Value, key.Value), limit?.Otherwise.Limit, commitment, limit?.Otherwise.Basis ?? basis) { LimitWhen = limit?.When ?? [] };
    }

    private static Keyed<Phase>? PhaseOf(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var name = ProcedureFields.Text(body.Required("name"));
        var limit = ProcedureFields.StepTime(body.Required("limit"));
        body.Finish();
        return new(key, new Phase(key.Value, name ?? new(key.Value, key.Value), limit?.Value ?? StepLimit.None));
    }

    private static Fee? FeeOf(JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        var amount = body.Required("amount")?.Decimal();
        var per = body.RequiredString("per");
        var basis = body.OptionalString("basis")?.Value;
        var confirmed = body.OptionalBoolean("confirmed")?.Value ?? false;
        body.Finish();
        if (amount is { Value: < 0 })
            value.Bag.Report(amount.Problem(NegativeAmount));
        return amount is null || per is null ? null : new Fee(amount.Value, per.Value, basis, confirmed);
    }
}
