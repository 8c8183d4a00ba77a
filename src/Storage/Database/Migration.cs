using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Tthc.Storage.Database;

/// <summary>One numbered step of the schema, carried in the assembly as <c>NNNN-name.sql</c>.</summary>
internal sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    private const string Prefix = "migration:";

    public static IReadOnlyList<Migration> All { get; } = ReadAll();

    private static List<Migration> ReadAll()
    {
        var assembly = typeof(Migration).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name))
            .ToList();
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        var name = resource[Prefix.Length..];
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(int.Parse(name.AsSpan(0, 4)), name, sql, checksum);
    }
}
