using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>Compiles the sets under test for the facts of cases: typed ones of the host, the same as data, or inferred ones.</summary>
/// <param name="all">The sets under test and those they need.</param>
/// <param name="host">The host.</param>
/// <param name="bag">Where problems go.</param>
internal sealed class TestSets(IReadOnlyList<RuleSetDefinition> all, RuleTestHost host, DiagnosticBag bag)
{
    private readonly Dictionary<(string Set, bool AsData), CompiledRuleSet?> _compiled = [];

    /// <summary>The set of a case with the facts of the case; null: reported.</summary>
    public (CompiledRuleSet Set, object Facts)? For(RuleTestCase test, RuleSetDefinition set) =>
        test.Given is not null ? Given(test, set) : host.Schema(set) is { } schema ? AsData(test, set, schema) : Inferred(test, set);

    private (CompiledRuleSet, object)? Given(RuleTestCase test, RuleSetDefinition set)
    {
        if (host.Facts is not { } make || host.Schema(set) is null)
        {
            test.Given!.Report(TestDiagnostics.NoFacts);
            return null;
        }
        var compiled = host.Compiled?.Invoke(set) ?? Compiled(test, set, (set.Name.Value, false), host.Schema);
        return compiled is not null && make(test, bag) is { } facts ? (compiled, facts) : null;
    }

    private (CompiledRuleSet, object)? AsData(RuleTestCase test, RuleSetDefinition set, FactSchema schema)
    {
        var compiled = Compiled(test, set, (set.Name.Value, true), other => JsonFacts.AsData(host.Schema(other) ?? schema, [.. host.Provided.Keys]));
        if (compiled is null || JsonFacts.Read(compiled.Bound.Facts.Root, test.Facts!.Node, bag) is not { } facts)
            return null;
        var members = facts.Shape.Members;
        return (compiled, new DataRecord(facts.Shape, [.. facts.Values.Select((value, i) => value ?? host.Provided.GetValueOrDefault(members[i].Name))]));
    }

    private (CompiledRuleSet, object)? Inferred(RuleTestCase test, RuleSetDefinition set)
    {
        if (test.Facts!.Node is not JsonObject json)
        {
            test.Facts.ReportWrongType(new("đối tượng {…}", "an object {…}"));
            return null;
        }
        var inferred = JsonFacts.Infer(json);
        return Compile(test, set, _ => inferred.Schema) is { } compiled ? (compiled, inferred.Facts) : null;
    }

    private CompiledRuleSet? Compiled(RuleTestCase test, RuleSetDefinition set, (string, bool) key, Func<RuleSetDefinition, FactSchema?> schema)
    {
        if (!_compiled.TryGetValue(key, out var compiled))
            _compiled.Add(key, compiled = Compile(test, set, other => schema(other) ?? FactSchema.Empty));
        return compiled;
    }

    private CompiledRuleSet? Compile(RuleTestCase test, RuleSetDefinition set, Func<RuleSetDefinition, FactSchema> schema)
    {
        // What is wrong with the rules themselves is told by whoever checks them.
        var compiled = RuleSetCompiler.Compile(all, schema, host.Options, new DiagnosticBag()).FirstOrDefault(c => ReferenceEquals(c.Definition, set));
        if (compiled is null)
            bag.Report(test.Name.Problem(TestDiagnostics.BrokenSet, set.Name.Value));
        return compiled;
    }
}
