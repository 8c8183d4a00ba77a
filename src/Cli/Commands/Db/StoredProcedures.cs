using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Commands.Db;

/// <summary>The revisions of procedures that dossiers of a store are pinned to, compiled once each.</summary>
internal sealed class StoredProcedures(RuleBundleStore store)
{
    private readonly Dictionary<long, CompiledProcedure?> _known = [];

    /// <summary>A revision; null: it is not there, or cannot be read.</summary>
    public async ValueTask<CompiledProcedure?> FindAsync(long revision, CancellationToken cancellation)
    {
        if (_known.TryGetValue(revision, out var known))
            return known;
        var source = await store.LoadRevisionAsync(RevisionKind.Procedure, revision, cancellation);
        return _known[revision] = source is null ? null : ProcedureCompiler.CompileStored(SourceText.FromUtf8(source.Row.SourcePath, source.Content)).Procedure;
    }
}
