using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteWorkItemStoreContract() : WorkItemStoreContract(TestStore.Sqlite());

public sealed class PostgresWorkItemStoreContract() : WorkItemStoreContract(TestStore.Postgres());

/// <summary>What every database must do for worklists.</summary>
public abstract class WorkItemStoreContract(TestStore test) : IDisposable
{
    private readonly DossierStore _dossiers = new(test.Store);
    private readonly WorkItemStore _items = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Applies_the_difference_and_leaves_the_rest()
    {
        await WriteAsync(1, [], [Rows.WorkItem(1), Rows.WorkItem(2, "opinion-fire"), Rows.WorkItem(3, "opinion-culture")]);
        var moved = Rows.WorkItem(2, "sign", "officer-9", due: 5);
        var elsewhere = Rows.WorkItem(3, "opinion-culture", agency: "H34.20");
        await WriteAsync(2, [1], [moved, elsewhere, Rows.WorkItem(4)]);

        Assert.Equal([moved, elsewhere, Rows.WorkItem(4)], (await _items.LoadAsync(1)).AsEnumerable());
    }

    [Fact]
    public async Task Shows_a_line_with_its_dossier()
    {
        await _dossiers.CommitAsync([Rows.New(1, "code-1")]);

        var line = Assert.Single((await _items.ListAsync(new WorkItemFilter { Agency = "H34.15" }, 10)).Items);

        var row = Rows.Dossier(1, 1, "code-1");
        Assert.Equal(
            new ListedWorkItem(1, "code-1", row.ProcedureCode, 7, 2, row.DueAt, ClockPaused: false, Rows.WorkItem(1)), line);
    }

    [Fact]
    public async Task Goes_through_a_worklist_due_soon_first_and_without_a_due_instant_last()
    {
        await WriteAsync(1, [],
        [
            Rows.WorkItem(1, due: 9), Rows.WorkItem(2) with { DueAt = null }, Rows.WorkItem(3, due: 1),
            Rows.WorkItem(4, due: 5), Rows.WorkItem(5, due: 1), Rows.WorkItem(6) with { DueAt = null },
        ]);

        var (tokens, key) = (new List<int>(), (WorkItemListKey?)null);
        do
        {
            var page = await _items.ListAsync(new WorkItemFilter { Agency = "H34.15" }, 2, key);
            tokens.AddRange(page.Items.Select(i => i.Item.Token));
            key = page.Next;
        }
        while (key is not null);

        Assert.Equal([3, 5, 4, 1, 2, 6], tokens);
    }

    public static TheoryData<string, WorkItemFilter, int[]> Filters => new()
    {
        { "everything", new(), [1, 2, 3, 4] },
        { "agency", new() { Agency = "H34.15" }, [1, 2, 3] },
        { "unit", new() { Agency = "H34.15", Unit = "unit-2" }, [2] },
        { "roles", new() { Agency = "H34.15", Roles = ["chairman", "clerk"] }, [3] },
        { "officer", new() { Agency = "H34.15", Officer = "officer-1" }, [1] },
        { "unassigned", new() { Agency = "H34.15", UnassignedOnly = true }, [2, 3] },
        { "due before", new() { DueBefore = Rows.Noon.AddHours(2) }, [1] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filters_a_worklist(string about, WorkItemFilter filter, int[] expected)
    {
        await WriteAsync(1, [],
        [
            Rows.WorkItem(1, officer: "officer-1", due: 1),
            Rows.WorkItem(2, due: 2) with { Unit = "unit-2" },
            Rows.WorkItem(3, due: 3) with { Role = "chairman" },
            Rows.WorkItem(4, officer: "officer-2", agency: "H34.20") with { DueAt = null },
        ]);

        var found = (await _items.ListAsync(filter, 10)).Items.Select(i => i.Item.Token).ToArray();

        Assert.True(expected.SequenceEqual(found), $"{about}: {string.Join(' ', found)}");
    }

    private async Task WriteAsync(int version, int[] removed, WorkItemRow[] items)
    {
        var write = Rows.Write(Rows.Dossier(1, version)) with { RemovedTokens = [.. removed], WorkItems = [.. items] };
        Assert.IsType<Committed>((await _dossiers.CommitAsync([Rows.Unit(write)]))[0]);
    }
}
