using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Tests.Library;

public sealed class BuiltInsTests
{
    private static readonly TimeSpan s_hanoi = TimeSpan.FromHours(7);

    private static IEnumerable<BuiltIn> All => BuiltIns.AllStatic.Select(b => b.Function).Concat(BuiltIns.AllMembers.Select(b => b.Function));

    private static readonly Dictionary<Type, object[]> s_hostile = new()
    {
        [typeof(int)] = [0, 1, -1, int.MaxValue, int.MinValue],
        [typeof(long)] = [0L, 1L, -1L, long.MaxValue, long.MinValue],
        [typeof(ulong)] = [0UL, ulong.MaxValue],
        [typeof(float)] = [0f, float.MaxValue, float.NaN],
        [typeof(double)] = [0.0, -0.5, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.Epsilon],
        [typeof(decimal)] = [0m, -1m, decimal.MaxValue, decimal.MinValue],
        [typeof(bool)] = [true, false],
        [typeof(char)] = ['a', '\0', '\ud800'],
        [typeof(string)] = ["", "a", "\ud800", "F999999999", "%", "9999-12-31T23:59:59", "0001-01-01T00:00+14:00", new string('x', 65_000), "10675199.02:48:05.4775807"],
        [typeof(DateTime)] = [DateTime.MinValue, DateTime.MaxValue, new DateTime(2024, 2, 29)],
        [typeof(DateTimeOffset)] = [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2024, 2, 29, 0, 0, 0, s_hanoi)],
        [typeof(DateOnly)] = [DateOnly.MinValue, DateOnly.MaxValue],
        [typeof(TimeOnly)] = [TimeOnly.MinValue, TimeOnly.MaxValue],
        [typeof(TimeSpan)] = [TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue],
        [typeof(Guid)] = [Guid.Empty],
        [typeof(StringComparison)] = [.. Enum.GetValues<StringComparison>().Cast<object>()],
        [typeof(IReadOnlyList<string>)] = [Array.Empty<string>(), new[] { "a", null }, Enumerable.Repeat(new string('y', 60_000), 3).ToArray()],
    };

    public static TheoryData<string> Signatures => [.. All.Select(b => b.Shape.ToString()).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Are_described_in_both_languages() => Assert.All(All, b =>
    {
        Assert.NotEqual("", b.Shape.Description.Vietnamese);
        Assert.NotEqual("", b.Shape.Description.English);
    });

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Never_throw_and_never_make_a_text_longer_than_allowed(string signature)
    {
        foreach (var function in All.Where(b => b.Shape.ToString() == signature).Select(b => b.Shape))
        {
            foreach (var arguments in Combinations(function))
            {
                var result = function.Invoke(new EvaluationContext(new DateTimeOffset(2026, 3, 10, 9, 30, 0, s_hanoi), s_hanoi), arguments);
                Assert.True(result is not string text || text.Length <= LanguageLimits.Default.StringLength);
                Assert.True(result is not null || function.Returns.IsNullable);
            }
        }
    }

    [Fact]
    public void Parts_of_an_instant_say_when_they_change_next()
    {
        var instant = new DateTimeOffset(2026, 12, 31, 9, 30, 15, s_hanoi);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, s_hanoi), Next("Date", instant));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, s_hanoi), Next("Month", instant));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 10, 0, 0, s_hanoi), Next("Hour", instant));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 9, 31, 0, s_hanoi), Next("Minute", instant));
        Assert.Null(Next("Year", DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Moved_instants_say_when_they_reach_a_threshold()
    {
        var instant = new DateTimeOffset(2026, 3, 10, 9, 30, 0, s_hanoi);
        Assert.Equal(instant.AddDays(-2.5), First("AddDays", [null, 2.5], instant));
        Assert.Equal(instant.AddHours(3), First("AddHours", [null, -3.0], instant));
        Assert.Equal(instant.AddHours(-3), First("Add", [null, TimeSpan.FromHours(3)], instant));
        Assert.Equal(instant.AddHours(3), First("Subtract", [null, TimeSpan.FromHours(3)], instant));
    }

    private static DateTimeOffset? Next(string name, DateTimeOffset instant) =>
        Assert.IsType<Stepwise>(Assert.Single(BuiltIns.Of(RuleType.Instant).First(b => b.Shape.Name == name).Shape.InTime)).NextChange([instant]);

    private static DateTimeOffset? First(string name, object?[] arguments, DateTimeOffset threshold) =>
        Assert.IsType<Monotone>(Assert.Single(BuiltIns.Of(RuleType.Instant).First(b => b.Shape.Name == name && !b.Shape.InTime.IsEmpty).Shape.InTime))
            .FirstReaching(arguments, threshold);

    private static IEnumerable<object?[]> Combinations(FunctionShape function)
    {
        IEnumerable<object?[]> all = [[]];
        foreach (var parameter in function.Parameters)
        {
            object?[] known = s_hostile[parameter.Type.Clr];
            object?[] values = parameter.Type.IsNullable ? [.. known, null] : known;
            all = all.SelectMany(head => values, (head, value) => (object?[])[.. head, value]);
        }
        return all.Take(3000).ToList();
    }
}
