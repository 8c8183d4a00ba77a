using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;
using Status = Grpc.Core.Status;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class StatusTests(EchoServer server) : IDisposable
{
    private readonly GrpcChannel _channel = server.OpenChannel();

    private Echo.EchoClient Client => new(_channel);

    public static TheoryData<StatusCode> Failures =>
        [.. System.Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK)];

    public void Dispose() => _channel.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Carries_every_status_code(StatusCode code)
    {
        RpcException error = await Failure(new FailRequest { Code = (int)code, Detail = "Hồ sơ thiếu 100% giấy tờ" });

        Assert.Equal(code, error.StatusCode);
        Assert.Equal("Hồ sơ thiếu 100% giấy tờ", error.Status.Detail);
        Assert.NotNull(error.Trailers);
    }

    [Fact]
    public void Numbers_the_status_codes_as_the_protocol_does() =>
        Assert.Equal(
            [
                (0, "OK"), (1, "Cancelled"), (2, "Unknown"), (3, "InvalidArgument"), (4, "DeadlineExceeded"),
                (5, "NotFound"), (6, "AlreadyExists"), (7, "PermissionDenied"), (8, "ResourceExhausted"),
                (9, "FailedPrecondition"), (10, "Aborted"), (11, "OutOfRange"), (12, "Unimplemented"), (13, "Internal"),
                (14, "Unavailable"), (15, "DataLoss"), (16, "Unauthenticated"),
            ],
            System.Enum.GetValues<StatusCode>().Select(code => ((int)code, $"{code}")));

    [Fact]
    public async Task Carries_a_rich_status()
    {
        var rich = new RichStatus { Code = 9, Message = "Quá hạn", Details = { Any.Pack(new EchoReply { Text = "chi tiết" }) } };

        RpcException error = await Failure(new FailRequest { Code = 9, Detail = "Quá hạn", RichStatus = rich.ToByteString() });

        byte[]? bytes = error.Trailers.GetValueBytes("grpc-status-details-bin");
        Assert.Equal(rich, RichStatus.Parser.ParseFrom(bytes));
        Assert.Equal("chi tiết", RichStatus.Parser.ParseFrom(bytes).Details[0].Unpack<EchoReply>().Text);
    }

    [Fact]
    public async Task Hides_the_text_of_an_unhandled_exception()
    {
        RpcException error = await Failure(new FailRequest { Unhandled = true, Detail = "secret" });

        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.DoesNotContain("secret", error.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_method_is_not_implemented()
    {
        RpcException error =
            await Assert.ThrowsAsync<RpcException>(() => Client.MissingAsync(new EchoRequest()).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Fact]
    public void Writes_itself_with_code_and_detail()
    {
        var status = new Status(StatusCode.NotFound, "x", new InvalidOperationException("y"));

        Assert.Equal(
            "Status(StatusCode=\"NotFound\", Detail=\"x\", DebugException=\"System.InvalidOperationException: y\")",
            status.ToString());
        Assert.Equal("Status(StatusCode=\"OK\", Detail=\"\")", Status.DefaultSuccess.ToString());
    }

    private Task<RpcException> Failure(FailRequest request) =>
        Assert.ThrowsAsync<RpcException>(() => Client.FailAsync(request).ResponseAsync);
}
