namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>Chance that can be had again: one seed, one course.</summary>
public sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Next(int count) => random.Next(count);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int count) => random.Next(count) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    /// <summary>Often small, sometimes up to a million.</summary>
    public int Size() => (int)Math.Pow(10, random.NextDouble() * 6);

    public long Whole() => random.NextInt64(long.MinValue, long.MaxValue);
}
