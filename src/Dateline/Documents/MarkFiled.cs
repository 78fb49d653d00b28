using System.Collections.Immutable;

namespace Dateline.Documents;

/// <summary>Notes how a revision's mentions were filed.</summary>
public sealed record MarkFiled(
    string Document, int Revision, string Story, string Origin, ImmutableArray<FiledMention> Mentions, DateTimeOffset PublishedAt) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="MarkFiled"/>.</summary>
public static class MarkFiledAggregateHandler
{
    /// <summary>Once for each revision.</summary>
    public static IEnumerable<object> Handle(MarkFiled command, Document? document)
    {
        if (document is null || document.Filed.ContainsKey(command.Revision)) yield break;
        yield return new MentionsFiled(
            command.Document, command.Revision, command.Story, command.Origin, command.Mentions, command.PublishedAt);
    }
}
