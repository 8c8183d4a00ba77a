using System.Collections.Concurrent;
using Grpc.Core;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Running;

/// <summary>What the fake engine answers, by kind of request, and what it was asked.</summary>
public sealed class Answers
{
    private readonly ConcurrentDictionary<Type, Func<object, object>> _byRequest = new();
    private readonly ConcurrentQueue<(object Request, Metadata Headers)> _asked = new();
    private FeedScript? _feed;

    public IReadOnlyList<object> Asked => [.. _asked.Select(a => a.Request)];

    public Metadata LastHeaders => _asked.Last().Headers;

    public void To<TRequest>(Func<TRequest, object> answer)
        where TRequest : notnull => _byRequest[typeof(TRequest)] = request => answer((TRequest)request);

    public void Refuse<TRequest>(RpcException refusal)
        where TRequest : notnull => To<TRequest>(_ => throw refusal);

    internal Task<TReply> Give<TRequest, TReply>(TRequest request, ServerCallContext context)
        where TRequest : notnull
    {
        _asked.Enqueue((request, context.RequestHeaders));
        if (!_byRequest.TryGetValue(typeof(TRequest), out var answer))
            throw new RpcException(new Status(StatusCode.Unimplemented, typeof(TRequest).Name));
        var reply = answer(request);
        _feed = reply as FeedScript;
        return Task.FromResult((TReply)reply);
    }

    internal TScript? Find<TScript>()
        where TScript : class => _feed as TScript;
}

/// <summary>What a feed sends before it ends or breaks.</summary>
public sealed record FeedScript(IReadOnlyList<WatchEventsResponse> Batches, RpcException? Break);
