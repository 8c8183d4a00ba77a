using System.Collections.Immutable;
using Tthc.Text.Diagnostics;

namespace Tthc.Text.Json.Fields;

/// <summary>
/// Reads an object field by field. Required fields that are missing are reported at once, and <see cref="Finish"/>
/// reports the fields nobody asked for, each with the nearest name that was asked for.
/// </summary>
/// <remarks>
/// An optional field that is <c>null</c> counts as absent. <c>$schema</c>, <c>$comment</c> and names beginning with
/// <c>x-</c> are never unknown: the first is for editors, the others are the author's remarks.
/// </remarks>
public sealed class ObjectReader
{
    private readonly JsonObject body;
    private readonly int errorsBefore;
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<JsonProperty> taken = new(ReferenceEqualityComparer.Instance);

    internal ObjectReader(JsonCursor cursor, JsonObject body)
    {
        Cursor = cursor;
        this.body = body;
        errorsBefore = cursor.Bag.ErrorCount;
    }

    /// <summary>The object itself.</summary>
    public JsonCursor Cursor { get; }

    /// <summary>The names asked for so far, in ordinal order; a test holds the described shape of a format to them.</summary>
    public IReadOnlyCollection<string> KnownNames => known;

    /// <summary>Whether the object has a field of that name, <c>null</c> included; does not count as asking for it.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The field, or null after having reported that it is missing.</summary>
    public JsonCursor? Required(string name)
    {
        if (Take(name) is { } value)
            return value;
        // The whole object may be pages long; its opening brace is where the author looks.
        var brace = Cursor.Location.Source.At(Cursor.Node.Span with { Length = 1 });
        Cursor.Bag.Report(JsonFieldDiagnostics.Missing.At(brace, Cursor.Path.Property(name).ToString(), name));
        return null;
    }

    /// <summary>The field, or null when it is absent or <c>null</c>.</summary>
    public JsonCursor? Optional(string name) => Take(name) is { Node: not JsonNull } value ? value : null;

    /// <summary>A required string that is not blank.</summary>
    public Located<string>? RequiredString(string name) => Required(name)?.NonBlankString();

    /// <summary>An optional string; if it is there, it may be empty.</summary>
    public Located<string>? OptionalString(string name) => Optional(name)?.String();

    /// <summary>A required whole number between two bounds, both included.</summary>
    public Located<int>? RequiredInt(string name, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        Required(name)?.Int32(minimum, maximum);

    /// <summary>An optional whole number between two bounds, both included.</summary>
    public Located<int>? OptionalInt(string name, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        Optional(name)?.Int32(minimum, maximum);

    /// <summary>An optional <c>true</c> or <c>false</c>.</summary>
    public Located<bool>? OptionalBoolean(string name) => Optional(name)?.Boolean();

    /// <summary>An optional exact decimal.</summary>
    public Located<decimal>? OptionalDecimal(string name) => Optional(name)?.Decimal();

    /// <summary>A required date.</summary>
    public Located<DateOnly>? RequiredDate(string name) => Required(name)?.Date();

    /// <summary>An optional date.</summary>
    public Located<DateOnly>? OptionalDate(string name) => Optional(name)?.Date();

    /// <summary>A required word of a list.</summary>
    public Located<T>? RequiredEnum<T>(string name, NamedValues<T> names) => Required(name)?.OneOf(names);

    /// <summary>An optional word of a list.</summary>
    public Located<T>? OptionalEnum<T>(string name, NamedValues<T> names) => Optional(name)?.OneOf(names);

    /// <summary>An optional object, read by <paramref name="read"/>.</summary>
    public T? Object<T>(string name, Func<ObjectReader, T?> read) where T : class =>
        Optional(name)?.Object() is { } reader ? read(reader) : null;

    /// <summary>An optional array, each element read by <paramref name="read"/>; elements it gives null for are left out.</summary>
    public ImmutableArray<T> Array<T>(string name, Func<JsonCursor, T?> read) where T : class =>
        Optional(name) is { } value ? [.. value.Items().Select(read).OfType<T>()] : [];

    /// <summary>An optional object whose names are the author's own; entries <paramref name="read"/> gives null for are left out.</summary>
    public ImmutableArray<T> MapOf<T>(string name, Func<Located<string>, JsonCursor, T?> read) where T : class =>
        Optional(name) is { } value ? [.. value.Entries().Select(entry => read(entry.Name, entry.Value)).OfType<T>()] : [];

    /// <summary>The fields nobody has asked for so far, which then count as asked for: for formats that keep what they do not know.</summary>
    public ImmutableArray<JsonEntry> Rest()
    {
        var rest = Untaken().ToImmutableArray();
        taken.UnionWith(rest);
        return [.. rest.Select(Cursor.EntryOf)];
    }

    /// <summary>Names that are known though this reader does not read them.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Take(name);
    }

    /// <summary>Reports unknown fields.</summary>
    /// <returns>Whether nothing in this object, read since it was opened, was reported as an error.</returns>
    public bool Finish()
    {
        if (Cursor.Policy.UnknownFields != UnknownFields.Ignore)
        {
            var unknown = Untaken().ToList();
            var free = known.Where(name => Find(name) is null).ToList();
            foreach (var property in unknown)
                ReportUnknown(property, free);
        }
        return Cursor.Bag.ErrorCount == errorsBefore;
    }

    internal static bool IsRemark(string name) => name is "$comment" || name.StartsWith("x-", StringComparison.Ordinal);

    private void ReportUnknown(JsonProperty property, List<string> free)
    {
        var name = property.Name.Value;
        var nearest = NameSuggestion.Nearest(name, free) ?? NameSuggestion.Nearest(name, known);
        var diagnostic = JsonFieldDiagnostics.Unknown
            .At(property.Name.Location, Cursor.Path.Property(name).ToString(), name)
            .WithNearest(nearest);
        if (nearest is null && known.Count > 0)
        {
            var names = string.Join(", ", known);
            diagnostic = diagnostic.WithSuggestion(new BilingualText($"các trường có thể dùng: {names}", $"known fields: {names}"));
        }
        var mild = Cursor.Policy.UnknownFields == UnknownFields.Warn;
        Cursor.Bag.Report(mild ? diagnostic with { Severity = DiagnosticSeverity.Warning } : diagnostic);
    }

    private JsonCursor? Take(string name)
    {
        known.Add(name);
        if (Find(name) is not { } property)
            return null;
        if (taken.Add(property) && property.Name.Value != name)
            Cursor.Bag.Report(JsonFieldDiagnostics.NameCase.At(
                property.Name.Location, Cursor.Path.Property(property.Name.Value).ToString(), property.Name.Value, name));
        return Cursor.EntryOf(property).Value;
    }

    private JsonProperty? Find(string name) =>
        body.Find(name) ?? (Cursor.Policy.IgnoreCase
            ? body.Properties.FirstOrDefault(property => property.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            : null);

    // A duplicate was reported when the text was read, and is not unknown besides.
    private IEnumerable<JsonProperty> Untaken() => body.Properties.Where(property =>
        !taken.Contains(property) && !IsRemark(property.Name.Value) && property.Name.Value != "$schema"
        && !(known.Contains(property.Name.Value) && body.Find(property.Name.Value) != property));
}
