namespace Tthc.Repository.Tests.Size;

/// <summary>One thing measured against one rule of the budget.</summary>
/// <param name="Rule">Name of the rule, as exceptions write it.</param>
/// <param name="Subject">File, folder or member.</param>
/// <param name="Measure">What it measures; 1 where a rule forbids outright.</param>
/// <param name="Allowed">What the budget allows.</param>
internal sealed record Finding(string Rule, string Subject, int Measure, int Allowed)
{
    public bool IsOver => Measure > Allowed;
}
