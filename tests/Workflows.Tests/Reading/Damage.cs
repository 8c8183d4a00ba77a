using FsCheck;
using FsCheck.Fluent;
using Tthc.Text;

namespace Tthc.Workflows.Tests.Reading;

/// <summary>Good files after a slip of the hand: something cut out, doubled, or typed over in one of them.</summary>
internal static class Damage
{
    private static readonly string[] Slips =
        ["", "\"", "{", "}", "[", "]", ",", ":", "null", "0", "-1", "true", "9999-12-31", "0001-01-01", "2025-02-30", "24:00", "kon-tum", "2099"];

    public static Arbitrary<SourceText[]> Of(SourceText[] files) => Arb.From(
        from file in Gen.Choose(0, files.Length - 1)
        from at in Gen.Choose(0, files[file].Length - 1)
        from length in Gen.Elements(0, 1, 2, 4, 5, 10, 40)
        from slip in Gen.OneOf(Gen.Elements(Slips), Gen.Constant($"{files[file].Text.AsSpan(at, Math.Min(length, files[file].Length - at))} "))
        select Damaged(files, file, new TextSpan(at, Math.Min(length, files[file].Length - at)), slip));

    private static SourceText[] Damaged(SourceText[] files, int index, TextSpan cut, string slip)
    {
        var copy = files.ToArray();
        var text = files[index].Text;
        copy[index] = SourceText.From(files[index].Path, text[..cut.Start] + slip + text[cut.End..]);
        return copy;
    }
}
