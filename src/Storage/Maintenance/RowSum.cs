using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Tthc.Storage.Maintenance;

/// <summary>How many rows a table has, and the sum of their hashes: the same for the same rows in any order, in any database.</summary>
internal readonly record struct RowSum(long Rows, UInt128 Sum)
{
    public static async ValueTask<RowSum> OfAsync(DbDataReader reader, CancellationToken cancellation)
    {
        await using (reader)
        {
            var (rows, sum) = (0L, UInt128.Zero);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var digest = new byte[SHA256.HashSizeInBytes];
            for (; await reader.ReadAsync(cancellation); rows++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    Add(hash, reader.IsDBNull(i) ? null : reader.GetValue(i));
                hash.GetHashAndReset(digest);
                unchecked
                {
                    sum += BinaryPrimitives.ReadUInt128LittleEndian(digest);
                }
            }
            return new RowSum(rows, sum);
        }
    }

    // Length and kind stand before the bytes, so that no two rows come to the same bytes.
    private static void Add(IncrementalHash hash, object? value)
    {
        byte[] bytes = value switch
        {
            null => [],
            byte[] blob => blob,
            string text => Encoding.UTF8.GetBytes(text),
            _ => BitConverter.GetBytes(Convert.ToInt64(value)),
        };
        hash.AppendData([value is null ? (byte)0 : value is byte[]? (byte)1 : value is string ? (byte)2 : (byte)3]);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
