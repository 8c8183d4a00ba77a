using System.Globalization;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>A story as written: title, procedure, and lines of acts each with what is expected after it. The format is described in <c>tests/Scenarios/README.md</c>.</summary>
internal sealed record Story(string Title, string Procedure, IReadOnlyList<StoryAct> Acts)
{
    /// <summary>Whether it is played under the rule files shipped with the engine.</summary>
    public bool UnderShippedRules { get; init; }

    private static readonly string[] s_formats = ["dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss"];

    public static Story Read(string text)
    {
        string title = "", procedure = "", rules = "";
        var acts = new List<StoryAct>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            if (Field(line, "Chuyện") is { } name)
                title = name;
            else if (Field(line, "Thủ tục") is { } code)
                procedure = code;
            else if (Field(line, "Bộ quy tắc") is { } folder)
                rules = folder;
            else if (line.StartsWith("=>", StringComparison.Ordinal))
                acts[^1].Expectations.AddRange(line[2..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else if (Field(line, "Story") is null)
                acts.Add(Act(line, number));
        }
        return new Story(title, procedure, acts) { UnderShippedRules = rules == "rules" };
    }

    public static DateTimeOffset Moment(string text) =>
        new(DateTime.ParseExact(text, s_formats, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private static StoryAct Act(string line, int number)
    {
        var columns = line.Split('|', StringSplitOptions.TrimEntries);
        if (columns.Length < 3)
            throw new FormatException($"line {number}: time | who | act | details was expected: {line}");
        var details = new Dictionary<string, string>();
        foreach (var detail in (columns.ElementAtOrDefault(3) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = detail.IndexOf(':', StringComparison.Ordinal);
            details.Add(colon < 0 ? detail : detail[..colon].Trim(), colon < 0 ? "" : detail[(colon + 1)..].Trim());
        }
        return new StoryAct(number, Moment(columns[0]), Who(columns[1]), columns[2], details);
    }

    /// <summary>Lan (reception@xa-a), or hệ thống.</summary>
    private static Actor Who(string text)
    {
        if (text == "hệ thống")
            return Actor.System;
        var parts = text.Split('(', ')', '@');
        return Play.Officer(parts[1].Trim(), parts[2].Trim(), parts[0].Trim());
    }

    private static string? Field(string line, string name) =>
        line.StartsWith(name + ":", StringComparison.Ordinal) ? line[(name.Length + 1)..].Trim() : null;
}

/// <summary>One line of a story.</summary>
internal sealed record StoryAct(int Line, DateTimeOffset At, Actor Who, string Verb, IReadOnlyDictionary<string, string> Details)
{
    public List<string> Expectations { get; } = [];

    public string? Detail(string name) => Details.GetValueOrDefault(name);

    public string[] List(string name) => Detail(name)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
}
