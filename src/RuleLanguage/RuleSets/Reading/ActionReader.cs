using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads OnSuccess and OnFailure.</summary>
internal static class ActionReader
{
    public static ActionDefinition? Read(ObjectReader body)
    {
        var name = body.RequiredString("Name");
        var context = body.Optional("Context")?.Entries() ?? [];
        body.Finish();
        return name is null ? null : new ActionDefinition(name, context);
    }
}
