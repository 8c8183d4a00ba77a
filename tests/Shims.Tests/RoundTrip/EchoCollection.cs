using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[CollectionDefinition(Name)]
public sealed class EchoCollection : ICollectionFixture<EchoServer>
{
    public const string Name = "echo server";
}
