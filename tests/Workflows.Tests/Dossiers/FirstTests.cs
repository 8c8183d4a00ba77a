using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Workflows.Tests.Dossiers;

public sealed class FirstTests
{
    [Fact]
    public void Walks()
    {
        var play = new Play("2.000635");
        play.Do(Play.Officer("reception"), "2025-11-10 14:30", new ReceiveDossier(Play.Form("2.000635"), Channel.Direct));
        Assert.Equal(Play.Local("2025-11-10 17:00"), play.Dossier.Clock!.DueAt);
    }
}
