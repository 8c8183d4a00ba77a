using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Tthc.EndToEnd.Calls;

[Collection(OnSharedEngine.Name)]
public sealed class StandardServiceTests(SharedEngine engine) : IDisposable
{
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("tthc.engine.v1.DossierService")]
    public async Task Tells_that_it_serves_to_whoever_asks(string service)
    {
        var reply = await _client.Health.CheckAsync(new HealthCheckRequest { Service = service });

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, reply.Status);
    }

    [Fact]
    public async Task Does_not_know_the_health_of_an_unknown_service()
    {
        var failure = await Failure.OfAsync(_client.Health.CheckAsync(new HealthCheckRequest { Service = "no.such.Service" }));

        Assert.Equal(StatusCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task Lists_its_services_by_reflection()
    {
        using var call = new ServerReflection.ServerReflectionClient(_client.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.ResponseStream.MoveNext(CancellationToken.None);

        var names = call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name).ToList();

        Assert.Superset(
            new HashSet<string>(["tthc.engine.v1.DossierService", "tthc.engine.v1.SimulationService", "grpc.health.v1.Health"]), names.ToHashSet());
    }

    [Fact]
    public async Task Gives_a_service_with_all_it_needs_by_reflection()
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(_client.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileContainingSymbol = "tthc.engine.v1.DossierService" });
        await call.ResponseStream.MoveNext(CancellationToken.None);

        var files = call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto;
        var protos = files.Select(f => FileDescriptorProto.Parser.ParseFrom(f)).ToDictionary(f => f.Name, StringComparer.Ordinal);

        var service = protos.Values.SelectMany(p => p.Service).Single(s => s.Name == "DossierService");
        Assert.Equal(DossierService.Descriptor.Methods.Select(m => m.Name), service.Method.Select(m => m.Name));
        Assert.All(protos.Values.SelectMany(p => p.Dependency), needed => Assert.Contains(needed, protos.Keys));
    }

    [Fact]
    public async Task Answers_an_unknown_symbol_without_ending_the_stream()
    {
        using var call = new ServerReflection.ServerReflectionClient(_client.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileContainingSymbol = "no.such.Thing" });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        Assert.Equal((int)StatusCode.NotFound, call.ResponseStream.Current.ErrorResponse.ErrorCode);

        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
    }
}
