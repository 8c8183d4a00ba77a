using System.Collections.Frozen;
using System.Globalization;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>How often each misdeed is done, in percent.</summary>
internal sealed class MisdeedRates
{
    /// <summary>On the command line: every one of them.</summary>
    public const string Every = "all";

    private readonly FrozenDictionary<Misdeed, double> _percent;

    private MisdeedRates(FrozenDictionary<Misdeed, double> percent) => _percent = percent;

    public static MisdeedRates Usual { get; } = new(MisdeedKind.All.ToFrozenDictionary(k => k.Misdeed, k => k.Percent));

    /// <summary>Part of all, or of the late ones, from 0 to 1.</summary>
    public double this[Misdeed misdeed] => _percent[misdeed] / 100;

    /// <summary>The usual ones but for those written as key=percent; the later word holds.</summary>
    /// <param name="written">Such as late-pause=0.5, or all=0.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="wrong">What could not be read.</param>
    public static bool TryRead(IEnumerable<string> written, out MisdeedRates rates, out string wrong)
    {
        (rates, wrong) = (Usual, "");
        var percent = new Dictionary<Misdeed, double>(Usual._percent);
        foreach (var one in written)
        {
            wrong = one;
            var parts = wrong.Split('=', 2);
            var meant = MisdeedKind.All.Where(k => parts[0] == Every || parts[0] == k.Key).ToList();
            if (meant.Count == 0 || parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 100)
                return false;
            foreach (var kind in meant)
                percent[kind.Misdeed] = value;
        }
        (rates, wrong) = (new(percent.ToFrozenDictionary()), "");
        return true;
    }
}
