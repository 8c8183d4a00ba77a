using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Schemas;
using Tthc.Text.Schemas;

namespace Tthc.Workflows.Schemas;

/// <summary>The formats of the rule files, for the schemas that editors use.</summary>
public static class RuleSchemas
{
    /// <summary>Each format with the name of its schema file.</summary>
    public static ImmutableArray<RuleSchema> All { get; } =
    [
        new("procedure.schema.json", ".procedure.json", ProcedureSchema.Document),
        new("calendar.schema.json", ".calendar.json", CalendarSchema.Document),
        new("agencies.schema.json", ".agencies.json", AgencySchema.Document),
        new("policy.schema.json", ".policy.json", PolicySchema.Document),
        new("rules.schema.json", ".rules.json", RuleSetSchema.Document),
        new("rule-tests.schema.json", ".tests.json", RuleTestSchema.Document),
    ];
}

/// <summary>A format of rule files.</summary>
/// <param name="FileName">Name of its schema under <c>rules/schemas</c>.</param>
/// <param name="Files">How the names of its files end.</param>
/// <param name="Document">What its files may hold.</param>
public sealed record RuleSchema(string FileName, string Files, SchemaDocument Document)
{
    /// <summary>The schema as it stands in its file.</summary>
    public string Text => JsonSchemaWriter.Write(Document);
}
