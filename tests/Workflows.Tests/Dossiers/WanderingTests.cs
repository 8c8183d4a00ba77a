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
        var walks = Gen.ListOf(Gen.Choose(int.MinValue / 2, int.MaxValue / 2), 70).ToArbitrary();
        Prop.ForAll(walks, walk =>
        {
            var wanderer = new Wanderer(procedure);
            foreach (var choice in walk)
                wanderer.Step(choice);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    /// <summary>The walks are worth something only if they get somewhere.</summary>
    [Theory]
    [MemberData(nameof(Procedures))]
    public void Reach_the_end_and_the_side_ways(string procedure)
    {
        var random = new System.Random(20251110);
        var statuses = new HashSet<DossierStatus>();
        for (var walk = 0; walk < 200; walk++)
        {
            var wanderer = new Wanderer(procedure);
            for (var i = 0; i < 90; i++)
            {
                wanderer.Step(random.Next());
                statuses.Add(wanderer.Play.Dossier.Status);
            }
        }
        Assert.Superset(
            new HashSet<DossierStatus> { DossierStatus.Submitted, DossierStatus.Processing, DossierStatus.AwaitingSupplement, DossierStatus.Settled, DossierStatus.Returned, DossierStatus.Withdrawn, DossierStatus.Stopped, DossierStatus.Declined },
            statuses);
    }
}
