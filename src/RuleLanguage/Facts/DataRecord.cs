using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Facts;

/// <summary>A record whose members are known by a shape only: facts given as JSON, and records made by <c>new(…)</c>.</summary>
/// <param name="shape">Its shape.</param>
/// <param name="values">One value for each member of the shape, in its order.</param>
public sealed class DataRecord(RecordShape shape, object?[] values)
{
    /// <summary>The values in the order of the shape. Read by compiled rules; not to be changed.</summary>
    public IReadOnlyList<object?> Values => values;

    internal object?[] Slots => values;

    private static readonly PropertyInfo s_slots = typeof(DataRecord).GetProperty(nameof(Slots), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Its shape.</summary>
    public RecordShape Shape => shape;

    /// <summary>A shape of data with these members.</summary>
    /// <param name="name">Name shown to people.</param>
    /// <param name="members">Names, types and descriptions.</param>
    /// <param name="isOpen">Whether an unknown member is a missing fact instead of a mistake.</param>
    public static RecordShape ShapeOf(string name, IEnumerable<(string Name, RuleType Type, BilingualText Description)> members, bool isOpen = false) =>
        Fill(Blank(name, isOpen), members, []);

    internal static RecordShape Blank(string name, bool isOpen) => new(name, typeof(DataRecord)) { IsOpen = isOpen };

    internal static RecordShape Fill(
        RecordShape shape, IEnumerable<(string Name, RuleType Type, BilingualText Description)> members, ImmutableArray<FunctionShape> functions) =>
        shape.Complete(members.Select((m, slot) => new FactMember(m.Name, m.Type, m.Description, typeof(DataRecord), ReadSlot(slot, m.Type))), functions);

    private static Func<Expression, Expression> ReadSlot(int slot, RuleType type) => record =>
        Expression.Convert(Expression.ArrayIndex(Expression.Property(record, s_slots), Expression.Constant(slot)), type.ClrType);
}
