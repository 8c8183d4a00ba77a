using System.Collections.Immutable;
using System.Reflection;

namespace Tthc.Text.Diagnostics;

/// <summary>Lists the kinds of diagnostics a catalogue class declares.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The <c>public static</c> descriptor fields of a catalogue class, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(Type catalogue) =>
    [
        .. catalogue.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
