using System.Collections.Immutable;
using Dateline.Redactions;

namespace Dateline.Documents;

/// <summary>A revision, as decisions need it. Its text is kept until its mentions are filed.</summary>
public sealed record Revision(int Number, string Title, string ContentHash, DateTimeOffset PublishedAt, string? Text)
{
    /// <summary>How the publication time is known; null where the document states it.</summary>
    public Dating? Dating { get; init; }

    /// <summary>SHA-256 of the bytes as they arrived.</summary>
    internal string? Original { get; init; }
}

/// <summary>One published text in one or more immutable revisions.</summary>
public sealed record Document(
    string Id, string SourceId, string SourceName, string? Language, ImmutableList<Revision> Revisions, ImmutableHashSet<(int Revision, string Extractor)> Extracted,
    ImmutableDictionary<int, ImmutableArray<FiledMention>> Filed, ImmutableList<DocumentCited> CitedBy, DocumentWithdrawn? Withdrawn,
    ImmutableHashSet<(int Revision, string Kind)> Redacted) : IFold<Document>
{
    static bool IFold<Document>.IsKept => false;

    /// <summary>Whose reading of each revision is filed.</summary>
    public ImmutableDictionary<int, string> FiledFrom { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Whether words were removed from it: its text as it was sent first does not return.</summary>
    public bool HasLostWords { get; init; }

    /// <summary>The story that it is in by the log, looked up where the desk knows nothing of it; no part of the fold.</summary>
    internal string? Story { get; init; }

    private ImmutableDictionary<int, string> FirstRead { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>The redactions that were proposed.</summary>
    public ImmutableList<RedactionProposal> Redactions { get; init; } = [];

    /// <summary>The newest revision.</summary>
    public Revision Latest => Revisions[^1];

    /// <summary>Whether the whole document has been taken back.</summary>
    public bool IsGone => IsTakenBack(Latest.Number);

    /// <summary>Whether a revision has been taken back.</summary>
    public bool IsTakenBack(int revision) => Withdrawn is { Act: not PublisherAct.Correction } w && w.Through >= revision;

    /// <inheritdoc/>
    public static Document? Evolve(Document? state, object @event) => @event switch
    {
        DocumentIngested e when state is null => new(
            e.DocumentId, e.SourceId, e.SourceName, e.Language, [new(1, e.Title, e.ContentHash, e.PublishedAt, e.Text) { Dating = e.Dating, Original = e.OriginalSha256 }], [],
            ImmutableDictionary<int, ImmutableArray<FiledMention>>.Empty, [], null, []),
        DocumentRevised e when state is not null => state with
        {
            Revisions = state.Revisions.Add(new(e.Revision, e.Title, e.ContentHash, e.PublishedAt, e.Text) { Dating = e.Dating, Original = e.OriginalSha256 })
        },
        DocumentWithdrawn e when state is not null => state with { Withdrawn = e },
        ClaimsExtracted e when state is not null => state with
        {
            Extracted = state.Extracted.Add((e.Revision, e.Extractor)),
            FirstRead = state.FirstRead.ContainsKey(e.Revision) ? state.FirstRead : state.FirstRead.Add(e.Revision, e.Extractor)
        },
        MentionsFiled e when state is not null => state with
        {
            Filed = state.Filed.SetItem(e.Revision, e.Mentions),
            FiledFrom = state.FiledFrom.SetItem(e.Revision, e.Extractor ?? state.FirstRead.GetValueOrDefault(e.Revision, "")),
            Revisions = state.Revisions.ConvertAll(r => r.Number == e.Revision ? r with { Text = null } : r)
        },
        RedactionProposed or RedactionDeclined when state is not null => state with { Redactions = RedactionProposal.After(state.Redactions, @event) },
        DocumentRedacted e when state is not null => state with { Redacted = state.Redacted.Add((e.Revision, e.Kind)), Redactions = RedactionProposal.After(state.Redactions, e) },
        TextErased e when state is not null => state with
        {
            Revisions = state.Revisions.ConvertAll(r => r.Number == e.Revision ? r with { Title = SharedWords.Redacted, Text = null } : r)
        },
        WordsErased when state is not null => state with { HasLostWords = true },
        DocumentCited e when state is not null => state with { CitedBy = state.CitedBy.Add(e) },
        _ => state
    };
}
