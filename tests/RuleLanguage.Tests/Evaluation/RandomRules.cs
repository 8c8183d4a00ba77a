namespace Tthc.RuleLanguage.Tests.Evaluation;

/// <summary>Conditions drawn at random, as text, by their types; nearly all of them pass the checker.</summary>
/// <param name="random">Chance.</param>
/// <param name="clockOnly">Whether comparisons are to hang on the clock.</param>
internal sealed class RandomRules(Random random, bool clockOnly = false)
{
    private readonly Stack<string> _elements = new();

    /// <summary>A named instant that is in scope; null: there is none.</summary>
    public string? Named { get; init; }

    public string Condition(int depth)
    {
        if (depth <= 0)
            return Leaf();
        return random.Next(10) switch
        {
            0 or 1 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
            2 or 3 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
            4 => $"!({Condition(depth - 1)})",
            5 => Quantified(depth),
            6 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
            7 => $"(case.Returned ?? {Condition(depth - 1)})",
            _ => Comparison(depth),
        };
    }

    private string Leaf() => clockOnly ? Comparison(0) : Pick(
        Comparison(0), "case.Urgent", "case.Returned", "true", "case.Note == null", "case.Before != null", "case.Before.Urgent", "case.Code in (\"a\", \"b\")",
        "case.Score in (0, 1, case.Count)", "case.Note.Contains(\"a\")", "case.Tags.Contains(case.Code)", "case.Weekday == \"Monday\"", "case.Parts.Any()",
        "case.Note not in (\"a\", case.Code)", "case.Before.Note.StartsWith(case.Note)", "case.Parts.Select(p => p.Weight).Contains(case.Rate)");

    private string Quantified(int depth)
    {
        var name = $"p{_elements.Count}";
        var list = _elements.Count > 1 ? "case.Parts" : Pick("case.Parts", "case.Parts", "case.Before.Parts", $"case.Parts.Where(w => w.{Pick("Number > 1", "Weight > 0.1", "Start < now")})");
        _elements.Push(name);
        var body = Condition(depth - 1);
        _elements.Pop();
        return random.Next(4) switch
        {
            0 => $"{list}.All({name} => {body})",
            1 => $"{list}.Count({name} => {body}) {Comparator()} {random.Next(3)}",
            2 => $"{list}.Where({name} => {body}).Any({name} => {name}.Number {Comparator()} 1)",
            _ => $"{list}.Any({name} => {body})",
        };
    }

    private string Comparison(int depth)
    {
        if (clockOnly && random.Next(6) != 0)
            return Timed(depth);
        return random.Next(8) switch
        {
            0 => $"{Text(depth)} {Comparator()} {Text(depth)}",
            1 => $"{Whole(depth)} {Comparator()} {Whole(depth)}",
            2 => $"{Fraction(depth)} {Comparator()} {Fraction(depth)}",
            3 => $"case.Amount {Comparator()} case.Amount * 2 + 1",
            4 => $"case.Big {Pick("+", "-", "*", "/", "%")} {Whole(depth)} {Comparator()} {Pick("100", "case.Big")}",
            _ => Timed(depth),
        };
    }

