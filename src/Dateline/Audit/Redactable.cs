namespace Dateline.Audit;

/// <summary>Tells whether a member of a JSON object is left out of its canonical form.</summary>
/// <param name="type">The event's stored name.</param>
/// <param name="name">The member's name.</param>
/// <param name="top">Whether the object is the outermost one.</param>
internal delegate bool LeavesOut(ReadOnlySpan<byte> type, ReadOnlySpan<byte> name, bool top);

/// <summary>
/// Which members of events hold text that a redaction may take away, whatever is in them. All others are an event's form: it is sealed apart, as it
/// is the same before a redaction and after it. The function <c>is_text</c> of the database says the same.
/// </summary>
internal static class Redactable
{
    /// <summary>The version of leaves that seal an event's form apart, as its headers name it.</summary>
    internal const int Leaf = 2;

    /// <summary>Whether a member is text.</summary>
    internal static bool IsText(string type, ReadOnlySpan<byte> name, bool top) => IsText(System.Text.Encoding.UTF8.GetBytes(type), name, top);

    /// <summary>The same for a name as it is stored.</summary>
    internal static bool IsText(ReadOnlySpan<byte> type, ReadOnlySpan<byte> name, bool top) => name.Length switch
    {
        3 => name.SequenceEqual("url"u8) || name.SequenceEqual("cue"u8) || name.SequenceEqual("via"u8),
        4 => name.SequenceEqual("text"u8) || name.SequenceEqual("more"u8) || (name.SequenceEqual("name"u8) && type.SequenceEqual("source_registered"u8)),
        5 => name.SequenceEqual("title"u8) || name.SequenceEqual("quote"u8) || name.SequenceEqual("cause"u8) || name.SequenceEqual("label"u8) || name.SequenceEqual("dates"u8)
            // The day of a promise goes no more, but did when leaves got this form. What raised a claim was sealed with its day before mentions had one.
            || (name.SequenceEqual("dueAt"u8) && !type.SequenceEqual("claim_raised"u8)),
        // An origin may spell an outlet's name.
        6 => name.SequenceEqual("author"u8) || name.SequenceEqual("origin"u8) || name.SequenceEqual("reason"u8),
        7 => name.SequenceEqual("speaker"u8) || name.SequenceEqual("because"u8) || name.SequenceEqual("failure"u8) || name.SequenceEqual("content"u8) || name.SequenceEqual("numbers"u8),
        // A verdict's evidence says what it rests on; a mention's is words.
        8 => name.SequenceEqual("evidence"u8) && !top,
        9 => name.SequenceEqual("rationale"u8),
        10 => name.SequenceEqual("sourceName"u8),
        11 => name.SequenceEqual("speakerName"u8) || name.SequenceEqual("worthReason"u8),
        _ => false
    };

    /// <summary>Whether a member of headers has a hash of its own: the reason is text, and the salt hides it and the data.</summary>
    internal static bool IsHidden(ReadOnlySpan<byte> type, ReadOnlySpan<byte> name, bool top) => top && (name.SequenceEqual("salt"u8) || name.SequenceEqual("reason"u8));

    /// <summary>
    /// Whether an event shows that something was removed from it. From what was read of a text numbers may go without a mark, and from a document its address.
    /// </summary>
    internal static bool IsMarked(StoredEvent e) => Holds(e.Data) || Holds(e.Headers) || e.Type is "document_ingested" or "claims_extracted";

    private static bool Holds(byte[]? json) => json is not null && json.AsSpan().IndexOf("[redacted]"u8) >= 0;
}
