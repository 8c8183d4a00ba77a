using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Compiling.Lists;
using Tthc.RuleLanguage.Evaluation.Interpreting.Lists;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Turns checked trees into code. The emitters of the parts of the language call each other through it.</summary>
internal sealed class Emitter
{
    public Emitter(BoundRuleSet set, ParameterExpression facts, ParameterExpression context)
    {
        (IsTwoValued, Mode, Facts, Context) = (set.MissingFacts == MissingFacts.Null, set.MissingFacts, facts, context);
        Root = Expression.Variable(set.Facts.Root.Clr, "root");
        Code.Do(Expression.Assign(Root, Expression.Convert(facts, Root.Type)));
        (Conditions, Values, Sums, Comparisons) = (new ConditionEmitter(this), new ValueEmitter(this), new SumEmitter(this), new ComparisonEmitter(this));
        (Calls, Lists, Tests, Totals) = (new CallEmitter(this), new ListEmitter(this), new TestEmitter(this), new TotalEmitter(this));
        (Picks, Fallbacks) = (new PickEmitter(this), new FallbackEmitter(this));
    }

    public Code Code { get; } = new();

    public Bindings Bindings { get; } = new();

    public bool IsTwoValued { get; }

    public MissingFacts Mode { get; }

    /// <summary>The facts as handed in.</summary>
    public ParameterExpression Facts { get; }

    public ParameterExpression Context { get; }

    /// <summary>The facts as the root of the schema.</summary>
    public ParameterExpression Root { get; }

    public ConditionEmitter Conditions { get; }

    public ValueEmitter Values { get; }

    public SumEmitter Sums { get; }

    public ComparisonEmitter Comparisons { get; }

    public CallEmitter Calls { get; }

    public ListEmitter Lists { get; }

    public TestEmitter Tests { get; }

    public TotalEmitter Totals { get; }

    public PickEmitter Picks { get; }

    public FallbackEmitter Fallbacks { get; }

    /// <summary>Jumps to one of the places by what a condition says.</summary>
    public void Condition(BoundExpression e, Place whenTrue, Place whenFalse, Exits exits) => Conditions.Emit(e, whenTrue, whenFalse, exits);

    /// <summary>The value, of the CLR type without null, where the code arrives behind it; otherwise it has jumped out.</summary>
    public Expression Value(BoundExpression e, Exits exits) => Values.Emit(e, exits);

    /// <summary>The value or null, of the nullable CLR type. Only errors jump out, and those only where missing facts are null.</summary>
    public Expression Nullable(BoundExpression e, Exits exits)
    {
        var type = e.Type.AsNullable().ClrType;
        var missing = new Place();
        var result = Code.Temp(type);
        var value = Value(e, new Exits(missing, IsTwoValued ? exits.Failed : missing, IsTwoValued ? exits.Spent : missing));
        if (!missing.IsUsed)
            return As(value, type);
        var end = new Place();
        Code.Do(Expression.Assign(result, As(value, type)));
        Code.Go(end);
        Code.Mark(missing);
        Code.Do(Expression.Assign(result, Expression.Default(type)));
        Code.Mark(end);
        return result;
    }

    /// <summary>The exits of something whose missing value is an error where missing facts are null: a receiver, a list.</summary>
    public Exits Needed(Exits exits) => IsTwoValued ? exits with { Missing = exits.Failed } : exits;

    public static Expression As(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    /// <summary>Whether an expression is one whose code is jumps rather than a value.</summary>
    public static bool IsJumping(BoundExpression e) => e switch
    {
        BoundBinary b => b.Type.Kind == TypeKind.Boolean,
        BoundUnary u => u.Operator == UnaryOperator.Not,
        BoundIn => true,
        BoundQuery q => q.Operator is QueryOperator.Any or QueryOperator.All or QueryOperator.Contains,
        _ => false,
    };
}
