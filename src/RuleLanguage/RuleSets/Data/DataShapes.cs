using System.Collections.Immutable;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Shapes of data in the place of shapes of classes. Shapes may refer to each other in a ring.</summary>
internal sealed class DataShapes
{
    private readonly Dictionary<RecordShape, RecordShape> _known = new(ReferenceEqualityComparer.Instance);

    public static RecordShape Of(RecordShape root, IReadOnlyCollection<string> given)
    {
        var shapes = new DataShapes();
        return DataRecord.ShapeOf(root.Name, root.Members.Select(m => (
            m.Name, (given.Contains(m.Name, StringComparer.Ordinal) ? m.Type : shapes.Convert(m.Type)).AsNullable(), m.Description)), root.IsOpen);
    }

    private RecordShape Convert(RecordShape typed)
    {
        if (_known.TryGetValue(typed, out var known))
            return known;
        var shape = DataRecord.Blank(typed.Name, typed.IsOpen);
        _known.Add(typed, shape);
        var members = typed.Members.Select(m => (m.Name, Convert(m.Type).AsNullable(), m.Description)).ToList();
        return DataRecord.Fill(shape, members, [.. typed.Functions.Select(f => AbsentFunctions.InPlaceOf(f, shape))]);
    }

    private RuleType Convert(RuleType type) => type.Kind switch
    {
        TypeKind.Record when type.Record!.Clr != typeof(DataRecord) => Same(type, RuleType.Of(Convert(type.Record))),
        TypeKind.List when type.GroupKey is null => Same(type, RuleType.ListOf(Convert(type.Element!))),
        _ => type,
    };

    private static RuleType Same(RuleType from, RuleType to) => from.IsNullable ? to.AsNullable() : to;
}

/// <summary>Functions of a class in the place of which only data are there: what they give is missing.</summary>
internal static class AbsentFunctions
{
    private static readonly ImmutableArray<System.Reflection.MethodInfo> s_byArity =
    [
        new Func<DataRecord, object?>(None<object?>).Method.GetGenericMethodDefinition(),
        new Func<DataRecord, int, object?>(One<int, object?>).Method.GetGenericMethodDefinition(),
        new Func<DataRecord, int, int, object?>(Two<int, int, object?>).Method.GetGenericMethodDefinition(),
        new Func<DataRecord, int, int, int, object?>(Three<int, int, int, object?>).Method.GetGenericMethodDefinition(),
    ];

    /// <exception cref="InvalidOperationException">The function takes more than three arguments: a mistake of the programmer who declared it.</exception>
    public static FunctionShape InPlaceOf(FunctionShape function, RecordShape shape)
    {
        var rest = function.Parameters.Skip(1).ToList();
        if (rest.Count >= s_byArity.Length)
            throw new InvalidOperationException($"{function} takes more arguments than a function of data can.");
        var returns = function.Returns.AsNullable();
        var method = s_byArity[rest.Count].MakeGenericMethod([.. rest.Select(p => p.Type.ClrType), returns.ClrType]);
        return new FunctionShape(function.Name, [new ParameterShape("this", RuleType.Of(shape)), .. rest], returns, function.Description, method);
    }

    private static TResult? None<TResult>(DataRecord _) => default;

    private static TResult? One<T1, TResult>(DataRecord _, T1 first) => default;

    private static TResult? Two<T1, T2, TResult>(DataRecord _, T1 first, T2 second) => default;

    private static TResult? Three<T1, T2, T3, TResult>(DataRecord _, T1 first, T2 second, T3 third) => default;
}
