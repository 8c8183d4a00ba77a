using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Dossier = Tthc.Workflows.Dossiers.Dossier;

namespace Tthc.Engine.Dossiers;

/// <summary>Why a dossier is due when it is, and why each rule says of it what it says.</summary>
internal sealed class DossierExplanations(DossierShelf shelf, RuleCatalog rules, EngineTime time, Caller caller)
{
    public async Task<ExplainDossierResponse> ExplainAsync(ExplainDossierRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        checks.Required("dossier", request.Dossier, 100);
        var only = checks.Optional("rule", request.Rule, 100);
        var asked = checks.Instant("at", request.At);
        checks.ThrowIfAny();
        CallFacts.Of(context).Dossier = request.Dossier;
        var dossier = await shelf.FindAsync(request.Dossier, context.CancellationToken) ?? throw RunErrors.UnknownDossier(request.Dossier);
        var at = asked ?? time.Now;
        var world = rules.World;
        var accounts = world.Compliance.Explain(dossier, await ContextAsync(dossier, world, at, context.CancellationToken), only);
        if (only is not null && accounts.IsEmpty)
            throw RunErrors.UnknownRule(only);
        var response = new ExplainDossierResponse
        {
            At = at.ToTimestamp(),
            Due = DueWords.Of(dossier, world.CalendarOf(dossier.CompetentAgency, world.DayOf(dossier.ReceivedAt ?? at))),
        };
        foreach (var account in accounts)
            response.Rules.Add(await DossierFindings.OfAsync(account, rules, context.CancellationToken));
        return response;
    }

    private async Task<DecisionContext> ContextAsync(Dossier dossier, RuleWorld world, DateTimeOffset at, CancellationToken cancellation) => new()
    {
        Now = at,
        Actor = Actor.System,
        Published = await rules.PinnedAsync(dossier.ProcedureRevision, cancellation),
        World = world,
        Acts = await shelf.ActsAsync(dossier, cancellation),
    };
}
