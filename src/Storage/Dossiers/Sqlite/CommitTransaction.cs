using System.Collections.Immutable;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Dossiers.Sqlite;

/// <summary>
/// Carries out a batch in one transaction of the writing connection, unit after unit.
/// </summary>
/// <remarks>
/// A unit that lost its race almost always shows it before it has written anything, so a batch first runs without
/// savepoints, which would make SQLite keep a copy of each page a unit touches. Only when a unit fails after it has
/// written is the batch rolled back and run again with a savepoint a unit.
/// </remarks>
internal sealed class CommitTransaction(SqliteStore store)
{
    private readonly Statement _begin = store.Prepare(CommitSql.Begin);
    private readonly Statement _commit = store.Prepare(CommitSql.Commit);
    private readonly Statement _rollback = store.Prepare(CommitSql.Rollback);
    private readonly Statement _beginUnit = store.Prepare(CommitSql.BeginUnit);
    private readonly Statement _endUnit = store.Prepare(CommitSql.EndUnit);
    private readonly Statement _rollbackUnit = store.Prepare(CommitSql.RollbackUnit);
    private readonly Statement _readHead = store.Prepare(CommitSql.ReadHead);
    private readonly Statement _writeHead = store.Prepare(CommitSql.WriteHead);
    private readonly Statement _newestBundle = store.Prepare(CommitSql.NewestBundle);
    private readonly UnitStatements _units = new(store);
    private readonly DossierStatements _dossiers = new(store);
    private long _bundle;

    public IReadOnlyList<CommitOutcome> Run(IReadOnlyList<CommitUnit> batch)
    {
        try
        {
            return Run(batch, Write);
        }
        catch (Exception e) when (IsFaultOfUnit(e))
        {
            return Run(batch, WriteApart);
        }
    }

    public void Begin() => _begin.Execute();

    public void End() => _commit.Execute();

    public void RollBack()
    {
        // Some failures (no space, I/O) have ended the transaction already; the first error is the one to tell.
        if (store.IsInTransaction)
            _rollback.Execute();
    }

    // What is wrong with the disk or the file is wrong for the whole batch; all else is one unit's own.
    private static bool IsFaultOfUnit(Exception e) => e is (not StorageException) or StorageConstraintException;

    private CommitOutcome[] Run(IReadOnlyList<CommitUnit> batch, Func<CommitUnit, long, CommitOutcome> write)
    {
        Begin();
        try
        {
            var outcomes = new CommitOutcome[batch.Count];
            var head = _readHead.ReadInt64()!.Value;
            _bundle = batch.Any(unit => unit.Bundle > 0) ? _newestBundle.ReadInt64() ?? 0 : 0;
            var position = head;
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = write(batch[i], position);
                if (outcomes[i] is Committed { Position: > 0 } committed)
                    position = committed.Position;
            }

            if (position != head)
                _writeHead.Bind(1, position).Execute();
            End();
            return outcomes;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private CommitOutcome Write(CommitUnit unit, long position)
    {
        if (unit.Request is { } request && _units.FindRequest(request.RequestId) is { } stored)
            return new DuplicateRequest(stored);
        if (unit.Bundle > 0 && unit.Bundle < _bundle)
            return new RulesMoved(_bundle);
        if (unit.ConsumedSignal is { } signal && !_units.TryConsumeSignal(signal))
            return new SignalGone(signal);

        var last = position;
        var untouched = unit.ConsumedSignal is null;
        foreach (var write in unit.Writes)
        {
            if (!_dossiers.TryClaim(write))
                return Lost(write, untouched);
            last = _dossiers.WriteRest(write, last);
            untouched = false;
        }

        var writes = unit.CodedWrites.IsEmpty ? unit.Writes : unit.Writes.AddRange(WriteCoded(unit, ref last));
        foreach (var sent in unit.Signals)
            _units.InsertSignal(sent);
        if (unit.Request is not null)
            _units.InsertRequest(unit.Request);
        return new Committed(last == position ? 0 : last, writes);
    }

    private ImmutableArray<DossierWrite> WriteCoded(CommitUnit unit, ref long last)
    {
        var built = ImmutableArray.CreateBuilder<DossierWrite>(unit.CodedWrites.Length);
        foreach (var coded in unit.CodedWrites)
        {
            var write = coded.Build(_units.DrawNumber(coded.Code));
            if (!_dossiers.TryClaim(write))
                throw new LostAfterWritingException(ConflictOf(write));
            last = _dossiers.WriteRest(write, last);
            built.Add(write);
        }

        return built.MoveToImmutable();
    }

    private VersionConflict Lost(DossierWrite write, bool untouched) =>
        untouched ? ConflictOf(write) : throw new LostAfterWritingException(ConflictOf(write));

    private VersionConflict ConflictOf(DossierWrite write) => new(write.Row.Id, _dossiers.CurrentVersion(write.Row.Id));

    private CommitOutcome WriteApart(CommitUnit unit, long position)
    {
        _beginUnit.Execute();
        try
        {
            var outcome = Write(unit, position);
            _endUnit.Execute();
            return outcome;
        }
        catch (Exception e) when (IsFaultOfUnit(e))
        {
            _rollbackUnit.Execute();
            _endUnit.Execute();
            return e is LostAfterWritingException lost ? lost.Conflict : new UnitFailed(e);
        }
    }
}
