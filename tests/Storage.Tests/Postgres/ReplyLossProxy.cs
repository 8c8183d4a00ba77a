using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>A way to the database that can swallow what the database answers, and break.</summary>
internal sealed class ReplyLossProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _sockets = [];
    private readonly UnixDomainSocketEndPoint _database;
    private volatile bool _swallows;

    public ReplyLossProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _database = new UnixDomainSocketEndPoint(Path.Combine(settings.Host!, $".s.PGSQL.{settings.Port}"));
        _listener.Start();
        settings.Host = "127.0.0.1";
        settings.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        settings.SslMode = SslMode.Disable;
        ConnectionString = settings.ConnectionString;
        _ = AcceptAsync();
    }

    public string ConnectionString { get; }

    /// <summary>From now on nothing the database says arrives.</summary>
    public void Swallow() => _swallows = true;

    /// <summary>Breaks every connection; new ones work.</summary>
    public void Break()
    {
        lock (_sockets)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }

        _swallows = false;
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

            var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await server.ConnectAsync(_database);
            lock (_sockets)
                _sockets.AddRange([client, server]);
            _ = PumpAsync(client, server, () => false);
            _ = PumpAsync(server, client, () => _swallows);
        }
    }

    private static async Task PumpAsync(Socket from, Socket to, Func<bool> swallows)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
                if (!swallows())
                    await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Broken on purpose.
        }

        from.Dispose();
        to.Dispose();
    }
}
