using SQLitePCL;
using Tthc.Bench.Storage;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine(BenchOptions.Help);
    return 0;
}

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Help);
    return 2;
}

Batteries_V2.Init();
Console.WriteLine(
    $"{Environment.ProcessorCount} cores, {options.Dossiers:N0} dossiers, SQLite {raw.sqlite3_libversion().utf8_to_string()}");
foreach (var variant in options.Variants)
    new Measurement(options, variant).Run();
return 0;
