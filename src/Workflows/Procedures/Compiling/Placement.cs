using Tthc.Text;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>The branch in which a step stands; default: in none.</summary>
internal readonly record struct Placement(string? Fork, string? Branch)
{
    public BilingualText Describe() => Fork is null
        ? new("ngoài các nhánh", "outside all branches")
        : new($"trong nhánh \"{Fork}/{Branch}\"", $"in the branch \"{Fork}/{Branch}\"");
}
