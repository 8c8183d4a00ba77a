using System.Linq.Expressions;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>A place in the code that can be jumped to, and whether anything does.</summary>
internal sealed class Place
{
    private readonly Place? _watched;

    private Place(LabelTarget target, Place? watched) => (Target, _watched) = (target, watched);

    public Place()
        : this(Expression.Label(), null)
    {
    }

    public LabelTarget Target { get; }

    public bool IsUsed { get; private set; }

    /// <summary>The same place, with an account of its own of who jumps there.</summary>
    public Place Watched() => new(Target, this);

    public void Use()
    {
        IsUsed = true;
        _watched?.Use();
    }
}

/// <summary>Where code goes on that comes to no value.</summary>
/// <param name="Missing">The value is missing.</param>
/// <param name="Failed">An error; the same as missing, unless missing facts are null.</param>
/// <param name="Spent">The budget has ended.</param>
internal readonly record struct Exits(Place Missing, Place Failed, Place Spent)
{
    /// <summary>The same places, with an account of their own.</summary>
    public Exits Watched()
    {
        var missing = Missing.Watched();
        return new Exits(missing, ReferenceEquals(Missing, Failed) ? missing : Failed.Watched(), Spent);
    }

    /// <summary>Whether anything jumped out, but for the budget.</summary>
    public bool AreUsed => Missing.IsUsed || Failed.IsUsed;
}
