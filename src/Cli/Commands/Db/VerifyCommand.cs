using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Maintenance;
using Tthc.Storage.Rules;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;
using RecordedEvent = Tthc.Workflows.Dossiers.Events.RecordedEvent;

namespace Tthc.Cli.Commands.Db;

internal static class VerifyCommand
{
    private const int MostTold = 50;
    private static readonly long[] s_final = [.. Enum.GetValues<DossierStatus>().Where(StatusTransitions.IsFinal).Select(s => (long)s)];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var command = new CliCommand("verify", shell.Say("kiểm tra cả kho: nhật ký liền mạch, trạng thái, hạn và việc đúng như sự kiện", "check the whole store: the log has no gap; states, deadlines and work follow from the events"))
        {
            Details = shell.Say(
                "Nhật ký từ 1 đến hết không thiếu chỗ nào; mỗi hồ sơ có đủ sự kiện từ 1 đến phiên bản của nó, và dựng lại từ sự kiện thì đúng trạng thái đang lưu; hạn sắp tới và việc đang chờ đúng như trạng thái và bản quy trình của hồ sơ; không dòng nào trỏ vào hư không. "
                + "Kho nhúng thì engine phải dừng; PostgreSQL thì engine cứ chạy.",
                "The log goes from 1 to its end without a gap; each dossier has all events from 1 to its version, and made again from them it is as stored; its coming deadline and its work items are what its state and its revision of the procedure make them; no row leads nowhere. "
                + "An embedded store must have no engine on it; one in PostgreSQL may."),
            Examples = ["db verify", "db verify --connection \"Host=db;Database=tthc;Username=tthc_engine\""],
        };
        return command.With(store.All).Runs(store.With(async (_, chosen, cancellation) =>
        {
            var summary = await chosen.SummaryAsync();
            if (!summary.Missing.IsEmpty)
            {
                // Opened, it would be upgraded: who only checks changes nothing.
                shell.Error.WriteLine(shell.Say($"{summary.Name} còn thiếu nâng cấp: {string.Join(", ", summary.Missing)}. Chạy tthc db migrate trước.", $"{summary.Name} lacks upgrades: {string.Join(", ", summary.Missing)}. Run tthc db migrate first."));
                return ExitCode.Refused;
            }
            await using var opened = await chosen.OpenAsync(summary.Clock ?? StoreClock.Real, s_patience);
            var scan = new StoreScan(opened);
            var procedures = new StoredProcedures(new RuleBundleStore(opened));
            var faults = new List<string>(await scan.FaultsAsync(s_final, cancellation));
            var progress = new ProgressLine(shell);
            var (dossiers, events) = (0L, 0L);
            await foreach (var scanned in scan.DossiersAsync(cancellation))
            {
                (dossiers, events) = (dossiers + 1, events + scanned.Events.Length);
                if ((FaultOf(scanned.Row, scanned.Events) ?? FaultOf(scanned, await procedures.FindAsync(scanned.Row.ProcedureRevisionId, cancellation))) is { } fault)
                    faults.Add($"{scanned.Row.Code ?? scanned.Row.FilingCode ?? $"#{scanned.Row.Id}"}: {fault}");
                progress.Show(dossiers, summary.Dossiers, shell.Say("hồ sơ", "dossiers"));
            }
            progress.End();
            foreach (var fault in faults.Take(MostTold))
                shell.Error.WriteLine(fault);
            if (faults.Count > MostTold)
                shell.Error.WriteLine(shell.Say($"… và {faults.Count - MostTold} điều nữa.", $"… and {faults.Count - MostTold} more."));
            shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Name}: {dossiers:N0} {shell.Say("hồ sơ", "dossiers")}, {events:N0} {shell.Say("sự kiện", "events")}, {faults.Count:N0} {shell.Say("điều sai", "faults")}."));
            return faults.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
        }));
    }

    /// <summary>What is wrong with the deadline and the work of a dossier whose state is right; null: nothing.</summary>
    internal static string? FaultOf(ScannedDossier scanned, CompiledProcedure? procedure)
    {
        if (procedure is null)
            return $"revision {scanned.Row.ProcedureRevisionId} of its procedure is not there or cannot be read";
        var state = DossierJson.Read(scanned.Row.State);
        var planned = DeadlinePlan.Next(state, procedure);
        if ((planned?.Name, planned?.At) != (scanned.Deadline?.Name, scanned.Deadline?.DueAt))
            return $"its deadline is kept as {Told(scanned.Deadline?.Name, scanned.Deadline?.DueAt)}, the state makes it {Told(planned?.Name, planned?.At)}";
        var kept = scanned.WorkItems.Select(w => new WorkItem(w.Token, w.Step, w.Agency, w.Unit, w.Role, w.Officer, w.ArrivedAt, w.DueAt));
        var due = WorkItemPlan.Of(state, procedure).OrderBy(w => w.Token);
        return kept.SequenceEqual(due) ? null : $"its work is kept as [{Told(kept)}], the state makes it [{Told(due)}]";
    }

    private static string Told(IEnumerable<WorkItem> items) =>
        string.Join("; ", items.Select(w => $"{w.Token} {w.Step} {w.Agency} {w.Unit} {w.Role} {w.Officer} {w.ArrivedAt:O} {w.DueAt:O}"));

    private static string Told(string? name, DateTimeOffset? at) => name is null ? "none" : $"{name} at {at:O}";

    /// <summary>What is wrong with a dossier; null: nothing.</summary>
    internal static string? FaultOf(DossierRow row, IReadOnlyList<Storage.Dossiers.RecordedEvent> log)
    {
        if (log.Count != row.Version || log.Where((e, i) => e.Event.Sequence != i + 1).Any())
            return $"version {row.Version} with {log.Count} events, numbered {string.Join(",", log.Take(3).Select(e => e.Event.Sequence))}…";
        try
        {
            var folded = log.Aggregate(Dossier.Blank(row.Id), (state, e) => DossierEvolution.Apply(state, ToDomain(e.Event)));
            // When the rules look again follows from state and rules; the events do not tell it.
            return DossierJson.Write(folded with { LookAgainAt = DossierJson.Read(row.State).LookAgainAt }).AsSpan().SequenceEqual(row.State) ? null : "the state is not what the events come to";
        }
        catch (System.Text.Json.JsonException e)
        {
            return $"state or event cannot be read: {e.Message}";
        }
    }

    private static RecordedEvent ToDomain(EventRow read) => new(
        read.Sequence, read.RecordedAt, read.OccurredAt, read.Actor, read.ActorAgency, read.ProcedureRevisionId, EventKinds.Read(read.Kind, read.Payload));
}
