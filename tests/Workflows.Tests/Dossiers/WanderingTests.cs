using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Random walks over every sample procedure, with lawful and unlawful acts at any hour; the invariants are looked at after each act.</summary>
public sealed class WanderingTests
{
    public static TheoryData<string> Procedures => [.. SampleProcedures.All.Select(p => p.Code)];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Hold_every_invariant_on_random_walks(string procedure)
    {
        var walks = Gen.ListOf(Gen.Choose(0, int.MaxValue - 1), 70).ToArbitrary();
        Prop.ForAll(walks, walk =>
        {
            var wanderer = new Wanderer(procedure);
            Walk(wanderer, walk);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    /// <summary>The walks are worth something only if they get somewhere.</summary>
    [Theory]
    [MemberData(nameof(Procedures))]
    public void Reach_the_end_and_the_side_ways(string procedure)
    {
        var random = new System.Random(20251110);
        var statuses = new HashSet<DossierStatus>();
        for (var walk = 0; walk < 100; walk++)
        {
            var wanderer = new Wanderer(procedure);
            Walk(wanderer, Enumerable.Range(0, 90).Select(_ => random.Next()));
            statuses.UnionWith(wanderer.Play.Log.Select(r => r.Event.Status));
        }
        Assert.Superset(
            new HashSet<DossierStatus> { DossierStatus.Submitted, DossierStatus.Processing, DossierStatus.AwaitingSupplement, DossierStatus.Settled, DossierStatus.Returned, DossierStatus.Withdrawn, DossierStatus.Stopped, DossierStatus.Declined },
            statuses);
    }

    private static void Walk(Wanderer wanderer, IEnumerable<int> choices)
    {
        try
        {
            foreach (var choice in choices)
                wanderer.Step(choice);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException(string.Join('\n', wanderer.Trail), broken);
        }
    }
}
