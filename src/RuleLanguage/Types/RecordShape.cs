using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tthc.RuleLanguage.Types;

/// <summary>A record as rules see it: its members and functions, nothing else.</summary>
public sealed class RecordShape
{
    private Lookup? _lookup;

    internal RecordShape(string name, Type clr) => (Name, Clr) = (name, clr);

    /// <summary>Name shown to people.</summary>
    public string Name { get; }

    /// <summary>How it is held.</summary>
    public Type Clr { get; }

    /// <summary>Members, in the order they are shown.</summary>
    public ImmutableArray<FactMember> Members => Known.Members;

    /// <summary>Functions of the record, written after a dot; several may share a name.</summary>
    public ImmutableArray<FunctionShape> Functions => Known.Functions;

    /// <summary>Whether it was inferred from data: an unknown member is then a missing fact, not a mistake in the rule.</summary>
    public bool IsOpen { get; internal init; }

    private Lookup Known => _lookup ?? throw new InvalidOperationException($"The shape of {Name} is not complete yet.");

    /// <summary>The member of that name: exactly, or else the only one that differs in case alone; null: none.</summary>
    public FactMember? Find(string name) => Known.Exact.GetValueOrDefault(name) ?? Known.AnyCase.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Shapes may refer to each other in a ring, so members come after the shape itself.</summary>
    internal RecordShape Complete(IEnumerable<FactMember> members, IEnumerable<FunctionShape> functions)
    {
        _lookup = new Lookup([.. members], [.. functions]);
        return this;
    }

    private sealed class Lookup(ImmutableArray<FactMember> members, ImmutableArray<FunctionShape> functions)
    {
        public ImmutableArray<FactMember> Members => members;

        public ImmutableArray<FunctionShape> Functions => functions;

        public FrozenDictionary<string, FactMember> Exact { get; } = members.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);

        public FrozenDictionary<string, FactMember> AnyCase { get; } = members.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }
}
