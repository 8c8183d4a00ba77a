using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Tests.Reading;
using static Tthc.Workflows.Tests.Calendars.SampleCalendars;

namespace Tthc.Workflows.Tests.Calendars;

public sealed class CalendarReaderTests
{
    private const string BaseFile = "base.calendar.json";

    private static readonly string[] Names =
        [.. RepositoryFiles.Broken("Calendars").Select(path => Path.GetFileName(path)).Where(name => name != BaseFile)];

    public static TheoryData<string> BrokenFiles { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Reports_every_mistake_at_its_place(string name)
    {
        var file = MarkedFile.Load(PathOf(name));
        var bag = new DiagnosticBag();
        CalendarReader.Read([MarkedFile.Load(PathOf(BaseFile)).Source, file.Source], bag);
        Assert.NotEmpty(file.Expected);
        Assert.Equal(file.Expected, file.Reported(bag));
    }

    [Fact]
    public void Has_a_broken_file_for_every_diagnostic()
    {
        var shown = Names.SelectMany(name => MarkedFile.Load(PathOf(name)).Expected).Select(mark => mark.Split(' ')[0]).ToHashSet();
        Assert.All(DiagnosticCatalogue.Of(typeof(CalendarDiagnostics)), descriptor => Assert.Contains(descriptor.Id, shown));
    }

    [Fact]
    public void Has_a_page_for_every_diagnostic() =>
        Assert.All(DiagnosticCatalogue.Of(typeof(CalendarDiagnostics)), descriptor =>
            Assert.Contains(descriptor.Id, File.ReadAllText(Path.Combine(RepositoryFiles.Root, descriptor.DocumentationPath)), StringComparison.Ordinal));

    [Fact]
    public void Finds_nothing_wrong_with_the_calendars_it_ships_with()
    {
        var calendars = Shipped(out var bag);
        Assert.Empty(bag.ToImmutable());
        Assert.Equal(["office-kon-tum", "office-quang-ngai"], calendars.Select(calendar => calendar.Id));
        Assert.All(calendars, calendar => Assert.Equal((new DateOnly(2021, 1, 1), new DateOnly(2027, 12, 31)), (calendar.CoversFrom, calendar.CoversTo)));
        Assert.All(calendars.SelectMany(calendar => calendar.Days), day => Assert.NotEmpty(day.Source));
    }

    /// <summary>Working days a year, counted by hand from weekdays, days off and worked Saturdays.</summary>
    [Theory]
    [InlineData(2021, 261 - 1 - 5 - 1 - 1 - 1 - 2)]
    [InlineData(2022, 260 - 1 - 5 - 1 - 2 - 2)]
    [InlineData(2023, 260 - 1 - 5 - 3 - 2)]
    [InlineData(2024, 262 - 1 - 5 - 1 - 3 - 2 + 1)]
    [InlineData(2025, 261 - 1 - 5 - 1 - 3 - 2 + 1)]
    [InlineData(2026, 261 - 2 - 5 - 1 - 2 - 3 - 1 + 2)]
    [InlineData(2027, 261 - 1 - 5 - 1 - 2 - 2 - 1)]
    public void Ships_years_with_the_right_number_of_working_days(int year, int expected)
    {
        var calendar = WorkCalendar.Compile(Shipped(out _)[0]);
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(year, 1, 1).AddDays(day)).Where(day => day.Year == year);
        Assert.Equal(expected, days.Count(calendar.IsWorkingDay));
    }

    [Theory]
    [InlineData("2024-05-04", true)]
    [InlineData("2024-04-29", false)]
    [InlineData("2025-04-26", true)]
    [InlineData("2025-05-02", false)]
    [InlineData("2026-01-10", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2027-02-10", false)]
    [InlineData("2027-02-11", true)]
    public void Ships_swapped_days(string date, bool working) =>
        Assert.All(Shipped(out _), calendar => Assert.Equal(working, WorkCalendar.Compile(calendar).IsWorkingDay(DateOnly.Parse(date))));

    [Fact]
    public void Marks_what_is_unconfirmed()
    {
        var calendar = WorkCalendar.Compile(Shipped(out _)[0]);
        Assert.True(calendar.DependsOnUnconfirmed(new DateOnly(2021, 2, 1), new DateOnly(2021, 2, 28)));
        Assert.True(calendar.DependsOnUnconfirmed(new DateOnly(2024, 2, 8), new DateOnly(2024, 2, 8)));
        Assert.False(calendar.DependsOnUnconfirmed(new DateOnly(2025, 1, 1), new DateOnly(2027, 12, 31)));
        Assert.All(calendar.Definition.Periods, period => Assert.False(period.Confirmed));
    }

    [Fact]
    public void Lets_a_calendar_override_a_day_of_the_one_it_extends()
    {
        const string Own = """
            { "id": "own", "extends": "base", "name": "Riêng", "dayNames": { "local": { "vi": "Ngày riêng", "en": "Local day" } },
              "hours": [ { "from": "2025-01-01", "source": "thử", "confirmed": true, "weekdays": ["07:00-11:00"], "friday": [], "makeUp": ["08:00-10:00"] } ],
              "years": { "2025": { "source": "thử", "confirmed": true, "days": [
                { "date": "2025-05-01", "kind": "compensatory", "name": "local" }, { "date": "2025-05-03", "kind": "swap-work", "name": "local" } ] } } }
            """;
        var bag = new DiagnosticBag();
        var definition = Assert.Single(CalendarReader.Read([SourceText.From("own.json", Own), MarkedFile.Load(PathOf(BaseFile)).Source], bag));
        Assert.Empty(bag.ToImmutable());
        var calendar = WorkCalendar.Compile(definition);
        Assert.Equal(CalendarDayKind.Compensatory, definition.Days.Single(day => day.Date == new DateOnly(2025, 5, 1)).Kind);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2025, 5, 9)));
        Assert.Equal(Local("2025-05-03 08:00"), calendar.OpensAt(new DateOnly(2025, 5, 3)));
        Assert.Equal("Ngày riêng", definition.Days.Single(day => day.Date == new DateOnly(2025, 5, 3)).NameVi);
    }

    [Fact]
    public void Reads_nothing_from_what_is_not_an_object()
    {
        var bag = new DiagnosticBag();
        Assert.Empty(CalendarReader.Read([SourceText.From("a.json", "[]"), SourceText.From("b.json", ""), SourceText.From("c.json", "{ ")], bag));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void Survives_damage_and_compiles_what_it_lets_through() => Prop.ForAll(Damage.Of(RepositoryFiles.Rules("calendars", "*.calendar.json")), files =>
    {
        var calendars = CalendarReader.Read(files, new DiagnosticBag());
        Assert.All(calendars, calendar => Assert.Same(calendar, WorkCalendar.Compile(calendar).Definition));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static ImmutableArray<CalendarDefinition> Shipped(out DiagnosticBag bag)
    {
        bag = new DiagnosticBag();
        return CalendarReader.Read(RepositoryFiles.Rules("calendars", "*.calendar.json"), bag);
    }

    private static string PathOf(string name) => Path.Combine(RepositoryFiles.Root, "tests", "Workflows.Tests", "Calendars", "Broken", name);
}
