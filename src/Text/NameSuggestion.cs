namespace Tthc.Text;

/// <summary>Finds the name somebody most likely meant.</summary>
public static class NameSuggestion
{
    private const int LongestName = 64;

    /// <summary>
    /// The known name nearest to <paramref name="name"/>, or null when none is near: at most a third of its letters
    /// (and three) inserted, dropped, changed or swapped with their neighbour. Case counts for nothing but a tie;
    /// among equals the first in ordinal order wins, so that the answer does not depend on the order of the list.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName)
            return null;
        var limit = Math.Clamp(name.Length / 3, 1, 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > limit)
                continue;
            var distance = Distance(name, candidate, limit);
            if (distance > limit || distance >= name.Length)
                continue;
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>
    /// Edits (insert, drop, change, swap of neighbours) that turn one name into the other, ignoring case;
    /// any value above <paramref name="limit"/> means "more than the limit".
    /// </summary>
    public static int Distance(string left, string right, int limit)
    {
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var smallest = i;
            for (var j = 1; j <= right.Length; j++)
            {
                current[j] = Cell(left, right, (i, j), (before, previous, current));
                smallest = Math.Min(smallest, current[j]);
            }
            if (smallest > limit)
                return limit + 1;
            (before, previous, current) = (previous, current, before);
        }
        return previous[right.Length];
    }

    private static int Cell(string left, string right, (int I, int J) at, (int[] Before, int[] Previous, int[] Current) rows)
    {
        var (i, j) = at;
        var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
        var cell = Math.Min(rows.Previous[j - 1] + change, Math.Min(rows.Previous[j], rows.Current[j - 1]) + 1);
        var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(cell, rows.Before[j - 2] + 1) : cell;
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
