namespace Tthc.RuleLanguage.Types;

/// <summary>The type of an expression: kind, how it is held, whether it may be missing, and what it counts.</summary>
public sealed record RuleType
{
    private RuleType(TypeKind kind, Type clr) => (Kind, Clr) = (kind, clr);

    /// <summary>Kind.</summary>
    public TypeKind Kind { get; private init; }

    /// <summary>How a value that is there is held; never a <see cref="Nullable{T}"/>.</summary>
    public Type Clr { get; private init; }

    /// <summary>Whether the value may be missing (null).</summary>
    public bool IsNullable { get; private init; }

    /// <summary>What a number counts; null: nothing in particular.</summary>
    public UnitOfMeasure? Unit { get; private init; }

    /// <summary>Type of the elements of a list.</summary>
    public RuleType? Element { get; private init; }

    /// <summary>Type of the key, for a group of a grouping.</summary>
    public RuleType? GroupKey { get; private init; }

    /// <summary>Members of a record.</summary>
    public RecordShape? Record { get; private init; }

    /// <summary>How a value is held, null included.</summary>
    public Type ClrType => IsNullable && Clr.IsValueType ? typeof(Nullable<>).MakeGenericType(Clr) : Clr;

    /// <summary>Type of what could not be told.</summary>
    public static RuleType Unknown { get; } = new(TypeKind.Unknown, typeof(object)) { IsNullable = true };

    /// <summary>Type of null.</summary>
    public static RuleType Null { get; } = new(TypeKind.Null, typeof(object)) { IsNullable = true };

    /// <summary>true or false.</summary>
    public static RuleType Boolean { get; } = new(TypeKind.Boolean, typeof(bool));

    /// <summary>One character.</summary>
    public static RuleType Character { get; } = new(TypeKind.Character, typeof(char));

    /// <summary>Whole number of 32 bits.</summary>
    public static RuleType Int32 { get; } = new(TypeKind.Number, typeof(int));

    /// <summary>Whole number of 64 bits.</summary>
    public static RuleType Int64 { get; } = new(TypeKind.Number, typeof(long));

    /// <summary>Binary fraction.</summary>
    public static RuleType Double { get; } = new(TypeKind.Number, typeof(double));

    /// <summary>Decimal fraction.</summary>
    public static RuleType Decimal { get; } = new(TypeKind.Number, typeof(decimal));

    /// <summary>A text.</summary>
    public static RuleType String { get; } = new(TypeKind.String, typeof(string));

    /// <summary>Local date and time.</summary>
    public static RuleType DateTime { get; } = new(TypeKind.DateTime, typeof(DateTime));

    /// <summary>An instant.</summary>
    public static RuleType Instant { get; } = new(TypeKind.Instant, typeof(DateTimeOffset));

    /// <summary>A day.</summary>
    public static RuleType Date { get; } = new(TypeKind.Date, typeof(DateOnly));

    /// <summary>A time of day.</summary>
    public static RuleType Time { get; } = new(TypeKind.Time, typeof(TimeOnly));

    /// <summary>A span of wall-clock time.</summary>
    public static RuleType Duration { get; } = new(TypeKind.Duration, typeof(TimeSpan));

    /// <summary>An identifier.</summary>
    public static RuleType Guid { get; } = new(TypeKind.Guid, typeof(Guid));

    /// <summary>A number held as <paramref name="clr"/>.</summary>
    public static RuleType Number(Type clr, UnitOfMeasure? unit = null) => new(TypeKind.Number, clr) { Unit = unit };

    /// <summary>An enumeration.</summary>
    public static RuleType Enum(Type clr) => new(TypeKind.Enum, clr);

    /// <summary>A record.</summary>
    public static RuleType Of(RecordShape record) => new(TypeKind.Record, record.Clr) { Record = record };

    /// <summary>A list of elements, held as <paramref name="clr"/> (an array or an <see cref="IReadOnlyList{T}"/>).</summary>
    public static RuleType ListOf(RuleType element, Type? clr = null) =>
        new(TypeKind.List, clr ?? typeof(IReadOnlyList<>).MakeGenericType(element.ClrType)) { Element = element };

    /// <summary>A group of a grouping: a list with a key.</summary>
    public static RuleType Group(RuleType key, RuleType element) =>
        new(TypeKind.List, typeof(Grouped<,>).MakeGenericType(key.ClrType, element.ClrType)) { Element = element, GroupKey = key };

    /// <summary>The scalar type of a CLR type; null when the language has none. Enumerations included, records and lists not.</summary>
    public static RuleType? Scalar(Type clr) => ScalarTypes.Find(clr);

    /// <summary>The same, possibly missing.</summary>
    public RuleType AsNullable() => IsNullable ? this : this with { IsNullable = true };

    /// <summary>The same, never missing. Unknown and Null stay what they are.</summary>
    public RuleType AsRequired() => Kind is TypeKind.Unknown or TypeKind.Null || !IsNullable ? this : this with { IsNullable = false };

    /// <summary>The same number counting <paramref name="unit"/>.</summary>
    public RuleType Counting(UnitOfMeasure? unit) => this with { Unit = unit };

    /// <summary>The name people know it by, such as <c>int?</c>, <c>list of step</c>.</summary>
    public override string ToString() => TypeNames.Of(this);
}
