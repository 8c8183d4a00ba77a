namespace Tthc.RuleLanguage.Types;

/// <summary>How types are named to people.</summary>
internal static class TypeNames
{
    public static string Of(RuleType type) => Plain(type) + (type.IsNullable && type.Kind is not (TypeKind.Null or TypeKind.Unknown) ? "?" : "");

    private static string Plain(RuleType type) => type.Kind switch
    {
        TypeKind.Unknown => "?",
        TypeKind.Null => "null",
        TypeKind.Boolean => "bool",
        TypeKind.Character => "char",
        TypeKind.Number => Keyword(type.Clr) + (type.Unit is { } unit ? $" ({unit.Name})" : ""),
        TypeKind.String => "string",
        TypeKind.DateTime => "DateTime",
        TypeKind.Instant => "DateTimeOffset",
        TypeKind.Date => "DateOnly",
        TypeKind.Time => "TimeOnly",
        TypeKind.Duration => "TimeSpan",
        TypeKind.Guid => "Guid",
        TypeKind.Enum => type.Clr.Name,
        TypeKind.Record => type.Record!.Name,
        _ => $"list of {type.Element}",
    };

    private static string Keyword(Type clr) => Type.GetTypeCode(clr) switch
    {
        TypeCode.SByte => "sbyte",
        TypeCode.Byte => "byte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        _ => "decimal",
    };
}
