namespace Tthc.Cli.Output;

/// <summary>The lines by which two texts differ, as people know them from version control: removed with -, added with +, three unchanged ones around.</summary>
internal static class LineDiff
{
    private const int Around = 3;

    /// <summary>Empty when the texts are the same.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        var marked = Marked(Lines(before), Lines(after)).ToList();
        var near = Near(marked);
        var shown = new List<string>();
        for (var i = 0; i < marked.Count; i++)
        {
            if (!near[i])
                continue;
            if (i > 0 && !near[i - 1] && shown.Count > 0)
                shown.Add("…");
            shown.Add(marked[i]);
        }
        return shown;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Every line with its mark, along the longest common sequence. Equal ends are taken off first: an edit is small, the table stays so.</summary>
    private static IEnumerable<string> Marked(string[] before, string[] after)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        var same = before[..head].Select(l => " " + l);
        return same.Concat(Between(before[head..^tail], after[head..^tail])).Concat(before[^tail..].Select(l => " " + l));
    }

    private static IEnumerable<string> Between(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var x = a.Length - 1; x >= 0; x--)
            for (var y = b.Length - 1; y >= 0; y--)
                common[x, y] = a[x] == b[y] ? common[x + 1, y + 1] + 1 : Math.Max(common[x + 1, y], common[x, y + 1]);
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return " " + a[i++];
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return "-" + a[i++];
            }
            else
            {
                yield return "+" + b[j++];
            }
        }
    }

    private static bool[] Near(List<string> marked)
    {
        var near = new bool[marked.Count];
        for (var i = 0; i < marked.Count; i++)
            if (marked[i][0] != ' ')
                for (var k = Math.Max(0, i - Around); k <= Math.Min(marked.Count - 1, i + Around); k++)
                    near[k] = true;
        return near;
    }
}
