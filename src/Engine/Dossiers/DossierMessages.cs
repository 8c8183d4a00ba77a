using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Dossiers;

/// <summary>Parts of requests to parts of commands, with every malformed field on record.</summary>
internal static class DossierMessages
{
    private const int MostPapers = 200;
    private const int MostFacts = 100;
    private const int MostCount = 10_000;

    public static Workflows.Dossiers.Party Party(RequestChecks checks, string field, Protos.V1.Party? party)
    {
        if (party is null)
        {
            checks.Add(field, "required", "Bắt buộc / required.");
            party = new Protos.V1.Party();
        }
        return new(
            checks.Required(field + ".name", party.Name, 200),
            checks.Optional(field + ".id_number", party.IdNumber, 50),
            checks.Optional(field + ".address", party.Address, 500),
            checks.Optional(field + ".phone", party.Phone, 50),
            checks.Optional(field + ".email", party.Email, 200),
            party.IsOrganisation);
    }

    public static ImmutableArray<CaseFactValue> Facts(RequestChecks checks, RepeatedField<FactValue> facts)
    {
        if (facts.Count == 0)
            return [];
        checks.Count("facts", facts.Count, MostFacts);
        for (var i = 0; i < facts.Count; i++)
        {
            checks.Required($"facts[{i}].name", facts[i].Name, 100);
            checks.Required($"facts[{i}].value", facts[i].Value, Workflows.Procedures.Conditions.CaseFactText.Longest);
        }
        return [.. facts.Select(f => new CaseFactValue(f.Name, f.Value))];
    }

    public static ImmutableArray<PaperOnFile> Papers(RequestChecks checks, RepeatedField<DossierPaper> papers)
    {
        if (papers.Count == 0)
            return [];
        checks.Count("papers", papers.Count, MostPapers);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<PaperOnFile>(papers.Count);
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            var field = $"papers[{i}]";
            checks.Required(field + ".key", paper.Key, 100);
            if (!seen.Add(paper.Key))
                checks.Add(field + ".key", "twice", "Giấy tờ ghi hai lần / named twice.");
            foreach (var (name, count) in new[] { ("originals", paper.Originals), ("certified", paper.Certified), ("copies", paper.Copies) })
                if (count is < 0 or > MostCount)
                    checks.Add($"{field}.{name}", "out-of-range", $"Từ 0 đến {MostCount} / from 0 to {MostCount}.");
            if (paper is { Originals: 0, Certified: 0, Copies: 0 })
                checks.Add(field, "nothing", "Phải có ít nhất một bản / at least one sheet.");
            result.Add(new(paper.Key, paper.Originals, paper.Certified, paper.Copies));
        }
        return result.MoveToImmutable();
    }

    public static ImmutableArray<string> Keys(RequestChecks checks, string field, RepeatedField<string> keys)
    {
        checks.Count(field, keys.Count, MostPapers);
        for (var i = 0; i < keys.Count; i++)
            checks.Required($"{field}[{i}]", keys[i], 100);
        return [.. keys];
    }

    public static ImmutableArray<Workflows.Dossiers.BranchChoice> Branches(RequestChecks checks, RepeatedField<Protos.V1.BranchChoice> branches)
    {
        if (branches.Count == 0)
            return [];
        checks.Count("branches", branches.Count, 100);
        for (var i = 0; i < branches.Count; i++)
        {
            checks.Bounded($"branches[{i}].branch", branches[i].Branch, 100);
            checks.Bounded($"branches[{i}].agency", branches[i].Agency, 100);
        }
        return [.. branches.Select(b => new Workflows.Dossiers.BranchChoice(b.Branch, b.Agency.Length == 0 ? null : b.Agency))];
    }

    public static StepTarget Step(RequestChecks checks, string step, int token)
    {
        if (token < 0)
            checks.Add("token", "out-of-range", "Không âm / not negative.");
        return new(checks.Optional("step", step, 200), token);
    }

    public static Workflows.Dossiers.Channel Channel(RequestChecks checks, string field, Protos.V1.Channel channel)
    {
        if (!Enum.IsDefined(channel))
            checks.Add(field, "unknown-value", "Giá trị không xác định / unknown value.");
        return (Workflows.Dossiers.Channel)(int)channel;
    }

    /// <summary>Tells a repeated request from another one under the same id.</summary>
    /// <remarks>The verb and the actor are part of it: many verbs have the same fields, and one officer's act is not another's.</remarks>
    public static byte[] Hash(IMessage request, Actor actor)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Descriptor.FullName}\n{actor.Officer}\n{actor.Agency}\n"));
        hash.AppendData(request.ToByteArray());
        return hash.GetHashAndReset()[..16];
    }
}
