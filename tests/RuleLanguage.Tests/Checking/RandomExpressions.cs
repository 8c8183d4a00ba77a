namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>Expressions over the sample facts, most of them well typed, made of a seed.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] s_conditions = ["dossier.Urgent", "dossier.Returned", "true", "step.IsLate", "step.IsDone", "dossier.DueAt.HasValue", "string.IsNullOrEmpty(dossier.Note)"];
    private static readonly string[] s_numbers = ["dossier.Pages", "dossier.Copies", "dossier.Share", "1", "0", "2.5", "3L", "dossier.Serial", "dossier.Fee", "1.5m", "step.Rank", "dossier.Code.Length", "steps.Count", "2147483647", "dossier.Numbers[1]", "dossier.Numbers.Max()"];
    private static readonly string[] s_counting = ["dossier.UsedMinutes", "dossier.LimitMinutes", "step.UsedMinutes", "60", "calendar.WorkingMinutesBetween(dossier.ReceivedAt, now)", "steps.Sum(UsedMinutes)"];
    private static readonly string[] s_texts = ["dossier.Code", "dossier.Note", "\"a\"", "\"\"", "\"5\"", "step.Name", "dossier.Letter", "'x'", "dossier.Papers[0]", "dossier.Papers.First(it.Length > 3)", "dossier.Status.ToString()"];
    private static readonly string[] s_instants = ["now", "dossier.ReceivedAt", "dossier.DueAt", "DateTime.Now", "DateTime.Today", "dossier.SignedAt", "\"2026-01-31\"", "dossier.Born", "DateTime.UtcNow", "step.StartedAt", "DateTime(2026, 1, 31)"];
    private static readonly string[] s_spans = ["dossier.Wait", "TimeSpan.FromHours(5)", "\"1.02:00\"", "(now - dossier.ReceivedAt)", "(dossier.DueAt - now)"];
    private static readonly string[] s_lists = ["steps", "steps.Where(IsLate)", "step.Parts", "steps.OrderBy(Rank)", "steps.OrderByDescending(q => q.Name).ThenBy(Rank)", "steps.Skip(1)", "steps.SelectMany(Parts)", "steps.Concat(step.Parts)", "steps.Reverse()", "steps.Distinct()"];
    private static readonly string[] s_comparisons = ["==", "!=", "<", "<=", ">", ">="];
    private static readonly string[] s_sums = ["+", "-", "*", "/", "%"];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(6) switch { 0 => Number(3), 1 => Text(3), 2 => Instant(2), 3 => Span(2), _ => Condition(4) };

    private string Condition(int depth) => depth == 0 ? Of(s_conditions) : _random.Next(15) switch
    {
        0 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        1 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        2 => $"!({Condition(depth - 1)})",
        3 => $"{Number(depth - 1)} {Of(s_comparisons)} {Number(depth - 1)}",
        4 => $"{Text(depth - 1)} {Of(s_comparisons)} {Text(depth - 1)}",
        5 => $"{Instant(depth - 1)} {Of(s_comparisons)} {Instant(depth - 1)}",
        6 => $"{Span(depth - 1)} {Of(s_comparisons)} {Span(depth - 1)}",
        7 => $"{Any(depth - 1)} {Of("==", "!=")} null",
        8 => $"iif({Condition(depth - 1)}, {Condition(depth - 1)}, {Condition(depth - 1)})",
        9 => $"{List()}.{Of("Any", "All")}({Of("IsLate", "q => q.Rank > 1", "IsDone", "Parts.Any(Rank > parent.Rank)", $"q => {Condition(depth - 1)}")})",
        10 => $"{Number(depth - 1)} {Of("in", "not in")} (1, 2.5, {Number(0)})",
        11 => $"{Text(depth - 1)} in {Of("dossier.Papers", "(\"a\", \"b\")")}",
        12 => $"{Counting(depth - 1)} {Of(s_comparisons)} {Counting(depth - 1)}",
        13 => $"dossier.Status {Of("==", "!=")} {Of("\"Open\"", "SampleStatus.Closed", "1", "step.Status")}",
        _ => $"{Text(depth - 1)}.{Of("Contains", "StartsWith", "EndsWith", "Equals")}({Text(depth - 1)})",
    };

    private string Number(int depth) => depth == 0 ? Of(s_numbers) : _random.Next(9) switch
    {
        0 or 1 => $"({Number(depth - 1)} {Of(s_sums)} {Number(depth - 1)})",
        2 => $"-({Number(depth - 1)})",
        3 => $"({Number(depth - 1)} ?? {Number(depth - 1)})",
        4 => $"Math.{Of("Abs", "Floor", "Round", "Sqrt", "Sign")}({Number(depth - 1)})",
        5 => $"{Of("int", "long", "double", "decimal", "Convert.ToInt32", "byte", "ulong")}({Of(Number(depth - 1), Text(0))})",
        6 => $"{List()}.{Of("Count", "Sum", "Average", "Min", "Max")}({Of("q => q.Rank", "IsLate", "Rank")})",
        7 => $"{Span(depth - 1)}.{Of("TotalDays", "Hours", "Ticks")}",
        _ => $"{Instant(depth - 1)}.{Of("Year", "Day", "Hour", "DayOfYear")}",
    };

    private string Counting(int depth) => depth == 0 ? Of(s_counting) : _random.Next(3) switch
    {
        0 => $"({Counting(depth - 1)} {Of("+", "-")} {Counting(depth - 1)})",
        1 => $"({Counting(depth - 1)} {Of("*", "/")} {Number(0)})",
        _ => $"Math.Max({Counting(depth - 1)}, {Counting(depth - 1)})",
    };

    private string Text(int depth) => depth == 0 ? Of(s_texts) : _random.Next(8) switch
    {
        0 => $"({Text(depth - 1)} + {Any(depth - 1)})",
        1 => $"{Text(depth - 1)}.{Of("ToUpper()", "Trim()", "Substring(1)", "PadLeft(70000)", "Replace(\"a\", \"bb\")")}",
        2 => $"np({Text(depth - 1)}, \"-\")",
        3 => $"{Number(depth - 1)}.ToString()",
        4 => $"{Instant(depth - 1)}.ToString(\"dd/MM/yyyy\")",
        5 => $"String.Format(\"{{0}}|{{1,5}}\", {Any(depth - 1)}, {Any(depth - 1)})",
        6 => $"string.Join(\",\", {Of("dossier.Papers", "dossier.Numbers", "steps.Select(Name)", "steps.Select(StartedAt)")})",
        _ => $"iif({Condition(depth - 1)}, {Text(depth - 1)}, {Text(depth - 1)})",
    };

    private string Instant(int depth) => depth == 0 ? Of(s_instants) : _random.Next(4) switch
    {
        0 => $"({Instant(depth - 1)} {Of("+", "-")} {Span(depth - 1)})",
        1 => $"{Instant(depth - 1)}.{Of("AddDays", "AddMonths", "AddHours")}({Number(depth - 1)})",
        2 => $"({Instant(depth - 1)} ?? {Instant(depth - 1)})",
        _ => $"calendar.AddWorkingTime({Instant(depth - 1)}, {Counting(0)})",
    };

    private string Span(int depth) => depth == 0 ? Of(s_spans) : _random.Next(4) switch
    {
        0 => $"({Instant(depth - 1)} - {Instant(depth - 1)})",
        1 => $"({Span(depth - 1)} {Of("+", "-")} {Span(depth - 1)})",
        2 => $"({Span(depth - 1)} {Of("*", "/")} {Number(depth - 1)})",
        _ => $"TimeSpan.FromMinutes({Number(depth - 1)})",
    };

    private string List() => Of(s_lists);

    private string Any(int depth) => _random.Next(5) switch { 0 => Condition(depth), 1 => Number(depth), 2 => Text(depth), 3 => Instant(depth), _ => Span(depth) };

    private string Of(params string[] choices) => choices[_random.Next(choices.Length)];
}
