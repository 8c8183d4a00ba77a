using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Tthc.Engine.Hosting.Reflection;

/// <summary>Standard server reflection, v1.</summary>
internal sealed class ReflectionEndpoint(ProtoIndex index) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(Answer(requestStream.Current), context.CancellationToken);
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse();
                response.ListServicesResponse.Service.Add(index.Services.Select(s => new ServiceResponse { Name = s }));
                return response;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                return WithFiles(response, index.FileByName(request.FileByFilename), request.FileByFilename);
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                return WithFiles(response, index.FileBySymbol(request.FileContainingSymbol), request.FileContainingSymbol);
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = request.AllExtensionNumbersOfType };
                return response;
            default:
                return WithFiles(response, [], request.MessageRequestCase.ToString());
        }
    }

    private static ServerReflectionResponse WithFiles(ServerReflectionResponse response, IReadOnlyList<ByteString> files, string asked)
    {
        if (files.Count == 0)
            response.ErrorResponse = new ErrorResponse { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = $"not found: {asked}" };
        else
        {
            response.FileDescriptorResponse = new FileDescriptorResponse();
            response.FileDescriptorResponse.FileDescriptorProto.Add(files);
        }
        return response;
    }
}
