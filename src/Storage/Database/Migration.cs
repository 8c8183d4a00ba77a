using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Tthc.Storage.Database;

/// <summary>One numbered step of a database's schema, carried in the assembly as <c>database/NNNN-name.sql</c>.</summary>
internal sealed record Migration(int Number, string Name, string Sql, string Checksum)
{
    public static IReadOnlyList<Migration> Sqlite { get; } = ReadAll("migration:sqlite/");

    public static IReadOnlyList<Migration> Postgres { get; } = ReadAll("migration:postgres/");

    /// <summary>Those of this engine that a store has not been through, by number.</summary>
    /// <param name="known">The migrations of this engine.</param>
    /// <param name="applied">Number and checksum of those the store went through.</param>
    /// <param name="store">The store, for messages.</param>
    /// <exception cref="NewerSchemaException">The store is ahead of this engine.</exception>
    /// <exception cref="MigrationChangedException">A migration was edited after it had been applied.</exception>
    public static List<Migration> Missing(
        IReadOnlyList<Migration> known, IReadOnlyDictionary<int, string> applied, string store)
    {
        var newest = applied.Count == 0 ? 0 : applied.Keys.Max();
        if (newest > known[^1].Number)
            throw new NewerSchemaException(store, newest, known[^1].Number);
        var changed = known.FirstOrDefault(m => applied.TryGetValue(m.Number, out var checksum) && checksum != m.Checksum);
        return changed is null
            ? [.. known.Where(m => !applied.ContainsKey(m.Number))]
            : throw new MigrationChangedException(store, changed.Name);
    }

    private static List<Migration> ReadAll(string prefix)
    {
        var assembly = typeof(Migration).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, name[prefix.Length..]))
            .ToList();
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        return new Migration(int.Parse(name.AsSpan(0, 4)), name, sql, checksum);
    }
}
