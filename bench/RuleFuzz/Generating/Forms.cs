namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>The forms of each sort: what ends an expression, and what is made of others. <c>#</c> is a whole number.</summary>
internal static class Forms
{
    public static readonly Dictionary<Sort, string[]> Leaves = new()
    {
        [Sort.Condition] = ["true", "false", "dossier.Open", "dossier.Urgent", "dossier.open", "dossier.Code == \"A1\"", "dossier.Due == null", "null == dossier.Note"],
        [Sort.Whole] = ["#", "#", "dossier.Count", "dossier.Rank", "0x1F", "parts.Count()", "dossier.Code.Length", "int.MaxValue", "now.Hour"],
        [Sort.Long] = ["#L", "dossier.Size", "5000000000", "-9223372036854775808", "calendar.Minutes(dossier.Received, now)", "long.MaxValue", "parts.Sum(Amount)"],
        [Sort.Real] = ["1.5", "0.1", "1e300", "-2.5", "dossier.Rate", "#.5", "2d", "0.0"],
        [Sort.Exact] = ["1.5m", "0m", "dossier.Fee", "79228162514264337593543950335m", "#m", "0.1M"],
        [Sort.Text] = ["\"\"", "\"a\"", "\"Hồ sơ\"", "dossier.Code", "dossier.Note", "\"A1\" \"B\"", "\"x\\n\\\"y\\\"\"", "\"12\"", "\"2026-03-01\""],
        [Sort.Instant] = ["now", "dossier.Received", "dossier.Due", "DateTimeOffset(\"2026-04-01T08:00:00+07:00\")", "DateTimeOffset.UtcNow"],
        [Sort.Local] = ["DateTime.Now", "DateTime.Today", "DateTime.UtcNow", "DateTime(2026, 4, 21)", "DateTime(2026, 2, #)", "DateTime.MaxValue", "now.LocalDateTime"],
        [Sort.Day] = ["dossier.Born", "DateOnly(2026, 4, #)", "DateOnly(2026, 12, 31)", "DateOnly.MinValue"],
        [Sort.Span] = ["TimeSpan.FromHours(#)", "TimeSpan.FromDays(3)", "dossier.Taken", "TimeSpan.Zero", "TimeSpan.MaxValue", "(now - dossier.Received)"],
        [Sort.Part] = ["dossier.Main", "parts.First()", "parts.FirstOrDefault()", "parts[0]", "parts.Last()", "parts[#]"],
        [Sort.Parts] = ["parts", "dossier.Parts"],
        [Sort.Wholes] = ["dossier.Days", "new[] { 1, 2, 3 }", "new int[] {}", "new int[] { # }"],
        [Sort.Texts] = ["dossier.Tags", "new[] { \"a\", \"b\" }", "\"a,b,,c\".Split(',')"],
    };

