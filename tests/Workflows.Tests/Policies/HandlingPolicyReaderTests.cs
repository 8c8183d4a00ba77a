using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Policies;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Policies;

public sealed class HandlingPolicyReaderTests
{
    private static MarkedFile Broken =>
        MarkedFile.Load(Path.Combine(RepositoryFiles.Root, "tests", "Workflows.Tests", "fixtures", "policies", "broken.policy.json"));

    [Fact]
    public void Reads_the_two_worlds_of_the_decrees()
    {
        var bag = new DiagnosticBag();
        var policies = HandlingPolicyReader.Read(RepositoryFiles.Rules("policies", "*.policy.json"), bag);
        Assert.Empty(bag.ToImmutable());
        Assert.Equal(["nd-61-2018", "nd-118-2025"], policies.Select(p => p.Key));
        Assert.True(policies[0].IsInForce(new(2025, 6, 30)) && !policies[0].IsInForce(new(2025, 7, 1)));
        Assert.All(policies, p => Assert.Equal((1, 1, new Limit.WorkingTime(480)), (p.SupplementAtMost, p.ReAppointmentsAtMost, p.AcceptanceLimit)));
        Assert.False(policies[0].Forms.ContainsKey("stop"));
        Assert.Equal(("05", "06", "07"), (policies[1].Forms["stop"], policies[1].Forms["control"], policies[1].Forms["register"]));
        Assert.All(policies, p => Assert.Equal((SupplementClock.Pause, Silence.Wait), (p.SupplementClock, p.SupplementSilence)));
    }

    [Fact]
    public void Reports_every_mistake_at_its_place()
    {
        var bag = new DiagnosticBag();
        HandlingPolicyReader.Read([Broken.Source], bag);
        Assert.Equal(Broken.Expected, Broken.Reported(bag));
    }

    [Fact]
    public void Reports_a_policy_written_in_two_files()
    {
        var file = RepositoryFiles.Rules("policies", "*.policy.json")[0];
        var bag = new DiagnosticBag();
        HandlingPolicyReader.Read([file, SourceText.From("second.policy.json", file.Text)], bag);
        Assert.Contains(bag.ToImmutable(), d => d.Id == "POL-006" && d.Location.Path == "second.policy.json");
    }

    [Fact]
    public void Has_a_page_for_every_diagnostic() =>
        Assert.All(DiagnosticCatalogue.Of(typeof(PolicyDiagnostics)), descriptor =>
            Assert.StartsWith($"# {descriptor.Id}: ", File.ReadAllText(Path.Combine(RepositoryFiles.Root, descriptor.DocumentationPath)), StringComparison.Ordinal));
}
