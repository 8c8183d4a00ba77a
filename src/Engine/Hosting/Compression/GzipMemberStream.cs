using System.IO.Compression;

namespace Tthc.Engine.Hosting.Compression;

/// <summary>Compresses what is written; when nothing was, closing it writes the empty gzip member (RFC 1952).</summary>
internal sealed class GzipMemberStream(Stream target, CompressionLevel level) : Stream
{
    // Header without name and time, an empty final deflate block, CRC 0, length 0.
    private static ReadOnlySpan<byte> EmptyMember =>
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly GZipStream _gzip = new(target, level, leaveOpen: true);
    private bool _empty = true;
    private bool _closed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !_closed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _empty &= buffer.IsEmpty;
        _gzip.Write(buffer);
    }

    public override void Flush() => _gzip.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            _gzip.Dispose();
            if (_empty)
            {
                target.Write(EmptyMember);
            }
        }

        base.Dispose(disposing);
    }
}
