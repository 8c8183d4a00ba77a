using Tthc.Protos.V1;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>Somebody hands something in.</summary>
internal sealed record Arrival(ulong Key, DateTimeOffset At, CompiledProcedure Procedure, string? CaseKey, Agency Agency, Channel Channel);
