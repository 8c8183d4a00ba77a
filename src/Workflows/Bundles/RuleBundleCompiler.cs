using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Findings.Testing;
using Tthc.Workflows.Policies;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Bundles;

/// <summary>Reads, compiles and links a whole set of rule files. Nothing is taken over until all of it is clean.</summary>
public static class RuleBundleCompiler
{
    /// <summary>How the names of procedure files end.</summary>
    public const string ProcedureFile = ".procedure.json";

    /// <summary>How the names of calendar files end.</summary>
    public const string CalendarFile = ".calendar.json";

    /// <summary>How the names of agency files end.</summary>
    public const string AgencyFile = ".agencies.json";

    /// <summary>How the names of policy files end.</summary>
    public const string PolicyFile = ".policy.json";

    /// <summary>How the names of rule files end.</summary>
    public const string RuleFile = ".rules.json";

    /// <summary>How the names of the tests beside them end.</summary>
    public const string RuleTestFile = ".tests.json";

    /// <summary>Whether a file is one of those compiled here, judged by its name.</summary>
    public static bool IsBundleFile(string path) =>
        path.EndsWith(ProcedureFile, StringComparison.Ordinal) || path.EndsWith(CalendarFile, StringComparison.Ordinal)
        || path.EndsWith(AgencyFile, StringComparison.Ordinal) || path.EndsWith(PolicyFile, StringComparison.Ordinal)
        || path.EndsWith(RuleFile, StringComparison.Ordinal) || path.EndsWith(RuleTestFile, StringComparison.Ordinal);

    /// <summary>Compiles and runs the tests that stand beside rule sets: what is to be published. Files of other kinds count for the hash only.</summary>
    /// <returns>The bundle, null when any file has an error or a test is red or missing; and the diagnostics of all files.</returns>
    public static (RuleBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) Compile(IReadOnlyList<SourceText> files)
    {
        var bag = new DiagnosticBag();
        if (Link(files, bag) is not { } bundle)
            return (null, bag.ToImmutable());
        ComplianceTests.Run(bundle, [.. Of(files, RuleTestFile)], bag);
        return bag.HasErrors ? (null, bag.ToImmutable()) : (bundle, bag.ToImmutable());
    }

    /// <summary>
    /// Compiles what has been published already and leaves its tests alone: what was in force yesterday does not go out of force because the engine has learnt to test
    /// better.
    /// </summary>
    /// <returns>The bundle, null when any file has an error; and the diagnostics of all files but the tests.</returns>
    public static (RuleBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) Load(IReadOnlyList<SourceText> files)
    {
        var bag = new DiagnosticBag();
        return (Link(files, bag), bag.ToImmutable());
    }

    private static RuleBundle? Link(IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        var calendars = CalendarReader.Read(Of(files, CalendarFile), bag);
        var agencies = AgencyReader.Read(Of(files, AgencyFile), calendars.Select(c => c.Id).ToHashSet(StringComparer.Ordinal), bag);
        var policies = HandlingPolicyReader.Read(Of(files, PolicyFile), bag);
        var procedures = Of(files, ProcedureFile).OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => CompileProcedure(f, bag)).OfType<LinkedProcedure>().ToList();
        ProcedureLinkCheck.Run(procedures, agencies, policies, bag);
        var sets = ComplianceSetReader.Read(Of(files, RuleFile), bag);
        return bag.HasErrors || agencies is null
            ? null
            : new RuleBundle(
                Hash(files), procedures.Select(p => (p.Compiled!, p.Written.Source.Path)), calendars.Select(WorkCalendar.Compile), agencies, policies).With(sets);
    }

    /// <summary>The hash of a set of files; see <see cref="RuleBundle.ContentHash"/>.</summary>
    public static string Hash(IEnumerable<SourceText> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal))
        {
            // Lengths keep the end of one text from passing for the beginning of the next.
            Append(hash, file.Path);
            Append(hash, file.Text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + "\n"));
        hash.AppendData(bytes);
    }

    private static LinkedProcedure? CompileProcedure(SourceText file, DiagnosticBag bag) =>
        ProcedureReader.Read(file, bag) is { } written ? new LinkedProcedure(written, ProcedureCompiler.Compile(written, bag)) : null;

    private static IEnumerable<SourceText> Of(IReadOnlyList<SourceText> files, string ending) =>
        files.Where(f => f.Path.EndsWith(ending, StringComparison.Ordinal));
}
