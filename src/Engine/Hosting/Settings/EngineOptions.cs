using System.Net;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Engine.Hosting.Settings;

/// <summary>What the operator sets. Checked at start, all mistakes at once.</summary>
internal sealed record EngineOptions
{
    // A clock moved by hand is one engine's own, so only one may be on such a store; longer than a server needs to notice that
    // the machine of the engine before is gone.
    private static readonly TimeSpan s_seatPatience = TimeSpan.FromSeconds(40);

    public required string StorePath { get; init; }

    /// <summary>The PostgreSQL database that keeps the store instead of a file; null for the file. May hold a password: never logged.</summary>
    public string? StoreConnection { get; init; }

    /// <summary>The same database as the role that owns its schema; null where that is not needed.</summary>
    public string? StoreOwnerConnection { get; init; }

    public required string RulesPath { get; init; }

    /// <summary>The role whose holders may publish rules; nobody else may.</summary>
    public required string RuleAdministrator { get; init; }

    /// <summary>Role whose holders may take over histories of other systems.</summary>
    public required string Importer { get; init; }

    /// <summary>Role whose holders may say where the feed is posted.</summary>
    public string WebhookAdministrator { get; init; } = "webhook-administrator";

    /// <summary>Whether the feed may be posted to other machines without TLS.</summary>
    public bool WebhooksByHttp { get; init; }

    /// <summary>How often a delivery is tried.</summary>
    public Webhooks.WebhookRetry WebhookRetry { get; init; } = new(12, TimeSpan.FromSeconds(1));

    public required IPAddress Address { get; init; }

    public required int Port { get; init; }

    /// <summary>Where figures and health are served over plain HTTP; null: nowhere.</summary>
    public int? MetricsPort { get; init; }

    /// <summary>How long calls are still taken after a stop was asked for.</summary>
    public TimeSpan DrainNotice { get; init; }

    /// <summary>How long, after that, what was taken has to be finished.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many dossiers are kept at hand, at least, before the least used are dropped; twice as many at most.</summary>
    public int DossiersAtHand { get; init; } = 20_000;

    /// <summary>The collector of traces and figures; null: none.</summary>
    public Uri? OtlpEndpoint { get; init; }

    public required bool Simulated { get; init; }

    public DateTimeOffset? SimulatedStart { get; init; }

    public string StoreFile => Path.Combine(StorePath, "tthc.db");

    /// <summary>Reads the configuration; what is wrong is listed, not thrown one by one.</summary>
    public static (EngineOptions? Options, IReadOnlyList<string> Problems) Read(IConfiguration configuration, string workingFolder)
    {
        var problems = new List<string>();
        if (!IPAddress.TryParse(configuration["Listen:Address"] ?? "127.0.0.1", out var address))
            problems.Add($"Listen:Address '{configuration["Listen:Address"]}' is not an IP address.");
        else if (!IPAddress.IsLoopback(address))
            problems.Add(
                $"Listen:Address {address} is reachable from other machines, but this engine has no authentication yet: callers say in plain metadata who they are. "
                + "Use 127.0.0.1 or ::1 (từ chối khởi động: chưa có xác thực thì chỉ được nghe ở địa chỉ nội bộ).");
        if (!int.TryParse(configuration["Listen:Port"] ?? "5080", out var port) || port is < 0 or > 65535)
            problems.Add($"Listen:Port '{configuration["Listen:Port"]}' is not a port number (0 to 65535; 0 takes a free one).");
        var metrics = ReadMetricsPort(configuration, port, problems);
        var (connection, owner) = ReadConnections(configuration, problems);
        var (notice, drain) = (ReadSeconds(configuration, "Drain:NoticeSeconds", 0, problems), ReadSeconds(configuration, "Drain:Seconds", 30, problems));
        var atHand = ReadNumber(configuration, "Memory:Dossiers", 20_000, 1_000_000, problems);
        var collector = ReadCollector(configuration, problems);
        var (byHttp, retry) = ReadWebhooks(configuration, problems);
        var simulated = ReadBool(configuration, "Clock:Simulated", problems);
        var start = ReadStart(configuration, simulated, problems);
        if (problems.Count > 0)
            return (null, problems);
        return (new EngineOptions
        {
            StorePath = Path.GetFullPath(configuration["Storage:Path"] is { Length: > 0 } store ? store : "data", workingFolder),
            StoreConnection = connection,
            StoreOwnerConnection = owner,
            RulesPath = RulesFolder(configuration["Rules:Path"], workingFolder),
            RuleAdministrator = configuration["Rules:AdministratorRole"] is { Length: > 0 } role ? role : "rule-administrator",
            Importer = configuration["Import:Role"] is { Length: > 0 } importer ? importer : "data-importer",
            WebhookAdministrator = configuration["Webhooks:AdministratorRole"] is { Length: > 0 } poster ? poster : "webhook-administrator",
            WebhooksByHttp = byHttp,
            WebhookRetry = retry,
            Address = address!,
            Port = port,
            MetricsPort = metrics,
            DrainNotice = notice,
            DrainTime = drain,
            DossiersAtHand = atHand,
            OtlpEndpoint = collector,
            Simulated = simulated,
            SimulatedStart = start,
        }, []);
    }

