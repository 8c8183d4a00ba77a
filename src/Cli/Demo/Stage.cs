namespace Tthc.Cli.Demo;

/// <summary>What all acts of the play work with.</summary>
internal sealed record Stage(EngineCalls Engine, Agenda Agenda, Offices Offices);
