using Google.Protobuf;
using Tthc.Bench.Load;
using Tthc.Bench.Province;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine(ProvinceOptions.Help);
    return 0;
}

if (ProvinceOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(ProvinceOptions.Help);
    return 2;
}

Console.WriteLine(Machine.Describe());
if (options.Out is { } file)
{
    await using var writer = new StreamWriter(file);
    foreach (var history in new Histories(options).All())
        await writer.WriteLineAsync(JsonFormatter.Default.Format(history));
    return 0;
}

using var run = await ProvinceRun.StartAsync(options);
if (run.IsEmpty)
    await run.ImportAsync(new Histories(options));
await run.MeasureAsync();
return 0;
