using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text.Diagnostics;

namespace Tthc.Text.Json.Fields;

/// <summary>
/// A value in a tree, its path, and the bag its problems go into. Each reading method returns the value, or null after
/// having reported why not; a <see cref="JsonInvalid"/> gives null without a second report.
/// </summary>
/// <param name="node">The value.</param>
/// <param name="path">The way to it.</param>
/// <param name="bag">Where problems go.</param>
/// <param name="policy">How names of fields are taken, here and below; strict unless given.</param>
public sealed class JsonCursor(JsonNode node, JsonPath path, DiagnosticBag bag, FieldPolicy? policy = null)
{
    /// <summary>The value.</summary>
    public JsonNode Node { get; } = node;

    /// <summary>The way to it.</summary>
    public JsonPath Path { get; } = path;

    /// <summary>Where problems go.</summary>
    public DiagnosticBag Bag { get; } = bag;

    /// <summary>How names of fields are taken.</summary>
    public FieldPolicy Policy { get; } = policy ?? FieldPolicy.Strict;

    /// <summary>The place of the value.</summary>
    public SourceLocation Location => Node.Location;

    /// <summary>A cursor on the root of a document.</summary>
    public static JsonCursor AtRoot(JsonNode root, DiagnosticBag bag, FieldPolicy? policy = null) => new(root, JsonPath.Root, bag, policy);

    /// <summary>Reports a problem of this value.</summary>
    public void Report(DiagnosticDescriptor descriptor, params object[] arguments) =>
        Bag.Report(descriptor.At(Location, Path.ToString(), arguments));

    /// <summary>Reports that the value is of the wrong type; nothing for a value already reported as unreadable.</summary>
    public void ReportWrongType(BilingualText expected)
    {
        if (Node is not JsonInvalid)
            Report(JsonFieldDiagnostics.WrongType, expected, Node.KindName);
    }

    /// <summary>The value with its place, as read by a caller that looked at <see cref="Node"/> itself.</summary>
    public Located<T> Locate<T>(T value) => new(value, Node, Path);

    /// <summary>A string, which may be empty.</summary>
    public Located<string>? String() => Node is JsonString text ? Locate(text.Value) : Wrong<string>(JsonWords.String);

    /// <summary>A string with something in it besides blanks.</summary>
    public Located<string>? NonBlankString()
    {
        if (String() is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text.Value))
            return text;
        Report(JsonFieldDiagnostics.Blank, Path.ToString());
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public Located<bool>? Boolean() => Node is JsonBoolean truth ? Locate(truth.Value) : Wrong<bool>(JsonWords.Boolean);

    /// <summary>A whole number between two bounds, both included. <c>3.0</c> is whole.</summary>
    public Located<int>? Int32(int minimum = int.MinValue, int maximum = int.MaxValue) =>
        Int64(minimum, maximum) is { } number ? number.With((int)number.Value) : null;

    /// <summary>A whole number between two bounds, both included.</summary>
    public Located<long>? Int64(long minimum = long.MinValue, long maximum = long.MaxValue)
    {
        if (Node is not JsonNumber number)
            return Wrong<long>(JsonWords.Number);
        if (number.TryGetInt64(out var value) && value >= minimum && value <= maximum)
            return Locate(value);
        Report(JsonFieldDiagnostics.OutOfRange, number.Text, minimum, maximum);
        return null;
    }

    /// <summary>A decimal number, exactly as written.</summary>
    public Located<decimal>? Decimal()
    {
        if (Node is not JsonNumber number)
            return Wrong<decimal>(JsonWords.Number);
        if (number.TryGetDecimal(out var value))
            return Locate(value);
        Report(JsonFieldDiagnostics.NotExact, number.Text);
        return null;
    }

    /// <summary>A date written <c>2026-07-01</c>.</summary>
    public Located<DateOnly>? Date()
    {
        if (String() is not { } text)
            return null;
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return text.With(date);
        Report(JsonFieldDiagnostics.NotADate, text.Value);
        return null;
    }

    /// <summary>One of a list of words.</summary>
    public Located<T>? OneOf<T>(NamedValues<T> names)
    {
        if (String() is not { } text)
            return null;
        if (names.TryGet(text.Value, out var value))
            return text.With(value);
        Bag.Report(text.Problem(JsonFieldDiagnostics.NotOneOf, text.Value, string.Join(", ", names.Names))
            .WithNearest(NameSuggestion.Nearest(text.Value, names.Names)));
        return null;
    }

    /// <summary>An object, to be read field by field.</summary>
    public ObjectReader? Object()
    {
        if (Node is JsonObject body)
            return new ObjectReader(this, body);
        ReportWrongType(JsonWords.Object);
        return null;
    }

    /// <summary>The elements of an array; none if it is not one.</summary>
    public ImmutableArray<JsonCursor> Items()
    {
        if (Node is JsonArray array)
            return [.. array.Items.Select((item, index) => To(item, Path.Item(index)))];
        ReportWrongType(JsonWords.Array);
        return [];
    }

    /// <summary>
    /// The entries of an object whose names are the author's own, in the order written; none if it is not an object.
    /// <c>$comment</c> and names beginning with <c>x-</c> are passed over.
    /// </summary>
    public ImmutableArray<JsonEntry> Entries()
    {
        if (Node is JsonObject body)
        {
            return
            [
                .. body.Properties.Where(property => !ObjectReader.IsRemark(property.Name.Value)).Select(EntryOf),
            ];
        }
        ReportWrongType(JsonWords.Object);
        return [];
    }

    internal JsonCursor To(JsonNode child, JsonPath childPath) => new(child, childPath, Bag, Policy);

    internal JsonEntry EntryOf(JsonProperty property)
    {
        var to = Path.Property(property.Name.Value);
        return new JsonEntry(new Located<string>(property.Name.Value, property.Name, to), To(property.Value, to));
    }

    private Located<T>? Wrong<T>(BilingualText expected)
    {
        ReportWrongType(expected);
        return null;
    }
}

/// <summary>An entry of a map.</summary>
/// <param name="Name">The name, placed where it is written.</param>
/// <param name="Value">The value.</param>
public sealed record JsonEntry(Located<string> Name, JsonCursor Value);
