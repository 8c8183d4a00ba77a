using System.Collections.Immutable;

namespace Tthc.Text.Schemas;

/// <summary>The description of one file format.</summary>
/// <param name="Title">What the file is.</param>
/// <param name="Root">The shape of the whole file.</param>
public sealed record SchemaDocument(BilingualText Title, Shape Root)
{
    /// <summary>Shapes a <see cref="ReferenceShape"/> may name, written in the order of their names.</summary>
    public ImmutableSortedDictionary<string, Shape> Definitions { get; init; } =
        ImmutableSortedDictionary.Create<string, Shape>(StringComparer.Ordinal);

    /// <summary>This document with one more named shape.</summary>
    /// <exception cref="ArgumentException">The name is taken by another shape.</exception>
    public SchemaDocument Define(string name, Shape shape) => this with { Definitions = Definitions.Add(name, shape) };
}