    private string Timed(int depth) => random.Next(12) switch
    {
        0 or 1 or 2 => $"{Instant(depth)} {Comparator()} {Instant(depth)}",
        3 or 4 => $"{Span(depth)} {Comparator()} {Span(depth)}",
        5 => $"case.Worked({Instant(0)}, {Pick("now", "now.AddHours(1)", "case.Received")}) {Comparator()} {Pick("10", "480", "700 - case.Count")}",
        6 => $"case.Left(now, {Instant(0)}) * {Pick("2", "1", "-1")} + 5 {Comparator()} {Pick("0", "100", "600", "-90")}",
        7 => $"({Span(0)}).{Pick("TotalDays", "TotalHours", "TotalMinutes", "Days", "Hours")} {Comparator()} {Pick("1", "0", "2.5", "case.Rate")}",
        8 when Named is { } named && random.Next(2) == 0 => $"case.IsPast({Pick("now", named)})",
        8 => $"case.Shift({Pick("now", "now.AddHours(-3)", "case.Received")}) {Comparator()} {random.Next(4)}",
        9 => $"DateTime.{Pick("Today", "Now.Date", "Now")} {Comparator()} {Pick("case.Received.LocalDateTime", "case.Due.LocalDateTime", "case.Received.LocalDateTime.Date.AddDays(1)")}",
        10 => $"{Pick("now", "DateTime.Now")}.{Pick("Hour", "Day", "DayOfWeek == \"Friday\" && 1", "Minute", "Year", "Month")} {Comparator()} {random.Next(1, 12)}",
        _ => $"case.Worked(case.Received, now) / {Pick("60", "480", "case.Score")} {Comparator()} {Pick("1", "2", "0")}",
    };

    private string Instant(int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => "now",
        1 => Named is { } named && random.Next(2) == 0 ? named : "now",
        2 => "case.Received",
        3 => _elements.TryPeek(out var element) ? $"{element}.Start" : "case.Due",
        4 => "case.Due",
        5 => $"({Instant(depth - 1)} {Pick("+", "-")} {Span(0)})",
        _ => $"({Instant(0)} ?? {Instant(0)})",
    };

    private string Span(int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => "case.Allowed",
        1 => $"TimeSpan.FromMinutes({Pick("90", "1440", "case.Count", "-7.5")})",
        2 or 3 => $"({Pick("now - case.Received", "now - case.Due", "case.Due - now", "case.Due - case.Received")})",
        4 => $"({Span(depth - 1)} {Pick("+", "-")} {Span(depth - 1)})",
        _ => $"(case.Urgent ? {Span(depth - 1)} : {Span(depth - 1)})",
    };

    private string Whole(int depth) => random.Next(depth > 0 ? 10 : 5) switch
    {
        0 => Pick("0", "1", "2", "7", "-3"),
        1 => "case.Count",
        2 => "case.Score",
        3 => _elements.TryPeek(out var element) ? $"{element}.Number" : "case.Parts.Count()",
        4 => "case.Before.Count",
        5 => $"({Whole(depth - 1)} {Pick("+", "-", "*", "/", "%")} {Whole(depth - 1)})",
        6 => $"-{Pick("case.Count", "case.Score")}",
        7 => $"case.Parts.{Pick("Sum(s => s.Number)", "Min(s => s.Number)", "Max(s => s.Number)", "First().Number", "Where(s => s.Weight > 0).First().Number", "Single(s => s.Number > 2).Number", "Where(s => s.Number > 0).Count()")}",
        8 => $"({Whole(depth - 1)} ?? {Whole(depth - 1)})",
        _ => $"case.Parts[{Pick("0", "1", "case.Count")}].Number",
    };

    private string Fraction(int depth) => random.Next(depth > 0 ? 6 : 3) switch
    {
        0 => Pick("0.5", "1.0", "2.5"),
        1 => "case.Rate",
        2 => _elements.TryPeek(out var element) ? $"{element}.Weight" : "case.Rate",
        3 => $"({Fraction(depth - 1)} {Pick("+", "-", "*", "/")} {Fraction(depth - 1)})",
        4 => $"case.Parts.{Pick("Sum(s => s.Weight)", "Max(s => s.Weight)", "Average(s => s.Weight)", "OrderBy(s => s.Number).First().Weight")}",
        _ => $"np(case.Before.Rate, {Fraction(depth - 1)})",
    };

    private string Text(int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => "\"a\"",
        1 => "case.Code",
        2 => "case.Note",
        3 => _elements.TryPeek(out var element) ? $"{element}.Name" : "case.Before.Code",
        4 => $"({Text(depth - 1)} + {Pick(Text(depth - 1), "case.Count", "1")})",
        _ => $"{Pick("case.Code", "case.Note")}.{Pick("ToUpper()", "Trim()", "Substring(1)", "ToLower()")}",
    };

    private string Comparator() => Pick("==", "!=", "<", "<=", ">", ">=");

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
