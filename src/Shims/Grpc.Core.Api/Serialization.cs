using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts the bytes of one message: whole, or through a buffer writer.</summary>
public abstract class SerializationContext
{
    public virtual void Complete(byte[] payload) => throw NotOffered();

    public virtual IBufferWriter<byte> GetBufferWriter() => throw NotOffered();

    /// <summary>Announces the size, so that the framing need not copy the message.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends a message written through <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw NotOffered();

    private NotSupportedException NotOffered() => new($"{GetType()} does not offer this way of writing a message.");
}

/// <summary>Where a marshaller finds the bytes of one message. Valid only during the deserialization.</summary>
public abstract class DeserializationContext
{
    public abstract int PayloadLength { get; }

    public virtual byte[] PayloadAsNewBuffer() => throw NotOffered();

    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw NotOffered();

    private NotSupportedException NotOffered() => new($"{GetType()} does not offer this way of reading a message.");
}
