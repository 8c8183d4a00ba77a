using FsCheck;
using FsCheck.Fluent;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Agencies;

public sealed class AgencyReaderTests
{
    private const string BaseFile = "base.agencies.json";
    private static readonly HashSet<string> Calendars = ["office"];

    private static readonly string[] Names =
        [.. RepositoryFiles.Broken("Agencies").Select(path => Path.GetFileName(path)).Where(name => name != BaseFile)];

    public static TheoryData<string> BrokenFiles { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Reports_every_mistake_at_its_place(string name)
    {
        var file = MarkedFile.Load(PathOf(name));
        var bag = new DiagnosticBag();
        AgencyReader.Read([MarkedFile.Load(PathOf(BaseFile)).Source, file.Source], Calendars, bag);
        Assert.NotEmpty(file.Expected);
        Assert.Equal(file.Expected, file.Reported(bag));
    }

    [Fact]
    public void Has_a_broken_file_for_every_diagnostic()
    {
        var shown = Names.SelectMany(name => MarkedFile.Load(PathOf(name)).Expected).Select(mark => mark.Split(' ')[0]).ToHashSet();
        Assert.All(DiagnosticCatalogue.Of(typeof(AgencyDiagnostics)), descriptor => Assert.Contains(descriptor.Id, shown));
    }

    [Fact]
    public void Has_a_page_for_every_diagnostic() =>
        Assert.All(DiagnosticCatalogue.Of(typeof(AgencyDiagnostics)), descriptor =>
            Assert.Contains(descriptor.Id, File.ReadAllText(Path.Combine(RepositoryFiles.Root, descriptor.DocumentationPath)), StringComparison.Ordinal));

    [Fact]
    public void Finds_nothing_wrong_with_the_agencies_it_ships_with()
    {
        var bag = new DiagnosticBag();
        var calendars = CalendarReader.Read(RepositoryFiles.Rules("calendars", "*.calendar.json"), bag).Select(calendar => calendar.Id).ToHashSet();
        var tree = AgencyReader.Read(RepositoryFiles.Rules("agencies", "*.agencies.json"), calendars, bag);
        Assert.Empty(bag.ToImmutable());
        Assert.NotNull(tree);
    }

    [Fact]
    public void Gives_no_tree_when_there_is_an_error()
    {
        var bag = new DiagnosticBag();
        Assert.Null(AgencyReader.Read([SourceText.From("a.json", """{ "agencies": { "a": {} } }""")], Calendars, bag));
        Assert.True(bag.HasErrors);
    }

    [Theory]
    [InlineData("000.00.12.H34", true)]
    [InlineData("H34", true)]
    [InlineData("H34.15", true)]
    [InlineData("G12.18.3", true)]
    [InlineData("H34.1500", false)]
    [InlineData("H34.1.2.3", false)]
    [InlineData("00.00.12.H34", false)]
    [InlineData("h34.15", false)]
    [InlineData("H34.15\n", false)]
    [InlineData("", false)]
    public void Knows_both_formats_of_identifiers(string text, bool valid) => Assert.Equal(valid, AgencyId.IsValid(text));

    [Fact]
    public void Survives_damage_and_answers_from_what_it_lets_through() => Prop.ForAll(Damage.Of(RepositoryFiles.Rules("agencies", "*.agencies.json")), files =>
    {
        var bag = new DiagnosticBag();
        var tree = AgencyReader.Read(files, new HashSet<string> { "office-kon-tum", "office-quang-ngai" }, bag);
        Assert.Equal(bag.HasErrors, tree is null);
        Assert.All(tree?.Agencies ?? [], agency => tree!.Nearest("tax", agency, new DateOnly(2025, 7, 1)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string PathOf(string name) => Path.Combine(RepositoryFiles.Root, "tests", "Workflows.Tests", "Agencies", "Broken", name);
}
