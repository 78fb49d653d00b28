using Dateline.Claims;
using Dateline.Matching;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>An article that takes in another text credits it with what stands there, and its own source with what it adds.</summary>
public sealed class MentionOriginSpecs
{
    private const string Wire = "A cable car fell at the ski resort of Monte Varo on Sunday morning and injured nine skiers. The cabin dropped onto a slope after a cable snapped. Helicopters carried the injured to hospitals in the valley.";
    private const string Inquiry = "The operator of the Monte Varo lift skipped two safety checks last year. The ministry opened an inquiry into the company and froze its licence at once.";
    private const string Own = "The upper pylon of the lift had been rusting for years. The mayor of Varo has sold his shares in the lift.";

    private readonly Desk desk = new(3);

    // Every sentence is a mention.
    private static FilingInput Article(string source, string text, int revision = 1)
    {
        var mentions = new List<Mention>();
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            end = text.IndexOf(". ", at, StringComparison.Ordinal) is >= 0 and var dot ? dot + 1 : text.Length;
            var words = text[at..end].TrimEnd('.');
            mentions.Add(Saying(words, speaker: null, id: $"{source}/{revision}#{mentions.Count}") with { Content = new(at, at + words.Length, words) });
        }
        return new(source, revision, source, source, null, text, Noon, mentions);
    }

    private static List<string> Origins(Filing filing) => [.. filing.Mentions.Select(m => m.Origin["source:".Length..])];

    private List<string> File(string source, string text, int revision = 1)
    {
        var input = Article(source, text, revision);
        var filing = desk.File(input);
        desk.Learn(input, filing);
        return Origins(filing);
    }

    // Other words on another matter, so that texts are not kept whole.
    private static string Long(string text, int seed)
    {
        string[] things = ["harbour", "orchard", "tunnel", "library", "bakery", "tramway", "quarry", "theatre", "market", "chapel", "stadium"];
        string[] acts = ["reopened", "closed", "expanded", "moved", "burned", "merged", "shrank"];
        return string.Join(' ', Enumerable.Range(0, 40).Select(i => $"The {things[(i + seed) % 11]} of quarter {seed}{i} {acts[(i * 3 + seed) % 7]} before visitor {i * 7 + seed} came.").Prepend(text));
    }

    [Fact]
    public void what_an_article_adds_to_a_text_has_its_own_sources_origin()
    {
        Assert.Equal(["wire", "wire", "wire"], File("wire", Wire));
        Assert.Equal(["wire", "wire", "wire", "mail", "mail"], File("mail", Wire + " " + Own));
    }

    [Fact]
    public void so_it_is_in_texts_of_which_only_a_sketch_is_kept()
    {
        var wire = Long(Wire, 1);
        File("wire", wire);
        var origins = desk.File(Article("mail", wire + " " + Own)).Mentions.ToDictionary(m => m.ClaimText, m => m.Origin);
        Assert.All(Own.TrimEnd('.').Split(". "), words => { if (origins.TryGetValue(words, out var origin)) Assert.Equal("source:mail", origin); });
        Assert.Contains("source:wire", origins.Values);
        Assert.True(origins.Count(o => o.Value == "source:wire") >= 30, string.Join(' ', origins.Values));
    }

    [Fact]
    public void a_short_text_in_a_long_article_is_found()
    {
        File("wire", Wire);
        var origins = desk.File(Article("mail", Long(Wire, 2))).Mentions;
        Assert.Equal(["source:wire", "source:wire", "source:wire"], origins.Take(3).Select(m => m.Origin));
        Assert.All(origins.Skip(3), m => Assert.Equal("source:mail", m.Origin));
    }

    [Fact]
    public void two_texts_in_one_article_have_an_origin_each()
    {
        File("north", Wire);
        File("south", Inquiry);
        Assert.Equal(["north", "north", "north", "south", "south", "mail", "mail"], File("mail", $"{Wire} {Inquiry} {Own}"));
    }

    [Fact]
    public void who_copies_what_an_article_added_has_the_articles_origin()
    {
        File("wire", Wire);
        File("mail", $"{Wire} {Own}");
        Assert.Equal(["mail", "mail"], File("post", Own));
        Assert.Equal(["wire", "wire", "wire", "mail", "mail"], File("echo", $"{Wire} {Own}"));
    }

    [Fact]
    public void an_origin_outlives_the_text_that_it_comes_from()
    {
        File("wire", Wire);
        File("mail", $"{Wire} {Own}");
        File("other", "Wheat prices eased in Chicago trading on Friday as rain fell on the plains.");
        File("another", "The library of the northern quarter reopened after long repairs on Thursday.");
        Assert.Equal(["wire", "wire", "wire", "mail", "mail"], File("echo", $"{Wire} {Own}"));
    }

    [Fact]
    public void the_text_that_was_filed_first_counts_whichever_is_the_longer()
    {
        File("mail", $"{Wire} {Own}");
        Assert.Equal(["mail", "mail", "mail"], File("wire", Wire));
        Assert.Equal(["mail", "mail", "mail", "herald", "herald"], File("herald", $"{Wire} {Inquiry}"));
    }

    [Fact]
    public void a_revision_adds_what_is_its_own_and_keeps_the_rest()
    {
        File("wire", Wire);
        File("mail", Wire);
        Assert.Equal(["wire", "wire", "wire", "mail", "mail"], File("mail", $"{Wire} {Own}", revision: 2));
        Assert.Equal(["wire", "wire", "wire", "mail", "mail"], File("wire", $"{Wire} {Own}", revision: 2));
        Assert.Equal(["wire", "wire", "wire", "wire", "wire"], File("wire", $"{Wire} {Inquiry}", revision: 3));
    }

    [Fact]
    public void few_words_are_judged_by_their_sentence()
    {
        File("wire", Wire + " Nine were hurt in all, the rescuers of Varo said late on Sunday.");
        var text = $"{Wire} Nine were hurt in all, the rescuers of Varo said late on Sunday. Nine were hurt in all, a nurse of the valley hospital told us.";
        Mention Hurt(int at) => Saying("Nine were hurt in all", id: $"m{at}") with { Content = new(at, at + 21, text[at..(at + 21)]) };
        var filing = desk.File(new("mail", 1, "mail", "mail", null, text, Noon, [Hurt(text.IndexOf("Nine were", StringComparison.Ordinal)), Hurt(text.LastIndexOf("Nine were", StringComparison.Ordinal))]));
        Assert.Equal(["wire", "mail"], Origins(filing));
    }

    [Fact]
    public void a_loaded_desk_gives_the_same_origins()
    {
        File("wire", Long(Wire, 1));
        File("mail", $"{Long(Wire, 1)} {Own}");
        using var saved = new MemoryStream();
        desk.Save(saved);
        saved.Position = 0;
        var loaded = Desk.Load(saved, 3);
        var next = Article("echo", $"{Long(Wire, 1)} {Own} {Inquiry}");
        Assert.Equal(Origins(desk.File(next)), Origins(loaded.File(next)));
    }

    [Fact]
    public void what_is_kept_of_a_text_is_bounded()
    {
        var seen = Sketch.Of(string.Join(' ', Enumerable.Range(0, 30_000).Select(i => "w" + i))).Seen;
        Assert.Equal(8192, seen.Length * sizeof(ulong));
    }
}
