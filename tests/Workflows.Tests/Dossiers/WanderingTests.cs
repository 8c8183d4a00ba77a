using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Random walks over every sample procedure, with lawful and unlawful acts at any hour; the invariants are looked at after each act.</summary>
public sealed class WanderingTests
{
    public static TheoryData<string, int> Procedures
    {
        get
        {
            var all = new TheoryData<string, int>();
            for (var i = 0; i < Stage.Samples.Procedures.Length; i++)
                all.Add("samples", i);
            for (var i = 0; i < Stage.Shipped.Procedures.Length; i++)
                all.Add("shipped", i);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Hold_every_invariant_on_random_walks(string stage, int procedure)
    {
        var walks = Gen.ListOf(Gen.Choose(0, int.MaxValue - 1), 70).ToArbitrary();
        Prop.ForAll(walks, walk =>
        {
            var wanderer = Start(stage, procedure);
            Walk(wanderer, walk);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    /// <summary>The walks are worth something only if they get somewhere.</summary>
    [Theory]
    [MemberData(nameof(Procedures))]
    public void Reach_the_end_and_the_side_ways(string stage, int procedure)
    {
        var random = new System.Random(20251110);
        var statuses = new HashSet<DossierStatus>();
        for (var walk = 0; walk < 100; walk++)
        {
            var wanderer = Start(stage, procedure);
            Walk(wanderer, Enumerable.Range(0, 90).Select(_ => random.Next()));
            statuses.UnionWith(wanderer.Play.Log.Select(r => r.Event.Status));
        }
        var expected = new HashSet<DossierStatus>
        {
            DossierStatus.Submitted, DossierStatus.Processing, DossierStatus.Settled, DossierStatus.Returned, DossierStatus.Withdrawn, DossierStatus.Stopped, DossierStatus.Declined,
        };
        if (Start(stage, procedure).Play.Procedure.PapersFor(null).Any(p => !p.Optional))
            expected.Add(DossierStatus.AwaitingSupplement);
        Assert.Superset(expected, statuses);
    }

    private static Wanderer Start(string stage, int procedure)
    {
        var set = stage == "shipped" ? Stage.Shipped : Stage.Samples;
        return new Wanderer(set, set.Procedures[procedure]);
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
            throw new InvalidOperationException($"{wanderer.Play.Procedure.Code}\n" + string.Join('\n', wanderer.Trail), broken);
        }
    }
}
