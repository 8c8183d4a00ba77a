using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.Workflows.Facts;

/// <summary>What the numbers among the facts count.</summary>
public static class FactUnits
{
    /// <summary>Name of <see cref="Minutes"/> in attributes.</summary>
    public const string WorkingMinutes = "working-minutes";

    /// <summary>Minutes of office time, not of the clock on the wall.</summary>
    public static UnitOfMeasure Minutes { get; } = new(WorkingMinutes, new BilingualText("phút làm việc", "working minutes"));
}
