using System.Buffers;
using System.Runtime.InteropServices;
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
internal sealed class CanonicalJson(bool oneForm = false)
{
    private const int Deepest = 64;

    // More are put in order by a way that takes no longer for many.
    private const int Few = 16;
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

    /// <summary>Writes the members as they come, each with a comma, then puts them in order if they are not.</summary>
    private void Object(ref Utf8JsonReader reader)
    {
        Put((byte)'{');
        var (start, first, sorted) = (length, members.Count, true);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (without is not null && without(type, reader.ValueSpan, reader.CurrentDepth == 1))
            {
                reader.Skip();
                continue;
            }
            var at = length;
            HadEscapedName |= reader.ValueIsEscaped;
            Text(ref reader);
            var member = new Member(at + 1, length - 1, 0, IsPlain(buffer.AsSpan(at + 1, length - at - 2)));
            Put((byte)':');
            reader.Read();
            Value(ref reader);
            Put((byte)',');
            if (members.Count > first) sorted &= Compare(members[^1], member) < 0;
            members.Add(member with { End = length });
        }
        if (!sorted) Sort(start, CollectionsMarshal.AsSpan(members)[first..]);
        if (members.Count > first) length--;
        members.RemoveRange(first, members.Count - first);
        Put((byte)'}');
    }

    private void Sort(int start, Span<Member> own)
    {
        if (own.Length <= Few) Insert(own);
        else own.Sort(Compare);
        for (var i = 1; i < own.Length; i++)
            if (Compare(own[i - 1], own[i]) == 0) throw new JsonException("An object has the same name twice.");
        var size = length - start;
        if (spare.Length < size) spare = new byte[2 * size];
        buffer.AsSpan(start, size).CopyTo(spare);
        var to = start;
        foreach (var member in own)
        {
            var part = spare.AsSpan(member.Name - 1 - start, member.End - member.Name + 1);
            part.CopyTo(buffer.AsSpan(to));
            to += part.Length;
        }
    }

    private void Insert(Span<Member> own)
    {
        for (var i = 1; i < own.Length; i++)
        {
            var (member, to) = (own[i], i);
            for (; to > 0 && Compare(own[to - 1], member) > 0; to--) own[to] = own[to - 1];
            own[to] = member;
        }
    }

    /// <summary>By UTF-16 code units. Names of plain ASCII compare by their bytes.</summary>
    private int Compare(Member a, Member b)
    {
        var x = buffer.AsSpan(a.Name, a.NameEnd - a.Name);
        var y = buffer.AsSpan(b.Name, b.NameEnd - b.Name);
        return a.IsPlain && b.IsPlain ? x.SequenceCompareTo(y) : string.CompareOrdinal(Decode(x), Decode(y));
    }

    private static bool IsPlain(ReadOnlySpan<byte> name) => System.Text.Ascii.IsValid(name) && !name.Contains((byte)'\\');

    private static string Decode(ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. name, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
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

    private readonly record struct Member(int Name, int NameEnd, int End, bool IsPlain);
}
