using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>
/// Which dates and times are those of Greenwich. A <see cref="DateTime"/> without offset is local time; <c>DateTime.UtcNow</c> and what is reckoned from it is not,
/// and would be an instant seven hours off if it were taken for it.
/// </summary>
internal static class Greenwich
{
    public static bool Is(BoundExpression time) => time switch
    {
        BoundClock clock => clock.Reading == ClockReading.Utc,
        BoundCall { Function.Name: "UtcDateTime" or "ToUniversalTime" } => true,
        BoundCall { Arguments: [{ Type.Kind: TypeKind.DateTime } moved, ..] } => Is(moved),
        BoundBinary { Type.Kind: TypeKind.DateTime } sum => Is(sum.Left),
        BoundCoalesce choice => Is(choice.Value),
        BoundConditional choice => Is(choice.WhenTrue),
        _ => false,
    };
}