    /// <summary>Opens the store the operator chose.</summary>
    public async Task<Store> OpenStoreAsync()
    {
        var clock = Simulated ? StoreClock.Simulated : StoreClock.Real;
        return StoreConnection is { } connection
            ? await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = connection, OwnerConnectionString = StoreOwnerConnection, Clock = clock, SeatPatience = Simulated ? s_seatPatience : null })
            : SqliteStore.Open(new SqliteOptions { Path = StoreFile, Clock = clock });
    }

    private static (bool ByHttp, Webhooks.WebhookRetry Retry) ReadWebhooks(IConfiguration configuration, List<string> problems)
    {
        var (byHttp, pause) = (ReadBool(configuration, "Webhooks:AllowHttp", problems), ReadSeconds(configuration, "Webhooks:FirstPauseSeconds", 1, problems));
        return (byHttp, new(ReadNumber(configuration, "Webhooks:Tries", 12, 100, problems), pause));
    }

    private static int ReadNumber(IConfiguration configuration, string key, int usual, int most, List<string> problems)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return usual;
        if (int.TryParse(text, out var number) && number >= 1 && number <= most)
            return number;
        problems.Add($"{key} '{text}' is not a number from 1 to {most}.");
        return usual;
    }

    private static DateTimeOffset? ReadStart(IConfiguration configuration, bool simulated, List<string> problems)
    {
        if (configuration["Clock:Start"] is not { Length: > 0 } text)
            return null;
        if (!simulated)
            problems.Add("Clock:Start goes with Clock:Simulated=true only.");
        if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant))
            return instant.ToUniversalTime();
        problems.Add($"Clock:Start '{text}' is not an instant such as 2025-07-01T00:00:00Z.");
        return null;
    }

    private static int? ReadMetricsPort(IConfiguration configuration, int grpcPort, List<string> problems)
    {
        if (configuration["Listen:MetricsPort"] is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, out var port) && port is > 0 and <= 65535 && port != grpcPort)
            return port;
        problems.Add($"Listen:MetricsPort '{text}' is not a port number of its own (1 to 65535, another than Listen:Port).");
        return null;
    }

    private static (string? Connection, string? Owner) ReadConnections(IConfiguration configuration, List<string> problems)
    {
        string? Read(string key)
        {
            if (configuration[key] is not { Length: > 0 } text)
                return null;
            if (PostgresOptions.MistakeIn(text) is { } mistake)
                problems.Add($"{key} {mistake}.");
            return text;
        }

        var (connection, owner) = (Read("Storage:ConnectionString"), Read("Storage:OwnerConnectionString"));
        if (owner is not null && connection is null)
            problems.Add("Storage:OwnerConnectionString goes with Storage:ConnectionString only.");
        return (connection, owner);
    }

    private static TimeSpan ReadSeconds(IConfiguration configuration, string key, int usual, List<string> problems)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return TimeSpan.FromSeconds(usual);
        if (int.TryParse(text, out var seconds) && seconds is >= 0 and <= 3600)
            return TimeSpan.FromSeconds(seconds);
        problems.Add($"{key} '{text}' is not a number of seconds (0 to 3600).");
        return default;
    }

    private static Uri? ReadCollector(IConfiguration configuration, List<string> problems)
    {
        if (configuration["Telemetry:OtlpEndpoint"] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        problems.Add($"Telemetry:OtlpEndpoint '{text}' is not an address such as http://127.0.0.1:4317.");
        return null;
    }

    private static bool ReadBool(IConfiguration configuration, string key, List<string> problems)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return false;
        if (!bool.TryParse(text, out var value))
            problems.Add($"{key} '{text}' is neither true nor false.");
        return value;
    }

    /// <summary>The folder named; else the nearest "rules" with procedures beside or above the working folder; else the copy beside the program.</summary>
    private static string RulesFolder(string? named, string workingFolder)
    {
        if (!string.IsNullOrEmpty(named))
            return Path.GetFullPath(named, workingFolder);
        for (var folder = new DirectoryInfo(workingFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "rules");
            if (Directory.Exists(Path.Combine(candidate, "procedures")))
                return candidate;
        }
        return Path.Combine(AppContext.BaseDirectory, "rules");
    }
}
