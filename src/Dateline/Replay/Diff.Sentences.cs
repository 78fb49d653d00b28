using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Replay;

public static partial class Differ
{
    /// <summary>What an event says, in one plain sentence; null for one that says nothing to people.</summary>
    public static string? Told(Recorded e) => e.Data is ClaimMentioned m
        ? $"{m.Speaker ?? m.SourceId} {m.Does} it in {m.DocumentId}." : Sentence(e, new());

    /// <summary>What an event says, with what it is about by the words and titles of a picture, else by id.</summary>
    private static string? Sentence(Recorded e, Picture picture)
    {
        var names = new Names(picture);
        return (Arranged(e, names) ?? Judged(e, names)) is { } sentence ? Turns.Closed(sentence) : null;
    }

    private static string? Arranged(Recorded recorded, Names names) => recorded.Data switch
    {
        DocumentFiled e => $"“{e.Title}” ({e.SourceId}) was filed",
        DocumentRevised e => $"“{e.Title}” was revised: revision {e.Revision}",
        DocumentWithdrawn e => $"The publisher issued a {Words.Of(e.Act)} for {names.Document(e.DocumentId)}: {e.Reason}",
        DocumentMoved e when e.StoryId == e.To => $"{e.By} moved {names.Document(e.DocumentId)} from {names.Story(e.From)} to {names.Story(e.To)}{Turns.Why(recorded)}",
        StoryRenamed e => $"{e.By} named the story “{e.Title}”{Turns.Why(recorded)}",
        StoriesMerged e when e.StoryId == e.From => $"{e.By} merged {names.Story(e.From)} into {names.Story(e.Into)}{Turns.Why(recorded)}",
        StoriesMergeVoided e => $"The merger of the story {names.Story(e.StoryId)} into {names.Story(e.Into)} does not count: that one was merged into it before",
        StorySplit e when e.StoryId == e.NewStoryId => $"{e.By} split “{e.Title}” off{(e.SplitFrom is { } from ? $" from {names.Story(from)}" : "")}{Turns.Why(recorded)}",
        StoryClosed e => $"{e.By} closed the story {names.Story(e.StoryId)}{Turns.Why(recorded)}",
        StoryReopened e => $"{e.By} reopened the story {names.Story(e.StoryId)}{Turns.Why(recorded)}",
        ClaimFiled e => $"{e.By} put the claim {names.Claim(e.ClaimId)} into the story {names.Story(e.StoryId)}{Turns.Why(recorded)}",
        _ => null
    };

    private static string? Judged(Recorded recorded, Names names) => recorded.Data switch
    {
        MentionRetracted e => $"A mention of {names.Claim(e.ClaimId)} in {names.Document(e.DocumentId)} was retracted: {e.Cause}",
        ClaimRelated e => Related(e.ClaimId, e.Relation, e.OtherClaimId, e.Because, names),
        ClaimRelationWithdrawn e => $"{e.By} took back that {names.Claim(e.ClaimId)} {Words.Of(e.Relation)} {names.Claim(e.OtherClaimId)}{Turns.Why(recorded)}",
        ClaimsMerged e when e.ClaimId == e.From => $"{e.By} merged the claim {names.Claim(e.From)} into {names.Claim(e.Into)}{Turns.Why(recorded)}",
        ClaimsMergeVoided e => $"The merger of the claim {names.Claim(e.ClaimId)} into {names.Claim(e.Into)} does not count: that one was merged into it before",
        ClaimSplit e when e.ClaimId != e.NewClaimId => $"{e.By} split the claim “{Short(e.Text)}” off from {names.Claim(e.ClaimId)}{Turns.Why(recorded)}",
        VerdictProposed e => $"{e.By} proposed the verdict {Words.Of(e.Rating)} ({Words.Of(e.Confidence)} confidence) on {names.Claim(e.ClaimId)}{Before(e, names.Picture)}",
        // Nobody knew the verdict yet by this clock: it is told with the proposal.
        VerdictBasisChanged e when IsEarly(e, names.Picture) => null,
        VerdictBasisChanged e => $"The basis of the verdict {Turns.Rating(e.ClaimId, e.VerdictId, names.Picture)} on {names.Claim(e.ClaimId)} changed: {e.Cause}",
        _ => Turns.Judged(recorded, names.Claim, names.Picture)
    };

    private static string Related(string claim, Relation relation, string other, string because, Names names) =>
        $"{names.Claim(claim)} {Words.Of(relation)} {names.Claim(other)}: {because}";

    private static bool IsEarly(VerdictBasisChanged e, Picture picture) =>
        picture.Claims.GetValueOrDefault(e.ClaimId)?.EarlyMarks.Any(m => m.Verdict == e.VerdictId) is true;

    /// <summary>What had changed the basis of a verdict before it was proposed, on the clock of a picture that was just brought so far.</summary>
    private static string Before(VerdictProposed e, Picture picture) => string.Concat(
        from verdict in picture.Claims.GetValueOrDefault(e.ClaimId)?.Verdicts ?? []
        where verdict.Proposed.VerdictId == e.VerdictId
        from act in verdict.Acts
        where act.Act == VerdictAct.BasisChanged
        select $"; its basis had changed before: {act.Reason}");

    private static string Short(string text) => text.Length <= 90 ? text : text[..Cut(text)] + "…";

    private static int Cut(string text) => text.LastIndexOf(' ', 88, 40) is var space and > 0 ? space : char.IsHighSurrogate(text[87]) ? 87 : 88;

    /// <summary>What people call the things of a picture.</summary>
    private readonly record struct Names(Picture Picture)
    {
        internal string Claim(string id) => Quoted(Picture.Claims.GetValueOrDefault(id)?.Text) ?? id;

        internal string Story(string id) => Quoted(Picture.Stories.GetValueOrDefault(id)?.Title) ?? id;

        internal string Document(string id) => Quoted(Picture.Documents.GetValueOrDefault(id)?.Filed?.Title) ?? id;

        private static string? Quoted(string? text) => string.IsNullOrEmpty(text) ? null : $"“{Short(text)}”";
    }
}
