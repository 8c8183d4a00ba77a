using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Policies;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Compiling;
using Tthc.Workflows.Procedures.Conditions;
using Tthc.Workflows.Procedures.Linking;
using Tthc.Workflows.Procedures.Reading;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Procedures;

/// <summary>One broken file for each diagnostic, checked against the agencies, policies and procedures that are shipped.</summary>
public sealed class BrokenProcedureTests
{
    private static readonly Lazy<World> Shipped = new(World.Read);

    private static readonly DiagnosticDescriptor[] Catalogue =
    [
        .. DiagnosticCatalogue.Of(typeof(ProcedureTextDiagnostics)), .. DiagnosticCatalogue.Of(typeof(FlowDiagnostics)),
        .. DiagnosticCatalogue.Of(typeof(SoundnessDiagnostics)), .. DiagnosticCatalogue.Of(typeof(LinkDiagnostics)),
        .. DiagnosticCatalogue.Of(typeof(ConditionDiagnostics)),
    ];

    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(ProcedureFixtures.Broken).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reports_every_mistake_at_its_place_and_nothing_else(string name)
    {
        var file = MarkedFile.Load(Path.Combine(ProcedureFixtures.Broken, name));
        var bag = new DiagnosticBag();
        Shipped.Value.Check(file.Source, bag);
        Assert.Contains(file.Expected, mark => name.StartsWith(mark.Split(' ')[0], StringComparison.Ordinal));
        Assert.Equal(file.Expected, file.Reported(bag));
    }

    [Fact]
    public void Has_a_broken_file_for_every_diagnostic() =>
        Assert.All(Catalogue, descriptor => Assert.Contains(Names, name => name.StartsWith(descriptor.Id + "-", StringComparison.Ordinal)));

    [Fact]
    public void Has_a_page_for_every_diagnostic() =>
        Assert.All(Catalogue, descriptor =>
            Assert.StartsWith($"# {descriptor.Id}: ", File.ReadAllText(Path.Combine(RepositoryFiles.Root, descriptor.DocumentationPath)), StringComparison.Ordinal));

    [Fact]
    public void Gives_no_id_twice_and_fills_both_languages_alike()
    {
        Assert.Equal(Catalogue.Length, Catalogue.Select(d => d.Id).Distinct().Count());
        Assert.All(Catalogue, d => Assert.Equal(MessageTemplate.Placeholders(d.Vietnamese), MessageTemplate.Placeholders(d.English)));
    }

    private sealed record World(AgencyTree Agencies, HandlingPolicy[] Policies, LinkedProcedure[] Procedures)
    {
        public static World Read()
        {
            var bag = new DiagnosticBag();
            var calendars = CalendarReader.Read(RepositoryFiles.Rules("calendars", "*.calendar.json"), bag).Select(c => c.Id).ToHashSet();
            var world = new World(
                AgencyReader.Read(RepositoryFiles.Rules("agencies", "*.agencies.json"), calendars, bag)!,
                [.. HandlingPolicyReader.Read(RepositoryFiles.Rules("policies", "*.policy.json"), bag)],
                [.. RepositoryFiles.Rules("procedures", "*.procedure.json").Select(file => Link(file, bag)!)]);
            Assert.Empty(bag.ToImmutable());
            return world;
        }

        public void Check(SourceText file, DiagnosticBag bag)
        {
            if (Link(file, bag) is { } procedure)
                ProcedureLinkCheck.Run([.. Procedures, procedure], Agencies, Policies, bag);
        }

        private static LinkedProcedure? Link(SourceText file, DiagnosticBag bag) =>
            ProcedureReader.Read(file, bag) is { } written ? new LinkedProcedure(written, ProcedureCompiler.Compile(written, bag)) : null;
    }
}
