using Dateline.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Matching;

public class MatchIndexSpecs
{
    private static MatchIndex Known(params (string Id, string Text)[] claims)
    {
        var index = new MatchIndex();
        foreach (var (id, text) in claims) index.Add(id, text);
        return index;
    }

    private static readonly (string, string)[] Some =
    [
        ("a", "Turkey sent 40 ambulances to Aleppo."), ("b", "The mayor of Lyon resigned over a fraud inquiry."), ("c", "A dam near Derna burst overnight."),
        ("d", "Two dams near Derna burst after the storm."), ("e", "Lyon will host the summit in June.")
    ];

    [Fact]
    public void a_claim_is_found_by_its_own_words_first() =>
        Assert.All(Some, claim => Assert.Equal(claim.Item1, Known(Some).Find(claim.Item2, 3)[0].Id));

    [Fact]
    public void matches_come_best_first_with_scores_in_thousandths_and_a_reason()
    {
        var matches = Known(Some).Find("Residents say a dam burst near Derna.", 5);
        Assert.Equal(matches.Select(m => m.Score).OrderDescending(), matches.Select(m => m.Score));
        Assert.All(matches, m => Assert.InRange(m.Score, 0, 1000));
        Assert.Contains(matches[0].Reasons, r => r.Contains("Derna", StringComparison.Ordinal));
    }

    [Fact]
    public void nothing_in_common_finds_nothing() => Assert.Empty(Known(Some).Find("Wheat prices eased.", 5));

    [Fact]
    public void at_most_as_many_as_asked_for_are_given() => Assert.Single(Known(Some).Find("dam burst near Derna", 1));

    [Fact]
    public void a_removed_claim_is_not_found() { var index = Known(Some); index.Remove("c"); Assert.DoesNotContain(index.Find(Some[2].Item2, 5), m => m.Id == "c"); }

    [Fact]
    public void a_claim_added_again_is_replaced()
    {
        var index = Known(Some);
        index.Add("a", "Grain ships left Odesa.");
        Assert.Equal("a", index.Find("Grain ships leave Odesa", 5)[0].Id);
        Assert.DoesNotContain(index.Find("ambulances to Aleppo", 5), m => m.Id == "a");
        Assert.Equal(Some.Length, index.Count);
    }

    [Fact]
    public void equal_claims_are_ranked_by_id_whatever_the_order_they_came_in()
    {
        (string, string)[] equal = [("y", "A dam burst."), ("x", "A dam burst."), ("z", "A dam burst.")];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
            Assert.Equal(["x", "y", "z"], Known([.. order.Select(i => equal[i])]).Find("a dam burst", 5).Select(m => m.Id));
    }

    [Fact]
    public void adding_and_removing_leaves_no_trace()
    {
        var words = Gen.Elements("dam", "storm", "mayor", "Lyon", "Derna", "40", "resigned", "burst").ListOf(6).Select(w => string.Join(' ', w));
        var steps = words.Zip(Gen.Choose(0, 9)).Select(p => (Id: "k" + p.Item2, Text: p.Item1)).ListOf().ToArbitrary();
        Prop.ForAll(steps, all =>
        {
            var busy = Known(Some);
            foreach (var (id, text) in all) busy.Add(id, text);
            foreach (var (id, _) in all) busy.Remove(id);
            var fresh = Known(Some);
            foreach (var (_, text) in Some.Concat(all))
                Assert.Equal(fresh.Find(text, 5).Select(m => (m.Id, m.Score)), busy.Find(text, 5).Select(m => (m.Id, m.Score)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void thousands_of_replacements_keep_the_answers_of_a_fresh_index()
    {
        var busy = Known(Some);
        for (var i = 0; i < 5000; i++) busy.Add("spin", "A storm reached Derna on day " + i);
        busy.Remove("spin");
        Assert.Equal(Known(Some).Find("dams burst near Derna", 5).Select(m => (m.Id, m.Score)), busy.Find("dams burst near Derna", 5).Select(m => (m.Id, m.Score)));
    }

    [Fact]
    public void any_text_can_be_added_and_asked_for() =>
        Prop.ForAll(Hostile.Texts, text =>
        {
            var index = Known(Some);
            index.Add("h", text, text);
            index.Find(text, 3);
            index.Remove("h");
            Assert.Equal(Some.Length, index.Count);
        }).QuickCheckThrowOnFailure();
}
