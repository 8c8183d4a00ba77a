using System.Collections.Immutable;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads what the steps of a procedure refer to: papers, results, cases, phases; and the fees.</summary>
internal static class CatalogueReader
{
    private const int MostPapers = 1000;

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

    private static WrittenPaper? Paper(Located<string> key, JsonCursor value)
    {
        if (value.Object() is not { } body)
            return null;
        ProcedureFields.RefuseWhen(body);
        var name = ProcedureFields.Text(body.Required("name"));
        var originals = body.OptionalInt("originals", 0, MostPapers)?.Value ?? 0;
        var certified = body.OptionalInt("certified", 0, MostPapers)?.Value ?? 0;
        var copies = body.OptionalInt("copies", 0, MostPapers)?.Value ?? 0;
        var cases = ProcedureFields.Names(body.Optional("cases"));
        var optional = body.OptionalBoolean("optional")?.Value ?? false;
        var basis = ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        var paper = new Paper(key.Value, name ?? new(key.Value, key.Value), originals, certified, copies, optional, [.. cases.Select(c => c.Value)]) { Basis = basis };
        return new WrittenPaper(key, paper, cases);
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
        var limit = ProcedureFields.Limit(body.Optional("limit"));
        var commitment = ProcedureFields.Limit(body.Optional("commitment"));
        var basis = ProcedureFields.Basis(body.Optional("basis"));
        body.Finish();
        return new(key, name ?? new(key.Value, key.Value), limit, commitment, basis);
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
