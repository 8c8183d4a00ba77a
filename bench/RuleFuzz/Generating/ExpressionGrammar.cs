using System.Globalization;

namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>
/// Writes expressions over the facts of <see cref="Judging.FuzzFacts"/> that mostly pass the checker, so that what is behind it is reached. Each sort has forms:
/// in a form, a letter in braces is an expression of that sort, <c>{q:X}</c> a lambda giving X over parts, <c>{n:X}</c> one over whole numbers.
/// </summary>
public sealed class ExpressionGrammar(Chance chance)
{
    private static readonly Dictionary<char, Sort> Letters = new()
    {
        ['C'] = Sort.Condition, ['W'] = Sort.Whole, ['L'] = Sort.Long, ['R'] = Sort.Real, ['E'] = Sort.Exact, ['T'] = Sort.Text, ['I'] = Sort.Instant,
        ['O'] = Sort.Local, ['D'] = Sort.Day, ['S'] = Sort.Span, ['P'] = Sort.Part, ['Q'] = Sort.Parts, ['N'] = Sort.Wholes, ['X'] = Sort.Texts,
    };

    private readonly List<(string Name, Sort Sort)> scope = [];
    private int names;

    /// <summary>Names that expressions may read from now on.</summary>
    public void Declare(string name, Sort sort) => scope.Add((name, sort));

    /// <summary>Names read by nothing that comes after.</summary>
    public void Forget(int count) => scope.RemoveRange(count, scope.Count - count);

    public int Declared => scope.Count;

    public string Write(Sort sort, int depth)
    {
        var known = scope.Where(v => v.Sort == sort).Select(v => v.Name).ToList();
        if (known.Count > 0 && chance.OneIn(4))
            return known[chance.Next(known.Count)];
        if (depth <= 0)
            return Fill(Choose(Forms.Leaves[sort]), 0);
        return chance.OneIn(9) ? Anywhere(sort, depth) : Fill(Choose(chance.OneIn(4) ? Forms.Leaves[sort] : Forms.Branches[sort]), depth);
    }

    private string Choose(string[] forms) => forms[chance.Next(forms.Length)];

    /// <summary>Forms that fit every sort.</summary>
    private string Anywhere(Sort sort, int depth)
    {
        var letter = Letters.First(p => p.Value == sort).Key;
        var form = chance.Of("({C} ? {x} : {x})", "iif({C}, {x}, {x})", "({x} ?? {x})", "isnull({x}, {x})", "np({x}, {x})", "({x})", "(({x}))", "new[] { {x}, {x} }[{W}]");
        return Fill(form.Replace('x', letter), depth);
    }

    private string Fill(string form, int depth)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '{' && i + 2 < form.Length && form[i + 2] == '}' && Letters.TryGetValue(form[i + 1], out var sort))
                (text, i) = (text.Append(Write(sort, depth - 1)), i + 2);
            else if (form[i] == '{' && i + 4 < form.Length && form[i + 4] == '}' && form[i + 2] == ':')
                (text, i) = (text.Append(Lambda(form[i + 1] == 'q' ? Sort.Part : Sort.Whole, Letters[form[i + 3]], depth)), i + 4);
            else if (form[i] == '#')
                text.Append(Number());
            else
                text.Append(form[i]);
        }
        return text.ToString();
    }

    private string Lambda(Sort element, Sort result, int depth)
    {
        var before = scope.Count;
        var name = chance.OneIn(4) ? "it" : string.Create(CultureInfo.InvariantCulture, $"v{names++}");
        Declare(name, element);
        var body = Write(result, depth - 1);
        Forget(before);
        return name == "it" ? body : $"{name} => {body}";
    }

    private string Number() => chance.Next(8) switch
    {
        0 => "0",
        1 => chance.Of("2147483647", "1000000", "65536", "255"),
        2 => chance.Of("-1", "-2", "-7", "(-2147483648)"),
        _ => chance.Next(12).ToString(CultureInfo.InvariantCulture),
    };
}
