using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Workflows.Tests.Reading;

/// <summary>
/// A broken file that says itself what is wrong with it: a comment line <c>//   ^ CAL-007</c> means that this diagnostic is
/// expected on the line above, at the column of the caret.
/// </summary>
internal sealed record MarkedFile(SourceText Source, string[] Expected)
{
    public static MarkedFile Load(string path)
    {
        var text = File.ReadAllText(path);
        var expected = new List<string>();
        var (number, subject) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var caret = line.IndexOf("^ ", StringComparison.Ordinal);
            if (line.TrimStart().StartsWith("//", StringComparison.Ordinal) && caret > 0)
                expected.Add($"{line[(caret + 2)..].Trim()} {subject}:{caret + 1}");
            else
                subject = number;
        }
        return new MarkedFile(SourceText.From(Path.GetFileName(path), text), [.. expected.Order(StringComparer.Ordinal)]);
    }

    /// <summary>What was reported about this file, written as the marks are.</summary>
    public string[] Reported(DiagnosticBag bag) =>
    [
        .. bag.ToImmutable().Where(diagnostic => diagnostic.Location.Path == Source.Path)
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.Start.Line}:{diagnostic.Location.Start.Column}")
            .Order(StringComparer.Ordinal),
    ];
}
