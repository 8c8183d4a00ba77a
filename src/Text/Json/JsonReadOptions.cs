namespace Tthc.Text.Json;

/// <summary>Limits and strictness of reading. The limits hold for every file a person can send in.</summary>
public sealed record JsonReadOptions
{
    /// <summary>The deepest nesting any caller may allow: trees are walked by recursion, and .NET cannot survive a stack overflow.</summary>
    public const int GreatestDepth = 256;

    private readonly int maxDepth = 64;

    /// <summary>4 Mi characters, depth 64, 200 000 values, strings of 64 Ki characters; comments and trailing commas pass.</summary>
    public static JsonReadOptions Default { get; } = new();

    /// <summary>Longest text in UTF-16 code units.</summary>
    public int MaxLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of objects and arrays, 1 to <see cref="GreatestDepth"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside these bounds.</exception>
    public int MaxDepth
    {
        get => maxDepth;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, GreatestDepth);
            maxDepth = value;
        }
    }

    /// <summary>Most values in a file, names not counted.</summary>
    public int MaxNodes { get; init; } = 200_000;

    /// <summary>Longest string in UTF-16 code units, escapes resolved.</summary>
    public int MaxStringLength { get; init; } = 64 * 1024;

    /// <summary>Whether comments are warned about (they are no JSON, though every editor of JSON with comments accepts them).</summary>
    public bool WarnAboutComments { get; init; }

    /// <summary>Whether a comma before a closing bracket is warned about.</summary>
    public bool WarnAboutTrailingCommas { get; init; }
}
