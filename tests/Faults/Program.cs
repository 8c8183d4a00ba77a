using Tthc.Faults;

if (args.Any(a => a is "--help" or "-h"))
{
    Console.Out.WriteLine(FaultOptions.Help);
    return 0;
}

FaultOptions options;
try
{
    options = FaultOptions.Read(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"faults: {e.Message}\n\n{FaultOptions.Help}");
    return 2;
}

// First, so that a run which hangs or is killed can be repeated.
Console.Out.WriteLine($"faults {options}");
await using var run = new FaultRun(options);
var clean = await run.RunAsync(Console.Out);
Console.Out.WriteLine(clean ? "nothing was violated" : $"VIOLATED; repeat with {options}");
return clean ? 0 : 1;
