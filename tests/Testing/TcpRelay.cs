using System.Net;
using System.Net.Sockets;

namespace Tthc.Testing;

/// <summary>A way to a server on which every piece that goes over it can be held back, cut short, or end its connection.</summary>
/// <param name="target">The server.</param>
/// <param name="pass">How much of a piece of so many bytes passes, and whether the connection ends with it; true: it comes from the server.</param>
internal sealed class TcpRelay(EndPoint target, Func<bool, int, (int Passes, bool Ends)> pass) : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Start()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Ends every connection; new ones work.</summary>
    public void Break()
    {
        lock (_sockets)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Break();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        var server = new Socket(target.AddressFamily, SocketType.Stream, target is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            await server.ConnectAsync(target);
        }
        catch (SocketException)
        {
            // The server is away, so the way to it is, too.
            client.Dispose();
            server.Dispose();
            return;
        }
        lock (_sockets)
        {
            // Those that ended meanwhile are of no use any more.
            _sockets.RemoveAll(socket => !socket.Connected);
            _sockets.AddRange([client, server]);
        }
        _ = PumpAsync(client, server, fromServer: false);
        _ = PumpAsync(server, client, fromServer: true);
    }

    private async Task PumpAsync(Socket from, Socket to, bool fromServer)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                var (passes, ends) = pass(fromServer, read);
                if (passes > 0)
                    await to.SendAsync(buffer.AsMemory(0, passes));
                if (ends)
                    break;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other follows.
        }
        from.Dispose();
        to.Dispose();
    }
}
