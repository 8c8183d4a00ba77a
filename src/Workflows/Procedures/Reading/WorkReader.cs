using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads who does something, where and in which time.</summary>
internal static class WorkReader
{
    public static Work Read(ObjectReader body)
    {
        var by = By(body);
        var at = Place(body, "at");
        var unit = Unit(body);
        var limit = Time(body);
        var phase = body.Optional("phase")?.NonBlankString();
        var produces = body.Optional("produces")?.NonBlankString();
        return new Work(by.Otherwise, at?.Otherwise, unit?.Otherwise.Value, limit?.Otherwise, phase, produces)
        {
            RoleWhen = by.When,
            AtWhen = at?.When ?? [],
            UnitWhen = unit?.When ?? [],
            LimitWhen = limit?.When ?? [],
        };
    }

    /// <summary>The role; an empty one where it was reported as missing.</summary>
    public static WrittenChoice<Located<string>> By(ObjectReader body) =>
        AlternativesReader.Read(body.Required("by"), "by", by => by?.NonBlankString()) ?? new([], body.Cursor.Locate(""));

    /// <summary>The agency, under the name of its field.</summary>
    public static WrittenChoice<Located<AgencySelector>>? Place(ObjectReader body, string field) =>
        AlternativesReader.Read(body.Optional(field), field, ProcedureFields.Selector);

    /// <summary>The unit inside the agency.</summary>
    public static WrittenChoice<Located<string>>? Unit(ObjectReader body) =>
        AlternativesReader.Read(body.Optional("unit"), "unit", unit => unit?.NonBlankString());

    /// <summary>The time of a step.</summary>
    public static WrittenChoice<Located<StepLimit>>? Time(ObjectReader body) =>
        AlternativesReader.Read(body.Optional("limit"), "limit", ProcedureFields.StepTime);
}
