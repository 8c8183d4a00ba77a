using System.Collections.Immutable;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>
/// Decides unit after unit, without the database, what a batch writes: who lost, who came twice, who draws which number.
/// </summary>
/// <remarks>The ground is locked, so what is decided here holds when it is written.</remarks>
internal sealed class CommitPlan
{
    private readonly Dictionary<string, RequestRow> _requests;
    private readonly Dictionary<long, int> _versions;
    private readonly HashSet<string> _pending;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly CommitGround _ground;
    private readonly CommitOutcome[] _outcomes;

    private CommitPlan(IReadOnlyList<CommitUnit> batch, CommitGround ground)
    {
        _ground = ground;
        _requests = new Dictionary<string, RequestRow>(ground.Requests, StringComparer.Ordinal);
        _versions = new Dictionary<long, int>(ground.Versions);
        _pending = new HashSet<string>(ground.Signals, StringComparer.Ordinal);
        Numbers = new Dictionary<CodeRequest, int>(ground.Numbers);
        _outcomes = new CommitOutcome[batch.Count];
        for (var i = 0; i < _outcomes.Length; i++)
            _outcomes[i] = Take(batch[i]);
    }

    /// <summary>Dossiers that only came up while the plan was made. If there are any, the plan does not hold.</summary>
    public HashSet<long> Unknown { get; } = [];

    public List<RequestRow> Requests { get; } = [];

    public SortedDictionary<long, DossierChange> Dossiers { get; } = [];

    /// <summary>Every event in the order of the feed.</summary>
    public List<(long DossierId, EventRow Row)> Events { get; } = [];

    public List<SignalRow> Sent { get; } = [];

    public List<string> Consumed { get; } = [];

    public Dictionary<CodeRequest, int> Numbers { get; }

    /// <summary>What it stands on is to be checked by the statements that write it.</summary>
    public bool IsAssumed => _ground.IsAssumed;

    public bool WritesNothing => Array.TrueForAll(_outcomes, outcome => outcome is not Committed);

    public static CommitPlan Of(IReadOnlyList<CommitUnit> batch, CommitGround ground) => new(batch, ground);

    /// <summary>What became of each unit, once it is known after which position the batch's events stand.</summary>
    public CommitOutcome[] Outcomes(long headBefore) => Array.ConvertAll(
        _outcomes, outcome => outcome is Committed { Position: > 0 } c ? c with { Position = headBefore + c.Position } : outcome);

    private CommitOutcome Take(CommitUnit unit)
    {
        if (unit.Request is { } request && _requests.TryGetValue(request.RequestId, out var stored))
            return new DuplicateRequest(stored);
        if (unit.Bundle > 0 && unit.Bundle < _ground.Bundle)
            return new RulesMoved(_ground.Bundle);
        if (unit.ConsumedSignal is { } signal && !_pending.Contains(signal) && !(IsAssumed && _taken.Add(signal)))
            return new SignalGone(signal);

        var claims = new Dictionary<long, int>();
        foreach (var write in unit.Writes)
            if (!TryClaim(write, claims))
                return Lost(write);
        var drawn = new Dictionary<CodeRequest, int>();
        var writes = unit.Writes;
        foreach (var coded in unit.CodedWrites)
        {
            if (!TryBuild(coded, drawn, out var write, out var thrown))
                return new UnitFailed(thrown);
            if (!TryClaim(write, claims))
                return Lost(write);
            writes = writes.Add(write);
        }

        return Accept(unit, writes, drawn);
    }

    private bool TryBuild(CodedWrite coded, Dictionary<CodeRequest, int> drawn, out DossierWrite write, out Exception thrown)
    {
        (write, thrown) = (null!, null!);
        var number = drawn.GetValueOrDefault(coded.Code, Numbers.GetValueOrDefault(coded.Code)) + 1;
        drawn[coded.Code] = number;
        try
        {
            write = coded.Build(number);
            return true;
        }
#pragma warning disable CA1031 // Whatever the caller's builder throws is its unit's own fault and is told as such.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thrown = e;
            return false;
        }
    }

    private bool TryClaim(DossierWrite write, Dictionary<long, int> claims)
    {
        var id = write.Row.Id;
        if (!claims.TryGetValue(id, out var version) && !_versions.TryGetValue(id, out version))
        {
            version = write.ExpectedVersion;
            if (IsAssumed)
                _ground.Versions[id] = version;
            else
                Unknown.Add(id);
        }

        claims[id] = write.Row.Version;
        return version == write.ExpectedVersion;
    }

    private VersionConflict Lost(DossierWrite write) => new(write.Row.Id, _versions.GetValueOrDefault(write.Row.Id));

    private Committed Accept(CommitUnit unit, ImmutableArray<DossierWrite> writes, Dictionary<CodeRequest, int> drawn)
    {
        var before = Events.Count;
        foreach (var write in writes)
            Accept(write);
        foreach (var (code, number) in drawn)
            Numbers[code] = number;
        if (unit.ConsumedSignal is { } signal)
            Consume(signal);
        foreach (var sent in unit.Signals)
        {
            Sent.Add(sent);
            _pending.Add(sent.Id);
        }

        if (unit.Request is { } request)
        {
            Requests.Add(request);
            _requests.Add(request.RequestId, request);
        }

        return new Committed(Events.Count == before ? 0 : Events.Count, writes);
    }

    private void Accept(DossierWrite write)
    {
        var id = write.Row.Id;
        if (!Dossiers.TryGetValue(id, out var change))
            Dossiers.Add(id, change = new DossierChange(_ground.Versions.GetValueOrDefault(id), write.Row));
        change.Add(write);
        _versions[id] = write.Row.Version;
        foreach (var row in write.Events)
            Events.Add((id, row));
    }

    private void Consume(string signal)
    {
        _pending.Remove(signal);
        // One that this very batch sent never gets into the table.
        if (Sent.RemoveAll(sent => sent.Id == signal) == 0)
            Consumed.Add(signal);
    }
}
