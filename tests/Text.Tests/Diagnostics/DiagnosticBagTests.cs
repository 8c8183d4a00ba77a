using Tthc.Text.Diagnostics;

namespace Tthc.Text.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    private static readonly DiagnosticDescriptor Error = new("T-1", DiagnosticSeverity.Error, "lỗi {0}", "error {0}");
    private static readonly DiagnosticDescriptor Warning = new("T-2", DiagnosticSeverity.Warning, "chú ý {0}", "mind {0}");
    private readonly SourceText source = SourceText.From("a.json", new string('x', 100));

    [Fact]
    public void Orders_by_path_and_position()
    {
        var bag = new DiagnosticBag();
        bag.Report(Error, SourceText.From("b.json", "x").At(new(0, 1)), "", 0);
        bag.Report(Error, At(9), "", 1);
        bag.Report(Warning, At(3), "", 2);
        Assert.Equal(["a.json:1:4", "a.json:1:10", "b.json:1:1"], bag.ToImmutable().Select(d => d.Location.ToString()));
    }

    [Fact]
    public void Closes_a_full_file_with_a_count()
    {
        var bag = new DiagnosticBag(limitPerFile: 3);
        for (var i = 0; i < 5; i++)
            bag.Report(Error, At(i), "", i);
        var all = bag.ToImmutable();
        Assert.Equal(4, all.Length);
        Assert.Equal("and 2 more in this file (2 of them errors), not listed", all[^1].Message(TextLanguage.English));
        Assert.Equal(5, bag.ErrorCount);
    }

    [Fact]
    public void Keeps_errors_before_warnings()
    {
        var bag = new DiagnosticBag(limitPerFile: 2);
        for (var i = 0; i < 5; i++)
            bag.Report(Warning, At(i), "", i);
        bag.Report(Error, At(50), "", "x");
        Assert.Equal(["T-2", "T-1", "TEXT-001"], bag.ToImmutable().Select(d => d.Id));
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void Warnings_alone_are_no_errors()
    {
        var bag = new DiagnosticBag();
        bag.Report(Error.At(At(0), "", 1) with { Severity = DiagnosticSeverity.Warning });
        Assert.False(bag.HasErrors);
    }

    private SourceLocation At(int offset) => source.At(new TextSpan(offset, 1));
}
