using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline;

/// <summary>
/// Gives equal short strings of events as one: ids, names and words come again and again, and much of what is read is kept for long.
/// What was read last is remembered, in a table of fixed size, so that a string is sometimes made twice; any thread may read.
/// </summary>
internal sealed class SharedStrings : JsonConverter<string>
{
    private const int Longest = 256;
    private readonly string?[] recent = new string?[8192];

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || (reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length) > Longest) return reader.GetString();
        Span<char> characters = stackalloc char[Longest];
        return Share(characters[..reader.CopyString(characters)]);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private string Share(ReadOnlySpan<char> characters)
    {
        ref var known = ref recent[(uint)string.GetHashCode(characters) % recent.Length];
        var found = Volatile.Read(ref known);
        if (found is not null && characters.SequenceEqual(found)) return found;
        var made = characters.ToString();
        Volatile.Write(ref known, made);
        return made;
    }
}
