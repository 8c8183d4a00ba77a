using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>The enumerations whose values may be named: those of the facts, and two of the framework.</summary>
internal static class EnumTypes
{
    public static Dictionary<string, RuleType> Of(CheckOptions options)
    {
        var found = new Dictionary<string, RuleType>(StringComparer.Ordinal);
        var open = new Queue<RuleType>();
        var seen = new HashSet<RecordShape>(ReferenceEqualityComparer.Instance);
        Visit(options.Facts.Root, open, seen);
        foreach (var variable in options.Scope)
            open.Enqueue(variable.Type);
        foreach (var function in options.Facts.Functions)
            Visit(function, open);
        while (open.TryDequeue(out var type))
        {
            if (type.Kind == TypeKind.Enum)
                found.TryAdd(type.Clr.Name, type.AsRequired());
            if (type.Record is { } record)
                Visit(record, open, seen);
            if (type.Element is { } element)
                open.Enqueue(element);
        }
        foreach (var framework in new[] { typeof(DayOfWeek), typeof(StringComparison) })
            found.TryAdd(framework.Name, RuleType.Enum(framework));
        return found;
    }

    private static void Visit(RecordShape record, Queue<RuleType> open, HashSet<RecordShape> seen)
    {
        if (!seen.Add(record))
            return;
        foreach (var member in record.Members)
            open.Enqueue(member.Type);
        foreach (var function in record.Functions)
            Visit(function, open);
    }

    private static void Visit(FunctionShape function, Queue<RuleType> open)
    {
        foreach (var parameter in function.Parameters)
            open.Enqueue(parameter.Type);
        open.Enqueue(function.Returns);
    }
}
