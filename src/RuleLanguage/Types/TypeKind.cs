namespace Tthc.RuleLanguage.Types;

/// <summary>The kinds of values of the language.</summary>
public enum TypeKind
{
    /// <summary>Not known: a mistake was reported, or a fact that the data do not have. Nothing more is reported about it.</summary>
    Unknown,

    /// <summary>The type of <c>null</c>.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One character.</summary>
    Character,

    /// <summary>A number; which one is told by the CLR type (byte … ulong, float, double, decimal).</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A date with a time of day and no offset: the local time of the offices.</summary>
    DateTime,

    /// <summary>An instant (<see cref="DateTimeOffset"/>).</summary>
    Instant,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A span of time on the wall clock.</summary>
    Duration,

    /// <summary>An identifier.</summary>
    Guid,

    /// <summary>One of the named values of an enumeration.</summary>
    Enum,

    /// <summary>A thing with members.</summary>
    Record,

    /// <summary>A list, or a group of a grouping.</summary>
    List,
}
