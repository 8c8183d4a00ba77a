using System.Globalization;
using Tthc.Bench.RuleFuzz.Generating;
using Tthc.Bench.RuleFuzz.Judging;
using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Tests.Fuzz;

/// <summary>
/// Files made by chance, and those made to break a reader, go all the way through without an exception, without a hang, and with verdicts on which the compiled form and
/// the explaining one agree. For more of them: dotnet run -c Release --project bench/RuleFuzz -- --cases 1000000 --seed 7
/// </summary>
public sealed class RuleFuzzTests
{
    private const int Seed = 20_260_421;
    private const int Cases = 600;

    /// <summary>What takes so long has no answer; nothing here comes near it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Hostile => [.. HostileDocuments.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Survives_a_hostile_file(string name)
    {
        var json = HostileDocuments.All[name]();
        var run = new FuzzRun(s_patience, most: 5);

        Assert.Empty(run.Failures(Enumerable.Range(0, 2).Select(facts => (facts, new FuzzCase(name, json, facts)))));
    }

    [Fact]
    public void Survives_files_made_by_chance()
    {
        var verdicts = new List<Verdict>();
        var errors = 0;
        var run = new FuzzRun(s_patience)
        {
            Finished = (_, _, outcome) =>
            {
                verdicts.AddRange(outcome.Verdicts);
                errors += outcome.Errors.Length;
            },
        };

        var failures = run.Failures(Enumerable.Range(0, Cases).Select(number => (number, FuzzCase.Of(Seed, number))));

        Assert.True(failures.Count == 0, string.Create(
            CultureInfo.InvariantCulture, $"dotnet run -c Release --project bench/RuleFuzz -- --seed {Seed} --case <n>\n{string.Join('\n', failures)}"));
        // Otherwise nothing but refusals would have been tried, or no refusal.
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.True(verdicts.Count(v => v == verdict) > 20, verdict.ToString()));
        Assert.InRange(errors, 200, int.MaxValue);
    }

    [Fact]
    public void Makes_the_same_cases_again()
    {
        for (var number = 0; number < 50; number++)
            Assert.Equal(FuzzCase.Of(3, number), FuzzCase.Of(3, number));
        Assert.NotEqual(FuzzCase.Of(3, 1).Json, FuzzCase.Of(4, 1).Json);
    }
}
