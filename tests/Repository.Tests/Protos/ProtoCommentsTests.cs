namespace Tthc.Repository.Tests.Protos;

public sealed class ProtoCommentsTests
{
    public static TheoryData<string> Files => [.. RepositoryFiles.All("src/Protos/tthc", "*.proto")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Stand_at_everything_declared(string file) => Listing.IsEmpty(ProtoComments.Missing(RepositoryFiles.Read(file)));

    [Theory]
    [InlineData("service S {")]
    [InlineData("  rpc Do(A) returns (stream B);")]
    [InlineData("message M {")]
    [InlineData("  repeated tthc.engine.v1.Dossier all = 2;")]
    [InlineData("  map<string, int32> counts = 3;")]
    [InlineData("  optional string name = 4 [deprecated = true];")]
    [InlineData("  STATUS_DONE = 9;")]
    public void Are_missed_where_there_is_none(string declaration)
    {
        Assert.Single(ProtoComments.Missing("syntax = \"proto3\";\n\n" + declaration));
        Assert.Empty(ProtoComments.Missing("syntax = \"proto3\";\n\n// What it is.\n" + declaration));
    }
}
