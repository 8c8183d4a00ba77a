namespace Tthc.RuleLanguage.Checking;

/// <summary>The queries over lists. Where a predicate may be left out, it may be left out here.</summary>
public enum QueryOperator
{
    /// <summary>Whether any element (that the predicate holds for) is there.</summary>
    Any,

    /// <summary>Whether the predicate holds for all.</summary>
    All,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Those the predicate holds for. Where it cannot be told for an element, the result is missing as a whole.</summary>
    Where,

    /// <summary>What the selector gives for each.</summary>
    Select,

    /// <summary>The elements of the lists the selector gives.</summary>
    SelectMany,

    /// <summary>The first; missing when there is none.</summary>
    First,

    /// <summary>The first, or null.</summary>
    FirstOrDefault,

    /// <summary>The last; missing when there is none.</summary>
    Last,

    /// <summary>The last, or null.</summary>
    LastOrDefault,

    /// <summary>The only one; missing when there is none or several.</summary>
    Single,

    /// <summary>The only one, or null; missing when there are several.</summary>
    SingleOrDefault,

    /// <summary>By a key, ascending, stable.</summary>
    OrderBy,

    /// <summary>By a key, descending, stable.</summary>
    OrderByDescending,

    /// <summary>By a further key; the source is an ordering.</summary>
    ThenBy,

    /// <summary>By a further key, descending; the source is an ordering.</summary>
    ThenByDescending,

    /// <summary>All but the first so many.</summary>
    Skip,

    /// <summary>The first so many.</summary>
    Take,

    /// <summary>Each value once.</summary>
    Distinct,

    /// <summary>Whether a value is among them.</summary>
    Contains,

    /// <summary>The sum; 0 of none.</summary>
    Sum,

    /// <summary>The mean; missing of none.</summary>
    Average,

    /// <summary>The smallest; missing of none.</summary>
    Min,

    /// <summary>The greatest; missing of none.</summary>
    Max,

    /// <summary>In groups of one key.</summary>
    GroupBy,

    /// <summary>Backwards.</summary>
    Reverse,

    /// <summary>One list after the other.</summary>
    Concat,

    /// <summary>What the other list does not have, each once.</summary>
    Except,

    /// <summary>What either has, each once.</summary>
    Union,

    /// <summary>What both have, each once.</summary>
    Intersect,

    /// <summary>The list, or a list of one value when it is empty.</summary>
    DefaultIfEmpty,
}
