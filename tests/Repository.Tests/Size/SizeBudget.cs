using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tthc.Repository.Tests.Size;

/// <summary>eng/size-budget.json: how large things may be, and who may be larger, with the reason.</summary>
internal sealed record SizeBudget
{
    public required int FileMedianLines { get; init; }

    public required int FileP95Lines { get; init; }

    public required int FileMaxLines { get; init; }

    public required int MethodP95Lines { get; init; }

    public required int MethodMaxLines { get; init; }

    public required int ConstructorParameters { get; init; }

    public required int FilesInFolder { get; init; }

    public required IReadOnlyList<string> BannedNames { get; init; }

    /// <summary>Published names reproduced as they are: judged by their own tests.</summary>
    public required IReadOnlyList<string> NotOurs { get; init; }

    public required IReadOnlyList<Exemption> Exceptions { get; init; }

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SizeBudget Load() => JsonSerializer.Deserialize<SizeBudget>(RepositoryFiles.Read("eng/size-budget.json"), Reading)!;

    internal sealed record Exemption(string Rule, string Subject, int Allowed, string Reason);
}
