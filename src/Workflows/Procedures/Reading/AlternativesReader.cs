using System.Collections.Immutable;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;
using static Tthc.Workflows.Procedures.Conditions.ConditionDiagnostics;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>A value as written: alone, or as what stands for all else behind alternatives with conditions.</summary>
internal sealed record WrittenChoice<T>(ImmutableArray<WrittenAlternative<T>> When, T Otherwise);

/// <summary>Reads values that may depend on the facts: <c>[ { "when": …, "to": … }, { "else": … } ]</c>.</summary>
internal static class AlternativesReader
{
    private const string Else = "else";

    /// <summary>A value, or a list of alternatives each holding the value under <paramref name="field"/>.</summary>
    public static WrittenChoice<Located<T>>? Read<T>(JsonCursor? cursor, string field, Func<JsonCursor?, Located<T>?> read) => cursor?.Node switch
    {
        null => null,
        JsonArray => ReadList(cursor, field, (body, name) => read(body.Required(name))),
        _ => read(cursor) is { } only ? new([], only) : null,
    };

    /// <summary>A list of alternatives; null after having reported why nothing can be made of it.</summary>
    public static WrittenChoice<T>? ReadList<T>(JsonCursor cursor, string field, Func<ObjectReader, string, T?> read)
        where T : class
    {
        var alternatives = ImmutableArray.CreateBuilder<WrittenAlternative<T>>();
        T? otherwise = null;
        var elseSeen = false;
        foreach (var item in cursor.Items())
        {
            if (item.Object() is not { } body)
                continue;
            if (elseSeen)
                item.Report(ElseNotLast);
            if (body.Has(Else) == body.Has("when") || (body.Has(Else) && body.Has(field)))
            {
                body.Rest();
                item.Report(AlternativeShape, field);
                continue;
            }
            elseSeen |= body.Has(Else);
            var when = body.Has(Else) ? null : body.RequiredString("when");
            var value = read(body, body.Has(Else) ? Else : field);
            body.Finish();
            if (body.Has(Else))
                otherwise ??= value;
            else if (when is not null && value is not null)
                alternatives.Add(new(when, value));
        }
        if (!elseSeen)
            cursor.Report(MissingElse);
        // Without a readable else the last alternative stands in its place, so that what it names is checked all the same.
        otherwise ??= alternatives is [.., var last] ? last.Value : null;
        return otherwise is null ? null : new(alternatives.ToImmutable(), otherwise);
    }
}
