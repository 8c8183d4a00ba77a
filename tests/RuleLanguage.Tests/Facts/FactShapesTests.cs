using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Facts;

public sealed class FactShapesTests
{
    private static readonly UnitOfMeasure s_minutes = new("working-minutes", new BilingualText("phút làm việc", "working minutes"));

    [Fact]
    public void Of_opens_only_what_carries_an_attribute_with_units_and_nullability()
    {
        var shape = new FactShapes(s_minutes).Of<Case>();

        Assert.Equal(["Code: string", "Note: string?", "Used: long (working-minutes)", "Due: DateTimeOffset?", "Parts: list of part"], shape.Members.Select(m => m.ToString()));
        Assert.Same(shape.Find("note"), shape.Find("Note"));
        Assert.Null(shape.Find("Secret"));
    }

    [Fact]
    public void Get_reads_a_member_of_a_record()
    {
        var shape = new FactShapes(s_minutes).Of<Case>();

        Assert.Equal(90L, shape.Find("Used")!.Get(new Case { Used = 90 }));
    }

    [Fact]
    public void Of_binds_functions_with_the_receiver_first_and_their_inverse()
    {
        var function = Assert.Single(new FactShapes(s_minutes).Of<Case>().Functions);
        var start = new DateTimeOffset(2026, 1, 5, 7, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(30L, function.Invoke(new RuleLanguage.Evaluation.EvaluationContext(start, TimeSpan.FromHours(7)), [new Case(), start, start.AddMinutes(30)]));
        var rising = Assert.IsType<Monotone>(Assert.Single(function.InTime));
        Assert.Equal(start.AddMinutes(45), rising.FirstReaching([new Case(), start, null], 45L));
    }

    [Fact]
    public void Of_refuses_a_unit_that_nobody_declared() =>
        Assert.Throws<InvalidOperationException>(() => new FactShapes().Of<Case>());

    [FactRecord("case")]
    private sealed class Case
    {
        [RuleFact("mã", "code")]
        public string Code { get; init; } = "";

        [RuleFact("ghi chú", "note")]
        public string? Note { get; init; }

        [RuleFact("đã dùng", "used", Unit = "working-minutes")]
        public long Used { get; init; }

        [RuleFact("hạn", "due")]
        public DateTimeOffset? Due { get; init; }

        [RuleFact("phần", "parts")]
        public IReadOnlyList<Part> Parts { get; init; } = [];

        public string Secret { get; init; } = "";

        [FactFunction("phút", "minutes", Unit = "working-minutes")]
        [MovesWith("to", nameof(FirstAfter))]
        public long Minutes(DateTimeOffset from, DateTimeOffset to) => (long)(to - from).TotalMinutes + (Code.Length * 0);

        public DateTimeOffset? FirstAfter(DateTimeOffset from, long minutes) => from.AddMinutes(minutes + (Code.Length * 0));
    }

    private sealed class Part
    {
        [RuleFact("số", "number")]
        public int Number { get; init; }
    }
}
