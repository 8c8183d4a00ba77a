using System.Globalization;
using Tthc.Bench.RuleFuzz;

const string Help = """
    Sends rule files made by chance through the whole rule language: read, parse, check, compile, judge, trace, wake up. Looks for exceptions, for cases
    without an answer, and for verdicts on which the compiled form and the explaining one differ. Ends with 1 and the case when it finds one.

    Options:
      --cases <n>       how many, default 100000
      --seed <n>        which, default 1; the same seed gives the same cases
      --case <n>        only this one, printed
      --trail <file>    the number of each case is written here before it runs: a stack overflow leaves no other trace
      --patience <s>    how long a case may take, default 20
      --help
    """;

var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
if (args.Contains("--help", StringComparer.Ordinal) || args.Length % 2 != 0
    || options.Keys.Except(["--cases", "--seed", "--case", "--trail", "--patience"], StringComparer.Ordinal).Any())
{
    Console.WriteLine(Help);
    return args.Contains("--help", StringComparer.Ordinal) ? 0 : 2;
}

int Number(string name, int usual) => int.Parse(options.GetValueOrDefault(name, usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

var campaign = new Campaign(Number("--seed", 1), TimeSpan.FromSeconds(Number("--patience", 20)));
return options.ContainsKey("--case")
    ? campaign.One(Number("--case", 0))
    : campaign.Many(Number("--cases", 100_000), options.GetValueOrDefault("--trail"));
