namespace Tthc.Text;

/// <summary>A place in a text as people and editors name it.</summary>
/// <param name="Line">Line number, from 1. Lines end at LF, CRLF or a lone CR.</param>
/// <param name="Column">
/// Column, from 1: one more than the number of Unicode scalar values before the place on its line.
/// A tab counts as one; a character outside the basic plane counts as one; a combining mark written on its own counts
/// as one, because that is how the usual editors count Vietnamese text kept in decomposed form.
/// </param>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
