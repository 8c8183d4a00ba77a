using Tthc.RuleLanguage.Checking.Calls;
using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking;

/// <summary>Turns what was written into what it means. Nesting is bounded by the parser, so it may recurse.</summary>
internal sealed class Binder
{
    private readonly CheckReport _report;
    private readonly ArithmeticBinder _arithmetic;
    private readonly NewBinder _made;
    private readonly CallBinder _calls;

    public Binder(CheckReport report)
    {
        _report = report;
        var units = new UnitRules(report);
        Unifier = new Unifier(report, units);
        Logic = new LogicBinder(report, Unifier);
        Comparisons = new ComparisonBinder(report, Unifier);
        Functions = new FunctionBinder(report, units);
        Types = new TypeNameBinder(report);
        Names = new NameBinder(report, Types);
        Members = new MemberBinder(this, report, Names, Types);
        Indexes = new IndexBinder(this, report);
        TypeForms = new TypeForms(this, report);
        Conversions = new ConversionBinder(this, report);
        _arithmetic = new ArithmeticBinder(report, units);
        _made = new NewBinder(this, report);
        _calls = new CallBinder(this, report);
    }

    public Unifier Unifier { get; }

    public LogicBinder Logic { get; }

    public ComparisonBinder Comparisons { get; }

    public FunctionBinder Functions { get; }

    public TypeNameBinder Types { get; }

    public NameBinder Names { get; }

    public MemberBinder Members { get; }

    public IndexBinder Indexes { get; }

    public TypeForms TypeForms { get; }

    public ConversionBinder Conversions { get; }

    /// <summary>The meaning of an expression that stands for a value.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax, Scope scope)
    {
        var bound = BindReceiver(syntax, scope);
        return bound is BoundFacts ? _report.Error(CheckDiagnostics.NotAValue, syntax.Span, "root") : bound;
    }

    /// <summary>The meaning of an expression before a dot, which may be all the facts.</summary>
    public BoundExpression BindReceiver(ExpressionSyntax syntax, Scope scope) => syntax switch
    {
        LiteralSyntax e => new BoundConstant(e.Value is null ? RuleType.Null : RuleType.Scalar(e.Value.GetType())!, e.Span, e.Value),
        NameSyntax e => Names.Bind(e, scope),
        MemberSyntax e => Members.Bind(e, scope),
        IndexSyntax e => Indexes.Bind(e, scope),
        CallSyntax e => _calls.Bind(e, scope),
        UnarySyntax { Operator: UnaryOperator.Not } e => Logic.Not(e, Bind(e.Operand, scope)),
        UnarySyntax e => _arithmetic.Negate(e, Bind(e.Operand, scope)),
        BinarySyntax e => Binary(e, Bind(e.Left, scope), Bind(e.Right, scope)),
        ConditionalSyntax e => Logic.Choose(e.Span, Bind(e.Condition, scope), Bind(e.WhenTrue, scope), Bind(e.WhenFalse, scope)),
        InSyntax e => In(e, scope),
        NewObjectSyntax e => _made.Record(e, scope),
        NewArraySyntax e => _made.List(e, scope),
        LambdaSyntax e => _report.Error(CheckDiagnostics.LambdaNotHere, e.Span),
        _ => new BoundError(syntax.Span),
    };

    private BoundExpression Binary(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        var op = new Operation(syntax.Operator, syntax.Span, syntax.OperatorSpan);
        return syntax.Operator switch
        {
            BinaryOperator.Or or BinaryOperator.And => Logic.Connect(op, left, right),
            BinaryOperator.BitOr when AreConditions(left, right) => Logic.Connect(op with { Operator = BinaryOperator.Or }, left, right),
            BinaryOperator.BitAnd when AreConditions(left, right) => Logic.Connect(op with { Operator = BinaryOperator.And }, left, right),
            BinaryOperator.Coalesce => Logic.Replace(syntax.Span, left, right),
            >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => Comparisons.Compare(op, left, right),
            _ => _arithmetic.Combine(op, left, right),
        };
    }

    private BoundExpression In(InSyntax syntax, Scope scope)
    {
        var value = Bind(syntax.Value, scope);
        if (syntax.Candidates is [var only] && Bind(only, scope) is { } single)
            return single.Type.Kind == TypeKind.List ? InList(syntax, value, single) : Comparisons.In(syntax, value, [single]);
        return Comparisons.In(syntax, value, [.. syntax.Candidates.Select(c => Bind(c, scope))]);
    }

    private BoundExpression InList(InSyntax syntax, BoundExpression value, BoundExpression list)
    {
        if (value is BoundError || list is BoundError)
            return new BoundError(syntax.Span);
        if (Checking.Operators.Conversions.Cost(value, list.Type.Element!) is null)
            return _report.Error(CheckDiagnostics.NoCommonType, syntax.Span, value.Type.ToString(), list.Type.Element!.ToString());
        var found = new BoundQuery(
            RuleType.Boolean.AsNullable(), syntax.Span, QueryOperator.Contains, list, null, Checking.Operators.Conversions.As(value, list.Type.Element!));
        return syntax.IsNegated ? new BoundUnary(found.Type, syntax.Span, UnaryOperator.Not, found) : found;
    }

    private static bool AreConditions(BoundExpression left, BoundExpression right) => left.Type.Kind == TypeKind.Boolean && right.Type.Kind == TypeKind.Boolean;
}
