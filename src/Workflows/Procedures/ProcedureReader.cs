using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Reading;

namespace Tthc.Workflows.Procedures;

/// <summary>Reads a procedure file, keeping every place. Says what is wrong with the text; what it means is the compiler's.</summary>
public static partial class ProcedureReader
{
    private const int MostTimes = 1000;

    // Checks compare steps with steps; no approved process is anywhere near this.
    private const int MostSteps = 400;

    private static readonly NamedValues<string> LevelWords = new(("province", "province"), ("district", "district"), ("commune", "commune"));
    private static readonly NamedValues<DueTimeOfDay> DueWords = new(("end of office", DueTimeOfDay.EndOfOffice), ("same time of day", DueTimeOfDay.SameAsReceipt));
    private static readonly NamedValues<SupplementClock> ClockWords = new(("pause", SupplementClock.Pause), ("restart", SupplementClock.Restart));

    /// <summary>Reads a text.</summary>
    /// <returns>What could be read, null when it is no object; and every problem of the text.</returns>
    public static (Procedure? Procedure, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var bag = new DiagnosticBag();
        var procedure = Read(source, bag);
        return (procedure, bag.ToImmutable());
    }

    /// <summary>Reads a text and reports into a bag, into which the later stages go on reporting.</summary>
    public static Procedure? Read(SourceText source, DiagnosticBag bag)
    {
        var errorsBefore = bag.ErrorCount;
        return JsonCursor.AtRoot(JsonDocumentReader.Read(source, bag), bag).Object() is { } body
            ? ReadHead(source, body) with { IsClean = bag.ErrorCount == errorsBefore }
            : null;
    }

    private static Procedure ReadHead(SourceText source, ObjectReader body)
    {
        var root = body.Cursor;
        var (from, to) = ProcedureFields.Period(body.Required("inForce"));
        var (steps, whole) = Steps(body);
        var total = ProcedureFields.Total(body.Required("limit"));
        var procedure = new Procedure
        {
            Source = source,
            Code = Code(body) ?? root.Locate(""),
            Name = ProcedureFields.Text(body.Required("name")) ?? new("", ""),
            Field = ProcedureFields.Text(body.Required("field")) ?? new("", ""),
            Level = body.RequiredEnum("level", LevelWords)?.Value ?? "",
            Basis = ProcedureFields.BasisList(body.Required("basis")),
            InForceFrom = from ?? root.Locate(DateOnly.MinValue),
            InForceTo = to,
            Competent = ProcedureFields.Selector(body.Optional("competent")),
            Limit = total?.Otherwise.Limit ?? root.Locate<Limit>(new Limit.None()),
            LimitWhen = total?.When ?? [],
            Commitment = ProcedureFields.Commitment(body, total),
            DueTimeOfDay = body.OptionalEnum("dueAt", DueWords)?.Value ?? DueTimeOfDay.EndOfOffice,
            LateFilingCutOff = ProcedureFields.Time(body.Optional("lateFiling")),
            AcceptanceLimit = ProcedureFields.Limit(body.Optional("acceptance"))?.Value,
            Fees = CatalogueReader.Fees(body.Optional("fee")),
            Papers = CatalogueReader.Papers(body.Optional("papers")),
            Facts = CatalogueReader.Facts(body.Optional("facts")),
            Results = CatalogueReader.Results(body.Optional("results")),
            Cases = CatalogueReader.Cases(body.Optional("cases")),
            Supplement = body.Object("supplement", Supplement) ?? SupplementRule.OfPolicy,
            Suspension = body.Object("suspension", Suspension),
            Phases = CatalogueReader.Phases(body.Optional("phases")),
            Steps = steps,
            StepsAreWhole = whole,
            IsClean = false,
        };
        body.Finish();
        return procedure;
    }

    private static Located<string>? Code(ObjectReader body)
    {
        if (body.RequiredString("code") is not { } code)
            return null;
        if (!CodeForm().IsMatch(code.Value))
            body.Cursor.Bag.Report(code.Problem(ProcedureTextDiagnostics.BadCode, code.Value));
        return code;
    }

    private static (ImmutableArray<ProcedureStep> Steps, bool Whole) Steps(ObjectReader body)
    {
        var errorsBefore = body.Cursor.Bag.ErrorCount;
        var map = body.Required("steps");
        var entries = ProcedureFields.Keyed(map);
        if (map is { Node: JsonObject { Properties.Length: 0 } })
            map.Report(ProcedureTextDiagnostics.NoSteps);
        if (map is not null && entries.Length > MostSteps)
            map.Bag.Report(entries[MostSteps].Name.Problem(ProcedureTextDiagnostics.TooManySteps, entries.Length, MostSteps));
        var steps = entries.Select((entry, i) => i < MostSteps ? StepReader.Read(entry.Name, entry.Value) : StepReader.Unreadable(entry.Name)).ToImmutableArray();
        return (steps, body.Cursor.Bag.ErrorCount == errorsBefore);
    }

    private static SupplementRule Supplement(ObjectReader body)
    {
        var rule = new SupplementRule(
            body.OptionalInt("atMost", 0, MostTimes)?.Value,
            body.OptionalEnum("clock", ClockWords)?.Value,
            ProcedureFields.Limit(body.Optional("answerWithin"))?.Value,
            ProcedureFields.SupplementSilence(body.Optional("silence")))
        { Basis = ProcedureFields.Basis(body.Optional("basis")) };
        body.Finish();
        return rule;
    }

    private static SuspensionRule? Suspension(ObjectReader body)
    {
        var atMost = body.RequiredInt("atMost", 0, MostTimes);
        var answer = ProcedureFields.Limit(body.Optional("answerWithin"))?.Value;
        var silence = ProcedureFields.SupplementSilence(body.Optional("silence")) ?? Silence.Wait;
        var basis = ProcedureFields.Basis(body.Required("basis"));
        body.Finish();
        return atMost is null || basis is null ? null : new SuspensionRule(atMost.Value, answer, silence, basis);
    }

    // National code, with or without the local suffix; or a province's own code.
    [GeneratedRegex(@"^(\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?|[A-Z][A-Z0-9]*(-[A-Z0-9]+)+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
