namespace Tthc.Storage.Dossiers;

/// <summary>Which running numbers a code draws from.</summary>
public enum CodeSeries
{
    /// <summary>Codes of received dossiers.</summary>
    Dossier = 1,

    /// <summary>Codes of online filings.</summary>
    Filing = 2,
}

/// <summary>Asks for the next running number of an agency on a day: 1, 2, 3 … without gaps.</summary>
/// <param name="Agency">Identifier of the agency.</param>
/// <param name="Date">The day, by the agency's own calendar.</param>
/// <param name="Series">Which numbers.</param>
public sealed record CodeRequest(string Agency, DateOnly Date, CodeSeries Series);

/// <summary>A write that needs a running number before it can be told.</summary>
/// <param name="Code">The number wanted.</param>
/// <param name="Build">
/// Gives the write for the number drawn. Called inside the transaction, and again with another number when the
/// transaction is repeated: it must be pure.
/// </param>
public sealed record CodedWrite(CodeRequest Code, Func<int, DossierWrite> Build);
