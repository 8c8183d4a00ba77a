using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads one rule set.</summary>
internal static class WorkflowReader
{
    public static readonly NamedValues<MissingFacts> MissingFactsNames =
        new((nameof(MissingFacts.Undetermined), MissingFacts.Undetermined), (nameof(MissingFacts.Null), MissingFacts.Null));

    public static readonly NamedValues<JudgingRevision> RevisionNames = new(("receipt", JudgingRevision.AtReceipt), ("newest", JudgingRevision.Newest));

    public static RuleSetDefinition? Read(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return null;
        var name = body.RequiredString("WorkflowName");
        ExpressionTypeField.Read(body);
        var facts = body.Optional("Facts")?.NonBlankString();
        var reading = new RuleReader(new MetadataReader(IsLenient: facts is null));
        var set = new RuleSetDefinition(name ?? cursor.Locate(""), body.Array("Rules", rule => reading.Read(rule)))
        {
            Injects = Injects(body),
            GlobalParams = ParameterReader.Read(body, "GlobalParams"),
            Parameters = body.Array("Parameters", ThresholdReader.Read),
            MissingFacts = body.OptionalEnum("MissingFacts", MissingFactsNames)?.Value ?? MissingFacts.Undetermined,
            Facts = facts,
            Judges = body.OptionalEnum("Judges", RevisionNames)?.Value ?? JudgingRevision.Newest,
            Metadata = reading.Metadata.Read(body.Optional("Properties")),
            IsShadow = body.OptionalBoolean("Shadow")?.Value ?? false,
        };
        body.Finish();
        WorkflowCheck.Run(cursor, set, name is not null);
        return name is null ? null : set;
    }

    private static ImmutableArray<Located<string>> Injects(ObjectReader body)
    {
        var injects = body.Array("WorkflowsToInject", name => name.NonBlankString());
        // An old name that System.Text.Json no longer maps: a file that uses it lost its rules without a word.
        if (body.Optional("WorkflowRulesToInject") is not { } old)
            return injects;
        old.Report(RuleSetDiagnostics.OldInjectName);
        return [.. injects, .. old.Items().Select(name => name.NonBlankString()).OfType<Located<string>>()];
    }
}

/// <summary>RuleExpressionType, which has one value: read to refuse any other.</summary>
internal static class ExpressionTypeField
{
    public static void Read(ObjectReader body)
    {
        if (body.Optional("RuleExpressionType") is not { } field)
            return;
        var known = field.Node switch
        {
            JsonString text => text.Value.Equals("LambdaExpression", StringComparison.OrdinalIgnoreCase),
            JsonNumber number => number.TryGetInt64(out var value) && value == 0,
            _ => false,
        };
        if (!known)
            field.Report(RuleSetDiagnostics.UnknownExpressionType);
    }
}
