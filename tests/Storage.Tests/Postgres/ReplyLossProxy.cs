using System.Net.Sockets;
using Npgsql;
using Tthc.Testing;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>A way to the database that can swallow what the database answers, and break.</summary>
internal sealed class ReplyLossProxy : IDisposable
{
    private readonly TcpRelay _relay;
    private volatile bool _swallows;

    public ReplyLossProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var database = new UnixDomainSocketEndPoint(Path.Combine(settings.Host!, $".s.PGSQL.{settings.Port}"));
        _relay = new TcpRelay(database, (fromServer, length) => (fromServer && _swallows ? 0 : length, false));
        _relay.Start();
        settings.Host = "127.0.0.1";
        settings.Port = _relay.Port;
        settings.SslMode = SslMode.Disable;
        ConnectionString = settings.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>From now on nothing the database says arrives.</summary>
    public void Swallow() => _swallows = true;

    /// <summary>Breaks every connection; new ones work.</summary>
    public void Break()
    {
        _relay.Break();
        _swallows = false;
    }

    public void Dispose() => _relay.Dispose();
}
