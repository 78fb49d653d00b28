using Dateline.Claims;
using Dateline.Replay;
using Dateline.Stories;

namespace Dateline.Contract.Engine;

internal sealed partial class RandomHistory
{
    /// <summary>The position of the last redaction: what was shown before it held words that no replay can show.</summary>
    internal long Redacted { get; private set; }

    private async Task Redact()
    {
        if (documents.Count == 0) return;
        var (document, by) = (Any(documents), Any(people));
        Redacted = (await desk.Redact(document, 1 + random.Next(2), "a name", "a court's order", by, people.First(p => p != by))).Position ?? Redacted;
    }

    private async Task MergeClaims()
    {
        var (a, b) = (await AnyClaim(), await AnyClaim());
        if (a is not null && b is not null) await desk.Send(new MergeClaims(b.Claim.Id, a.Claim.Id, b.Claim.Id, "cem", "one claim"), "cem");
    }

    private async Task SplitClaim()
    {
        if (await AnyClaim() is { Mentions.Count: > 1 } claim)
            await desk.Send(new SplitClaim(claim.Claim.Id, $"{claim.Claim.Id}-{random.Next(1000)}", "Another claim", [Any(claim.Mentions).Id], "ana", "two claims"));
    }

    /// <summary>What editors do to a story or a relation without moving anything.</summary>
    private async Task Keep()
    {
        var story = await AnyStory();
        if (story is null) return;
        if (random.Next(2) == 0 && await AnyClaim() is { } claim && claim.Relations.FirstOrDefault(r => !r.Incoming) is { } relation)
        {
            await desk.Send(new WithdrawRelation(claim.Claim.Id, Enum.GetValues<Relation>().Single(r => Words.Of(r) == relation.Relation), relation.Claim, "ben", "two floods"), "ben");
            return;
        }
        ICommand act = random.Next(3) switch
        {
            0 => new CloseStory(story, "ana", "over"),
            1 => new ReopenStory(story, "ana", "not over"),
            _ => new RenameStory(story, $"The flood, {random.Next(9)}", "ben", "a better title")
        };
        await desk.Send(act);
    }

    private async Task<ClaimPage?> AnyClaim()
    {
        var story = await AnyStory();
        var page = story is null ? null : await desk.Board.Story(story, start, TestContext.Current.CancellationToken);
        return page is { Claims.Count: > 0 } ? await desk.Board.Claim(Any(page.Claims).Id, start, TestContext.Current.CancellationToken) : null;
    }
}
