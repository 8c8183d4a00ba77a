using Tthc.Text;

namespace Tthc.Engine.Hosting.Settings;

/// <summary>Every setting there is: a misspelt one is told at the start, not passed over.</summary>
internal static class SettingNames
{
    private static readonly string[] s_known =
    [
        "Storage:Path", "Storage:ConnectionString", "Storage:OwnerConnectionString",
        "Rules:Path", "Rules:AdministratorRole", "Import:Role",
        "Listen:Address", "Listen:Port", "Listen:MetricsPort",
        "Clock:Simulated", "Clock:Start",
        "Webhooks:AdministratorRole", "Webhooks:AllowHttp", "Webhooks:Tries", "Webhooks:FirstPauseSeconds",
        "Drain:NoticeSeconds", "Drain:Seconds", "Memory:Dossiers",
        "Telemetry:OtlpEndpoint",
        "Logging:Format", "Logging:Level", "Logging:File",
    ];

    /// <summary>What is set and is no setting: on the command line anything, in variables and files anything that has a section, as ours have.</summary>
    public static IEnumerable<string> Mistakes(IConfiguration configuration, string[] args)
    {
        var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
        var given = commandLine.AsEnumerable().Concat(configuration.AsEnumerable().Where(s => s.Key.Contains(':', StringComparison.Ordinal)));
        return given.Where(s => s.Value is not null).Select(s => s.Key)
            .Where(key => !s_known.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(key => NameSuggestion.Nearest(key, s_known) is { } near
                ? $"There is no setting '{key}': did you mean '{near}'? (có phải là '{near}'?)"
                : $"There is no setting '{key}'; --help lists all of them (không có cài đặt này).");
    }
}
