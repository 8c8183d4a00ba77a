namespace Tthc.Storage.Maintenance;

/// <summary>A table as it is copied between databases.</summary>
/// <param name="Name">Its name in the target.</param>
/// <param name="Order">Columns that say in which order its rows come; of a big table the first tells where to go on.</param>
internal sealed record CopiedTable(string Name, string Order)
{
    /// <summary>What it is read from, where the source keeps it otherwise.</summary>
    public string From { get; init; } = Name;

    /// <summary>May hold millions: a copy that was broken off goes on behind the last row there.</summary>
    public bool IsBig { get; init; }

    /// <summary>One row that both databases make by themselves: the source's replaces the target's, last of all.</summary>
    public bool IsSingle { get; init; }

    /// <summary>All of them: what others refer to comes first, and the head of the feed last.</summary>
    public static IReadOnlyList<CopiedTable> All { get; } =
    [
        new("rule_file", "id"),
        new("bundle", "id"),
        new("bundle_file", "bundle_id, path"),
        new("publication", "id"),
        new("publication_file", "publication_id, path"),
        new("publication_force", "publication_id"),
        new("procedure_revision", "id"),
        new("bundle_procedure", "bundle_id, procedure_revision_id"),
        new("rule_set_revision", "id"),
        new("bundle_rule_set", "bundle_id, rule_set_revision_id"),
        new("code_counter", "agency, day, series"),
        new("event", "position") { IsBig = true },
        new("dossier", "id") { IsBig = true },
        new("deadline", "dossier_id")
        {
            IsBig = true,
            From = "(select id as dossier_id, deadline_at as due_at, deadline_name as name from dossier where deadline_at is not null)",
        },
        new("work_item", "dossier_id, token") { IsBig = true },
        new("request", "request_id") { IsBig = true },
        new("signal", "number"),
        new("set_aside", "dossier_id, name, due_at"),
        new("webhook", "id"),
        new("webhook_dead", "webhook_id, through"),
        new("rule_sweep", "id") { IsSingle = true },
        new("id_block", "name") { IsSingle = true },
        new("feed_head", "id") { IsSingle = true },
    ];

    /// <summary>The first of <see cref="Order"/>.</summary>
    public string Key => Order.Split(',')[0];
}
