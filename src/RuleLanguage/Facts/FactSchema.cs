using System.Collections.Immutable;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Facts;

/// <summary>What expressions may speak of: the members of a root record are the names known at the top, beside functions of the host.</summary>
/// <param name="Root">The facts given to an evaluation; held as <see cref="RecordShape.Clr"/>.</param>
public sealed record FactSchema(RecordShape Root)
{
    /// <summary>No facts at all: constants, the clock and the built-in functions only.</summary>
    public static FactSchema Empty { get; } = new(DataRecord.ShapeOf("facts", []));

    /// <summary>Functions of the host that are called by name, without a receiver.</summary>
    public ImmutableArray<FunctionShape> Functions { get; init; } = [];

    /// <summary>
    /// With exactly one fact at the top and no other name in scope, its members may be written without it, as RulesEngine allows.
    /// </summary>
    public bool AllowsBareMembers => Root.Members is [{ Type.Kind: TypeKind.Record }];
}
