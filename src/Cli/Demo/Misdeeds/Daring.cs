using Grpc.Core;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>Acts by which something may be done against the rules.</summary>
internal static class Daring
{
    /// <summary>An act; where it is the misdeed the dossier is meant for, it is noted whether the engine let it pass.</summary>
    public static async Task<bool> DareAsync<TReply>(
        this Stage stage, PlayedDossier subject, Misdeed misdeed, Officer officer, Func<DossierService.DossierServiceClient, CallOptions, AsyncUnaryCall<TReply>> call, Func<TReply, Dossier> pick)
        where TReply : class
    {
        var isMeant = subject.Misdeed == misdeed;
        var reply = await stage.Engine.ActAsync(officer, call, isMeant ? reason => stage.Misdeeds.Refused(misdeed, subject, reason) : null);
        if (reply is not null && isMeant)
            stage.Misdeeds.Done(misdeed, subject);
        return subject.Take(reply is null ? null : pick(reply), officer);
    }

    /// <summary>What is likely to be refused, tried once: the dossier goes on as if nothing had been.</summary>
    public static async Task TryAsync<TReply>(
        this Stage stage, PlayedDossier subject, Misdeed misdeed, Officer officer, Func<DossierService.DossierServiceClient, CallOptions, AsyncUnaryCall<TReply>> call, Func<TReply, Dossier> pick)
        where TReply : class
    {
        var reply = await stage.Engine.ActAsync(officer, call, reason => stage.Misdeeds.Refused(misdeed, subject, reason));
        if (reply is null)
            return;
        stage.Misdeeds.Done(misdeed, subject);
        subject.Take(pick(reply), officer);
    }
}
