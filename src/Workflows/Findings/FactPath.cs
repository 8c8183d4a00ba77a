using System.Globalization;
using Tthc.RuleLanguage.Types;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>A fact named as rules name it, read as text for the record.</summary>
internal static class FactPath
{
    /// <summary>The value of a path such as dossier.OriginalDueAt; null when it is a list or a record, or there is none of that name.</summary>
    public static FactText? Read(ComplianceFacts facts, string path)
    {
        object? value = facts;
        var shape = ComplianceFacts.Schema.Root;
        FactMember? member = null;
        foreach (var name in path.Split('.'))
        {
            if (shape?.Find(name) is not { } found)
                return null;
            member = found;
            value = value is null ? null : member.Get(value);
            shape = member.Type.Record;
        }
        return member is null || member.Type.Kind is TypeKind.Record or TypeKind.List ? null : new FactText(TextOf(value));
    }

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A value as text; null: missing.</summary>
    public sealed record FactText(string? Text);
}
