using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>
/// All sets by name, and of each the sets whose rules it takes. What is injected is worked out here once and never written into a definition: RulesEngine, which
/// changed the stored workflow, could use it for one shape of input only.
/// </summary>
internal sealed class RuleSetCatalogue
{
    private readonly Dictionary<string, RuleSetDefinition> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<RuleSetDefinition, ImmutableArray<RuleSetDefinition>> _injected = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _ringsReported = [];

    /// <summary>Sets in the order given, of equal names the first.</summary>
    public ImmutableArray<RuleSetDefinition> Sets { get; private init; } = [];

    public static RuleSetCatalogue Of(IReadOnlyList<RuleSetDefinition> all, DiagnosticBag bag)
    {
        var catalogue = new RuleSetCatalogue { Sets = [.. all.DistinctBy(set => set.Name.Value, StringComparer.Ordinal)] };
        foreach (var set in all)
        {
            if (!catalogue._byName.TryAdd(set.Name.Value, set))
                bag.Report(set.Name.Problem(RuleSetDiagnostics.DuplicateSet, set.Name.Value)
                    .WithRelated(catalogue._byName[set.Name.Value].Name.Location, "bộ thứ nhất", "the first set"));
        }
        foreach (var set in catalogue.Sets)
            catalogue._injected.Add(set, catalogue.Injected(set, bag));
        return catalogue;
    }

    /// <summary>The set of that name; null: none.</summary>
    public RuleSetDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    public Diagnostic WithNearest(Diagnostic unknown, string name) => unknown.WithNearest(NameSuggestion.Nearest(name, _byName.Keys));

    /// <summary>The set itself, then the sets whose rules it takes, each once however many ways lead to it.</summary>
    public ImmutableArray<RuleSetDefinition> Contributors(RuleSetDefinition set) => [set, .. _injected[set]];

    /// <summary>Enabled rules at the top with the sets they come from.</summary>
    public IEnumerable<(RuleSetDefinition From, RuleDefinition Rule)> Rules(RuleSetDefinition set) =>
        Contributors(set).SelectMany(from => from.Rules.Where(rule => rule.IsEnabled).Select(rule => (from, rule)));

    private ImmutableArray<RuleSetDefinition> Injected(RuleSetDefinition set, DiagnosticBag bag)
    {
        var order = ImmutableArray.CreateBuilder<RuleSetDefinition>();
        var seen = new HashSet<RuleSetDefinition>(ReferenceEqualityComparer.Instance) { set };
        // A stack of our own: names in files form chains as long as the author likes.
        var left = new Stack<(RuleSetDefinition Set, ImmutableArray<Located<string>> Way)>([(set, [])]);
        while (left.TryPop(out var at))
        {
            if (at.Set != set && !seen.Add(at.Set))
                continue;
            if (at.Set != set)
                order.Add(at.Set);
            foreach (var name in at.Set.Injects.Reverse())
            {
                if (Find(name.Value) is not { } target)
                    ReportUnknown(set, at.Set, name, bag);
                else if (ReferenceEquals(target, set))
                    ReportRing(set, at.Way, name, bag);
                else
                    left.Push((target, at.Way.Add(name)));
            }
        }
        return order.ToImmutable();
    }

    private void ReportUnknown(RuleSetDefinition of, RuleSetDefinition at, Located<string> name, DiagnosticBag bag)
    {
        if (ReferenceEquals(of, at))
            bag.Report(WithNearest(name.Problem(RuleSetDiagnostics.UnknownInject, name.Value), name.Value));
    }

    /// <summary>A ring is found from each of its sets; it is told once.</summary>
    private void ReportRing(RuleSetDefinition set, ImmutableArray<Located<string>> way, Located<string> last, DiagnosticBag bag)
    {
        string[] names = [set.Name.Value, .. way.Select(n => n.Value)];
        if (_ringsReported.Add(string.Join('\n', names.Order(StringComparer.Ordinal))))
            bag.Report(last.Problem(RuleSetDiagnostics.InjectCycle, string.Join(" → ", [.. names, last.Value])));
    }
}
