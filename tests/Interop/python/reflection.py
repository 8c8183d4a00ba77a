"""Message classes and method paths of a gRPC server, learnt from its reflection service: no .proto file, no generated code."""
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_V1 = "grpc.reflection.v1.ServerReflection"
_TEXT, _BYTES, _MESSAGE = 9, 12, 11


def _class_of(pool, name):
    descriptor = pool.FindMessageTypeByName(name)
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


def _reflection_messages():
    """The few fields of the reflection protocol that are needed, written by hand."""
    file = descriptor_pb2.FileDescriptorProto(name="reflection.proto", package="r", syntax="proto3")

    def message(name, *fields):
        described = file.message_type.add(name=name)
        for number, field, kind, repeated, type_name in fields:
            described.field.add(name=field, number=number, type=kind, label=3 if repeated else 1, type_name=type_name)

    message("Request", (4, "file_containing_symbol", _TEXT, False, None), (7, "list_services", _TEXT, False, None))
    message("Files", (1, "file_descriptor_proto", _BYTES, True, None))
    message("Service", (1, "name", _TEXT, False, None))
    message("Services", (1, "service", _MESSAGE, True, ".r.Service"))
    message("Response", (4, "files", _MESSAGE, False, ".r.Files"), (6, "services", _MESSAGE, False, ".r.Services"))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return _class_of(pool, "r.Request"), _class_of(pool, "r.Response")


class Reflected:
    """What a server says of itself."""

    def __init__(self, channel):
        self._channel = channel
        self._request, self._response = _reflection_messages()
        self._pool = descriptor_pool.DescriptorPool()
        self._known = set()
        self.services = [s.name for s in self._ask(list_services="*").services.service]
        for service in self.services:
            if service.startswith("tthc."):
                self._learn(service)

    def message(self, name):
        """The class of a message by its full name."""
        return _class_of(self._pool, name)

    def method(self, service, name):
        """A callable for one method, unary or server streaming as the server says."""
        described = self._pool.FindServiceByName(service).methods_by_name[name]
        raw = descriptor_pb2.MethodDescriptorProto()
        described.CopyToProto(raw)
        make = self._channel.unary_stream if raw.server_streaming else self._channel.unary_unary
        reply = _class_of(self._pool, described.output_type.full_name)
        return make(f"/{service}/{name}", request_serializer=lambda m: m.SerializeToString(), response_deserializer=reply.FromString)

    def _learn(self, symbol):
        files = {}
        for packed in self._ask(file_containing_symbol=symbol).files.file_descriptor_proto:
            file = descriptor_pb2.FileDescriptorProto.FromString(packed)
            files[file.name] = file
        for name in files:
            self._add(name, files)

    def _add(self, name, files):
        if name in self._known:
            return
        self._known.add(name)
        for needed in files[name].dependency:
            self._add(needed, files)
        self._pool.Add(files[name])

    def _ask(self, **question):
        call = self._channel.stream_stream(
            f"/{_V1}/ServerReflectionInfo",
            request_serializer=lambda m: m.SerializeToString(),
            response_deserializer=self._response.FromString,
        )
        return next(call(iter([self._request(**question)])))
