using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>What variables stand for during a walk.</summary>
internal sealed class VariableSlots
{
    private readonly List<Slot> _slots = [];
    private int _probe;
    private int _probes;

    public int Count => _slots.Count;

    public void Push(Variable variable, in Outcome outcome, BoundExpression? definition = null) =>
        _slots.Add(new Slot { Variable = variable, Outcome = outcome, Definition = definition });

    /// <summary>Gives the element variable pushed last another value.</summary>
    public void Replace(in Outcome outcome) => _slots[^1].Outcome = outcome;

    public void PopTo(int count) => _slots.RemoveRange(count, _slots.Count - count);

    /// <summary>From here on what depends on the clock is reckoned anew, once for each instant looked at.</summary>
    public void BeginProbe() => _probe = ++_probes;

    public void EndProbe() => _probe = 0;

    public Outcome Read(Interpreter walk, Variable variable)
    {
        for (var i = _slots.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_slots[i].Variable, variable))
                return _probe == 0 ? _slots[i].Outcome : Probed(walk, _slots[i]);
        }
        throw new InvalidOperationException($"Nothing stands for {variable.Name}.");
    }

    private Outcome Probed(Interpreter walk, Slot slot)
    {
        if (slot.Outcome.Course is null || slot.Definition is null)
            return slot.Outcome;
        if (slot.Probe != _probe)
            (slot.Probed, slot.Probe) = (walk.Evaluate(slot.Definition), _probe);
        return slot.Probed;
    }

    private sealed class Slot
    {
        public required Variable Variable { get; init; }

        public required Outcome Outcome { get; set; }

        public BoundExpression? Definition { get; init; }

        public Outcome Probed { get; set; }

        public int Probe { get; set; }
    }
}
