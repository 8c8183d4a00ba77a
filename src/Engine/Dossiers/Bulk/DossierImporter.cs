using System.Text.RegularExpressions;
using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Importing;
using Verbs = Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Dossiers.Bulk;

/// <summary>Takes over one history: decided whole, written in one unit, which shares its transaction with others.</summary>
internal sealed partial class DossierImporter(DossierIds ids, CommitPipeline pipeline, RuleCatalog rules, EngineTime time)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(5);

    /// <summary>Imports it.</summary>
    /// <returns>Whether it was new; false: this request had been carried out before. And the feed position of its last event.</returns>
    /// <exception cref="ImportRefusedException">It was not taken over.</exception>
    public async Task<(bool IsNew, long Position)> ImportAsync(ImportedDossier message, Actor importer, CancellationToken cancellation)
    {
        while (true)
        {
            var current = rules.Current;
            var history = HistoryOf(message, current.World);
            DossierTransition transition;
            try
            {
                transition = await DecideAsync(history, importer, current.World, cancellation);
            }
            catch (ImportRefusedException)
            {
                // Nothing is refused by rules that another engine has moved on from.
                await rules.Fence.PassAsync(cancellation);
                if (rules.Current == current)
                    throw;
                continue;
            }
            var request = new RequestRow(message.RequestId, DossierMessages.Hash(message, importer), transition.After.Id, transition.After.Version);
            var unit = DossierCommits.UnitOf(transition, current.BundleId, request, null, _ => { });
            switch (await CommitAsync(unit, cancellation))
            {
                case Committed committed:
                    return (true, committed.Position);
                case RulesMoved moved:
                    await rules.AtLeastAsync(moved.Bundle, cancellation);
                    break;
                case DuplicateRequest duplicate when duplicate.Stored.BodyHash.AsSpan().SequenceEqual(request.BodyHash):
                    return (false, 0);
                case DuplicateRequest:
                    throw new ImportRefusedException(CallErrors.RequestReused(), 0);
                case UnitFailed { Cause: StorageConstraintException }:
                    throw Refused(Refusals.CodeTaken.With("code", history.Code), 0);
                case UnitFailed failed:
                    throw new InvalidOperationException("A history could not be written.", failed.Cause);
                default:
                    throw new InvalidOperationException("A new dossier cannot lose a race.");
            }
        }
    }

    private DossierHistory HistoryOf(ImportedDossier message, RuleWorld world)
    {
        var checks = new RequestChecks();
        var history = HistoryMessages.Of(checks, message, world);
        if (checks.HasProblems)
            throw new ImportRefusedException(checks.ToException(), 0);
        var today = world.DayOf(time.Now);
        return IsOfSeriesFrom(history.Code, today) ? throw Refused(Refusals.CodeReserved.With("code", history.Code, "from", today.ToString("O")), 0) : history;
    }

    /// <summary>Whether a code ends as the engine's own codes of that day or a later one do: a receipt that draws the same number could never be written.</summary>
    private static bool IsOfSeriesFrom(string code, DateOnly day) =>
        OwnCode().Match(code) is { Success: true } own
        && DateOnly.TryParseExact("20" + own.Groups["day"].Value, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var of)
        && of >= day;

    [GeneratedRegex(@"-(?<day>\d{6})-N?\d{4,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnCode();

    private async Task<DossierTransition> DecideAsync(DossierHistory history, Actor importer, RuleWorld world, CancellationToken cancellation)
    {
        if (history.Acts[0].Command is not Verbs.ReceiveDossier { Form: { } form })
            throw Refused(Refusals.HistoryWithoutReceipt.With(), 0);
        var day = world.DayOf(history.Acts[0].OccurredAt);
        if (world.FindProcedure(form.ProcedureCode, day) is not { } published)
            throw Refused(
                rules.Knows(form.ProcedureCode)
                    ? Refusals.ProcedureNotInForce.With("procedure", form.ProcedureCode, "date", day.ToString("O"))
                    : Refusals.UnknownProcedure.With("procedure", form.ProcedureCode),
                0);
        var context = new DecisionContext { Now = time.Now, Actor = importer, Published = published, World = world };
        var outcome = DossierImport.Of(await ids.NextAsync(cancellation), history, context);
        return outcome.Transition ?? throw Refused(outcome.Refusal!, outcome.Act);
    }

    private async Task<CommitOutcome> CommitAsync(CommitUnit unit, CancellationToken cancellation)
    {
        ValueTask<CommitOutcome>? commit;
        // A history waits for its turn; the calls of people do not wait for histories.
        while ((commit = pipeline.Commit(unit, isBackground: true)) is null)
            await Task.Delay(s_moment, cancellation);
        return await commit.Value;
    }

    private static ImportRefusedException Refused(Refusal refusal, int act) => new(CallErrors.Of(refusal), act);
}

/// <summary>A history that is not taken over.</summary>
/// <param name="status">Why, as a caller is told.</param>
/// <param name="act">Place of the act that is refused.</param>
internal sealed class ImportRefusedException(RpcException status, int act) : Exception(status.Message)
{
    public RpcException Status => status;

    public int Act => act;
}
