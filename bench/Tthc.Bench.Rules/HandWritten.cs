using Tthc.RuleLanguage.Evaluation;

namespace Tthc.Bench.Rules;

/// <summary>The ten rules as a programmer would write them, with the same three verdicts.</summary>
internal static class HandWritten
{
    private static readonly TimeSpan s_tooLong = TimeSpan.FromDays(58);

    public static void Evaluate(Facts facts, EvaluationContext context, Verdict[] verdicts)
    {
        var d = facts.Dossier;
        var now = context.Now;
        verdicts[0] = And(Of(d.Status == "processing"), d.DueAt is { } due ? Of(now > due) : Verdict.Undetermined);
        verdicts[1] = Of(d.Channel is "online" or "postal" && d.Fee > 2_500_000 && !d.IsFeePaid);
        verdicts[2] = Of(d.ReturnedAt is null && now - d.ReceivedAt > s_tooLong);
        verdicts[3] = Of(d.Status == "returned" && AnyUnchecked(d.Parts));
        verdicts[4] = d.Status != "processing" ? Verdict.False
            : d.WorkingMinutes(d.ReceivedAt, now) is { } worked ? Of(worked > d.AllowedMinutes) : Verdict.Undetermined;
        verdicts[5] = And(d.ExtendedTo is { } extended && d.DueAt is { } before ? Of(extended > before) : Verdict.Undetermined, Of(d.ApologySlips == 0));
        verdicts[6] = Of(d.SupplementRequests > 2);
        verdicts[7] = d.ReturnedAt is { } returned && d.DueAt is { } limit ? Of(returned > limit) : Verdict.Undetermined;
        verdicts[8] = Of(d.Agency.Level == "commune" && d.Agency.Code != d.AssignedAgency && d.Steps >= 12);
        verdicts[9] = Of((d.Rating ?? 100) < 10 || (d.IsUrgent && !d.IsAcknowledged && d.Steps == 0));
    }

    private static bool AnyUnchecked(IReadOnlyList<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is { IsRequired: true, CheckedAt: null })
                return true;
        }
        return false;
    }

    private static Verdict Of(bool holds) => holds ? Verdict.True : Verdict.False;

    private static Verdict And(Verdict a, Verdict b) =>
        a == Verdict.False || b == Verdict.False ? Verdict.False : a == Verdict.True && b == Verdict.True ? Verdict.True : Verdict.Undetermined;
}
