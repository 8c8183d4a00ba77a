using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Tthc.Shims.Tests.Protos;

namespace Tthc.Shims.Tests.Surface;

public sealed class SurfaceTests
{
    private static readonly Assembly[] StandIns = [typeof(Metadata).Assembly, typeof(ICompressionProvider).Assembly];

    private static readonly string[] StandInNames = ["Grpc.Core.Api", "Grpc.Net.Common"];

    /// <summary>The two published assemblies, and code that protoc generated.</summary>
    public static TheoryData<string> Consumers =>
    [
        typeof(GrpcServiceOptions).Assembly.Location,
        typeof(GrpcChannel).Assembly.Location,
        typeof(Echo).Assembly.Location,
    ];

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Has_every_member_that_a_consumer_names(string consumer)
    {
        IReadOnlySet<string> references = AssemblyReferences.Of(consumer, StandInNames);

        Assert.True(references.Count > 20, $"Only {references.Count} references were read.");
        Assert.Empty(references.Except(Surface(StandIns)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reports_members_that_are_missing()
    {
        string[] missing =
        [
            .. AssemblyReferences.Of(typeof(Echo).Assembly.Location, StandInNames)
                .Except(Surface(StandIns[1]), StringComparer.Ordinal),
        ];

        Assert.Contains("Grpc.Core.Metadata", missing);
        Assert.Contains(
            "static Grpc.Core.Marshaller`1<!!0> Grpc.Core.Marshallers::Create`1"
            + "(System.Action`2<!!0,Grpc.Core.SerializationContext>, System.Func`2<Grpc.Core.DeserializationContext,!!0>)",
            missing);
    }

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Has_the_identity_that_a_consumer_names(string consumer)
    {
        AssemblyName[] named = [.. Assembly.LoadFrom(consumer).GetReferencedAssemblies().Where(IsStandIn)];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name.FullName, StandIns.Select(assembly => assembly.FullName)));
        Assert.All(named, name => Assert.Equal("D754F35622E28BAD", Convert.ToHexString(name.GetPublicKeyToken()!)));
    }

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Has_a_slot_for_every_override_of_a_consumer(string consumer)
    {
        const BindingFlags Declared =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        MethodInfo[] overrides =
        [
            .. from type in Assembly.LoadFrom(consumer).GetTypes()
               where type.BaseType is { } parent && StandIns.Contains(parent.Assembly)
               from method in type.GetMethods(Declared)
               where method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot)
               select method,
        ];

        Assert.NotEmpty(overrides);
        Assert.All(overrides, method => Assert.NotEqual(method.DeclaringType, method.GetBaseDefinition().DeclaringType));
    }

    private static bool IsStandIn(AssemblyName name) => StandInNames.Contains(name.Name);

    private static HashSet<string> Surface(params Assembly[] assemblies) =>
        [.. assemblies.SelectMany(assembly => AssemblySurface.Of(assembly.Location))];
}
