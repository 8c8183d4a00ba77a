using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Any tree the parser can make, from a seed.</summary>
internal sealed class TreeGenerator(int seed)
{
    private static readonly TextSpan s_nowhere = new(0, 0);

    private static readonly string[] s_names =
        ["a", "Total", "hồ_sơ", "x1", "_", "it", "parent", "root", "$", "^", "~", "and", "In", "not", "true", "null", "new", "eq", "as", "is", "like", "then", "not_in", "e3"];

    private static readonly object?[] s_literals =
    [
        null, true, false, 0, 7, -7, int.MaxValue, int.MinValue, 0u, uint.MaxValue, 0L, -3L, long.MinValue, long.MaxValue, 0ul, ulong.MaxValue,
        0.0, -0.0, 1.5, -2.5e-300, 1e300, double.MaxValue, double.Epsilon, 0.1f, -1e30f, float.Epsilon, 0m, -1.50m, decimal.MaxValue, decimal.MinValue,
        "", "a", "it's \"so\"", "C:\\Dữ liệu\n\t", "😀\u202E\u0001", "'", 'a', '\'', '"', '\\', '\n', 'ệ', '\u200B',
    ];

    private readonly Random random = new(seed);

    public ExpressionSyntax Next(int depth) => depth <= 1 ? Leaf() : random.Next(14) switch
    {
        0 => Leaf(),
        1 => new MemberSyntax(s_nowhere, Next(depth - 1), MemberName(), s_nowhere),
        2 => new CallSyntax(s_nowhere, random.Next(3) == 0 ? null : Next(depth - 1), MemberName(), s_nowhere, Several(0, () => Argument(depth - 1))),
        3 => new IndexSyntax(s_nowhere, Next(depth - 1), Several(1, () => Next(depth - 1))),
        4 or 5 => new UnarySyntax(s_nowhere, (UnaryOperator)random.Next(2), Next(depth - 1)),
        6 => new ConditionalSyntax(s_nowhere, Next(depth - 1), Next(depth - 1), Next(depth - 1)),
        7 => new InSyntax(s_nowhere, Next(depth - 1), Several(1, () => Next(depth - 1)), random.Next(2) == 0),
        8 => new NewArraySyntax(s_nowhere, new[] { null, "int", "System.Int32?" }[random.Next(3)], Several(0, () => Next(depth - 1))),
        9 => Record(depth),
        _ => new BinarySyntax(s_nowhere, (BinaryOperator)random.Next(Enum.GetValues<BinaryOperator>().Length), s_nowhere, Next(depth - 1), Next(depth - 1)),
    };

    private ExpressionSyntax Leaf() => random.Next(2) == 0
        ? new NameSyntax(s_nowhere, s_names[random.Next(s_names.Length)])
        : new LiteralSyntax(s_nowhere, s_literals[random.Next(s_literals.Length)]);

    private string MemberName()
    {
        var name = s_names[random.Next(s_names.Length)];
        return name is "$" or "^" or "~" ? "A" : name;
    }

    private ExpressionSyntax Argument(int depth) => random.Next(4) > 0
        ? Next(depth)
        : new LambdaSyntax(s_nowhere, random.Next(2) == 0 ? [Parameter("q")] : [Parameter("a"), Parameter("and")], Next(depth));

    private static NameSyntax Parameter(string name) => new(s_nowhere, name);

    private NewObjectSyntax Record(int depth) => new(s_nowhere,
        [.. Enumerable.Range(0, 1 + random.Next(3)).Select(i => new NewMemberSyntax($"M{i}", s_nowhere, Next(depth - 1)))]);

    private ImmutableArray<ExpressionSyntax> Several(int least, Func<ExpressionSyntax> next) =>
        [.. Enumerable.Range(0, least + random.Next(3)).Select(_ => next())];
}
