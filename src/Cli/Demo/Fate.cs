using Tthc.Cli.Demo.Misdeeds;

namespace Tthc.Cli.Demo;

/// <summary>How a dossier is meant to fare; drawn once, so that the whole of a quarter has the proportions of a real one.</summary>
internal sealed record Fate
{
    public required Punctuality Punctuality { get; init; }

    public required Ending Ending { get; init; }

    /// <summary>How often papers are asked for.</summary>
    public required int Supplements { get; init; }

    /// <summary>Working minutes late, when late.</summary>
    public required long LateMinutes { get; init; }

    /// <summary>An apology is sent before it is late.</summary>
    public required bool Apologises { get; init; }

    /// <summary>Part of a step's limit that is used, where nothing else is meant.</summary>
    public required double Pace { get; init; }

    public static Fate Draw(ulong key, bool isLand, MisdeedRates rates)
    {
        var chance = Chance.For(key, "fate");
        var punctuality = (Punctuality)chance.Pick([0.55, 0.35, 0.10]);
        var ending = (Ending)chance.Pick([0.969, 0.02, 0.008, 0.003]);
        // A dossier that is late is so by 2 working days in the middle, 25 at the far end; land takes three times as long.
        var days = chance.LogNormal(2, 25) * (isLand ? 3 : 1);
        return new()
        {
            Punctuality = punctuality,
            Ending = ending,
            Supplements = (int)(ending == Ending.Settled ? chance.Pick([0.933, 0.06, 0.007]) : 0),
            LateMinutes = (long)Math.Clamp(days * 480, 30, 60 * 480),
            Apologises = !chance.Happens(rates[Misdeed.NoApology]),
            Pace = punctuality switch
            {
                Punctuality.Early => chance.Between(0.15, 0.6),
                Punctuality.OnTime => chance.Between(0.5, 0.9),
                _ => chance.Between(0.4, 0.8),
            },
        };
    }

    /// <summary>So that what is meant to be done against the rules finds its occasion.</summary>
    public Fate For(Misdeed misdeed) => misdeed switch
    {
        Misdeed.None => this,
        Misdeed.LatePause or Misdeed.LateStop => this with { Ending = Ending.Settled, Punctuality = Punctuality.Late, Supplements = 0, LateMinutes = Math.Max(LateMinutes, 1440) },
        Misdeed.RepeatedRequest => this with { Ending = Ending.Settled, Supplements = 2 },
        Misdeed.LateAnswer => this with { Ending = Ending.Settled, Supplements = 1 },
        _ => this with { Ending = Ending.Settled, Supplements = 0 },
    };
}

/// <summary>When the result is meant to be there.</summary>
internal enum Punctuality
{
    Early,
    OnTime,
    Late,
}

/// <summary>How it is meant to end.</summary>
internal enum Ending
{
    Settled,
    Refused,
    Withdrawn,
    Stopped,
}
