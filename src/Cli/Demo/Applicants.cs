using System.Globalization;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>Invented people.</summary>
internal static class Applicants
{
    private static readonly string[] s_families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "A", "Y"];

    private static readonly string[] s_middles = ["Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc", "Hữu", "Thu"];

    private static readonly string[] s_given = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Nam", "Phúc", "Quang", "Thảo", "Trung", "Vy"];

    public static Party Draw(Chance chance) => new()
    {
        Name = $"{s_families[chance.Below(s_families.Length)]} {s_middles[chance.Below(s_middles.Length)]} {s_given[chance.Below(s_given.Length)]}",
        IdNumber = string.Create(CultureInfo.InvariantCulture, $"062{chance.Below(1_000_000_000):000000000}"),
        Phone = string.Create(CultureInfo.InvariantCulture, $"09{chance.Below(100_000_000):00000000}"),
    };
}
