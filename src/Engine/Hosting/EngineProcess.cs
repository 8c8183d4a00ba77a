using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog.Extensions.Logging;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Rules;
using Tthc.Engine.Rules.Folder;
using Tthc.Engine.Hosting.Settings;
using Tthc.Engine.Simulation;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;

namespace Tthc.Engine.Hosting;

/// <summary>Start and end of the process. Exit codes: 0 stopped, 1 cannot run (settings, store, port).</summary>
internal static class EngineProcess
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?"))
        {
            Console.Out.WriteLine(EngineHelp.Text);
            return 0;
        }
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("TTHC_")
            .AddCommandLine(args)
            .Build();
        var (options, problems) = EngineOptions.Read(configuration, Directory.GetCurrentDirectory());
        var all = SettingNames.Mistakes(configuration, args).Concat(problems).ToList();
        using var logger = EngineLogging.Create(configuration, all);
        if (options is null || all.Count > 0)
        {
            foreach (var problem in all)
                Console.Error.WriteLine($"tthc-engine: {problem}");
            return 1;
        }
        try
        {
            await ServeAsync(options, logger);
            return 0;
        }
        catch (StorageException e)
        {
            Console.Error.WriteLine($"tthc-engine: {e.Message}");
            return 1;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"tthc-engine: {PortsOf(options)} on {options.Address} is in use by another program. Choose another: --Listen:Port=5081 (cổng đang bận).");
            return 1;
        }
    }

    private static string PortsOf(EngineOptions options) =>
        options.MetricsPort is { } metrics ? $"port {options.Port} (Listen:Port) or {metrics} (Listen:MetricsPort)" : $"port {options.Port}";

    private static async Task ServeAsync(EngineOptions options, Serilog.ILogger logger)
    {
        await using var store = await options.OpenStoreAsync();
        var time = new EngineTime(options.Simulated ? new SimulatedTime(options.SimulatedStart ?? TimeProvider.System.GetUtcNow()) : TimeProvider.System);
        var folder = new RuleFolder(options.RulesPath);
        var bundles = new RuleBundleStore(store);
        using var loggers = new SerilogLoggerFactory(logger);
        var catalog = new RuleCatalog(bundles, store.IsShared);
        using var publisher = new RulePublisher(bundles, new RuleMirror(folder, bundles, store.IsShared), catalog, time, loggers.CreateLogger<RulePublisher>());
        await publisher.StartAsync(CancellationToken.None);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new SerilogLoggerProvider(logger));
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.AddSingleton(new CallLog(logger)).AddSingleton(time).AddSingleton(EngineServices.IndexOf(options.Simulated));
        builder.Services.AddSingleton(options).AddHostedService<DrainNotice>().Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainNotice + options.DrainTime);
        if (options.OtlpEndpoint is { } collector)
            builder.Services.AddOtlp(collector);
        builder.Services.AddStorage(store).AddRules(options, bundles, catalog, (folder, publisher)).AddDossiers().AddWebhooks(options).AddEndpoints();
        await using var app = builder.Build();
        app.MapEndpoints(options.Simulated);
        if (options.MetricsPort is { } port)
            OperatorPages.Map(app, port);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        HostLog.Ready(app.Logger, address, store.Name, options.RulesPath, options.Simulated ? "simulated" : "real");
        // One line for whoever started this process and waits for it.
        Console.Out.WriteLine($"READY {address}");
        await app.WaitForShutdownAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, EngineOptions options)
    {
        kestrel.AddServerHeader = false;
        // Plain HTTP/2 needs a port of its own: nothing else is served here.
        kestrel.Listen(new IPEndPoint(options.Address, options.Port), listen => listen.Protocols = HttpProtocols.Http2);
        if (options.MetricsPort is { } metrics)
            kestrel.Listen(new IPEndPoint(options.Address, metrics), listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 1024 * 1024;
        kestrel.Limits.Http2.InitialStreamWindowSize = 768 * 1024;
    }
}

internal static partial class HostLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Engine ready at {Address}; store {Store}; rules {Rules}; {Clock} clock. Sẵn sàng.")]
    public static partial void Ready(ILogger log, string address, string store, string rules, string clock);
}
