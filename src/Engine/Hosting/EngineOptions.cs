using System.Net;

namespace Tthc.Engine.Hosting;

/// <summary>What the operator sets. Checked at start, all mistakes at once.</summary>
internal sealed record EngineOptions
{
    public required string StorePath { get; init; }

    public required string RulesPath { get; init; }

    /// <summary>The role whose holders may publish rules; nobody else may.</summary>
    public required string RuleAdministrator { get; init; }

    /// <summary>Role whose holders may take over histories of other systems.</summary>
    public required string Importer { get; init; }

    public required IPAddress Address { get; init; }

    public required int Port { get; init; }

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
        var simulated = ReadBool(configuration, "Clock:Simulated", problems);
        DateTimeOffset? start = null;
        if (configuration["Clock:Start"] is { Length: > 0 } text)
        {
            if (DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant))
                start = instant.ToUniversalTime();
            else
                problems.Add($"Clock:Start '{text}' is not an instant such as 2025-07-01T00:00:00Z.");
            if (!simulated)
                problems.Add("Clock:Start goes with Clock:Simulated=true only.");
        }
        if (problems.Count > 0)
            return (null, problems);
        return (new EngineOptions
        {
            StorePath = Path.GetFullPath(configuration["Storage:Path"] is { Length: > 0 } store ? store : "data", workingFolder),
            RulesPath = RulesFolder(configuration["Rules:Path"], workingFolder),
            RuleAdministrator = configuration["Rules:AdministratorRole"] is { Length: > 0 } role ? role : "rule-administrator",
            Importer = configuration["Import:Role"] is { Length: > 0 } importer ? importer : "data-importer",
            Address = address!,
            Port = port,
            Simulated = simulated,
            SimulatedStart = start,
        }, []);
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
