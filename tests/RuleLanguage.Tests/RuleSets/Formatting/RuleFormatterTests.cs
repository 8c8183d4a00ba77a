using Tthc.RuleLanguage.RuleSets.Formatting;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets.Formatting;

public sealed class RuleFormatterTests
{
    private static string? Format(string text)
    {
        var bag = new DiagnosticBag();
        var formatted = RuleFormatter.Format(SourceText.From("a.rules.json", text), bag);
        Assert.Equal(formatted is null, bag.HasErrors);
        return formatted;
    }

    [Fact]
    public void Lays_out_rules_one_below_the_other() => Assert.Equal(
        """
        // head
        {
          "WorkflowName": "w", // why
          "Rules": [
            { "RuleName": "a", "Expression": "x > 1", "x-mine": [ 1, 2.50, { "deep": [] } ] },
            {
              // group
              "RuleName": "b",
              "Operator": "And",
              "Rules": [
                { "RuleName": "c", "Expression": "\u00e9 == \"a\"" }
              ]
            }
            /* last */
          ]
          // end
        }
        // foot

        """,
        Format("""
        // head
        {"WorkflowName":"w" , // why
        "Rules":[{"RuleName":"a","Expression":"x > 1","x-mine":[1,2.50,{"deep":[]}],},{ // group
        "RuleName":"b","Operator":"And","Rules":[{"RuleName":"c","Expression":"\u00e9 == \"a\""}]}
        /* last */
        ]
        // end
        } // foot
        """));

    [Fact]
    public void Breaks_what_does_not_fit()
    {
        var formatted = Format($$"""{ "WorkflowName": "w", "Properties": { "title": "{{new string('a', 100)}}", "basis": "{{new string('b', 60)}}" } }""")!;
        Assert.Equal(7, formatted.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Keeps_single_blank_lines() => Assert.Equal(
        "{\n  \"a\": 1,\n\n  // about b\n  \"b\": 2,\n  \"c\": 3\n}\n", Format("{\n\n\"a\": 1,\n\n\n// about b\n\"b\": 2,\n\"c\": 3\n\n}"));

    [Fact]
    public void Leaves_alone_what_is_no_JSON() => Assert.Null(Format("{ \"a\": }"));

    public static TheoryData<string> Texts =>
    [
        "{}", "[]", "[[],{}]", "null", "// only\n1 // a\n// b\n",
        "{ /* a */ \"x\" /* b */ : /* c */ 1 /* d */ , /* e */ \"y\" : [ // f\n 1, // g\n /* h */ ] /* i */ }",
        "{ \"a\": [ 1,\n\n // c\n 2 // d\n // e\n ], \"Rules\": [], \"Rows\": [ { \"When\": [\"-\"] } ] }",
        "[ { \"WorkflowName\": \"w\",\r\n\r\n \"Rules\": [ { \"RuleName\": \"r\" } ] },\n\n { \"WorkflowName\": \"v\" } ]",
        "{ \"a\": \"//no\", \"b\": \"/*no*/\", \"c\": \"\\\\\\\"\" }",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Changes_nothing_the_second_time_and_no_value_ever(string text)
    {
        var once = Format(text)!;
        Assert.Equal(once, Format(once));
        Assert.Equal(Values(text), Values(once));
        Assert.Equal(Comments(text), Comments(once));
    }

    private static string Values(string text) => Values(JsonDocumentReader.Read(SourceText.From("a", text)).Root);

    private static string Values(JsonNode node) => node switch
    {
        JsonObject body => "{" + string.Join(",", body.Properties.Select(p => p.Name.Value + ":" + Values(p.Value))) + "}",
        JsonArray list => "[" + string.Join(",", list.Items.Select(Values)) + "]",
        JsonString value => "\"" + value.Value + "\"",
        JsonNumber number => number.Text,
        _ => node.KindName.English,
    };

    private static IEnumerable<string> Comments(string text)
    {
        var tokens = new LayoutTokens(text);
        var comments = new List<string>();
        for (var token = tokens.Next(); token.Text.Length > 0; token = tokens.Next())
        {
            if (token.IsComment)
                comments.Add(token.Text);
        }
        return comments;
    }
}
