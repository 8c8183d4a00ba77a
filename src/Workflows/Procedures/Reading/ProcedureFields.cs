using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Conditions;
using static Tthc.Workflows.Procedures.Reading.ProcedureTextDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Fields that occur in several places of the rule files. Each gives null after having reported why.</summary>
internal static class ProcedureFields
{
    private static readonly NamedValues<Silence> SilenceWords = new(("stop", Silence.Stop), ("wait", Silence.Wait));

    public static BilingualText? Text(JsonCursor? cursor) => cursor is null ? null : BilingualField.Read(cursor);

    public static bool IsUsableKey(string key) => KebabName.IsValid(key) && key is not ("end" or StepAction.NextKey);

    /// <summary>The entries of a map whose keys others refer to; a bad key is reported and kept, so that what refers to it is not reported as well.</summary>
    public static ImmutableArray<JsonEntry> Keyed(JsonCursor? map)
    {
        if (map is null)
            return [];
        // A key written twice is reported by the JSON reader; the first one counts.
        var entries = map.Entries().DistinctBy(entry => entry.Name.Value, StringComparer.Ordinal).ToImmutableArray();
        foreach (var entry in entries)
            if (!IsUsableKey(entry.Name.Value))
                map.Bag.Report(entry.Name.Problem(BadKey, entry.Name.Value));
        return entries;
    }

    public static ImmutableArray<Located<string>> Names(JsonCursor? list) =>
        list is null ? [] : [.. list.Items().Select(item => item.NonBlankString()).OfType<Located<string>>()];

    public static Located<Limit>? Limit(JsonCursor? cursor)
    {
        if (cursor?.NonBlankString() is not { } text)
            return null;
        if (LimitText.Parse(text.Value) is { } limit)
            return text.With(limit);
        cursor.Bag.Report(text.Problem(BadLimit, text.Value, LimitText.Accepted).WithNearest(LimitText.Suggest(text.Value)));
        return null;
    }

    public static Located<StepLimit>? StepTime(JsonCursor? cursor)
    {
        if (cursor?.NonBlankString() is not { } text)
            return null;
        if (LimitText.ParseStep(text.Value) is { } limit)
            return text.With(limit);
        cursor.Bag.Report(text.Problem(BadStepLimit, text.Value, LimitText.AcceptedOfStep).WithNearest(LimitText.Suggest(text.Value)));
        return null;
    }

    public static Located<AgencySelector>? Selector(JsonCursor? cursor)
    {
        if (cursor?.NonBlankString() is not { } text)
            return null;
        if (SelectorText.Parse(text.Value) is { } selector)
            return text.With(selector);
        cursor.Bag.Report(text.Problem(BadSelector, text.Value, SelectorText.Accepted)
            .WithNearest(NameSuggestion.Nearest(text.Value, SelectorText.Words)));
        return null;
    }

    public static TimeOnly? Time(JsonCursor? cursor)
    {
        if (cursor?.NonBlankString() is not { } text)
            return null;
        if (LimitText.ParseTime(text.Value) is { } time)
            return time;
        cursor.Bag.Report(text.Problem(BadTime, text.Value));
        return null;
    }

    /// <summary>How many branches a join waits for: 0 for all.</summary>
    public static Located<int>? Join(JsonCursor? cursor)
    {
        switch (cursor?.Node)
        {
            case null or JsonInvalid:
                return null;
            case JsonString { Value: "all" }:
                return cursor.Locate(0);
            case JsonString { Value: "any" }:
                return cursor.Locate(1);
            case JsonNumber number when number.TryGetInt64(out var count) && count is >= 1 and <= int.MaxValue:
                return cursor.Locate((int)count);
            default:
                cursor.Report(BadJoin);
                return null;
        }
    }

    /// <summary>An act of law: <c>{ "act", "article", "note", "confirmed" }</c>, or only its name, which then is unconfirmed.</summary>
    public static LegalBasis? Basis(JsonCursor? cursor)
    {
        if (cursor is null)
            return null;
        if (cursor.Node is JsonString)
            return cursor.NonBlankString() is { } name ? new LegalBasis(name.Value, null, null, Confirmed: false) : null;
        if (cursor.Object() is not { } body)
            return null;
        var act = body.RequiredString("act");
        var article = body.OptionalString("article")?.Value;
        var note = body.OptionalString("note")?.Value;
        var confirmed = body.OptionalBoolean("confirmed")?.Value ?? false;
        return body.Finish() && act is not null ? new LegalBasis(act.Value, article, note, confirmed) : null;
    }

    public static ImmutableArray<LegalBasis> BasisList(JsonCursor? list) =>
        list is null ? [] : [.. list.Items().Select(Basis).OfType<LegalBasis>()];

    public static Silence? SupplementSilence(JsonCursor? cursor) => cursor?.OneOf(SilenceWords)?.Value;

    /// <summary>The period of validity: first day, and last day unless open.</summary>
    public static (Located<DateOnly>? From, Located<DateOnly>? To) Period(JsonCursor? cursor)
    {
        if (cursor?.Object() is not { } body)
            return (null, null);
        var from = body.Required("from")?.Date();
        var to = body.Optional("to")?.Date();
        body.Finish();
        if (from is not null && to is not null && to.Value < from.Value)
            cursor.Bag.Report(to.Problem(PeriodReversed, from.Value, to.Value));
        return (from, to);
    }

    /// <summary>A condition, as text; what it says the compiler finds out.</summary>
    public static Located<string>? When(ObjectReader body) => body.Optional("when")?.NonBlankString();

    /// <summary>Where a way leads: a step, or one of several by condition.</summary>
    public static WrittenChoice<Located<string>>? Way(JsonCursor? cursor) => AlternativesReader.Read(cursor, "to", to => to?.NonBlankString());

    /// <summary>A total: alone, or one of several by condition, each with its promise and ground.</summary>
    public static WrittenChoice<WrittenLimit>? Total(JsonCursor? cursor) => cursor?.Node switch
    {
        null => null,
        JsonArray => AlternativesReader.ReadList(cursor, "limit", TotalOf),
        _ => Limit(cursor) is { } only ? new([], new WrittenLimit(only, null, null)) : null,
    };

    private static WrittenLimit? TotalOf(ObjectReader body, string field)
    {
        var limit = Limit(body.Required(field));
        var commitment = Limit(body.Optional("commitment"));
        var basis = Basis(body.Optional("basis"));
        return limit is null ? null : new(limit, commitment, basis);
    }

    /// <summary>A promise beside a total: a total that depends on facts has its promises in its alternatives.</summary>
    public static Located<Limit>? Commitment(ObjectReader body, WrittenChoice<WrittenLimit>? total)
    {
        var commitment = body.Optional("commitment");
        if (commitment is null || total is not { When.IsEmpty: false })
            return Limit(commitment) ?? total?.Otherwise.Commitment;
        commitment.Report(ConditionDiagnostics.CommitmentElsewhere);
        return null;
    }
}
