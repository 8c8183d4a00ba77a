using Tthc.Bench.Load;
using Tthc.Bench.Load.Postgres;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine(LoadOptions.Help);
    return 0;
}

if (LoadOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(LoadOptions.Help);
    return 2;
}

Console.WriteLine(Machine.Describe());
if (options.Due > 0)
{
    await DueRun.RunAsync(options);
    return 0;
}

if (options.Postgres)
{
    using var onPostgres = await PostgresRun.StartAsync(options);
    await onPostgres.RunAsync();
    return 0;
}

using var server = options.Server is null ? await ServerProcess.StartAsync(options) : null;
using var run = new LoadRun(options, server);
if (options.Rules)
{
    await run.MeasureRulesAsync();
    return 0;
}

await run.PrepareAsync();
if (options.Streams > 0)
    await run.MeasureStreamsAsync();
else if (options.Profile)
    await run.ProfileAsync();
else
    await run.MeasureAsync();
return 0;
