using System.Globalization;
using Tthc.Bench.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Calendars;

const string Help = """
    Rule sets a second on one core: ten typical rules over typed facts, beside the same ten written by hand in C#.

    The working time of the fifth rule is that of the real calendar of rules/calendars. Run it on a quiet machine.

    Options:
      --seconds <n>     how long each round takes, default 1
      --help
    """;

var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
if (args.Length % 2 != 0 || options.Keys.Except(["--seconds"], StringComparer.Ordinal).Any())
{
    Console.WriteLine(Help);
    return args.Contains("--help", StringComparer.Ordinal) ? 0 : 2;
}

var bag = new DiagnosticBag();
var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "calendars"))
    .Select(f => SourceText.FromUtf8("calendars/" + Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
var calendar = CalendarReader.Read(files, bag).FirstOrDefault(c => c.Id == "office-quang-ngai");
if (bag.HasErrors || calendar is null)
{
    Console.Error.WriteLine("The calendar of the rules cannot be used.");
    return 1;
}

var rules = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ten-rules.json"));
var seconds = double.Parse(options.GetValueOrDefault("--seconds", "1"), CultureInfo.InvariantCulture);
new RulesRun(rules, WorkCalendar.Compile(calendar), seconds).Run();
return 0;
