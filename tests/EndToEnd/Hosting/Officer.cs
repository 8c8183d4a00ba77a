using Grpc.Core;

namespace Tthc.EndToEnd.Hosting;

/// <summary>Who calls: what stands in the metadata.</summary>
internal sealed record Officer(string Name, string Agency, params string[] Roles)
{
    public Metadata Headers { get; } = new()
    {
        { "tthc-actor", Name },
        { "tthc-agency", Agency },
        { "tthc-roles", string.Join(',', Roles) },
    };

    /// <summary>The desk of a commune.</summary>
    public static Officer Desk(string agency = Communes.BoY) => new("mot-cua", agency, "one-stop-officer");

    /// <summary>Does the examining steps.</summary>
    public static Officer Examiner(string agency = Communes.BoY) => new("ho-tich", agency, "civil-status-officer");

    /// <summary>May publish rules.</summary>
    public static Officer Administrator(string name = "quan-tri") => new(name, Communes.BoY, "rule-administrator");

    /// <summary>Signs.</summary>
    public static Officer Chairman(string agency = Communes.BoY) => new("chu-tich", agency, "chairman");
}

/// <summary>Communes of the agency tree that exist on the simulated days.</summary>
internal static class Communes
{
    public const string BoY = "qn-xa-bo-y";
    public const string BoYId = "H48.100";
    public static readonly string[] All = [BoY, "qn-xa-duc-nong", "qn-xa-dak-to", "qn-phuong-kon-tum"];
}
