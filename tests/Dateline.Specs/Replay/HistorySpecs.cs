using System.Text.Json;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Sources;
using Dateline.Stories;

namespace Dateline.Specs;

public class HistorySpecs
{
    private static Picture PictureOf(IEnumerable<Recorded> events)
    {
        var picture = new Picture();
        foreach (var e in events) picture.Apply(e, e.RecordedAt);
        return picture;
    }

    private static string Shown(object pages) => JsonSerializer.Serialize(pages);

    private static void Folds<T>(object[] events) where T : class, IFold<T>
    {
        T? state = null;
        foreach (var e in events) state = T.Evolve(state, e);
    }

    private static void Folding<T>() where T : class, IFold<T> => Histories.ForAny(Folds<T>);

    [Fact]
    public void claims_fold_in_any_order() => Folding<Claim>();

    [Fact]
    public void documents_fold_in_any_order() => Folding<Document>();

    [Fact]
    public void stories_fold_in_any_order() => Folding<Story>();

    [Fact]
    public void sources_fold_in_any_order() => Folding<Source>();

    [Fact]
    public void a_standing_verdict_is_always_one_that_was_approved() => Histories.ForAny(events =>
    {
        Claim? claim = null;
        foreach (var e in events)
        {
            claim = Claim.Evolve(claim, e);
            if (claim is not null) Assert.Equal(claim.Standing, claim.StandingVerdict?.Id);
        }
    });

    [Fact]
    public void the_same_events_give_the_same_picture() => Histories.ForAny(events =>
    {
        var log = Log.Of(events).Events;
        var (one, two) = (PictureOf(log), PictureOf(log));
        Assert.Equal(Shown(Pages.Stories(one)), Shown(Pages.Stories(two)));
        var changes = one.TakeChanges();
        Assert.Equal(Shown(changes), Shown(two.TakeChanges()));
        Assert.Equal(
            one.Claims.Keys.Select(c => Shown(Pages.Claim(one, c, changes, Clock.Recorded, Log.Begin)!)),
            two.Claims.Keys.Select(c => Shown(Pages.Claim(two, c, changes, Clock.Recorded, Log.Begin)!)));
    });

    [Fact]
    public void every_story_and_claim_of_a_picture_has_a_page() => Histories.ForAny(events =>
    {
        var picture = PictureOf(Log.Of(events).Events);
        var changes = picture.TakeChanges();
        Assert.All(picture.Stories.Values, s => Assert.Equal(s.Standing is null, Pages.Story(picture, s.Id, changes, Clock.Recorded, Log.Begin) is null));
        Assert.All(picture.Claims.Values, c => Assert.Equal(c.Standing is null, Pages.Claim(picture, c.Id, changes, Clock.Recorded, Log.Begin) is null));
    });

    [Fact]
    public void a_story_counts_what_is_in_it() => Decided.ForAny(log =>
    {
        var picture = PictureOf(log.Events);
        foreach (var story in picture.Stories.Values)
        {
            var documents = picture.Documents.Values.Where(d => d.StoryId == story.Id && d is { Filed: not null, Withdrawn: null }).ToList();
            Assert.Equal(documents.Count, story.Documents);
            Assert.Equal(documents.Select(d => d.Filed!.Origin).Distinct().Order(), story.Origins.Keys.Order());
            var tally = picture.Claims.Values.Select(c => Share(picture, c, story.Id)).Aggregate(default(Tally), (a, b) => a + b);
            Assert.Equal(tally, story.Tally);
        }
    });

    /// <summary>A claim counts in each story that it was put into or that holds a document which mentions it, or did.</summary>
    private static Tally Share(Picture picture, ClaimFacts claim, string story)
    {
        var here = claim.Mentions.Where(m => picture.Documents.TryGetValue(m.Mention.DocumentId, out var facts) && facts.StoryId == story).ToList();
        var pinned = claim.Pins.Contains(story);
        return here.Count == 0 && !pinned ? default : StatusRules.Share(claim, here.Where(m => m.Stands).Select(m => m.Mention.DocumentId).Distinct().Count(), pinned);
    }

    [Fact]
    public void what_stands_is_what_the_rules_say_of_the_facts() => Decided.ForAny(log =>
    {
        var picture = PictureOf(log.Events);
        Assert.All(picture.Claims.Values.Where(c => c.Standing is not null), c =>
            Assert.Equal(StatusRules.Of(c, id => picture.Claims.GetValueOrDefault(id)).Status, c.Standing!.Status));
        Assert.All(picture.Stories.Values.Where(s => s.Standing is not null), s => Assert.Equal(StatusRules.Of(s).Status, s.Standing!.Status));
    });

    [Fact]
    public void each_change_of_status_begins_where_the_last_one_ended() => Histories.ForAny(events =>
    {
        foreach (var course in PictureOf(Log.Of(events).Events).TakeChanges().GroupBy(c => (c.Kind, c.Id)))
        {
            var told = course.ToList();
            Assert.Equal(told.Select(c => ((string?)c.To.Status, c.To.Day)).SkipLast(1).Prepend((null, null)), told.Select(c => (c.From, c.FromDay)));
            // What stays open by another day begins anew.
            Assert.All(told, c => Assert.NotEqual((c.From, c.FromDay), (c.To.Status, c.To.Day)));
        }
    });

    [Fact]
    public void every_event_of_a_history_is_stored_and_read_again() => Histories.ForAny(events => Assert.All(events, e =>
        Spec.Same([e], [EventJson.Read(EventTypes.NameOf(e.GetType()), EventJson.Write(e))])));
}
