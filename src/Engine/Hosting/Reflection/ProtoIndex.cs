using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Tthc.Engine.Hosting.Reflection;

/// <summary>The descriptors of what the server serves, by file and by symbol.</summary>
internal sealed class ProtoIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _services = new(StringComparer.Ordinal);

    public ProtoIndex(IEnumerable<ServiceDescriptor> services)
    {
        foreach (var service in services)
        {
            _services.Add(service.FullName);
            Add(service.File);
        }
    }

    public IReadOnlyCollection<string> Services => _services;

    /// <summary>A file with everything it needs, needed ones first; empty when it is unknown.</summary>
    public IReadOnlyList<ByteString> FileByName(string name) => _files.TryGetValue(name, out var file) ? Closure(file) : [];

    /// <summary>The file that defines a symbol, likewise.</summary>
    public IReadOnlyList<ByteString> FileBySymbol(string symbol) => _symbols.TryGetValue(symbol, out var file) ? Closure(file) : [];

    private static List<ByteString> Closure(FileDescriptor file)
    {
        var ordered = new List<ByteString>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Visit(file);
        // The file asked for comes first, as clients expect.
        ordered.Reverse();
        return ordered;

        void Visit(FileDescriptor next)
        {
            if (!seen.Add(next.Name))
                return;
            foreach (var needed in next.Dependencies)
                Visit(needed);
            ordered.Add(next.SerializedData);
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;
        foreach (var needed in file.Dependencies)
            Add(needed);
        foreach (var message in file.MessageTypes)
            AddMessage(message, file);
        foreach (var kind in file.EnumTypes)
            _symbols.TryAdd(kind.FullName, file);
        foreach (var service in file.Services)
        {
            _symbols.TryAdd(service.FullName, file);
            foreach (var method in service.Methods)
                _symbols.TryAdd(method.FullName, file);
        }
    }

    private void AddMessage(MessageDescriptor message, FileDescriptor file)
    {
        _symbols.TryAdd(message.FullName, file);
        foreach (var field in message.Fields.InDeclarationOrder())
            _symbols.TryAdd(field.FullName, file);
        foreach (var kind in message.EnumTypes)
            _symbols.TryAdd(kind.FullName, file);
        foreach (var nested in message.NestedTypes)
            AddMessage(nested, file);
    }
}
