using Google.Protobuf;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Rules.Calls;

/// <summary>Publishing by call, the same for procedures and rule sets: who may, what is malformed, what became of it.</summary>
internal sealed class RulePublishing(RulePublisher publisher, Caller caller, RuleAdministrators administrators)
{
    public const int MostSource = 1024 * 1024;
    private const int MostFiles = 100;

    /// <summary>The caller, who has to be a rule administrator.</summary>
    /// <exception cref="RpcException">PERMISSION_DENIED, naming the role that is missing.</exception>
    public Actor Require(ServerCallContext context)
    {
        var actor = caller.Require(context);
        return actor.Roles.Contains(administrators.Role) ? actor : throw CallErrors.Of(Refusals.WrongRole.With("role", administrators.Role));
    }

    /// <summary>Publishes what a checked call asks for.</summary>
    /// <exception cref="RpcException">Everything but a publication.</exception>
    public async Task<PublishResult> PublishAsync(PublishCall call, IReadOnlyList<FileEdit> edits, ServerCallContext context)
    {
        var publication = new RulePublication
        {
            Edits = [.. edits],
            Author = call.Actor.Officer,
            Reason = call.Reason,
            Basis = call.Basis,
            EffectiveFrom = call.EffectiveFrom,
            RequestId = call.RequestId,
            BodyHash = DossierMessages.Hash(call.Request, call.Actor),
        };
        var result = await publisher.PublishAsync(publication, context.CancellationToken);
        return result is PublishResult.Done or PublishResult.Unchanged ? result : throw PublishErrors.Of(result);
    }

    /// <summary>What all calls that publish have in common.</summary>
    public static PublishCall Read(RequestChecks checks, Actor actor, IMessage request, (string RequestId, string Reason, string Basis, Google.Type.Date? EffectiveFrom) fields) => new(
        actor,
        request,
        checks.Required("request_id", fields.RequestId, 64),
        checks.Required("reason", fields.Reason, 2000),
        checks.Bounded("basis", fields.Basis, 2000),
        checks.Day("effective_from", fields.EffectiveFrom));

    /// <summary>Edited files, each with a path that leads nowhere else than below the rules folder.</summary>
    public static IReadOnlyList<FileEdit> Edits(RequestChecks checks, IReadOnlyList<RuleFileEdit> files, int least = 1)
    {
        if (files.Count < least)
            checks.Add("files", "required", "Bắt buộc / required.");
        checks.Count("files", files.Count, MostFiles);
        if (files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count() != files.Count)
            checks.Add("files", "repeated", "Mỗi tệp một lần / each file once.");
        return [.. files.Select((f, i) => Edit(checks, $"files[{i}].", f))];
    }

    public static FileEdit Edit(RequestChecks checks, string field, RuleFileEdit file)
    {
        checks.Required(field + "path", file.Path, 200);
        if (!IsRulePath(file.Path))
            checks.Add(field + "path", "not-a-rule-file", "Không phải đường dẫn tệp quy tắc, chẳng hạn procedures/ten.procedure.json / not the path of a rule file such as procedures/name.procedure.json.");
        if (!file.Remove && file.Source.Length == 0)
            checks.Add(field + "source", "required", "Bắt buộc / required.");
        if (file.Source.Length > MostSource)
            checks.Add(field + "source", "too-long", $"Dài quá {MostSource} ký tự / longer than {MostSource} characters.");
        checks.Bounded(field + "base_revision", file.BaseRevision, 100);
        return new FileEdit(file.Path, file.Remove ? null : System.Text.Encoding.UTF8.GetBytes(file.Source), file.BaseRevision);
    }

    // What a path may not do is leave the folder or hide in it: plain names only, none beginning with a dot.
    private static bool IsRulePath(string path) =>
        RuleBundleCompiler.IsBundleFile(path)
        && path.Split('/').All(part => part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));
}

/// <summary>A call that publishes, read and checked.</summary>
internal sealed record PublishCall(Actor Actor, IMessage Request, string RequestId, string Reason, string Basis, DateOnly? EffectiveFrom);

/// <summary>Who may publish rules by call.</summary>
/// <param name="Role">The role needed; nobody without it may.</param>
internal sealed record RuleAdministrators(string Role);
