using System.Text;

namespace Dateline.Server.Tests.Observability;

/// <summary>A span as OpenTelemetry's protocol carries it (opentelemetry/proto/trace/v1/trace.proto), as far as the tests ask.</summary>
internal sealed record OtlpSpan(string Id, string Parent, string Name, int Kind)
{
    internal const int Client = 3;

    /// <summary>The spans of a request for export: resource spans (1), scope spans (2), spans (2).</summary>
    internal static IEnumerable<OtlpSpan> Read(byte[] request) =>
        from resource in Fields(request)
        where resource.Number == 1
        from scope in Fields(resource.Bytes)
        where scope.Number == 2
        from span in Fields(scope.Bytes)
        where span.Number == 2
        let fields = Fields(span.Bytes).ToLookup(f => f.Number)
        select new OtlpSpan(Hex(fields[2]), Hex(fields[4]), Encoding.UTF8.GetString(fields[5].Single().Bytes), (int)fields[6].Single().Value);

    private static string Hex(IEnumerable<(int Number, ulong Value, byte[] Bytes)> fields) => Convert.ToHexString(fields.SingleOrDefault().Bytes ?? []);

    /// <summary>The fields of a message (protobuf.dev, Encoding): varints, fixed ones, and what has a length.</summary>
    private static IEnumerable<(int Number, ulong Value, byte[] Bytes)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var (key, value, bytes) = (Varint(message, ref at), 0UL, Array.Empty<byte>());
            if ((key & 7) == 0) value = Varint(message, ref at);
            else
            {
                var length = (key & 7) switch { 1 => 8, 5 => 4, _ => (int)Varint(message, ref at) };
                bytes = message[at..(at += length)];
            }
            yield return ((int)(key >> 3), value, bytes);
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128) return value;
        }
    }
}
