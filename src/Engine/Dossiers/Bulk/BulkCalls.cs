using System.Collections.Concurrent;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Dossiers.Bulk;

/// <summary>The streams of the dossier service that carry many acts.</summary>
internal sealed class BulkCalls(DossierImporter importer, Caller caller, Importers importers, StreamEnd end)
{
    // Enough to fill a batch of the writer, few enough that what waits stays small.
    private const int AtOnce = 128;
    private const int MostFailures = 1_000;

    public Task AdvanceAsync(
        Func<AdvanceStepRequest, Task<AdvanceStepResponse>> advance, IAsyncStreamReader<AdvanceStepsRequest> requests, IServerStreamWriter<AdvanceStepsResponse> responses, ServerCallContext context)
    {
        caller.Require(context);
        return new StepStream(advance, e => CallGuard.StatusOf(e, context, end)).RunAsync(requests, responses, context, end.Token);
    }

    public async Task<ImportDossiersResponse> ImportAsync(IAsyncStreamReader<ImportDossiersRequest> requests, ServerCallContext context)
    {
        var actor = caller.Require(context);
        if (!actor.Roles.Contains(importers.Role))
            throw CallErrors.Of(Refusals.WrongRole.With("role", importers.Role));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Token);
        var run = new Run();
        await Parallel.ForEachAsync(
            Numbered(requests, run, stop.Token),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token },
            (item, cancellation) => ImportAsync(item, actor, run, cancellation));
        CallFacts.Of(context).Dossier = $"({run.Imported} imported)";
        return run.ToResponse();
    }

    private async ValueTask ImportAsync((long Index, ImportedDossier Dossier) item, Actor actor, Run run, CancellationToken cancellation)
    {
        try
        {
            var (isNew, position) = await importer.ImportAsync(item.Dossier, actor, cancellation);
            run.Done(isNew, position);
        }
        catch (ImportRefusedException e)
        {
            run.Refused(new ImportFailure { Index = item.Index, Code = item.Dossier.Code, Act = e.Act, Error = CallErrors.DetailsOf(e.Status) });
        }
    }

    private static async IAsyncEnumerable<(long Index, ImportedDossier Dossier)> Numbered(
        IAsyncStreamReader<ImportDossiersRequest> requests, Run run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await requests.MoveNext(cancellation))
            yield return (run.Received++, requests.Current.Dossier ?? new ImportedDossier());
    }

    /// <summary>What a stream came to.</summary>
    private sealed class Run
    {
        private readonly ConcurrentBag<ImportFailure> _failures = [];
        private long _imported;
        private long _known;
        private long _refused;
        private long _position;

        public long Received { get; set; }

        public long Imported => Interlocked.Read(ref _imported);

        public void Done(bool isNew, long position)
        {
            Interlocked.Increment(ref isNew ? ref _imported : ref _known);
            for (var known = Interlocked.Read(ref _position); position > known; known = Interlocked.Read(ref _position))
                Interlocked.CompareExchange(ref _position, position, known);
        }

        public void Refused(ImportFailure failure)
        {
            if (Interlocked.Increment(ref _refused) <= MostFailures)
                _failures.Add(failure);
        }

        public ImportDossiersResponse ToResponse()
        {
            var response = new ImportDossiersResponse { Received = Received, Imported = _imported, Known = _known, Refused = _refused, Truncated = _refused > MostFailures, Position = _position };
            response.Failures.AddRange(_failures.OrderBy(f => f.Index));
            return response;
        }
    }
}

/// <summary>Who may take over histories.</summary>
/// <param name="Role">The role needed.</param>
internal sealed record Importers(string Role);
