using System.Linq.Expressions;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>
/// Statements in one flat list, with jumps between them: conditions become branches, and a missing value becomes a jump, so that nothing is boxed and no
/// third value has to be carried about where none can arise.
/// </summary>
internal sealed class Code
{
    private readonly List<Expression> _statements = [];
    private readonly List<ParameterExpression> _temps = [];
    private readonly Dictionary<Type, Stack<ParameterExpression>> _free = [];
    private readonly List<ParameterExpression> _taken = [];

    /// <summary>Where the next statement comes to stand.</summary>
    public int Position => _statements.Count;

    public void Do(Expression statement) => _statements.Add(statement);

    /// <summary>Puts a statement before others that stand there already.</summary>
    public void DoAt(int position, Expression statement) => _statements.Insert(position, statement);

    /// <summary>A variable; what it holds before the first assignment is not defined.</summary>
    public ParameterExpression Temp(Type type)
    {
        if (!_free.TryGetValue(type, out var free) || !free.TryPop(out var temp))
        {
            temp = Expression.Variable(type);
            _temps.Add(temp);
        }
        _taken.Add(temp);
        return temp;
    }

    /// <summary>A variable that holds a value.</summary>
    public ParameterExpression Keep(Expression value)
    {
        var temp = Temp(value.Type);
        Do(Expression.Assign(temp, value));
        return temp;
    }

    /// <summary>Variables taken from now on can be given back with <see cref="Release"/>.</summary>
    public int Taken => _taken.Count;

    /// <summary>Gives back the variables taken since.</summary>
    public void Release(int taken)
    {
        for (var i = taken; i < _taken.Count; i++)
        {
            if (!_free.TryGetValue(_taken[i].Type, out var free))
                _free.Add(_taken[i].Type, free = new Stack<ParameterExpression>());
            free.Push(_taken[i]);
        }
        _taken.RemoveRange(taken, _taken.Count - taken);
    }

    public void Go(Place place) => Do(Jump(place));

    public void GoIf(Expression test, Place place) => Do(Expression.IfThen(test, Jump(place)));

    /// <summary>Here it is. A place nobody jumps to is left out.</summary>
    public void Mark(Place place)
    {
        if (place.IsUsed)
            Do(Expression.Label(place.Target));
    }

    public Expression ToBlock(params ParameterExpression[] more) => Expression.Block(typeof(void), [.. _temps, .. more], _statements);

    private static GotoExpression Jump(Place place)
    {
        place.Use();
        return Expression.Goto(place.Target);
    }
}
