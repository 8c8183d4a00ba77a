using Tthc.Text;

namespace Tthc.RuleLanguage.Types;

/// <summary>
/// What a number counts. Two numbers of different units can be neither added nor compared: minutes of office time and minutes of the clock on the wall
/// are both whole numbers, and mixing them is the oldest mistake in reckoning deadlines.
/// </summary>
/// <param name="Name">Name by which units are told apart, such as <c>working-minutes</c>.</param>
/// <param name="Title">What people call it.</param>
public sealed record UnitOfMeasure(string Name, BilingualText Title)
{
    /// <summary>Units are the same when their names are.</summary>
    public bool Equals(UnitOfMeasure? other) => other?.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
