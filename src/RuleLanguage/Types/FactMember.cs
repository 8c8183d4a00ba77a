using System.Linq.Expressions;
using Tthc.Text;

namespace Tthc.RuleLanguage.Types;

/// <summary>A member of a record that rules may read.</summary>
public sealed class FactMember
{
    private readonly Lazy<Func<object, object?>> _get;

    /// <summary>A member read by an expression over the (typed) record.</summary>
    public FactMember(string name, RuleType type, BilingualText description, Type record, Func<Expression, Expression> read)
    {
        (Name, Type, Description, Read) = (name, type, description, read);
        _get = new Lazy<Func<object, object?>>(() => Getter(record, read));
    }

    /// <summary>Name as written in rules.</summary>
    public string Name { get; }

    /// <summary>Type, with unit and nullability.</summary>
    public RuleType Type { get; }

    /// <summary>What it is.</summary>
    public BilingualText Description { get; }

    /// <summary>The expression that reads it from an expression of the record's CLR type; its type is <see cref="RuleType.ClrType"/>.</summary>
    public Func<Expression, Expression> Read { get; }

    /// <summary>Reads it from a record, boxed.</summary>
    public object? Get(object record) => _get.Value(record);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";

    private static Func<object, object?> Getter(Type record, Func<Expression, Expression> read)
    {
        var boxed = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read(Expression.Convert(boxed, record)), typeof(object)), boxed).Compile();
    }
}
