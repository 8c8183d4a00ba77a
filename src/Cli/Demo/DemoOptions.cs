using Tthc.Cli.Demo.Misdeeds;

namespace Tthc.Cli.Demo;

/// <summary>What to play.</summary>
internal sealed record DemoOptions(int Dossiers, ulong Seed, DateOnly From, int Days, string RulesFolder, string? EnginePath, bool Keep)
{
    /// <summary>How often things are done against the rules.</summary>
    public MisdeedRates Rates { get; init; } = MisdeedRates.Usual;

    /// <summary>Where all events are written to in the end; null: nowhere.</summary>
    public string? ExportPath { get; init; }

    public DateTimeOffset Start => new(From.ToDateTime(TimeOnly.MinValue), Output.LocalTime.Offset);

    public DateTimeOffset End => Start.AddDays(Days);

    public DateOnly LastDay => From.AddDays(Days - 1);
}
