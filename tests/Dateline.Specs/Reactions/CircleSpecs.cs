using Dateline.Claims;
using Dateline.Matching;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class CircleSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ClaimsMerged Claims(string from, string into) => new(from, into, from, "ana");

    private static StoriesMerged Stories(string from, string into) => new(from, into, from, "ana");

    private static async Task<IEnumerable<ICommand>> Voided(params object[] events)
    {
        var log = Log.Of([Raised(), Raised("c-2"), Raised("c-3"), Opened(), Opened("s-2"), Opened("s-3"), .. events]);
        var commands = new List<ICommand>();
        foreach (var e in log.Events)
        {
            if (e.Data is ClaimsMerged c) commands.AddRange(WhenClaimsMeetHandler.Handle(c, await WhenClaimsMeetHandler.LoadAsync(c, e, log, Cancellation)));
            if (e.Data is StoriesMerged s) commands.AddRange(WhenStoriesMeetHandler.Handle(s, await WhenStoriesMeetHandler.LoadAsync(s, e, log, Cancellation)));
        }
        return commands;
    }

    [Fact]
    public async Task of_two_claims_merged_into_each_other_the_later_merger_does_not_count() =>
        Spec.Same([new VoidClaimsMerge("c-2", "c-1", 8)], await Voided(Claims("c-1", "c-2"), Claims("c-2", "c-1")));

    [Fact]
    public async Task of_three_that_make_a_circle_the_last_does_not_count() =>
        Spec.Same([new VoidClaimsMerge("c-3", "c-1", 9)], await Voided(Claims("c-1", "c-2"), Claims("c-2", "c-3"), Claims("c-3", "c-1")));

    [Fact]
    public async Task of_two_stories_merged_into_each_other_the_later_merger_does_not_count() =>
        Spec.Same([new VoidStoriesMerge("s-2", "s-1", 8)], await Voided(Stories("s-1", "s-2"), Stories("s-2", "s-1")));

    [Fact]
    public async Task mergers_one_after_another_count_and_so_do_those_of_what_a_circle_left() => Assert.Empty(await Voided(
        Claims("c-1", "c-2"), Claims("c-2", "c-3"), Stories("s-1", "s-3"), Stories("s-2", "s-3"), new ClaimsMerged("c-3", "c-3", "c-2", "ana")));

    [Fact]
    public async Task a_merger_that_does_not_count_leads_to_nothing_else()
    {
        var log = Log.Of(Raised(), Mentioned(), Raised("c-2"), Opened(), Opened("s-2"), Claims("c-1", "c-2"), Claims("c-2", "c-1"), Stories("s-1", "s-2"), Stories("s-2", "s-1"));
        var (claims, stories) = (log.Events[6], log.Events[8]);
        var claim = await WhenClaimsMergedHandler.LoadAsync((ClaimsMerged)claims.Data, claims, log, new FilingDesk(), Cancellation);
        Assert.Empty(WhenClaimsMergedHandler.Handle((ClaimsMerged)claims.Data, claim, claims, new FilingDesk()));
        var story = await WhenStoriesMergedHandler.LoadAsync((StoriesMerged)stories.Data, stories, log, new FilingDesk(), Cancellation);
        Assert.Empty(WhenStoriesMergedHandler.Handle((StoriesMerged)stories.Data, story, new FilingDesk()));
    }

    [Fact]
    public void a_story_whose_merger_does_not_count_is_closed()
    {
        var given = Spec.For<Story>().Given(Opened(), Stories("s-1", "s-2"));
        var (cause, voided) = (new VoidStoriesMerge("s-1", "s-2", 8), new StoriesMergeVoided("s-1", "s-2", 8));
        given.When(cause).Then(voided);
        given.Given(voided).When(cause).ThenNothing();
        given.Given(voided).When(new CloseStory("s-1", "ana", "Over.")).Then(new StoryClosed("s-1", "ana"));
    }
}
