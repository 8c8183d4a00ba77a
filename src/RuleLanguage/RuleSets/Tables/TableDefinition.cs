using System.Collections.Immutable;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>A decision table as it was written.</summary>
/// <param name="Inputs">What the conditions of a row are about: expressions.</param>
/// <param name="Policy">What happens when several rows apply.</param>
/// <param name="Rows">Rows in the order of the file.</param>
public sealed record TableDefinition(ImmutableArray<Located<string>> Inputs, Located<HitPolicy> Policy, ImmutableArray<TableRow> Rows);

/// <summary>A row.</summary>
/// <param name="When">One condition for each input, in short form.</param>
/// <param name="Then">The expression it gives; empty where the table only says whether a row applies.</param>
/// <param name="Place">The row as a whole.</param>
public sealed record TableRow(ImmutableArray<Located<string>> When, ImmutableArray<Located<string>> Then, JsonCursor Place);

/// <summary>What happens when several rows of a table apply.</summary>
public enum HitPolicy
{
    /// <summary>They may not: the value is then missing, with that reason.</summary>
    Unique,

    /// <summary>The first counts.</summary>
    First,

    /// <summary>The values of all, as a list.</summary>
    Collect,

    /// <summary>The sum of the values of all; 0 of none.</summary>
    CollectSum,

    /// <summary>The smallest value.</summary>
    CollectMin,

    /// <summary>The greatest value.</summary>
    CollectMax,

    /// <summary>How many apply.</summary>
    CollectCount,
}
