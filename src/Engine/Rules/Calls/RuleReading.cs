using System.Text;
using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Engine.Procedures;
using Tthc.Protos.V1;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Storage.Rules;
using Tthc.Workflows.Findings;

namespace Tthc.Engine.Rules.Calls;

/// <summary>Rule sets in force and all their revisions. Rules are public, as procedures are: reading them takes no actor.</summary>
internal sealed class RuleReading(RuleCatalog rules, RuleBundleStore store, EngineTime time)
{
    private const string Sets = "rule-sets";
    private const string Revisions = "rule-set-revisions";

    public ListRuleSetsResponse List(ListRuleSetsRequest request)
    {
        var checks = new RequestChecks();
        var size = checks.PageSize(request.PageSize, 100, 1000);
        var after = PageTokens.Read(checks, request.PageToken, Sets, 1);
        checks.ThrowIfAny();
        var current = rules.Current;
        var response = new ListRuleSetsResponse { BundleHash = current.Bundle.ContentHash };
        var page = current.Bundle.RuleSets.Select(s => (Set: s, Place: PlaceOf(s)))
            .Where(p => after is null || string.CompareOrdinal(p.Place, after[0]) > 0).OrderBy(p => p.Place, StringComparer.Ordinal).Take(size + 1).ToList();
        response.RuleSets.AddRange(page.Take(size).Select(p => SummaryOf(p.Set, RowOf(current, p.Set))));
        if (page.Count > size)
            response.NextPageToken = PageTokens.Write(Sets, page[size - 1].Place);
        return response;
    }

    public async Task<GetRuleSetResponse> GetAsync(GetRuleSetRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.Required("name", request.Name, 200);
        var on = checks.Day("on", request.On);
        checks.Bounded("revision", request.Revision, 100);
        checks.ThrowIfAny();
        var rows = await RowsAsync(request.Name, cancellation);
        var current = rules.Current;
        var set = request.Revision.Length > 0 ? null : Find(current, request.Name, on ?? rules.World.DayOf(time.Now));
        var row = set is not null ? RowOf(current, set) : rows.FirstOrDefault(r => RuleLabels.Of(r) == request.Revision) ?? throw RuleRollback.UnknownRevision(request.Name, request.Revision);
        var response = await WithSourcesAsync(row, cancellation);
        response.Summary = set is not null ? SummaryOf(set, row) : SummaryOf(row);
        response.NewestRevision = RuleLabels.Of(rows[^1]);
        if (set is not null)
            response.Rules.AddRange(set.Compiled.Rules.Select(RuleOf));
        return response;
    }

    public async Task<ListRuleSetRevisionsResponse> ListRevisionsAsync(ListRuleSetRevisionsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        checks.Required("name", request.Name, 200);
        var size = checks.PageSize(request.PageSize, 50, 500);
        var before = PageTokens.Read(checks, request.PageToken, Revisions, 1) is { } parts ? PageTokens.Number(checks, parts[0]) : long.MaxValue;
        checks.ThrowIfAny();
        var page = (await RowsAsync(request.Name, cancellation)).Reverse().Where(r => r.Number < before).Take(size + 1).ToList();
        var response = new ListRuleSetRevisionsResponse();
        response.Revisions.AddRange(page.Take(size).Select(RuleMessages.RuleSetOf));
        if (page.Count > size)
            response.NextPageToken = PageTokens.Write(Revisions, $"{page[size - 1].Number}");
        return response;
    }

    /// <summary>The version of a rule set that holds on a day.</summary>
    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public static ComplianceSet Find(RulesInForce current, string name, DateOnly day) =>
        current.Bundle.RuleSets.FirstOrDefault(s => s.Name == name && s.InForce.Contains(day))
        ?? current.Bundle.RuleSets.LastOrDefault(s => s.Name == name)
        ?? throw UnknownSet(name);

    public static RevisionRow RowOf(RulesInForce current, ComplianceSet set) =>
        current.RuleSetRevisions.First(r => r.Code == set.Name && r.InForceFrom == BundleRevisions.FirstDay(set));

    private static RpcException UnknownSet(string name) => CallErrors.NotFound("unknown-rule-set", name, $"Không có bộ quy tắc {name}.", $"There is no rule set {name}.");

    private static string PlaceOf(ComplianceSet set) => $"{set.Name} {BundleRevisions.FirstDay(set):O}";

    private static RuleSetSummary SummaryOf(ComplianceSet set, RevisionRow row) => new()
    {
        Name = set.Name,
        Revision = RuleLabels.Of(row),
        SourcePath = set.Path,
        InForceFrom = Dates.Of(set.InForce.From),
        InForceTo = Dates.Of(set.InForce.To),
        RuleCount = set.Compiled.Rules.Length,
    };

    private static RuleSetSummary SummaryOf(RevisionRow row) =>
        new() { Name = row.Code, Revision = RuleLabels.Of(row), SourcePath = row.SourcePath, InForceFrom = RuleMessages.SinceOf(row.InForceFrom) };

    private static RuleSummary RuleOf(CompiledRule rule) => new()
    {
        Name = rule.Name,
        Id = rule.Metadata.Id?.Value ?? "",
        Severity = rule.Metadata.Severity?.ToString().ToLowerInvariant() ?? "",
        TitleVi = rule.Metadata.Title?.Vietnamese ?? "",
        TitleEn = rule.Metadata.Title?.English ?? "",
        Basis = string.Join("; ", rule.Metadata.Basis),
        Expression = rule.Bound is BoundLeaf leaf ? leaf.Text.Text : "",
    };

    private async Task<System.Collections.Immutable.ImmutableArray<RevisionRow>> RowsAsync(string name, CancellationToken cancellation) =>
        await store.ListRevisionsAsync(RevisionKind.RuleSet, name, cancellation) is { IsEmpty: false } rows ? rows : throw UnknownSet(name);

    private async Task<GetRuleSetResponse> WithSourcesAsync(RevisionRow row, CancellationToken cancellation)
    {
        var source = (await store.LoadRevisionAsync(RevisionKind.RuleSet, row.Id, cancellation))!;
        var response = new GetRuleSetResponse { Source = Encoding.UTF8.GetString(source.Content) };
        var path = RuleFileNames.TestsOf(row.SourcePath);
        if (rules.Current.Files.FirstOrDefault(f => f.Path == path) is { } tests)
        {
            response.TestsPath = path;
            response.TestsSource = tests.Text;
            response.TestsRevision = PublishedRules.Hash(Encoding.UTF8.GetBytes(tests.Text))[..RuleLabels.HashLength];
        }
        return response;
    }
}
