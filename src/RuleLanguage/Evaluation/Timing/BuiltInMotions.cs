using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How the functions of the language itself move with their arguments, by name and kind of argument. One that is not known here stands as long as its arguments do.</summary>
internal static class BuiltInMotions
{
    /// <summary>An instant moved by a fixed length keeps step with the clock.</summary>
    private static readonly FrozenSet<string> s_shifts = FrozenSet.ToFrozenSet(
        ["Add", "AddDays", "AddHours", "AddMinutes", "AddSeconds", "AddMilliseconds", "AddTicks"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The same moment written otherwise.</summary>
    private static readonly FrozenSet<string> s_renderings = FrozenSet.ToFrozenSet(
        ["LocalDateTime", "UtcDateTime", "DateTime", "ToLocalTime", "ToUniversalTime"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Rising with the first argument, or falling when the second is negative.</summary>
    private static readonly FrozenSet<string> s_scalings = FrozenSet.ToFrozenSet(["Times", "Parts", "Ratio"], StringComparer.Ordinal);

    /// <summary>Rising in every argument, as are the shifts.</summary>
    private static readonly FrozenSet<string> s_rising = FrozenSet.ToFrozenSet(
    [
        "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds", "Ticks", "Date", "Days", "Year", "DayNumber", "FromDateTime",
        "AddMonths", "AddYears", "Floor", "Ceiling", "Round", "Truncate", "Max", "Min", "ToInt32", "ToInt64", "ToDouble", "ToDecimal", "ToSingle",
        "Midnight", "FromDays", "FromHours", "FromMinutes", "FromSeconds", "FromTicks",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TimeSpan> s_parts = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase)
    {
        ["Day"] = TimeSpan.FromDays(1), ["DayOfWeek"] = TimeSpan.FromDays(1), ["DayOfYear"] = TimeSpan.FromDays(1),
        ["Hour"] = TimeSpan.FromHours(1), ["Hours"] = TimeSpan.FromHours(1),
        ["Minute"] = TimeSpan.FromMinutes(1), ["Minutes"] = TimeSpan.FromMinutes(1), ["Second"] = TimeSpan.FromSeconds(1), ["Seconds"] = TimeSpan.FromSeconds(1),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ConditionalWeakTable<FunctionShape, object> s_ours = [];

    /// <summary>Whether a function is handed the context and is not one of ours: what it reads of it is not known.</summary>
    public static bool MayReadClock(FunctionShape function) => function.InTime.IsEmpty && !IsOurs(function) && function.TakesContext;

    /// <summary>The course; null: not known here.</summary>
    public static Course? Of(Interpreter walk, BoundCall call, ReadOnlySpan<Outcome> arguments, NextChange until)
    {
        if (!IsOurs(call.Function))
            return null;
        var name = call.Function.Name;
        if (arguments.Length == 1 && s_parts.TryGetValue(name, out var part))
            return Part(walk, arguments[0], part, until);
        // A time of day runs in a circle.
        if (call.Type.Kind == TypeKind.Time)
            return null;
        if (arguments.Length == 1 && s_renderings.Contains(name))
            return new Course(until, arguments[0].Motion);
        if (arguments.Length == 2 && arguments[1].Motion is null && s_scalings.Contains(name))
            return new Course(until, arguments[0].Motion!.Direction(turned: Values.Arithmetic.SignOf(arguments[1].Value!) < 0));
        if (arguments.Length == 2 && arguments[0].Motion is { IsLinear: true } && arguments[1].Motion is null && (name == "Subtract" || s_shifts.Contains(name)))
            return new Course(until, arguments[0].Motion);
        if (s_rising.Contains(name) || s_shifts.Contains(name))
            return Together(arguments) is { } motion ? new Course(until, motion) : null;
        return null;
    }

    /// <summary>What its name says of a call with arguments that move.</summary>
    public static StaticCourse OfName(BoundCall call)
    {
        if (!IsOurs(call.Function) || call.Type.Kind == TypeKind.Time)
            return StaticCourse.Unknown;
        var name = call.Function.Name;
        return s_parts.ContainsKey(name) ? StaticCourse.Stepping
            : s_rising.Contains(name) || s_shifts.Contains(name) || s_renderings.Contains(name) || s_scalings.Contains(name) || name == "Subtract" ? StaticCourse.Moving
            : StaticCourse.Unknown;
    }

    private static bool IsOurs(FunctionShape function) => (bool)s_ours.GetValue(function, FindHome);

    private static object FindHome(FunctionShape function) => Outcome.Box(
        function.Method.DeclaringType?.Assembly is { } home && (home == typeof(FunctionShape).Assembly || home == typeof(object).Assembly));

    private static Motion? Together(ReadOnlySpan<Outcome> arguments)
    {
        Motion? together = null;
        foreach (var argument in arguments)
        {
            if (argument.Motion is not { } motion)
                continue;
            if (together is not null && together.IsFalling != motion.IsFalling)
                return null;
            together = motion.Direction() with { MayEnd = motion.MayEnd || together is { MayEnd: true } };
        }
        return together;
    }

    /// <summary>Months, days, hours: they change where their unit of time is full, truncated towards zero as durations are.</summary>
    private static Course? Part(Interpreter walk, in Outcome argument, TimeSpan unit, NextChange until)
    {
        if (!argument.Motion!.IsLinear || argument.Value is not (DateTimeOffset or DateTime or TimeSpan))
            return null;
        var ticks = argument.Value is DateTimeOffset instant ? instant.UtcTicks + walk.Context.LocalOffset.Ticks : Discrete.TicksOf(argument.Value);
        var inside = ticks % unit.Ticks;
        var (up, down) = ticks >= 0
            ? (unit.Ticks - inside, inside + 1)
            : (-inside + 1, unit.Ticks + inside);
        var change = Values.Times.Add(walk.Context.Now, new TimeSpan(argument.Motion.IsFalling ? down : up));
        return Course.Standing(change is { } at ? NextChange.Earlier(until, NextChange.At(at)) : until);
    }
}
