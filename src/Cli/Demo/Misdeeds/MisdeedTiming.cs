using Tthc.Protos.V1;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>When a step is done where the moment itself is what is wrong.</summary>
internal sealed class MisdeedTiming(Stage stage)
{
    // The policies let nobody write further back than three days.
    private static readonly TimeSpan s_back = TimeSpan.FromHours(70);

    /// <summary>The moment the officer gets to it, given when he would have.</summary>
    public DateTimeOffset? Finish(PlayedDossier subject, ActiveStep step, DateTimeOffset? usual)
    {
        var now = stage.Agenda.Now;
        if (usual is not { } at)
            return null;
        return subject.Misdeed switch
        {
            Misdeed.EndBackdated when step.ClosedBy == "SettleDossier" => AfterDue(subject, now),
            Misdeed.NightWork when step.ClosedBy == "AdvanceStep" && step.Step != subject.Procedure.Start && subject.Plan("night") => Night(at),
            Misdeed.NotCollected when step.ClosedBy == "ReturnResult" => stage.Offices.After(step.Agency, now, 5 * 480),
            Misdeed.BatchHandover when step.ClosedBy == "ReturnResult" && subject.KeptUntil > at => subject.KeptUntil,
            Misdeed.NoResult when step.ClosedBy == "ReturnResult" => stage.Offices.After(step.Agency, now, 60),
            _ => at,
        };
    }

    /// <summary>When the result is said to have been there; null: now.</summary>
    public DateTimeOffset? SettledAt(PlayedDossier subject, ActiveStep step)
    {
        var said = step.ArrivedAt.ToDateTimeOffset().AddMinutes(10);
        return subject.Misdeed == Misdeed.EndBackdated && stage.Agenda.Now - said is var back && back > TimeSpan.Zero && back < s_back ? said : null;
    }

    /// <summary>When the result is said to have been handed over: the day before it was signed; null: now.</summary>
    public DateTimeOffset? HandedOverAt(PlayedDossier subject)
    {
        if (subject.Misdeed != Misdeed.NoResult || subject.Latest!.Result?.Date is not { } signed)
            return null;
        var said = new DateTimeOffset(signed.Year, signed.Month, signed.Day, 0, 0, 0, Output.LocalTime.Offset).AddHours(-8);
        return stage.Agenda.Now - said < s_back ? said : null;
    }

    /// <summary>Once it is late, if that can still be hidden.</summary>
    private static DateTimeOffset AfterDue(PlayedDossier subject, DateTimeOffset now)
    {
        var late = subject.Latest!.DueAt?.ToDateTimeOffset().AddHours(16) ?? now;
        var (least, most) = (now.AddHours(30), now + s_back);
        return late < least ? least : late > most ? now.AddHours(48) : late;
    }

    private static DateTimeOffset Night(DateTimeOffset at) =>
        new DateTimeOffset(Offices.DayOf(at).ToDateTime(new TimeOnly(22, 20)), Output.LocalTime.Offset);
}
