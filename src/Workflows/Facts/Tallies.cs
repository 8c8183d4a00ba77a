using Tthc.RuleLanguage.Facts;

namespace Tthc.Workflows.Facts;

/// <summary>Counts over many dossiers, as far as rules ask for them. Events record the verdict, so replay needs none.</summary>
/// <param name="Officer">The officer whose act ends the dossier; null: the act ends nothing, or nobody asks.</param>
/// <param name="Agency">The deciding agency's month; null: nobody asks, or it was not counted (previews).</param>
public sealed record Tallies(OfficerFacts? Officer, AgencyFacts? Agency)
{
    /// <summary>Nothing was counted.</summary>
    public static Tallies None { get; } = new(null, null);
}

/// <summary>The officer who ends the dossier with the act that is judged, and what that officer ended this month. Counted when the act is judged.</summary>
/// <param name="Account">Name of the account.</param>
/// <param name="Agency">The agency for which the officer acts.</param>
/// <param name="EndedWithinMinute">Dossiers ended in the minute before, this one included.</param>
/// <param name="EndedThisMonth">Dossiers ended since the first of the month, this one included.</param>
/// <param name="LateThisMonth">Of them after the day of their appointment, this one left out.</param>
[FactRecord("officer")]
public sealed record OfficerFacts(
    [property: RuleFact("Tài khoản cán bộ", "Account of the officer")] string Account,
    [property: RuleFact("Cơ quan của cán bộ", "The agency for which the officer acts")] string Agency,
    [property: RuleFact("Số hồ sơ cán bộ kết thúc trong một phút vừa qua, kể cả hồ sơ này", "Dossiers the officer ended within the last minute, this one included")] int EndedWithinMinute,
    [property: RuleFact("Số hồ sơ cán bộ kết thúc từ đầu tháng, kể cả hồ sơ này", "Dossiers the officer ended this month, this one included")] int EndedThisMonth,
    [property: RuleFact("Trong đó quá ngày hẹn, không kể hồ sơ này", "Of them after the day of their appointment, this one left out")] int LateThisMonth);

/// <summary>The month of the agency that decides the dossier, over all its dossiers. Counted at most a minute ago.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="EndedThisMonth">Dossiers ended since the first of the month.</param>
/// <param name="LateThisMonth">Of them after the day of their appointment.</param>
/// <param name="OpenOverdue">Dossiers open whose day of appointment is over, paused ones too.</param>
[FactRecord("agencyMonth")]
public sealed record AgencyFacts(
    [property: RuleFact("Cơ quan", "The agency")] string Agency,
    [property: RuleFact("Số hồ sơ kết thúc từ đầu tháng", "Dossiers ended this month")] int EndedThisMonth,
    [property: RuleFact("Trong đó quá ngày hẹn", "Of them after the day of their appointment")] int LateThisMonth,
    [property: RuleFact("Số hồ sơ chưa xong đã quá ngày hẹn", "Open dossiers whose day of appointment is over")] int OpenOverdue);
