using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Dateline.Audit;

/// <summary>
/// JSON in its one canonical form (RFC 8785, JSON Canonicalization Scheme): no white space, members in the order of their names' UTF-16
/// code units, the shortest escapes, numbers as ECMAScript writes them. An instance keeps its buffers and serves one thread.
/// </summary>
/// <param name="oneForm">
/// Whether a number has to stand in its canonical form already. What is stored does; otherwise two different stored texts, such as 1 and 1.0
/// or two integers beyond 2^53, would share one form and so one hash.
/// </param>
internal sealed partial class CanonicalJson(bool oneForm = false)
{
    private const int Deepest = 64;
    private static readonly JsonReaderOptions reading = new() { MaxDepth = Deepest };
    private readonly List<Member> members = [];
    private byte[] buffer = new byte[1024];
    private byte[] spare = new byte[1024];
    private int length;
    private LeavesOut? without;
    private byte[] type = [];

    /// <summary>What the last call gave.</summary>
    internal ReadOnlySpan<byte> Last => buffer.AsSpan(0, length);

    /// <summary>Whether a name stood with an escape in what the last call read.</summary>
    internal bool HadEscapedName { get; private set; }

    /// <summary>The canonical form of a JSON text; it holds until the next call.</summary>
    /// <exception cref="JsonException">It is no JSON, has a name twice in one object, or holds what has no canonical form.</exception>
    internal ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => Of(json, default, null);

    /// <summary>The same without some members of an event's data or headers, whatever is in them.</summary>
    internal ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, ReadOnlySpan<byte> of, LeavesOut? leaving)
    {
        (length, type, without, HadEscapedName) = (0, of.ToArray(), leaving, false);
        members.Clear();
        var reader = new Utf8JsonReader(json, reading);
        reader.Read();
        Value(ref reader);
        if (reader.Read()) throw new JsonException("There is more than one value.");
        return Last;
    }

    private void Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: Object(ref reader); break;
            case JsonTokenType.StartArray: Array(ref reader); break;
            case JsonTokenType.String: Text(ref reader); break;
            case JsonTokenType.Number: Number(reader.ValueSpan); break;
            default: Put(reader.ValueSpan); break;
        }
    }

    private void Array(ref Utf8JsonReader reader)
    {
        Put((byte)'[');
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first) Put((byte)',');
            Value(ref reader);
        }
        Put((byte)']');
    }

    private void Text(ref Utf8JsonReader reader)
    {
        Put((byte)'"');
        if (!reader.ValueIsEscaped)
        {
            if (!Utf8.IsValid(reader.ValueSpan)) throw new JsonException("A string is not UTF-8.");
            Put(reader.ValueSpan);
        }
        else
        {
            var plain = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
            try
            {
                var size = reader.CopyString(plain);
                Room(6 * size);
                length += CanonicalString.Escape(plain.AsSpan(0, size), buffer.AsSpan(length));
            }
            catch (InvalidOperationException e)
            {
                throw new JsonException("A string holds half of a surrogate pair.", e);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(plain);
            }
        }
        Put((byte)'"');
    }

    private void Number(ReadOnlySpan<byte> number)
    {
        if (CanonicalNumber.IsPlainInteger(number))
        {
            Put(number);
            return;
        }
        var canonical = CanonicalNumber.Of(number);
        if (oneForm && !number.SequenceEqual(canonical)) throw new JsonException("A number does not stand in its one form.");
        Put(canonical);
    }

    private void Put(byte b)
    {
        Room(1);
        buffer[length++] = b;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private void Room(int more)
    {
        if (buffer.Length - length < more) System.Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + more));
    }
}
