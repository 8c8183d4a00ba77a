namespace Tthc.Cli.Demo;

/// <summary>
/// Chance that is the same for the same seed on every machine and in every order of replies: each decision draws from a
/// sequence of its own, named by what is decided. (SplitMix64, public domain, by Sebastiano Vigna.)
/// </summary>
internal sealed class Chance(ulong state)
{
    private ulong _state = state;

    /// <summary>An independent sequence for a purpose.</summary>
    public static Chance For(ulong key, string purpose) => new(Mix(key ^ Hash(purpose)));

    public static ulong Key(ulong parent, ulong ordinal) => Mix(unchecked(parent + (ordinal * 0x9E3779B97F4A7C15UL)));

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Happens(double probability) => Next() < probability;

    public double Between(double from, double to) => from + ((to - from) * Next());

    public int Below(int count) => (int)(Next() * count);

    /// <summary>Log-normal with a median and the value that 95 of 100 stay under.</summary>
    public double LogNormal(double median, double under95)
    {
        var sigma = Math.Log(under95 / median) / 1.6448536269514722;
        return median * Math.Exp(sigma * Normal());
    }

    /// <summary>An index, each with its weight.</summary>
    public int Pick(IReadOnlyList<double> weights)
    {
        var left = Next() * weights.Sum();
        for (var i = 0; i < weights.Count; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }
        return weights.Count - 1;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    private static ulong Hash(string text)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
