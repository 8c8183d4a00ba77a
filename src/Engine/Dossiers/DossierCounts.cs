using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Tallies;

namespace Tthc.Engine.Dossiers;

/// <summary>Counts of dossiers for those who look at all of them.</summary>
internal sealed class DossierCounts(TallyStore tallies, RuleCatalog rules, EngineTime time, Caller caller)
{
    public async Task<CountDossiersResponse> CountAsync(CountDossiersRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        var named = checks.Optional("competent_agency", request.CompetentAgency, 100);
        checks.ThrowIfAny();
        var (now, world) = (time.Now, rules.Current.World);
        var agency = named is null ? null : world.FindAgency(named, world.DayOf(now)) ?? named;
        var midnight = new DateTimeOffset(now.ToOffset(world.LocalOffset).Date, world.LocalOffset);
        var response = new CountDossiersResponse { CountedAt = now.ToTimestamp() };
        foreach (var row in await tallies.ByStatusAsync(agency, midnight, context.CancellationToken))
            response.Counts.Add(new DossierCount { Agency = row.Agency, Status = (DossierStatus)row.Status, Dossiers = row.Dossiers, Overdue = row.Overdue });
        return response;
    }
}
