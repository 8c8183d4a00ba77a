using Google.Protobuf.Reflection;
using Tthc.Cli.Invocation;
using Tthc.Cli.Views;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Cli.Tests.Commands;

public sealed class ContractTests
{
    private static readonly string[] s_reads = ["GetDossier", "BatchGetDossiers", "ListDossiers", "CountDossiers", "ListDossierEvents", "ExplainDossier"];

    public static TheoryData<string> Acts => [.. DossierServiceReflection.Descriptor.Services[0].Methods.Where(m => !m.IsClientStreaming).Select(m => m.Name).Except(s_reads)];

    /// <summary>The shared code of the acts sets these by name.</summary>
    [Theory]
    [MemberData(nameof(Acts))]
    public void Names_the_common_fields_alike_in_every_act(string rpc)
    {
        var method = DossierServiceReflection.Descriptor.Services[0].FindMethodByName(rpc);
        Assert.Equal(FieldType.String, method.InputType.FindFieldByName("request_id").FieldType);
        Assert.Equal(FieldType.Bool, method.OutputType.FindFieldByName("replayed").FieldType);
        Assert.Equal(nameof(Dossier), method.OutputType.FindFieldByName("dossier").MessageType.Name);
        if (rpc is "SubmitDossier" or "ReceiveDossier")
            return;
        Assert.Equal(FieldType.String, method.InputType.FindFieldByName("dossier").FieldType);
        Assert.Equal(FieldType.Int64, method.InputType.FindFieldByName("expected_version").FieldType);
        Assert.Equal("Timestamp", method.InputType.FindFieldByName("occurred_at").MessageType.Name);
    }

    [Fact]
    public void Offers_a_command_for_every_act()
    {
        var shell = new Shell(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null }, new Words(Text.TextLanguage.English));
        var commands = CommandLineProgram.Build(shell).Subcommands.Single(c => c.Name == "dossier").Subcommands;

        // show, list, count and events are the reads; import sends a stream.
        Assert.Equal(Acts.Count, commands.Count - 5);
    }

    [Fact]
    public void Has_words_for_every_kind_of_event() => Assert.All(EventKinds.All, kind => Assert.True(EventNames.Knows(kind), kind));

    [Fact]
    public void Has_words_for_every_status() =>
        Assert.All(Enum.GetValues<DossierStatus>().Where(s => s != DossierStatus.Unspecified), status => Assert.NotEqual($"{(int)status}", StatusNames.Of(status, new(Text.TextLanguage.Vietnamese))));
}
