using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tthc.Protos.V1;

namespace Tthc.Repository.Tests.Protos;

/// <summary>
/// The contract keeps its promises. Additions are taken over with <c>./test.sh --approve Repository.Tests</c>; a broken promise is not:
/// it takes a new package version, or, before the first release, an approved line removed by hand where reviewers see it.
/// </summary>
public sealed class ContractTests
{
    private const string Package = "tthc.engine.v1";

    private static readonly IReadOnlyDictionary<string, FileDescriptor> Files = typeof(DossierServiceReflection).Assembly.GetTypes()
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<FileDescriptor>()
        .Where(file => file.Package == Package)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Files.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Consists_of_the_proto_files_of_the_package() =>
        Assert.Equal(RepositoryFiles.All("src/Protos/tthc/engine/v1", "*.proto").Select(path => Path.GetFileNameWithoutExtension(path)), Files.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_approved_one(string name)
    {
        var path = RepositoryFiles.PathOf($"tests/approved/protos/{name}.txt");
        var present = ContractText.Of(Files[name]);
        var change = ContractChange.Between(File.Exists(path) ? File.ReadAllLines(path) : [], present);
        Listing.IsEmpty(change.Broken);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, string.Join('\n', present) + "\n");
            return;
        }
        Assert.True(change.Added.Count == 0, $"New in the contract, approve with ./test.sh --approve Repository.Tests:\n{string.Join('\n', change.Added)}");
    }

    [Fact]
    public void Has_no_approved_file_without_a_proto_file() =>
        Assert.Equal(Files.Keys.Order(StringComparer.Ordinal), RepositoryFiles.All("tests/approved/protos", "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)));

    [Fact]
    public void Is_broken_by_a_new_number() => Assert.Equal(
        ["field tthc.engine.v1.WorkItemKey.token = 2 int32"],
        ChangeOf(file => KeyOf(file).Field[1].Number = 7).Broken);

    [Fact]
    public void Is_broken_by_a_new_type() => Assert.Equal(
        ["field tthc.engine.v1.WorkItemKey.token = 2 int32"],
        ChangeOf(file => KeyOf(file).Field[1].Type = FieldDescriptorProto.Types.Type.Sint32).Broken);

    [Fact]
    public void Is_broken_by_a_new_label() => Assert.Equal(
        ["field tthc.engine.v1.WorkItemKey.dossier = 1 string"],
        ChangeOf(file => KeyOf(file).Field[0].Label = FieldDescriptorProto.Types.Label.Repeated).Broken);

    [Fact]
    public void Is_broken_by_a_field_that_is_gone() => Assert.Equal(
        ["field tthc.engine.v1.WorkItemKey.token = 2 int32"],
        ChangeOf(file => KeyOf(file).Field.RemoveAt(1)).Broken);

    [Fact]
    public void Is_broken_by_a_stream_that_is_none_any_more() => Assert.Equal(
        ["rpc tthc.engine.v1.WorklistService.WatchWorklist(tthc.engine.v1.WatchWorklistRequest) returns (stream tthc.engine.v1.WatchWorklistResponse)"],
        ChangeOf(file => file.Service.Single().Method.Single(m => m.Name == "WatchWorklist").ServerStreaming = false).Broken);

    [Fact]
    public void Is_widened_by_a_new_field()
    {
        var change = ChangeOf(file => KeyOf(file).Field.Add(new FieldDescriptorProto
        {
            Name = "step", Number = 3, Type = FieldDescriptorProto.Types.Type.String, Label = FieldDescriptorProto.Types.Label.Optional,
        }));
        Assert.Empty(change.Broken);
        Assert.Equal(["field tthc.engine.v1.WorkItemKey.step = 3 string"], change.Added);
    }

    private static DescriptorProto KeyOf(FileDescriptorProto file) => file.MessageType.Single(m => m.Name == "WorkItemKey");

    private static ContractChange ChangeOf(Action<FileDescriptorProto> doctor)
    {
        var real = Files["worklist_service"];
        var proto = real.ToProto().Clone();
        doctor(proto);
        var known = real.Dependencies.Select(file => file.SerializedData).Append(proto.ToByteString());
        return ContractChange.Between(ContractText.Of(real), ContractText.Of(FileDescriptor.BuildFromByteStrings(known)[^1]));
    }
}
