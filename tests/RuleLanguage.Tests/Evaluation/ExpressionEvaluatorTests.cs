using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using static Tthc.RuleLanguage.Tests.Evaluation.Trees;

namespace Tthc.RuleLanguage.Tests.Evaluation;

public sealed class ExpressionEvaluatorTests
{
    public static TheoryData<bool?, bool?, Verdict, Verdict> Kleene => new()
    {
        { true, true, Verdict.True, Verdict.True },
        { true, false, Verdict.False, Verdict.True },
        { true, null, Verdict.Undetermined, Verdict.True },
        { false, null, Verdict.False, Verdict.Undetermined },
        { false, false, Verdict.False, Verdict.False },
        { null, null, Verdict.Undetermined, Verdict.Undetermined },
    };

    [Theory]
    [MemberData(nameof(Kleene))]
    public void Judge_follows_Kleene_in_either_order(bool? a, bool? b, Verdict and, Verdict or)
    {
        foreach (var (left, right) in new[] { (a, b), (b, a) })
        {
            Assert.Equal(and, Judge(Binary(BinaryOperator.And, Condition(left), Condition(right))));
            Assert.Equal(or, Judge(Binary(BinaryOperator.Or, Condition(left), Condition(right))));
        }
    }

    [Theory]
    [InlineData(BinaryOperator.Add, int.MaxValue, 1, MissingKind.Overflow)]
    [InlineData(BinaryOperator.Multiply, 65536, 65536, MissingKind.Overflow)]
    [InlineData(BinaryOperator.Divide, 7, 0, MissingKind.DividedByZero)]
    [InlineData(BinaryOperator.Remainder, 7, 0, MissingKind.DividedByZero)]
    [InlineData(BinaryOperator.Divide, int.MinValue, -1, MissingKind.Overflow)]
    public void Evaluate_gives_a_reason_where_whole_numbers_have_no_result(BinaryOperator op, int a, int b, MissingKind kind)
    {
        var value = Value(Binary(op, Constant(a), Constant(b)));

        Assert.Null(value.Value);
        Assert.Equal(kind, value.Reason!.Kind);
    }

    [Fact]
    public void Evaluate_gives_no_infinite_numbers() =>
        Assert.Equal(MissingKind.DividedByZero, Value(Binary(BinaryOperator.Divide, Constant(1.0), Constant(0.0))).Reason!.Kind);

    [Fact]
    public void Evaluate_names_the_fact_that_is_missing()
    {
        var shape = Shape(("due", RuleType.Instant.AsNullable()));

        var value = Value(Binary(BinaryOperator.Less, Member(shape, "due"), Clock), new DataRecord(shape, [null]));

        Assert.Equal((MissingKind.MissingFact, "due (due) is missing"), (value.Reason!.Kind, value.Reason.Text.English));
    }

    [Fact]
    public void Evaluate_refuses_texts_longer_than_allowed()
    {
        var context = Context(LanguageLimits.Default with { StringLength = 5 });

        Assert.Equal(MissingKind.TooLong, Value(Binary(BinaryOperator.Add, Constant("abc"), Constant("def")), context: context).Reason!.Kind);
    }

    [Theory]
    [InlineData(BinaryOperator.Greater, Verdict.False)]
    [InlineData(BinaryOperator.Equal, Verdict.False)]
    [InlineData(BinaryOperator.NotEqual, Verdict.True)]
    public void Judge_compares_with_null_as_RulesEngine_does_where_missing_facts_are_null(BinaryOperator op, Verdict expected)
    {
        var comparison = Binary(op, Missing(RuleType.Int32), Constant(3));

        Assert.Equal(expected, Judge(comparison, mode: MissingFacts.Null));
        Assert.Equal(Verdict.Undetermined, Judge(comparison));
        Assert.Equal(expected == Verdict.True ? Verdict.False : Verdict.True, Judge(Not(comparison), mode: MissingFacts.Null));
    }

    [Fact]
    public void Judge_is_undetermined_after_an_error_even_where_missing_facts_are_null()
    {
        var context = Context();
        var error = Compare(BinaryOperator.Greater, Binary(BinaryOperator.Divide, Constant(1), Constant(0)), 3);

        Assert.Equal(Verdict.Undetermined, ExpressionEvaluator.Judge(error, new object(), context, MissingFacts.Null));
        Assert.True(context.HasFailed);
        Assert.Equal(Verdict.True, Judge(Binary(BinaryOperator.Or, Constant(true), error), mode: MissingFacts.Null));
    }

    [Fact]
    public void Judge_asks_for_null_without_being_missing()
    {
        Assert.Equal(Verdict.True, Judge(Binary(BinaryOperator.Equal, Missing(RuleType.Int32), Constant(null))));
        Assert.Equal(Verdict.False, Judge(Binary(BinaryOperator.NotEqual, Missing(RuleType.Int32), Constant(null))));
    }

    [Theory]
    [InlineData(MissingFacts.Undetermined)]
    [InlineData(MissingFacts.Null)]
    public void Evaluate_replaces_a_missing_value_and_an_error(MissingFacts mode)
    {
        var broken = Binary(BinaryOperator.Divide, Constant(1), Constant(0));

        Assert.Equal(9, Value(new BoundCoalesce(RuleType.Int32, default, broken, Constant(9)), mode: mode).Value);
    }

    [Fact]
    public void Evaluate_reads_parameters_from_the_scope()
    {
        var variable = new Variable("limit", RuleType.Int32, VariableKind.Scoped);
        var scope = new Dictionary<Variable, object?> { [variable] = 5 };

        var sum = Binary(BinaryOperator.Add, new BoundVariable(RuleType.Int32, default, variable), Constant(1));

        Assert.Equal(6, ExpressionEvaluator.Evaluate(sum, new object(), Context(), MissingFacts.Undetermined, scope).Value);
    }
}
