using System.Collections.Immutable;
using System.Reflection;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Facts;

/// <summary>Reads how a fact function moves with time from its attributes.</summary>
internal static class FactTimes
{
    public static ImmutableArray<TimeBehaviour> Of(MethodInfo method) =>
    [
        .. method.GetCustomAttributes<MovesWithAttribute>().Select(a => Moving(method, a)),
        .. method.GetCustomAttributes<ChangesAtAttribute>().Select(a => Stepping(method, a)),
    ];

    private static Monotone Moving(MethodInfo method, MovesWithAttribute moves)
    {
        var (index, inverse) = (IndexOf(method, moves.Parameter), Companion(method, moves.Inverse));
        return new Monotone(index, moves.Falling, (arguments, threshold) =>
            (DateTimeOffset?)inverse.Invoke(arguments[0], [.. arguments.Skip(1).Where((_, i) => i + 1 != index), threshold])) { Companion = inverse };
    }

    private static Stepwise Stepping(MethodInfo method, ChangesAtAttribute changes)
    {
        var next = Companion(method, changes.Next);
        return new Stepwise(IndexOf(method, changes.Parameter), arguments => (DateTimeOffset?)next.Invoke(arguments[0], [.. arguments.Skip(1)])) { Companion = next };
    }

    private static MethodInfo Companion(MethodInfo method, string name) =>
        method.DeclaringType!.GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException($"{method.DeclaringType!.Name} has no method {name}, which {method.Name} names.");

    /// <summary>Index among the parameters of the shape, where the receiver is 0.</summary>
    private static int IndexOf(MethodInfo method, string parameter)
    {
        var index = Array.FindIndex(method.GetParameters(), p => p.Name == parameter);
        return index >= 0 ? index + 1 : throw new InvalidOperationException($"{method.Name} has no parameter {parameter}.");
    }
}
