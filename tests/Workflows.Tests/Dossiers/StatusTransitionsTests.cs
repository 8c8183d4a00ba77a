using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Tests.Dossiers;

public sealed class StatusTransitionsTests
{
    /// <summary>The table of the national synchronisation, every pair not named here forbidden.</summary>
    private static readonly HashSet<(int From, int To)> s_allowed =
    [
        (0, 1), (0, 2), (1, 2), (1, 3), (1, 5), (1, 7),
        (2, 4), (2, 5), (2, 7), (2, 8), (4, 5), (4, 6), (4, 7), (4, 8), (4, 9),
        (5, 1), (5, 4), (5, 7), (5, 8), (6, 4), (6, 7), (6, 8), (9, 10), (9, 4),
    ];

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var pairs = new TheoryData<int, int>();
            for (var from = 0; from <= 10; from++)
                for (var to = 0; to <= 10; to++)
                    pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Follow_the_table(int from, int to) =>
        Assert.Equal(from == to || s_allowed.Contains((from, to)), StatusTransitions.Allows((DossierStatus)from, (DossierStatus)to));

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    public void End_there(int status)
    {
        Assert.True(StatusTransitions.IsFinal((DossierStatus)status));
        Assert.False(StatusTransitions.IsOpen((DossierStatus)status));
        Assert.DoesNotContain(s_allowed, pair => pair.From == status);
    }

    [Fact]
    public void Have_the_numbers_of_the_portal() =>
        Assert.Equal(
            ["None", "Submitted", "Received", "Declined", "Processing", "AwaitingSupplement", "AwaitingPayment", "Withdrawn", "Stopped", "Settled", "Returned"],
            Enum.GetValues<DossierStatus>().Order().Select(s => s.ToString()));
}
