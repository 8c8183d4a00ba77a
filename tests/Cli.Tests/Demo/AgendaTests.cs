using Tthc.Cli.Demo;
using Tthc.Cli.Input;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Tests.Demo;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset s_start = new(2025, 7, 1, 0, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Takes_what_falls_on_one_moment_together_dossier_by_dossier()
    {
        var agenda = new Agenda(s_start);
        var (one, two) = (Subject(1), Subject(2));
        agenda.Add(s_start.AddMinutes(8), Errand(two));
        agenda.Add(s_start.AddMinutes(6), Errand(one));
        agenda.Add(s_start.AddMinutes(10), Errand(two));
        agenda.Add(s_start.AddMinutes(11), Errand(one));

        Assert.Equal(s_start.AddMinutes(10), agenda.Next);
        var taken = agenda.TakeNext();

        Assert.Equal([(one, 1), (two, 2)], taken.Select(errands => (errands[0].Subject, errands.Count)));
        Assert.Equal(s_start.AddMinutes(10), agenda.Now);
        Assert.Equal(s_start.AddMinutes(15), agenda.Next);
    }

    [Fact]
    public void Puts_what_should_have_been_done_before_on_the_next_moment()
    {
        var agenda = new Agenda(s_start);
        agenda.Add(s_start.AddHours(1), Errand(Subject(1)));
        agenda.TakeNext();

        agenda.Add(s_start, Errand(Subject(2)));

        Assert.Equal(s_start.AddMinutes(65), agenda.Next);
    }

    private static Errand Errand(PlayedDossier subject) => new(subject, () => Task.CompletedTask);

    private static PlayedDossier Subject(ulong key)
    {
        var procedure = RuleBundleCompiler.Compile(RuleFiles.ReadFolder(RepositoryFolder.Of("rules"))).Bundle!.Procedures[0];
        return new(key, procedure, Fate.Draw(key, isLand: false, Tthc.Cli.Demo.Misdeeds.MisdeedRates.Usual));
    }
}
