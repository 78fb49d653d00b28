using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Contract.Engine;

/// <summary>
/// Lets a newsroom live through a random but repeatable history: documents late and out of order, revised, corrected, withdrawn, redacted; people who judge, merge,
/// move and split, stories as well as claims.
/// </summary>
internal sealed partial class RandomHistory(Newsdesk desk, int seed)
{
    private static readonly string[] people = ["ana", "ben", "cem"];
    private static readonly string[] places = ["Harbour City", "Northgate", "Lakeside", "Eastbridge"];
    private static readonly DateTimeOffset start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Random random = new(seed);
    private readonly List<string> documents = [];
    private int verdicts;

    internal async Task Step(bool redacts = true)
    {
        try
        {
            await (random.Next(redacts ? 20 : 19) switch
            {
                < 7 => Ingest(),
                7 or 8 => Revise(),
                9 => Withdraw(),
                10 or 11 or 12 => Judge(),
                13 => Merge(),
                14 => Move(),
                15 => Split(),
                16 => MergeClaims(),
                17 => SplitClaim(),
                18 => Keep(),
                _ => Redact()
            });
        }
        catch (Refused)
        {
            // A random act may well be one that the rules do not allow.
        }
    }

    private async Task Ingest()
    {
        var id = "d-" + documents.Count;
        documents.Add(id);
        await desk.Send(Newsdesk.Document(id, Text(), At(), "outlet-" + random.Next(4)));
        // Taken back before it is filed.
        if (random.Next(8) == 0) await desk.Send(Newsdesk.Document(id, "", At(), act: PublisherAct.Kill));
    }

    private Task Revise() => documents.Count == 0 ? Ingest() : desk.Send(Newsdesk.Document(
        Any(documents), Text(), At(), act: random.Next(3) == 0 ? PublisherAct.Correction : null));

    private Task Withdraw() => documents.Count == 0 ? Ingest() : desk.Send(Newsdesk.Document(Any(documents), "", At(), act: PublisherAct.Kill));

    private async Task Judge()
    {
        var story = await AnyStory();
        var page = story is null ? null : await desk.Board.Story(story, start, TestContext.Current.CancellationToken);
        if (page is null || page.Claims.Count == 0) return;
        var claim = await desk.Board.Claim(Any(page.Claims).Id, start, TestContext.Current.CancellationToken);
        if (claim!.Verdicts.LastOrDefault(v => v.State is "proposed" or "approved") is { } v && (v.State == "proposed" || random.Next(2) == 0))
        {
            var by = Any(people);
            ICommand act = random.Next(4) switch
            {
                0 => new RejectVerdict(claim.Claim.Id, v.Id, by, "no"),
                1 => new WithdrawVerdict(claim.Claim.Id, v.Id, by, "no more"),
                _ => new ApproveVerdict(claim.Claim.Id, v.Id, by, "yes")
            };
            await desk.Send(act, by);
            return;
        }
        var rating = claim.Claim.Mode is "prediction" or "promise" ? Rating.Fulfilled : Rating.Verified;
        await desk.Send(new ProposeVerdict(
            claim.Claim.Id, "v-" + verdicts++, rating, null, Confidence.High, "so", [new Evidence(claim.Mentions[0].Document, claim.Mentions[0].Revision, null)], Any(people),
            claim.Verdicts.FirstOrDefault(v => v.Standing)?.Id));
    }

    private async Task Merge()
    {
        var (a, b) = (await AnyStory(), await AnyStory());
        if (a is not null && b is not null) await desk.Send(new MergeStories(a, b, "ana", "one event"));
    }

    private async Task Move()
    {
        var (a, b) = (await AnyStory(), await AnyStory());
        var page = a is null ? null : await desk.Board.Story(a, start, TestContext.Current.CancellationToken);
        if (page is { Documents.Count: > 0 } && b is not null) await desk.Send(new MoveDocument(a!, Any(page.Documents).Id, b, "ben", "belongs there"));
    }

    private async Task Split()
    {
        var story = await AnyStory();
        var page = story is null ? null : await desk.Board.Story(story, start, TestContext.Current.CancellationToken);
        if (page is { Documents.Count: > 1 }) await desk.Send(new SplitStory(story!, $"{story}-{random.Next(1000)}", "Another event", [page.Documents[0].Id], "cem", "two events"));
    }

    private async Task<string?> AnyStory()
    {
        var stories = await desk.Board.Stories(TestContext.Current.CancellationToken);
        return stories.Count == 0 ? null : Any(stories).Id;
    }

    private string Text()
    {
        var place = Any(places);
        var count = 100 * (1 + random.Next(3));
        string[] sentences =
        [
            $"The mayor of {place} said that {count} houses were destroyed by the flood in {place}.",
            $"The army denied that {count} houses were destroyed by the flood in {place}.",
            $"The governor promised that the bridge of {place} will be repaired within two weeks.",
            $"The governor promised that the bridge of {place} will be repaired{(random.Next(2) == 0 ? "" : $" by {10 + random.Next(3)} February")}.",
            $"Officials in {place} reported that the dam broke on Saturday morning after heavy rain.",
            $"According to the water board, the river at {place} rose to {count} centimetres."
        ];
        return string.Join(' ', sentences.Where(_ => random.Next(2) == 0).DefaultIfEmpty(sentences[0]));
    }

    /// <summary>Late, out of order, and now and then only long after it is recorded.</summary>
    private DateTimeOffset At() => random.Next(40_000) is var minute && minute % 12 == 0 ? start.AddYears(900).AddMinutes(minute) : start.AddMinutes(minute);

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