    public static readonly Dictionary<Sort, string[]> Branches = new()
    {
        [Sort.Condition] =
        [
            "{C} && {C}", "({C} and {C})", "({C} || {C})", "({C} OrElse {C})", "!({C})", "not ({C})", "({C} == {C})", "({C} & {C})", "({C} | {C})", "!{C}",
            "({W} < {W})", "({W} >= {W})", "({L} == {W})", "({L} > {L})", "({R} <= {R})", "({R} != {W})", "({E} gt {E})", "({E} = {W})", "({T} == {T})", "({T} <> {T})",
            "({T} < {T})", "({I} < {I})", "({I} >= {I})", "({I} > \"2026-04-20\")", "({O} <= {O})", "({O} == {O})", "({D} < {D})", "({S} > {S})", "({S} == {S})",
            "{I} - {I} > {S}", "calendar.Minutes({I}, {I}) > {L}", "calendar.Minutes({I}, now) >= #", "calendar.IsOpen({I})", "(now > {I})", "({I} + {S} < now)",
            "({W} == null)", "({T} != null)", "(null != {P})", "({P} == {P})", "({W} in ({W}, {W}, #))", "({T} not in ({T}, \"a\"))", "({W} in {N})", "({W} not_in ({N}))",
            "{Q}.Any({q:C})", "{Q}.All({q:C})", "{Q}.Any()", "{N}.Any({n:C})", "{N}.All({n:C})", "{N}.Contains({W})", "{X}.Contains({T})", "{P}.Done", "{P}.Sub.Any({n:C})",
            "{T}.Contains({T})", "{T}.StartsWith({T})", "{T}.EndsWith({T})", "string.IsNullOrEmpty({T})", "({O}.DayOfWeek == \"Monday\")", "({D}.DayOfWeek == DayOfWeek.Sunday)",
            "{T}.Equals({T})", "dossier.Kind == \"Friday\"", "ExpressionUtils.CheckContains({T}, \"a,b,A1\")", "({T}[{W}] == 'a')", "is({W}, \"int\")", "({R}.Equals({R}))",
        ],
        [Sort.Whole] =
        [
            "({W} + {W})", "({W} - {W})", "({W} * {W})", "({W} / {W})", "({W} % {W})", "({W} mod #)", "(-{W})", "-{W}", "({W} & {W})", "({W} | 7)", "({W} << 2)", "({W} >> {W})",
            "{T}.Length", "{T}.IndexOf({T})", "{Q}.Count()", "{Q}.Count({q:C})", "{N}.Count({n:C})", "{N}.Sum({n:W})", "{Q}.Sum({q:W})", "{N}.First()", "{N}.FirstOrDefault({n:C})",
            "{N}.Max({n:W})", "{Q}.Min({q:W})", "{N}.Single()", "{N}.Last({n:C})", "{N}[{W}]", "{P}.Number", "Math.Abs({W})", "Math.Max({W}, {W})", "Math.Min({W}, {W})", "{O}.Day",
            "{O}.Month", "{I}.Year", "{D}.Day", "{S}.Days", "{S}.Hours", "int.Parse({T})", "Convert.ToInt32({T})", "Int32({L})", "{X}.Count()", "{N}.Distinct().Count()",
            "{Q}.Where({q:C}).Count()", "{T}.Split(',').Count()", "Math.Sign({W})", "{Q}.GroupBy({q:W}).Count()",
        ],
        [Sort.Long] =
        [
            "({L} + {W})", "({L} - {L})", "({L} * {L})", "({L} / {L})", "({L} % {W})", "(-{L})", "long({W})", "calendar.Minutes({I}, {I})", "calendar.Minutes({I}, now)",
            "{P}.Amount", "{Q}.Sum({q:L})", "{Q}.Max({q:L})", "Math.Abs({L})", "Int64({W})", "long.Parse({T})", "{S}.Ticks",
        ],
        [Sort.Real] =
        [
            "({R} + {R})", "({R} - {W})", "({R} * {R})", "({R} / {R})", "({R} % {R})", "(-{R})", "Math.Round({R})", "Math.Sqrt({R})", "Math.Pow({R}, {R})", "Math.Floor({R})",
            "{S}.TotalHours", "{S}.TotalDays", "{N}.Average({n:W})", "{Q}.Average({q:R})", "{Q}.Sum({q:R})", "double.Parse({T})", "double({W})", "{Q}.Max({q:R})", "({W} * 1.5)",
        ],
        [Sort.Exact] =
        [
            "({E} + {E})", "({E} - {W})", "({E} * {E})", "({E} / {E})", "({E} % {E})", "(-{E})", "Math.Round({E}, 2)", "Math.Abs({E})", "{P}.Price", "{Q}.Sum({q:E})",
            "{Q}.Average({q:E})", "decimal({W})", "decimal.Parse({T})", "{Q}.Min({q:E})", "Math.Truncate({E})",
        ],
        [Sort.Text] =
        [
            "({T} + {T})", "({T} + {W})", "({W} + {T})", "({T} & {T})", "{T}.Substring({W})", "{T}.Substring({W}, {W})", "{T}.ToUpper()", "{T}.ToLower()", "{T}.Trim()",
            "{T}.Replace({T}, {T})", "{W}.ToString()", "{I}.ToString(\"yyyy-MM-dd\")", "{O}.ToString(\"dd/MM/yyyy HH:mm\")", "{R}.ToString()", "{E}.ToString(\"0.00\")",
            "{D}.ToString()", "{P}.Title", "{X}[{W}]", "{X}.First()", "{T}.PadLeft({W}, '0')", "string.Format(\"{0}-{1:0.0}\", {W}, {E})", "string.Join(\",\", {X})", "{T}.Remove({W})",
            "{T}.Insert({W}, {T})", "string.Concat({T}, {T})", "{C}.ToString()", "{X}.Max({n:T})", "{T}.Replace(\"\", \"x\")",
        ],
        [Sort.Instant] =
        [
            "({I} + {S})", "({I} - {S})", "{I}.AddDays({W})", "{I}.AddHours({R})", "{I}.AddMonths({W})", "{I}.AddYears({W})", "{I}.AddMinutes({W})", "calendar.Add({I}, {L})", "{P}.At",
            "{Q}.Max({q:I})", "{Q}.Min({q:I})", "{Q}.First({q:C}).At", "DateTimeOffset.Parse({T})",
        ],
        [Sort.Local] =
        [
            "({O} + {S})", "({O} - {S})", "{O}.AddDays({W})", "{O}.AddMonths({W})", "{O}.Date", "{I}.DateTime", "{I}.LocalDateTime", "DateTime({T})", "DateTime.Parse({T})",
            "DateTime({W}, {W}, {W})", "{I}.Date",
        ],
        [Sort.Day] = ["{D}.AddDays({W})", "{D}.AddMonths({W})", "{D}.AddYears({W})", "DateOnly.FromDateTime({O})", "DateOnly({W}, 1, 1)", "DateOnly.Parse({T})"],
        [Sort.Span] =
        [
            "({S} + {S})", "({S} - {S})", "({I} - {I})", "({O} - {O})", "(-{S})", "TimeSpan.FromMinutes({R})", "TimeSpan.FromHours({R})", "TimeSpan.FromDays({R})", "{O}.TimeOfDay",
            "{I}.Subtract({I})", "TimeSpan({W}, {W}, {W})", "{S}.Duration()",
        ],
        [Sort.Part] =
        [
            "{Q}.First()", "{Q}.First({q:C})", "{Q}.FirstOrDefault({q:C})", "{Q}.Last()", "{Q}.Single({q:C})", "{Q}.SingleOrDefault({q:C})", "{Q}[{W}]", "{Q}.OrderBy({q:W}).First()",
            "{Q}.LastOrDefault({q:C})",
        ],
        [Sort.Parts] =
        [
            "{Q}.Where({q:C})", "{Q}.OrderBy({q:W})", "{Q}.OrderByDescending({q:T})", "{Q}.OrderBy({q:T}).ThenBy({q:W})", "{Q}.OrderBy({q:I}).ThenByDescending({q:E})", "{Q}.Skip({W})",
            "{Q}.Take({W})", "{Q}.Distinct()", "{Q}.Reverse()", "{Q}.Concat({Q})", "{Q}.Union({Q})", "{Q}.Except({Q})", "{Q}.Intersect({Q})", "{Q}.DefaultIfEmpty()", "{Q}.ToList()",
            "{N}.SelectMany(z => {Q})", "{Q}.GroupBy({q:W}).First()", "{Q}.GroupBy({q:T}).OrderBy(g => g.Key).First()", "new[] { {P}, {P} }",
        ],
        [Sort.Wholes] =
        [
            "{Q}.Select({q:W})", "{N}.Select({n:W})", "{N}.Where({n:C})", "{N}.OrderBy({n:W})", "{N}.Distinct()", "{N}.Concat({N})", "{N}.Take({W})", "{N}.Reverse()", "new[] { {W}, {W} }",
            "{Q}.SelectMany({q:N})", "{P}.Sub", "{N}.DefaultIfEmpty()", "{N}.DefaultIfEmpty({W})", "{Q}.GroupBy({q:W}).Select(g => g.Key)", "{N}.Except({N})", "{N}.ToArray()",
            "{Q}.Select(new(Number as A, {W} as B)).Select(r => r.A + r.B)",
        ],
        [Sort.Texts] = ["{Q}.Select({q:T})", "{N}.Select({n:T})", "{X}.Distinct()", "{X}.Reverse()", "{X}.Union({X})", "{T}.Split(',')", "new[] { {T}, {T} }", "{X}.OrderBy(t => t)", "{X}.Skip({W})"],
    };
}
