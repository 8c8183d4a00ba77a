using Grpc.Core;

namespace Tthc.Shims.Tests.RoundTrip;

public sealed class MetadataTests
{
    [Fact]
    public void Keeps_the_shared_empty_metadata_empty()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("x-a", "1"));
        Assert.Empty(Metadata.Empty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x a")]
    [InlineData("khoá")]
    [InlineData(":path")]
    public void Refuses_a_key_that_cannot_be_sent(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Ties_the_kind_of_the_value_to_the_key()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x", [1]));
    }

    [Fact]
    public void Copies_the_bytes_it_takes_and_gives()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("x-bin", bytes);

        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void Finds_the_last_entry_whatever_the_case_of_the_key()
    {
        var metadata = new Metadata { { "X-A", "1" }, { "x-a", "2" }, { "x-b", "3" } };

        Assert.Equal("2", metadata.GetValue("X-a"));
        Assert.Null(metadata.GetValue("x-c"));
        Assert.Equal(["1", "2"], metadata.GetAll("x-A").Select(entry => entry.Value));
        Assert.Equal("x-a", metadata[0].Key);
    }
}
