namespace Tthc.Repository.Tests.Size;

/// <summary>Every rule is shown what it exists for.</summary>
public sealed class SizeRulesTests
{
    private static readonly SizeRules Rules = new(SizeBudget.Load());

    [Theory]
    [InlineData("open-class", "class Open;")]
    [InlineData("open-class", "record Open;")]
    [InlineData("open-class", "record class Open(int Value);")]
    [InlineData("partial", "sealed partial class Half { void M() { } }")]
    [InlineData("type-name", "static class DossierHelpers;")]
    [InlineData("type-name", "sealed class DossierManagers;")]
    [InlineData("type-name", "sealed record DossierModels;")]
    [InlineData("constructor-parameters", "sealed class Wide(int a, int b, int c, int d, int e);")]
    [InlineData("constructor-parameters", "sealed class Wide { public Wide(int a, int b, int c, int d, int e) { } }")]
    public void Report(string rule, string code) => Assert.Equal([rule], Over(code));

    [Theory]
    [InlineData("sealed class Closed(int a, int b, int c, int d);")]
    [InlineData("abstract record Closed;")]
    [InlineData("record struct Value(int A);")]
    [InlineData("sealed record Row(int A, int B, int C, int D, int E, int F);")]
    [InlineData("static partial class Log { [LoggerMessage(1, LogLevel.Error, \"\")] static partial void Failed(); }")]
    [InlineData("sealed partial class Patterns { [GeneratedRegex(\"a\")] private static partial Regex A(); }")]
    [InlineData("[JsonSerializable(typeof(int))] sealed partial class Json : JsonSerializerContext;")]
    [InlineData("interface IOpen;")]
    public void Let_pass(string code) => Assert.Empty(Over(code));

    [Fact]
    public void Report_a_file_that_is_too_long() =>
        Assert.Equal(["file-lines"], Over(string.Concat(Enumerable.Repeat("// a line\n", SizeBudget.Load().FileMaxLines + 1))));

    [Fact]
    public void Report_a_method_that_is_too_long() =>
        Assert.Equal(["method-lines"], Over($"sealed class Long {{ void M()\n{{\n{string.Concat(Enumerable.Repeat(";\n", SizeBudget.Load().MethodMaxLines))}}} }}"));

    [Fact]
    public void Report_a_crowded_folder() =>
        Assert.Contains(Rules.OfFolders(Enumerable.Range(0, SizeBudget.Load().FilesInFolder + 1).Select(i => $"src/Crowd/File{i}.cs")),
            f => f is { Rule: "files-in-folder", Subject: "src/Crowd", IsOver: true });

    [Fact]
    public void Report_a_folder_that_is_named_after_nothing() =>
        Assert.Contains(Rules.OfFolders(["src/Engine/Helpers/Dates.cs"]), f => f is { Rule: "folder-name", Subject: "src/Engine/Helpers" });

    private static IEnumerable<string> Over(string code) => Rules.OfFile("src/X.cs", code).Where(f => f.IsOver).Select(f => f.Rule);
}
