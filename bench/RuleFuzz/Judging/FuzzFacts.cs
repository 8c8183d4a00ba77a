using System.Globalization;
using Tthc.Bench.RuleFuzz.Generating;
using Tthc.RuleLanguage.Facts;

namespace Tthc.Bench.RuleFuzz.Judging;

/// <summary>Facts of every type, some missing, some at the edge of what their type holds.</summary>
[FactRecord("facts")]
public sealed class FuzzFacts
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 8, 0, 0, TimeSpan.FromHours(7));

    private FuzzFacts(FuzzDossier dossier) => Dossier = dossier;

    public static FactSchema Schema { get; } = new(new FactShapes().Of<FuzzFacts>());

    [RuleFact("hồ sơ", "the dossier", Name = "dossier")]
    public FuzzDossier Dossier { get; }

    [RuleFact("phần", "its parts", Name = "parts")]
    public IReadOnlyList<FuzzPart> Parts => Dossier.Parts;

    [RuleFact("lịch", "the calendar", Name = "calendar")]
    public FuzzCalendar Calendar { get; } = new();

    /// <summary>The facts of a seed.</summary>
    public static FuzzFacts Of(int seed)
    {
        var chance = new Chance(seed);
        FuzzPart[] parts = [.. Enumerable.Range(0, chance.Next(5)).Select(i => Part(chance, i))];
        return new FuzzFacts(new FuzzDossier
        {
            Code = chance.Of("A1", "", "Hồ sơ", "a,b"),
            Note = chance.Of(null, "a", "12"),
            Count = Whole(chance),
            Rank = chance.OneIn(2) ? null : Whole(chance),
            Size = chance.OneIn(3) ? null : chance.OneIn(4) ? chance.Whole() : chance.Next(100),
            Rate = chance.Of<double?>(null, 0.1, 2.5, -1e300, double.MaxValue),
            Fee = chance.Of(0m, 1.50m, decimal.MaxValue, -3m),
            Open = chance.OneIn(2),
            Urgent = chance.Of<bool?>(null, true, false),
            Received = Moment(chance),
            Due = chance.OneIn(3) ? null : Moment(chance),
            Born = chance.Of<DateOnly?>(null, new DateOnly(2000, 2, 29), DateOnly.MaxValue),
            Taken = chance.Of<TimeSpan?>(null, TimeSpan.FromHours(3), TimeSpan.MinValue),
            Kind = chance.Of(DayOfWeek.Sunday, DayOfWeek.Friday),
            Main = parts.Length == 0 || chance.OneIn(3) ? null : parts[0],
            Parts = parts,
            Days = [.. Enumerable.Range(0, chance.Next(5)).Select(_ => Whole(chance))],
            Tags = [.. Enumerable.Range(0, chance.Next(4)).Select(_ => chance.Of("a", "b", "A1", ""))],
        });
    }

    private static FuzzPart Part(Chance chance, int number) => new()
    {
        Number = chance.OneIn(3) ? Whole(chance) : number,
        Amount = chance.OneIn(4) ? null : chance.Next(1_000),
        Title = chance.Of(null, "a", "B", "Giấy phép"),
        Price = chance.Of(1m, 2.5m, 0m),
        Done = chance.Of<bool?>(true, false, null),
        At = chance.OneIn(4) ? null : Moment(chance),
        Sub = [.. Enumerable.Range(0, chance.Next(3)).Select(_ => Whole(chance))],
    };

    private static int Whole(Chance chance) => chance.OneIn(6) ? chance.Of(int.MinValue, int.MaxValue) : chance.Next(20) - 5;

    private static DateTimeOffset Moment(Chance chance) =>
        chance.OneIn(12) ? chance.Of(DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : Start.AddMinutes(chance.Next(60_000));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dossier.Code}, {Parts.Count} parts");
}

/// <summary>A dossier.</summary>
public sealed class FuzzDossier
{
    [RuleFact("mã", "code")]
    public required string Code { get; init; }

    [RuleFact("ghi chú", "note")]
    public string? Note { get; init; }

    [RuleFact("số", "count")]
    public int Count { get; init; }

    [RuleFact("hạng", "rank")]
    public int? Rank { get; init; }

    [RuleFact("cỡ", "size")]
    public long? Size { get; init; }

    [RuleFact("tỉ lệ", "rate")]
    public double? Rate { get; init; }

    [RuleFact("phí", "fee")]
    public decimal Fee { get; init; }

    [RuleFact("mở", "open")]
    public bool Open { get; init; }

    [RuleFact("gấp", "urgent")]
    public bool? Urgent { get; init; }

    [RuleFact("nhận", "received")]
    public DateTimeOffset Received { get; init; }

    [RuleFact("hạn", "due")]
    public DateTimeOffset? Due { get; init; }

    [RuleFact("sinh", "born")]
    public DateOnly? Born { get; init; }

    [RuleFact("đã dùng", "taken")]
    public TimeSpan? Taken { get; init; }

    [RuleFact("loại", "kind")]
    public DayOfWeek Kind { get; init; }

    [RuleFact("phần chính", "main part")]
    public FuzzPart? Main { get; init; }

    [RuleFact("phần", "parts")]
    public required IReadOnlyList<FuzzPart> Parts { get; init; }

    [RuleFact("ngày", "days")]
    public required IReadOnlyList<int> Days { get; init; }

    [RuleFact("nhãn", "tags")]
    public required IReadOnlyList<string> Tags { get; init; }
}

/// <summary>A part of a dossier.</summary>
public sealed class FuzzPart
{
    [RuleFact("số", "number")]
    public int Number { get; init; }

    [RuleFact("lượng", "amount")]
    public long? Amount { get; init; }

    [RuleFact("tên", "title")]
    public string? Title { get; init; }

    [RuleFact("giá", "price")]
    public decimal Price { get; init; }

    [RuleFact("xong", "done")]
    public bool? Done { get; init; }

    [RuleFact("lúc", "at")]
    public DateTimeOffset? At { get; init; }

    [RuleFact("số con", "numbers below")]
    public required IReadOnlyList<int> Sub { get; init; }
}
