using System.Collections.Immutable;
using System.Globalization;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>Reads <c>name.tests.json</c>.</summary>
public static class RuleTestReader
{
    internal static readonly NamedValues<Verdict> VerdictNames = new(("met", Verdict.True), ("not met", Verdict.False), ("undetermined", Verdict.Undetermined));

    /// <summary>The tests; null where the file holds none. Every mistake is reported; a case with one is left out.</summary>
    public static RuleTestFile? Read(SourceText file, DiagnosticBag bag)
    {
        var root = JsonDocumentReader.Read(file, bag);
        if (root is JsonInvalid || JsonCursor.AtRoot(root, bag).Object() is not { } body)
            return null;
        var set = body.Optional("set")?.NonBlankString();
        var cases = body.Required("cases")?.Items().Select(item => Case(item, set)).OfType<RuleTestCase>().ToImmutableArray() ?? [];
        body.Finish();
        foreach (var again in cases.GroupBy(c => c.Name.Value, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            bag.Report(again.Name.Problem(TestDiagnostics.DuplicateCase, again.Name.Value));
        return new RuleTestFile(file, cases);
    }

    private static RuleTestCase? Case(JsonCursor cursor, Located<string>? set)
    {
        if (cursor.Object() is not { } body)
            return null;
        var name = body.RequiredString("name");
        var at = body.Required("at") is { } instant ? Instant(instant) : null;
        var own = body.Optional("set")?.NonBlankString();
        var (facts, given) = (body.Optional("facts"), body.Optional("given"));
        var expect = body.Required("expect")?.Entries().Select(Expectation).OfType<RuleExpectation>().ToImmutableArray() ?? [];
        if (facts is null == given is null && name is not null)
            cursor.Bag.Report(name.Problem(TestDiagnostics.OneOfFactsAndGiven));
        return body.Finish() && name is not null && at is not null
            ? new RuleTestCase(name, at.Value, expect) { Set = own ?? set, Facts = facts, Given = given }
            : null;
    }

    private static RuleExpectation? Expectation(JsonEntry entry)
    {
        if (entry.Value.Node is JsonString)
            return entry.Value.OneOf(VerdictNames) is { } only ? new RuleExpectation(entry.Name) { Verdict = only } : null;
        if (entry.Value.Object() is not { } body)
            return null;
        var expectation = new RuleExpectation(entry.Name)
        {
            Verdict = body.OptionalEnum("verdict", VerdictNames),
            Message = body.Optional("message") is { } message ? Message(message) : null,
            NextChange = body.Optional("nextChange") is { } next ? Next(next) : null,
        };
        if (!body.Finish())
            return null;
        if (expectation is { Verdict: null, Message: null, NextChange: null })
        {
            entry.Value.Report(TestDiagnostics.NothingExpected, entry.Name.Value);
            return null;
        }
        return expectation;
    }

    private static BilingualTemplate? Message(JsonCursor cursor)
    {
        if (cursor.Node is JsonString)
            return cursor.String() is { } text ? new BilingualTemplate(text, text) : null;
        if (cursor.Object() is not { } body)
            return null;
        var (vietnamese, english) = (body.Required("vi")?.String(), body.Required("en")?.String());
        return body.Finish() && vietnamese is not null && english is not null ? new BilingualTemplate(vietnamese, english) : null;
    }

    private static Located<NextChange>? Next(JsonCursor cursor) => cursor.Node switch
    {
        JsonString { Value: "never" } => cursor.Locate(NextChange.Never),
        JsonString { Value: "unknown" } => cursor.Locate(NextChange.Unknown),
        _ => Instant(cursor) is { } at ? cursor.Locate(NextChange.At(at)) : null,
    };

    private static DateTimeOffset? Instant(JsonCursor cursor)
    {
        if (cursor.String() is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text.Value, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return at;
        cursor.Report(TestDiagnostics.NotAnInstant, text.Value);
        return null;
    }
}
