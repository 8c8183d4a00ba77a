namespace Tthc.RuleLanguage.Tests.Evaluation;

/// <summary>Facts drawn at random: values near each other, so that comparisons go either way, instants within two days of the clock.</summary>
internal static class RandomFacts
{
    public static World.Facts Draw(Random random) => new() { Case = Case(random, depth: 1) };

    private static World.Case Case(Random random, int depth) => new()
    {
        Code = Pick(random, "a", "b", "ab", "none"),
        Note = Pick(random, null, "", "a", "note"),
        Count = Pick(random, 0, 1, 2, 3, -1, int.MaxValue),
        Big = Pick(random, 0L, 1L, 100L, 500L, long.MaxValue),
        Score = Pick<int?>(random, null, 0, 1, 7),
        Rate = Pick(random, 0.0, 0.5, 1.0, 1e308),
        Amount = Pick<decimal?>(random, null, 0m, 1.5m),
        Urgent = random.Next(2) == 0,
        Returned = Pick(random, null, true, (bool?)false),
        Received = Instant(random),
        Due = random.Next(4) == 0 ? null : Instant(random),
        Allowed = TimeSpan.FromMinutes(random.Next(-600, 3000)),
        Day = random.Next(3) == 0 ? null : DateOnly.FromDateTime(Trees.Now.Date).AddDays(random.Next(-2, 3)),
        Weekday = (DayOfWeek)random.Next(7),
        Before = depth > 0 && random.Next(2) == 0 ? Case(random, depth - 1) : null,
        Parts = Parts(random),
        Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(random, "a", "b", "c")!)],
    };

    private static IReadOnlyList<World.Part> Parts(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(4)).Select(i => new World.Part
        {
            Number = random.Next(-1, 4),
            Weight = Pick<double?>(random, null, 0.0, 0.5, 2.0),
            Start = random.Next(4) == 0 ? null : Instant(random),
            Name = Pick(random, "a", "b", "x")!,
        });
        return random.Next(2) == 0 ? parts.ToArray() : parts.ToList();
    }

    private static DateTimeOffset Instant(Random random)
    {
        var at = Trees.Now.AddMinutes(random.Next(-2880, 2880));
        return random.Next(3) == 0 ? at.AddTicks(random.Next(1, 100_000)) : at;
    }

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
