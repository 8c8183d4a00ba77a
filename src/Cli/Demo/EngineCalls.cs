using System.Collections.Concurrent;
using Grpc.Core;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>Calls as one officer or another. A refusal is part of an office's day: it is counted, and the dossier looked at again.</summary>
internal sealed class EngineCalls(CallInvoker channel, Officer onlooker, CancellationToken cancellation)
{
    private readonly DossierService.DossierServiceClient _dossiers = new(channel);
    private long _calls;

    public DossierService.DossierServiceClient Dossiers => _dossiers;

    public FeedService.FeedServiceClient Feed { get; } = new(channel);

    public SimulationService.SimulationServiceClient Simulation { get; } = new(channel);

    public ConcurrentDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    public long Count => Interlocked.Read(ref _calls);

    /// <summary>For reads: somebody who looks and does nothing.</summary>
    public CallOptions Options { get; } = As(onlooker, cancellation);

    /// <summary>An act; null when it was refused.</summary>
    /// <param name="officer">Who acts.</param>
    /// <param name="call">The act.</param>
    /// <param name="refusedWith">Told the refusal that was to be reckoned with; it is no surprise then.</param>
    public async Task<TReply?> ActAsync<TReply>(
        Officer officer, Func<DossierService.DossierServiceClient, CallOptions, AsyncUnaryCall<TReply>> call, Action<string>? refusedWith = null)
        where TReply : class
    {
        Interlocked.Increment(ref _calls);
        try
        {
            return await call(_dossiers, As(officer, cancellation));
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.Aborted)
        {
            if (refusedWith is null)
                Refusals.AddOrUpdate(ReasonOf(refused), 1, (_, count) => count + 1);
            else
                refusedWith(ReasonOf(refused));
            return null;
        }
    }

    public CallOptions OptionsOf(Officer officer) => As(officer, cancellation);

    public async Task<Dossier> GetAsync(string code)
    {
        Interlocked.Increment(ref _calls);
        return (await _dossiers.GetDossierAsync(new() { Dossier = code }, Options)).Dossier;
    }

    private static CallOptions As(Officer officer, CancellationToken cancellation)
    {
        var headers = new Metadata { { "tthc-actor", officer.Id }, { "tthc-agency", officer.Agency }, { "tthc-roles", officer.Role } };
        if (officer.Unit.Length > 0)
            headers.Add("tthc-unit", officer.Unit);
        return new(headers, null, cancellation);
    }

    private static string ReasonOf(RpcException refused)
    {
        var settings = new Invocation.CallSettings { Server = new("http://localhost"), Headers = [], Timeout = TimeSpan.Zero, RequestId = "" };
        var failure = Errors.CallFailure.Of(refused, settings);
        return failure.Reason.Length > 0 ? failure.Reason : $"{refused.StatusCode}: {refused.Status.Detail}";
    }
}
