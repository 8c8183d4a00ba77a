using System.Globalization;
using Tthc.Protos.V1;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Cli.Demo;

/// <summary>What the facts of a dossier leave open, as an officer who knows the procedure sees it; and facts as applicants give them.</summary>
internal static class OpenWays
{
    private static readonly TimeSpan s_local = TimeSpan.FromHours(7);

    public static bool Holds(PlayedDossier subject, Condition? when, DateTimeOffset now)
    {
        if (when is null)
            return true;
        var known = Workflows.Dossiers.Dossier.Blank(0) with
        {
            Facts = EquatableFacts(subject),
            CaseKey = subject.Latest?.CaseKey is { Length: > 0 } kase ? kase : null,
        };
        return when.Judge(when.Schema.FactsOf(known, new FactSources(subject.Procedure, null, null, [])), new EvaluationContext(now, s_local)) == Verdict.True;
    }

    /// <summary>Where a way leads.</summary>
    public static Target TargetOf(PlayedDossier subject, StepAction way, DateTimeOffset now) =>
        way.TargetWhen.FirstOrDefault(one => Holds(subject, one.When, now))?.Value ?? way.Target;

    /// <summary>All facts a procedure asks for, so that no condition is left open.</summary>
    public static IEnumerable<FactValue> Facts(Arrival arrival) => arrival.Procedure.Facts.Select(fact =>
    {
        var chance = Chance.For(arrival.Key, "fact " + fact.Key);
        return new FactValue
        {
            Name = fact.Key,
            Value = fact.Type switch
            {
                CaseFactType.Boolean => chance.Happens(0.3) ? "true" : "false",
                CaseFactType.Whole => chance.Below(20).ToString(CultureInfo.InvariantCulture),
                CaseFactType.Decimal => chance.Below(1000).ToString(CultureInfo.InvariantCulture),
                CaseFactType.Date => Offices.DayOf(arrival.At).ToString("O", CultureInfo.InvariantCulture),
                _ => fact.Name.Vietnamese,
            },
        };
    });

    private static Workflows.EquatableList<CaseFactValue> EquatableFacts(PlayedDossier subject) =>
        [.. (subject.Latest?.Facts ?? []).Select(f => new CaseFactValue(f.Name, f.Value))];
}
