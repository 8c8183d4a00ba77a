using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>
/// Reads Properties. RulesEngine carries them without a look, so in a file that was written for no host a known name with another meaning is a warning only.
/// </summary>
/// <param name="IsLenient">Whether the file was written for no host.</param>
internal sealed record MetadataReader(bool IsLenient)
{
    public static readonly NamedValues<RuleSeverity> SeverityNames = new(("high", RuleSeverity.High), ("medium", RuleSeverity.Medium), ("low", RuleSeverity.Low));

    public RuleMetadata Read(JsonCursor? properties)
    {
        if (properties is null)
            return RuleMetadata.None;
        var own = new DiagnosticBag();
        var metadata = new JsonCursor(properties.Node, properties.Path, own, FieldPolicy.Strict).Object() is { } body ? Read(body) : RuleMetadata.None;
        foreach (var diagnostic in own.ToImmutable())
            properties.Bag.Report(IsLenient && diagnostic.Severity == DiagnosticSeverity.Error ? diagnostic with { Severity = DiagnosticSeverity.Warning } : diagnostic);
        return metadata;
    }

    private static RuleMetadata Read(ObjectReader body) => new()
    {
        Id = body.Optional("id")?.NonBlankString(),
        Severity = body.OptionalEnum("severity", SeverityNames)?.Value,
        Basis = Basis(body.Optional("basis")),
        Title = Title(body.Optional("title")),
        Message = Template(body.Optional("message")),
        InForce = body.Optional("inForce") is { } period ? Period(period) : ValidityPeriod.Always,
        Opens = body.Optional("opens")?.NonBlankString(),
        ClearedBy = body.Optional("clearedBy")?.NonBlankString(),
        Obligation = body.Object("obligation", Obligation),
        Scope = body.Optional("scope") is { } scope ? new JsonEntry(scope.Locate("scope"), scope) : null,
        Rest = body.Rest(),
    };

    private static ImmutableArray<LegalBasis> Basis(JsonCursor? cursor) => cursor?.Node switch
    {
        null => [],
        JsonString or JsonObject => Act(cursor) is { } only ? [only] : [],
        _ => [.. cursor.Items().Select(Act).OfType<LegalBasis>()],
    };

    private static LegalBasis? Act(JsonCursor cursor)
    {
        if (cursor.Node is JsonString)
            return cursor.NonBlankString() is { } citation ? new LegalBasis(citation.Value, Article: null, IsConfirmed: null) : null;
        if (cursor.Object() is not { } body)
            return null;
        var act = body.RequiredString("act");
        var basis = act is null ? null : new LegalBasis(act.Value, body.Optional("article")?.NonBlankString()?.Value, body.OptionalBoolean("confirmed")?.Value)
        {
            Note = body.OptionalString("note")?.Value,
        };
        body.Finish();
        return basis;
    }

    private static BilingualText? Title(JsonCursor? cursor) =>
        Template(cursor) is { } text ? new BilingualText(text.Vietnamese.Value, text.English.Value) : null;

    private static BilingualTemplate? Template(JsonCursor? cursor)
    {
        if (cursor?.Node is JsonString)
            return cursor.NonBlankString() is { } text ? new BilingualTemplate(text, text) : null;
        if (cursor?.Object() is not { } body)
            return null;
        var (vietnamese, english) = (body.RequiredString("vi"), body.Optional("en")?.NonBlankString());
        body.Finish();
        return vietnamese is null ? null : new BilingualTemplate(vietnamese, english ?? vietnamese);
    }

    private static ValidityPeriod Period(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return ValidityPeriod.Always;
        var (from, to) = (body.OptionalDate("from")?.Value, body.OptionalDate("to")?.Value);
        body.Finish();
        if (from <= to || from is null || to is null)
            return new ValidityPeriod(from, to);
        cursor.Report(RuleSetDiagnostics.PeriodReversed, from, to);
        return ValidityPeriod.Always;
    }

    private static ObligationDefinition? Obligation(ObjectReader body)
    {
        var (kind, due) = (body.RequiredString("kind"), body.Optional("due")?.NonBlankString());
        return kind is null ? null : new ObligationDefinition(kind, due, body.Rest());
    }
}
