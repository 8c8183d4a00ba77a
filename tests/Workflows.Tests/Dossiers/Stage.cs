using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Calendars;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>The rules a play is played under: the small province made up for tests, or the files shipped under <c>rules/</c>.</summary>
internal sealed record Stage(RuleWorld World, ImmutableArray<CompiledProcedure> Procedures, Func<DateOnly, string, ImmutableArray<string>> AgenciesWith)
{
    private static readonly Lazy<Stage> s_shipped = new(ReadShipped);

    /// <summary>Dissolved agencies whose work an agency does on a day.</summary>
    public Func<string, DateOnly, FrozenSet<string>> Predecessors { get; init; } = (_, _) => FrozenSet<string>.Empty;

    public static Stage Samples { get; } = new(SampleWorld.Rules, SampleProcedures.All, (_, _) => ["H34.10", "H34.10", "H34.10", "H34.11"]);

    public static Stage Shipped => s_shipped.Value;

    public PublishedProcedure Published(CompiledProcedure procedure) => new(Procedures.IndexOf(procedure) + 1, procedure);

    public CompiledProcedure Revision(long id) => Procedures[(int)id - 1];

    private static Stage ReadShipped()
    {
        var bundle = RuleBundleCompiler.Compile(
        [
            .. RepositoryFiles.Rules("procedures", "*.procedure.json"), .. RepositoryFiles.Rules("calendars", "*.calendar.json"),
            .. RepositoryFiles.Rules("agencies", "*.agencies.json"), .. RepositoryFiles.Rules("policies", "*.policy.json"),
            .. RepositoryFiles.Rules("compliance", "*.json"),
        ]).Bundle!;
        var agencies = bundle.Agencies;
        var procedures = bundle.Procedures;
        var world = new RuleWorld(
            FindAgency: (name, day) => agencies.Find(name, day)?.Id,
            Nearest: (kind, from, day) => agencies.Find(from, day) is { } agency ? agencies.Nearest(kind, agency, day)?.Id : null,
            Superior: (from, day) => agencies.Find(from, day) is { } agency ? agencies.Superior(agency, day)?.Id : null,
            MayAssign: agencies.MayAssign,
            CalendarOf: bundle.CalendarFor,
            FindProcedure: (code, day) => bundle.FindProcedure(code, day) is { } found ? new PublishedProcedure(procedures.IndexOf(found) + 1, found) : null,
            PolicyFor: bundle.PolicyFor)
        {
            LocalOffset = SampleCalendars.Office.Definition.UtcOffset,
            Compliance = new ComplianceRules([.. bundle.RuleSets.Select(set => new PublishedRuleSet(1, set))]),
            Responsible = (agency, day) => bundle.AgencyFor(agency, day)?.Id,
        };
        return new Stage(world, procedures, (day, role) => [.. agencies.Agencies.Where(a => a.ExistsOn(day) && a.HasRole(role)).Select(a => a.Id)])
        {
            Predecessors = (agency, day) => agencies.Agencies.Where(a => !a.ExistsOn(day) && agencies.Responsible(a, day)?.Id == agency).Select(a => a.Id).ToFrozenSet(),
        };
    }
}
