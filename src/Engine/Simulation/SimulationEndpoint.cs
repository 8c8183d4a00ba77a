using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Deadlines;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Deadlines;

namespace Tthc.Engine.Simulation;

/// <summary>Moves the clock of a simulated store. Mapped on such a store only.</summary>
internal sealed class SimulationEndpoint(EngineTime time, DeadlineClock clock, DeadlineStore deadlines, RulePublisher rules) : SimulationService.SimulationServiceBase
{
    public override Task<GetClockResponse> GetClock(GetClockRequest request, ServerCallContext context) =>
        Task.FromResult(new GetClockResponse { Now = time.Now.ToTimestamp() });

    public override async Task<AdvanceClockResponse> AdvanceClock(AdvanceClockRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var to = checks.Instant("to", request.To);
        if (to is null)
            checks.Add("to", "required", "Bắt buộc / required.");
        else if (to < time.Now)
            checks.Add("to", "backwards", "Đồng hồ không lùi / the clock does not go back.");
        checks.ThrowIfAny();
        var source = (SimulatedTime)time.Source;
        var passed = 0;
        // Stops at each deadline and at each day that brings other rules, so that each is met at its own instant and what follows from it falls due in turn.
        DateTimeOffset? before = null;
        while (await NextStopAsync(context.CancellationToken) is { } next && next <= to)
        {
            source.MoveTo(next);
            var taken = rules.NextTurn <= next ? await rules.TakeForceAsync(context.CancellationToken) : 0;
            var some = await clock.DrainAsync(context.CancellationToken);
            passed += some;
            // The clock's own loop may have been faster with this one; only one that stays although nothing was done is set aside.
            if (some + taken == 0 && next == before)
                break;
            before = next;
        }
        source.MoveTo(to!.Value);
        passed += await clock.DrainAsync(context.CancellationToken);
        return new AdvanceClockResponse { Now = time.Now.ToTimestamp(), DeadlinesPassed = passed };
    }

    private async Task<DateTimeOffset?> NextStopAsync(CancellationToken cancellation)
    {
        var deadline = await deadlines.NextDueAsync(cancellation);
        return rules.NextTurn is { } turn && !(deadline < turn) ? turn : deadline;
    }
}
