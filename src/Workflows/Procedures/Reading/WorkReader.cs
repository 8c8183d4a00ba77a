using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads who does something, where and in which time.</summary>
internal static class WorkReader
{
    public static Work Read(ObjectReader body) => new(
        Role(body),
        ProcedureFields.Selector(body.Optional("at")),
        body.OptionalString("unit")?.Value,
        ProcedureFields.StepTime(body.Optional("limit")),
        body.Optional("phase")?.NonBlankString(),
        body.Optional("produces")?.NonBlankString());

    /// <summary>The role; an empty one where it was reported as missing.</summary>
    public static Located<string> Role(ObjectReader body) =>
        body.RequiredString("by") ?? body.Cursor.Locate("");
}
