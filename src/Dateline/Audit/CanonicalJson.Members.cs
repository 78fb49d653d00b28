using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dateline.Audit;

// The members of objects: RFC 8785 has them in the order of their names.
internal sealed partial class CanonicalJson
{
    // More are put in order by a way that takes no longer for many.
    private const int Few = 16;

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

    private readonly record struct Member(int Name, int NameEnd, int End, bool IsPlain);
}
