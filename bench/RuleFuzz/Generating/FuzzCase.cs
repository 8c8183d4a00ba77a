using System.Globalization;

namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>A case: a rule file, and a seed for the facts it judges.</summary>
/// <param name="Kind">How the file was made.</param>
/// <param name="Json">The file.</param>
/// <param name="Facts">Seed of the facts.</param>
public sealed record FuzzCase(string Kind, string Json, int Facts)
{
    /// <summary>The case of a number; the same seed and number give the same case on every machine.</summary>
    public static FuzzCase Of(int seed, int number)
    {
        var start = unchecked((int)((((uint)seed * 2_654_435_761u) ^ (uint)number) * 2_246_822_519u));
        var chance = new Chance(start);
        return chance.Next(20) switch
        {
            0 => new FuzzCase("spoilt file", new Mutations(chance).OfDocument(new DocumentGrammar(chance, spoils: false).Write()), start),
            1 => new FuzzCase("spoilt hostile file", new Mutations(chance).OfDocument(Short(Hostile(chance))), start),
            < 8 => new FuzzCase("spoilt expressions", new DocumentGrammar(chance, spoils: true).Write(), start),
            _ => new FuzzCase("grammar", new DocumentGrammar(chance, spoils: false).Write(), start),
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}, facts {Facts}\n{Short(Json)}");

    private static string Hostile(Chance chance) => HostileDocuments.All.ElementAt(chance.Next(HostileDocuments.All.Count)).Value();

    private static string Short(string text) => text.Length <= 100_000 ? text : text[..100_000];
}
