using System.Net;
using System.Net.Sockets;

namespace Tthc.Faults;

/// <summary>The way between engines and database, which can be cut in the middle of whatever goes over it.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly Random _random;
    private int _cuts;

    public CuttingProxy(int port, int seed)
    {
        (_port, _random) = (port, new Random(seed));
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The next so many pieces that go over it cut their connection.</summary>
    public void Arm(int cuts) => Interlocked.Add(ref _cuts, cuts);

    public void Dispose() => _listener.Dispose();

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
            var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port);
            }
            catch (SocketException)
            {
                client.Dispose();
                continue;
            }
            _ = PumpAsync(client, server);
            _ = PumpAsync(server, client);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                var cut = IsCut();
                // Before the piece, in its middle, or after it: then the other side has it and the answer never comes.
                var passes = cut ? HowMuch(read) : read;
                if (passes > 0)
                    await to.SendAsync(buffer.AsMemory(0, passes));
                if (cut)
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

    private bool IsCut()
    {
        if (Volatile.Read(ref _cuts) <= 0)
            return false;
        lock (_random)
        {
            // Not simply the next one: pieces of all kinds are met.
            if (_cuts <= 0 || _random.Next(8) != 0)
                return false;
            _cuts--;
            return true;
        }
    }

    private int HowMuch(int read)
    {
        lock (_random)
            return _random.Next(3) switch { 0 => 0, 1 => _random.Next(read), _ => read };
    }
}
