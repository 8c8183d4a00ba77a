namespace Tthc.Cli.Demo;

/// <summary>What to play.</summary>
internal sealed record DemoOptions(int Dossiers, ulong Seed, DateOnly From, int Days, string RulesFolder, string? EnginePath, bool Keep)
{
    public DateTimeOffset Start => new(From.ToDateTime(TimeOnly.MinValue), Output.LocalTime.Offset);

    public DateTimeOffset End => Start.AddDays(Days);

    public DateOnly LastDay => From.AddDays(Days - 1);
}
