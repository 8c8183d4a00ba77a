using System.Collections.Immutable;
using System.Reflection;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Library;

/// <summary>A built-in function.</summary>
/// <param name="Shape">What the checker and the evaluator know of it.</param>
/// <param name="IsProperty">Whether it is written without brackets.</param>
/// <param name="KeepsUnit">Whether the result counts what the arguments count.</param>
public sealed record BuiltIn(FunctionShape Shape, bool IsProperty, bool KeepsUnit)
{
    /// <summary>The functions of a class of the library, in the order they are written there.</summary>
    internal static ImmutableArray<BuiltIn> Of(Type holder)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. holder.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(m => (Method: m, Is: m.GetCustomAttribute<BuiltInAttribute>()))
                .Where(m => m.Is is not null)
                .OrderBy(m => m.Method.MetadataToken)
                .Select(m => new BuiltIn(ShapeOf(m.Method, m.Is!, nullability), m.Is!.IsProperty, m.Is.KeepsUnit)),
        ];
    }

    private static FunctionShape ShapeOf(MethodInfo method, BuiltInAttribute described, NullabilityInfoContext nullability)
    {
        var parameters = method.GetParameters().Where(p => p.ParameterType != typeof(EvaluationContext))
            .Select(p => new ParameterShape(p.Name!, TypeOf(p.ParameterType, nullability.Create(p).WriteState == NullabilityState.Nullable)));
        var returns = TypeOf(method.ReturnType, nullability.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable);
        return new FunctionShape(method.Name, [.. parameters], returns, new BilingualText(described.Vietnamese, described.English), method)
        {
            InTime = InTime(method, described),
        };
    }

    private static RuleType TypeOf(Type clr, bool nullable)
    {
        var type = RuleType.Scalar(clr) ?? RuleType.ListOf(RuleType.String, clr);
        return nullable ? type.AsNullable() : type;
    }

    private static ImmutableArray<TimeBehaviour> InTime(MethodInfo method, BuiltInAttribute described)
    {
        if (described.Steps != ClockStep.None)
            return [new Stepwise(0, arguments => Dates.ClockSteps.Next(arguments[0], described.Steps))];
        if (described.Inverse is not { } inverse)
            return [];
        var turned = method.DeclaringType!.GetMethod(inverse, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], object, DateTimeOffset?>>();
        return [new Monotone(0, IsFalling: false, turned)];
    }
}
