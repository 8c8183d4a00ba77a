namespace Tthc.Repository.Tests.Purity;

/// <summary>For every ban one expression that breaks it.</summary>
internal static class Canaries
{
    public static readonly IReadOnlyDictionary<string, string> ByBan = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["P:System.DateTime.Now"] = "System.DateTime.Now",
        ["P:System.DateTime.UtcNow"] = "System.DateTime.UtcNow",
        ["P:System.DateTime.Today"] = "System.DateTime.Today",
        ["P:System.DateTimeOffset.Now"] = "System.DateTimeOffset.Now",
        ["P:System.DateTimeOffset.UtcNow"] = "System.DateTimeOffset.UtcNow",
        ["T:System.TimeProvider"] = "System.TimeProvider.System",
        ["P:System.TimeZoneInfo.Local"] = "System.TimeZoneInfo.Local",
        ["T:System.Diagnostics.Stopwatch"] = "System.Diagnostics.Stopwatch.GetTimestamp()",
        ["P:System.Environment.TickCount"] = "System.Environment.TickCount",
        ["P:System.Environment.TickCount64"] = "System.Environment.TickCount64",
        ["T:System.Environment"] = "System.Environment.MachineName",
        ["P:System.Globalization.CultureInfo.CurrentCulture"] = "System.Globalization.CultureInfo.CurrentCulture",
        ["M:System.Guid.NewGuid"] = "System.Guid.NewGuid()",
        ["M:System.Guid.CreateVersion7"] = "System.Guid.CreateVersion7()",
        ["M:System.Guid.CreateVersion7(System.DateTimeOffset)"] = "System.Guid.CreateVersion7(System.DateTimeOffset.UnixEpoch)",
        ["T:System.Random"] = "System.Random.Shared",
        ["T:System.Security.Cryptography.RandomNumberGenerator"] = "System.Security.Cryptography.RandomNumberGenerator.GetInt32(6)",
        ["T:System.Threading.Tasks.Task"] = "System.Threading.Tasks.Task.CompletedTask",
        ["T:System.Threading.Tasks.Task`1"] = "new System.Threading.Tasks.Task<int>(() => 1)",
        ["T:System.Threading.Tasks.ValueTask"] = "System.Threading.Tasks.ValueTask.CompletedTask",
        ["T:System.Threading.Tasks.ValueTask`1"] = "new System.Threading.Tasks.ValueTask<int>(1)",
        ["T:System.Threading.Tasks.Parallel"] = "System.Threading.Tasks.Parallel.For(0, 1, _ => { })",
        ["T:System.Threading.CancellationToken"] = "System.Threading.CancellationToken.None",
        ["T:System.Threading.Thread"] = "System.Threading.Thread.CurrentThread",
        ["T:System.Threading.ThreadPool"] = "System.Threading.ThreadPool.ThreadCount",
        ["T:System.Threading.Timer"] = "System.Threading.Timer.ActiveCount",
        ["T:System.IO.File"] = "System.IO.File.Exists(\"\")",
        ["T:System.IO.Directory"] = "System.IO.Directory.Exists(\"\")",
        ["T:System.IO.FileStream"] = "new System.IO.FileStream(\"\", (System.IO.FileMode)3)",
        ["T:System.IO.FileInfo"] = "new System.IO.FileInfo(\"\")",
        ["T:System.IO.DirectoryInfo"] = "new System.IO.DirectoryInfo(\"\")",
        ["T:System.IO.Stream"] = "System.IO.Stream.Null",
        ["N:System.Net"] = "System.Net.IPAddress.Loopback",
        ["N:System.Net.Http"] = "new System.Net.Http.HttpClient()",
        ["N:System.Net.Sockets"] = "System.Net.Sockets.Socket.OSSupportsIPv6",
        ["N:System.Data"] = "System.Data.DbType.Int32",
        ["N:System.Data.Common"] = "System.Data.Common.DbProviderFactories.GetProviderInvariantNames()",
        ["T:System.Console"] = "System.Console.Out",
        ["T:System.Diagnostics.Process"] = "System.Diagnostics.Process.GetCurrentProcess()",
    };

    /// <summary>What a pure project does every day; banning it would be a mistake of the list.</summary>
    public static readonly IReadOnlyList<string> Innocent =
    [
        "System.DateTimeOffset.UnixEpoch.AddMinutes(1)",
        "System.Guid.Parse(\"00000000-0000-0000-0000-000000000000\")",
        "System.Globalization.CultureInfo.InvariantCulture",
        "System.Collections.Immutable.ImmutableArray.Create(1, 2)",
        "System.Text.Encoding.UTF8.GetByteCount(\"xin chào\")",
        "System.Security.Cryptography.SHA256.HashData([1])",
    ];
}
