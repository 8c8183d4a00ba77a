using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Evaluation;

/// <summary>Facts of every kind, with a calendar of sorts: eight hours of office a day, known for forty days ahead.</summary>
internal static class World
{
    private static readonly UnitOfMeasure s_minutes = new("working-minutes", new BilingualText("phút làm việc", "working minutes"));

    public static FactSchema Schema { get; } = new(new FactShapes(s_minutes).Of<Facts>());

    public static BoundExpression? Check(string text, MissingFacts mode = MissingFacts.Undetermined, params ImmutableArray<Variable> scope)
    {
        var bag = new DiagnosticBag();
        return ExpressionChecker.CheckCondition(ExpressionText.From(text), new CheckOptions { Facts = Schema, MissingFacts = mode, Scope = scope }, bag);
    }

    public static BoundRuleSet? Set(IEnumerable<string> conditions, MissingFacts mode, params (string Name, string Text)[] globals)
    {
        var parameters = ImmutableArray<BoundParameter>.Empty;
        foreach (var (name, source) in globals)
        {
            var text = ExpressionText.From(source);
            var options = new CheckOptions { Facts = Schema, MissingFacts = mode, Scope = [.. parameters.Select(p => p.Variable)] };
            if (ExpressionChecker.Check(text, options, new DiagnosticBag()) is not { } value)
                return null;
            parameters = parameters.Add(new BoundParameter(new Variable(name, value.Type, VariableKind.Scoped), value, text));
        }
        var rules = conditions.Select((c, i) => (Text: ExpressionText.From(c), Bound: Check(c, mode, [.. parameters.Select(p => p.Variable)]), Name: $"R{i}")).ToList();
        return rules.Exists(r => r.Bound is null)
            ? null
            : new BoundRuleSet("set", Schema, mode, parameters, [.. rules.Select(r => new BoundLeaf(r.Name, [], r.Bound!, r.Text))]);
    }

    public static BoundRuleSet One(string condition, MissingFacts mode = MissingFacts.Undetermined) =>
        Set([condition], mode) ?? throw new ArgumentException(condition, nameof(condition));

    public sealed class Facts
    {
        [RuleFact("vụ việc", "the case")]
        public required Case Case { get; init; }
    }

    [FactRecord("case")]
    public sealed class Case
    {
        [RuleFact("mã", "code")]
        public string Code { get; init; } = "";

        [RuleFact("ghi chú", "note")]
        public string? Note { get; init; }

        [RuleFact("số lần", "count")]
        public int Count { get; init; }

        [RuleFact("số lớn", "big")]
        public long Big { get; init; }

        [RuleFact("điểm", "score")]
        public int? Score { get; init; }

        [RuleFact("tỷ lệ", "rate")]
        public double Rate { get; init; }

        [RuleFact("số tiền", "amount")]
        public decimal? Amount { get; init; }

        [RuleFact("khẩn", "urgent")]
        public bool Urgent { get; init; }

        [RuleFact("đã trả", "returned")]
        public bool? Returned { get; init; }

        [RuleFact("tiếp nhận", "received")]
        public DateTimeOffset Received { get; init; }

        [RuleFact("hạn", "due")]
        public DateTimeOffset? Due { get; init; }

        [RuleFact("thời hạn", "allowed")]
        public TimeSpan Allowed { get; init; }

        [RuleFact("ngày", "day")]
        public DateOnly? Day { get; init; }

        [RuleFact("thứ", "weekday")]
        public DayOfWeek Weekday { get; init; }

        [RuleFact("vụ việc trước", "the case before")]
        public Case? Before { get; init; }

        [RuleFact("phần", "parts")]
        public IReadOnlyList<Part> Parts { get; init; } = [];

        [RuleFact("nhãn", "tags")]
        public string[] Tags { get; init; } = [];

        [FactFunction("phút làm việc", "working minutes")]
        [MovesWith("to", nameof(FirstWorked))]
        public long? Worked(DateTimeOffset from, DateTimeOffset to) => to > Trees.Now.AddDays(40) || Code == "none" ? null : Math.Max(0, Minutes(to) - Minutes(from));

        [FactFunction("phút còn lại", "minutes left")]
        [MovesWith("from", nameof(FirstLeft), Falling = true)]
        public long Left(DateTimeOffset from, DateTimeOffset to) => Minutes(to) - Minutes(from) + (Code.Length * 0);

        [FactFunction("ca làm", "shift")]
        [ChangesAt("at", nameof(NextShift))]
        public int Shift(DateTimeOffset at) => (at.ToOffset(Trees.Offset).Hour / 6) + (Code.Length * 0);

        [FactFunction("đã qua hạn", "whether it is past its due date")]
        [ChangesAt("at", nameof(Passed))]
        public bool IsPast(DateTimeOffset at) => Due is { } due && at > due;

        public DateTimeOffset? Passed(DateTimeOffset at) => Due is { } due && at <= due ? due.AddTicks(1) : null;

        public DateTimeOffset? FirstWorked(DateTimeOffset from, long minutes) => minutes <= 0 ? from : First(Minutes(from) + minutes) is var at && at > Trees.Now.AddDays(40) ? null : at;

        public DateTimeOffset? FirstLeft(DateTimeOffset to, long minutes) => First(Minutes(to) - minutes).AddTicks(Code.Length * 0);

        public DateTimeOffset? NextShift(DateTimeOffset at)
        {
            var local = at.ToOffset(Trees.Offset);
            return new DateTimeOffset(local.Date, Trees.Offset).AddHours((Shift(at) + 1) * 6);
        }

        private static long Minutes(DateTimeOffset at)
        {
            var local = at.ToOffset(Trees.Offset);
            return ((local - new DateTimeOffset(2020, 1, 1, 0, 0, 0, Trees.Offset)).Days * 480L) + Math.Clamp((long)(local.TimeOfDay.TotalMinutes - 480), 0, 480);
        }

        private static DateTimeOffset First(long minutes) =>
            new DateTimeOffset(2020, 1, 1, 8, 0, 0, Trees.Offset).AddDays((minutes - 1) / 480).AddMinutes(((minutes - 1) % 480) + 1);
    }

    [FactRecord("part")]
    public sealed class Part
    {
        [RuleFact("số", "number")]
        public int Number { get; init; }

        [RuleFact("trọng số", "weight")]
        public double? Weight { get; init; }

        [RuleFact("bắt đầu", "start")]
        public DateTimeOffset? Start { get; init; }

        [RuleFact("tên", "name")]
        public string Name { get; init; } = "";
    }
}
