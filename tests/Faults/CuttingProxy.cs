using System.Net;
using Tthc.Testing;

namespace Tthc.Faults;

/// <summary>The way between engines and database, which can be cut in the middle of whatever goes over it.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpRelay _relay;
    private readonly Random _random;
    private int _cuts;

    public CuttingProxy(int port, int seed)
    {
        _random = new Random(seed);
        _relay = new TcpRelay(new IPEndPoint(IPAddress.Loopback, port), (_, length) => Pass(length));
        _relay.Start();
    }

    public int Port => _relay.Port;

    /// <summary>Soon so many pieces that go over it cut their connection.</summary>
    public void Arm(int cuts) => Interlocked.Add(ref _cuts, cuts);

    public void Dispose() => _relay.Dispose();

    private (int Passes, bool Ends) Pass(int length)
    {
        if (Volatile.Read(ref _cuts) <= 0)
            return (length, false);
        lock (_random)
        {
            // Not simply the next one: pieces of all kinds are met.
            if (_cuts <= 0 || _random.Next(8) != 0)
                return (length, false);
            _cuts--;
            // Before the piece, in its middle, or after it: then the other side has it and the answer never comes.
            return (_random.Next(3) switch { 0 => 0, 1 => _random.Next(length), _ => length }, true);
        }
    }
}
