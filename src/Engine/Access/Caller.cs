using System.Collections.Frozen;
using Grpc.Core;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules;
using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Access;

/// <summary>Who is calling becomes an actor. Until authentication comes it is what the call's metadata says, on loopback only; authentication fills this seam.</summary>
internal sealed class Caller(RuleCatalog rules, EngineTime time)
{
    private const int MostRoles = 50;
    private static readonly GenerationCacheOfRoles s_roles = new();

    /// <summary>The actor of a mutating call.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED without actor, INVALID_ARGUMENT with malformed metadata.</exception>
    public Actor Require(ServerCallContext context)
    {
        if (Read(context) is { } actor)
            return actor;
        throw CallErrors.Of(
            StatusCode.Unauthenticated,
            "metadata tthc-actor and tthc-agency are missing: say who acts and for which agency (tthc-roles: role keys, comma separated)");
    }

    /// <summary>The actor if the call says who it is.</summary>
    public Actor? Read(ServerCallContext context)
    {
        string? officer = null, agency = null, unit = null, roles = null;
        foreach (var entry in context.RequestHeaders)
        {
            switch (entry.Key)
            {
                case "tthc-actor":
                    officer = entry.Value;
                    break;
                case "tthc-agency":
                    agency = entry.Value;
                    break;
                case "tthc-unit":
                    unit = entry.Value;
                    break;
                case "tthc-roles":
                    roles = entry.Value;
                    break;
                default:
                    break;
            }
        }
        if (string.IsNullOrEmpty(officer) || string.IsNullOrEmpty(agency))
            return null;
        var checks = new RequestChecks();
        checks.Bounded("metadata.tthc-actor", officer, 100);
        checks.Bounded("metadata.tthc-agency", agency, 100);
        checks.Bounded("metadata.tthc-unit", unit ?? "", 100);
        checks.Bounded("metadata.tthc-roles", roles ?? "", 2000);
        if (officer == Actor.System.Officer)
            checks.Add("metadata.tthc-actor", "reserved", "Tên dành riêng cho hệ thống / reserved for the engine.");
        var held = s_roles.Of(roles ?? "");
        checks.Count("metadata.tthc-roles", held.Count, MostRoles);
        checks.ThrowIfAny();
        CallFacts.Of(context).Actor = officer;
        var current = rules.Current;
        var day = current.World.DayOf(time.Now);
        var id = current.World.FindAgency(agency, day) ?? agency;
        return new Actor { Officer = officer, Agency = id, Unit = string.IsNullOrEmpty(unit) ? null : unit, Roles = held, Predecessors = current.PredecessorsOf(id, day) };
    }

    /// <summary>The same few role sets come with every call; they are parsed once.</summary>
    private sealed class GenerationCacheOfRoles
    {
        private readonly GenerationCache<string, FrozenSet<string>> _known = new(1_000);

        public FrozenSet<string> Of(string roles)
        {
            if (_known.TryGet(roles, out var set))
                return set;
            set = roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
            _known.Put(roles, set);
            return set;
        }
    }
}
