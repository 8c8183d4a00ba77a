using System.Globalization;
using Tthc.Bench.Calendar;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Calendars;

const string Help = """
    Operations a second of the working calendar on one core, with the memory each allocates.

    The calendar is the real one of rules/calendars; instants are drawn at random over all its years.

    Options:
      --calendar <id>   default office-quang-ngai
      --seconds <n>     how long each operation is measured, default 2
      --help
    """;

var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
if (args.Contains("--help", StringComparer.Ordinal) || args.Length % 2 != 0 || options.Keys.Except(["--calendar", "--seconds"], StringComparer.Ordinal).Any())
{
    Console.WriteLine(Help);
    return args.Contains("--help", StringComparer.Ordinal) ? 0 : 2;
}

var bag = new DiagnosticBag();
var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "calendars"))
    .Select(f => SourceText.FromUtf8("calendars/" + Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
var calendars = CalendarReader.Read(files, bag);
var id = options.GetValueOrDefault("--calendar", "office-quang-ngai");
if (bag.HasErrors || calendars.FirstOrDefault(c => c.Id == id) is not { } definition)
{
    Console.Error.WriteLine($"No usable calendar '{id}'.");
    return 1;
}

var seconds = double.Parse(options.GetValueOrDefault("--seconds", "2"), CultureInfo.InvariantCulture);
new CalendarRun(WorkCalendar.Compile(definition), seconds).Run();
return 0;
