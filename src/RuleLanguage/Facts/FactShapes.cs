using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Facts;

/// <summary>
/// Makes shapes of classes whose properties and methods carry <see cref="RuleFactAttribute"/> and <see cref="FactFunctionAttribute"/>. One instance shares its
/// shapes, so that a class met twice is one type to the checker.
/// </summary>
/// <param name="units">Units that attributes may name.</param>
public sealed class FactShapes(params ImmutableArray<UnitOfMeasure> units)
{
    private readonly Dictionary<Type, RecordShape> _known = [];
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The shape of a class.</summary>
    /// <exception cref="InvalidOperationException">The class opens something the language has no type for: a mistake of the programmer, not of an author.</exception>
    public RecordShape Of<T>() => Of(typeof(T));

    private RecordShape Of(Type clr)
    {
        if (_known.TryGetValue(clr, out var known))
            return known;
        var name = clr.GetCustomAttribute<FactRecordAttribute>()?.Name ?? char.ToLowerInvariant(clr.Name[0]) + clr.Name[1..];
        var shape = new RecordShape(name, clr);
        _known.Add(clr, shape);
        var members = clr.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(p => (Property: p, Fact: p.GetCustomAttribute<RuleFactAttribute>()))
            .Where(p => p.Fact is not null)
            .Select(p => MemberOf(clr, p.Property, p.Fact!)).ToList();
        var functions = clr.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Select(m => (Method: m, Fact: m.GetCustomAttribute<FactFunctionAttribute>()))
            .Where(m => m.Fact is not null)
            .Select(m => FunctionOf(shape, m.Method, m.Fact!)).ToList();
        return shape.Complete(members, functions);
    }

    private FactMember MemberOf(Type clr, PropertyInfo property, RuleFactAttribute fact)
    {
        var nullable = _nullability.Create(property).ReadState == NullabilityState.Nullable;
        var type = TypeOf(property.PropertyType, nullable, fact.Unit, $"{clr.Name}.{property.Name}");
        return new FactMember(fact.Name ?? property.Name, type, new BilingualText(fact.Vietnamese, fact.English), clr, record => Expression.Property(record, property));
    }

    private FunctionShape FunctionOf(RecordShape shape, MethodInfo method, FactFunctionAttribute fact)
    {
        var where = $"{shape.Clr.Name}.{method.Name}";
        var parameters = method.GetParameters().Where(p => p.ParameterType != typeof(EvaluationContext)).Select(p => new ParameterShape(
            p.Name!, TypeOf(p.ParameterType, _nullability.Create(p).WriteState == NullabilityState.Nullable, p.GetCustomAttribute<FactUnitAttribute>()?.Name, where)));
        var nullable = _nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;
        return new FunctionShape(
            method.Name, [new ParameterShape("this", RuleType.Of(shape)), .. parameters],
            TypeOf(method.ReturnType, nullable, fact.Unit, where), new BilingualText(fact.Vietnamese, fact.English), method)
        {
            InTime = FactTimes.Of(method),
        };
    }

    private RuleType TypeOf(Type clr, bool nullable, string? unit, string where)
    {
        var type = RuleType.Scalar(clr)?.Counting(unit is null ? null : UnitNamed(unit, where)) ?? ListOrRecord(clr, where);
        return nullable ? type.AsNullable() : type;
    }

    private RuleType ListOrRecord(Type clr, string where)
    {
        if (ElementOf(clr) is { } element)
            return RuleType.ListOf(TypeOf(element, nullable: false, unit: null, where), clr);
        return clr.IsClass && clr != typeof(object)
            ? RuleType.Of(Of(clr))
            : throw new InvalidOperationException($"Rules have no type for {clr} of {where}.");
    }

    private static Type? ElementOf(Type clr) => clr.IsArray
        ? clr.GetElementType()
        : clr.GetInterfaces().Append(clr).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))?.GetGenericArguments()[0];

    private UnitOfMeasure UnitNamed(string name, string where) =>
        units.FirstOrDefault(u => u.Name == name) ?? throw new InvalidOperationException($"{where} names the unit {name}, which nobody declared.");
}
