namespace Tthc.Text.Json.Fields;

/// <summary>What a reader does about fields nobody asked for.</summary>
public enum UnknownFields
{
    /// <summary>They are errors: a misspelt field must not be silently without effect.</summary>
    Refuse,

    /// <summary>They are warnings: for formats of others, whose files carry fields of their own.</summary>
    Warn,

    /// <summary>They pass.</summary>
    Ignore,
}

/// <summary>How strictly the names of fields are taken.</summary>
public sealed record FieldPolicy
{
    /// <summary>Unknown fields refused, names compared exactly.</summary>
    public static FieldPolicy Strict { get; } = new();

    /// <summary>What happens to unknown fields.</summary>
    public UnknownFields UnknownFields { get; init; } = UnknownFields.Refuse;

    /// <summary>Whether a name that differs only in case is taken, with a warning.</summary>
    public bool IgnoreCase { get; init; }
}
