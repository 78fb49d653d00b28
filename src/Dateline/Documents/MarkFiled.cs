using System.Collections.Immutable;

namespace Dateline.Documents;

/// <summary>Notes how a revision's mentions were filed.</summary>
public sealed record MarkFiled(
    string Document, int Revision, string Story, string Origin, ImmutableArray<FiledMention> Mentions, DateTimeOffset PublishedAt) : ICommand
{
    /// <summary>Whose reading was filed.</summary>
    public string? Extractor { get; init; }

    /// <summary>The documents that were nearest.</summary>
    public IReadOnlyList<NearDocument>? Near { get; init; }

    /// <summary>Whether the revision had been taken back.</summary>
    public bool TakenBack { get; init; }

    /// <inheritdoc/>
    public string Id => Ids.Document(Document);

    string? ICommand.Bot => Matching.FilingDesk.Name;
}

/// <summary>Decides <see cref="MarkFiled"/>.</summary>
public static class MarkFiledAggregateHandler
{
    /// <summary>Once for each revision and reading of it.</summary>
    public static IEnumerable<object> Handle(MarkFiled command, Document? document)
    {
        if (document is null) yield break;
        var again = document.Filed.ContainsKey(command.Revision);
        if (again && (command.Extractor is null || document.FiledFrom.GetValueOrDefault(command.Revision) == command.Extractor)) yield break;
        yield return new MentionsFiled(command.Document, command.Revision, command.Story, command.Origin, command.Mentions, command.PublishedAt)
        {
            Extractor = again ? command.Extractor : null,
            Near = command.Near,
            TakenBack = command.TakenBack ? true : null
        };
    }
}
