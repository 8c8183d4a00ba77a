using System.Net;
using System.Net.Sockets;

namespace Tthc.EndToEnd.Hosting;

internal static class FreePort
{
    /// <summary>A port that nobody has at this moment.</summary>
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
