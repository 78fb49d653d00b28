using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Sources;
using Dateline.Verdicts;

namespace Dateline.Specs;

public class WordsAndIdsSpecs
{
    private static void RoundTrips<T>(params string[] words) where T : struct, Enum
    {
        Assert.Equal(words, Words.All<T>());
        Assert.Equal(Enum.GetValues<T>(), words.Select(w => Words.Parse<T>(w)!.Value));
        Assert.Equal(Enum.GetValues<T>(), words.Select(w => Words.Parse<T>(w.ToUpperInvariant())!.Value));
    }

    [Fact]
    public void modes_have_words() => RoundTrips<Mode>("assertion", "prediction", "promise", "question", "opinion", "conditional");

    [Fact]
    public void polarities_have_words() => RoundTrips<Polarity>("positive", "negative");

    [Fact]
    public void certainties_have_words() => RoundTrips<Certainty>("underspecified", "possible", "probable", "certain");

    [Fact]
    public void relations_have_words() => RoundTrips<Relation>("contradicts", "updates", "supports", "supersedes");

    [Fact]
    public void acts_of_publishers_have_words() => RoundTrips<PublisherAct>("correction", "kill", "takedown", "withheld");

    [Fact]
    public void ratings_have_words() => RoundTrips<Rating>("verified", "false", "misleading", "inconclusive", "fulfilled", "failed", "lapsed");

    [Fact]
    public void likelihoods_have_words() => RoundTrips<Likelihood>(
        "almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely", "almost-certain");

    [Fact]
    public void confidences_have_words() => RoundTrips<Confidence>("low", "moderate", "high");

    [Fact]
    public void states_of_proposals_have_words() => RoundTrips<ProposalState>("proposed", "approved", "rejected", "withdrawn");

    [Fact]
    public void reliabilities_have_letters() => RoundTrips<Reliability>("F", "A", "B", "C", "D", "E");

    [Fact]
    public void clocks_have_words() => RoundTrips<Clock>("recorded", "published");

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("AlmostNoChance")]
    [InlineData("likely ")]
    public void what_is_no_word_has_no_value(string word) => Assert.Null(Words.Parse<Likelihood>(word));

    [Fact]
    public void streams_are_named_by_noun_and_id()
    {
        Assert.Equal(["source/a", "document/a", "claim/a", "story/a"], [Ids.Source("a"), Ids.Document("a"), Ids.Claim("a"), Ids.Story("a")]);
        Assert.Equal("c-1", Ids.Of(Ids.Claim("c-1")));
        Assert.Equal("a/b", Ids.Of(Ids.Document("a/b")));
    }

    [Fact]
    public void an_id_is_the_same_for_the_same_identity()
    {
        // printf abc | sha256sum
        Assert.Equal("d-ba7816bf8f01cfea", Ids.From('d', "abc"));
        Assert.Equal(Ids.From('d', "https://wire.example/1"), Ids.From('d', "https://wire.example/1"));
        Assert.NotEqual(Ids.From('d', "https://wire.example/1"), Ids.From('d', "https://wire.example/2"));
        Assert.Matches("^s-[0-9a-f]{16}$", Ids.From('s', ""));
    }

    [Fact]
    public void a_hash_is_in_lower_case_hexadecimal() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Ids.Sha256("abc"u8));

    [Theory]
    [InlineData("Harbour Wire", "harbour-wire")]
    [InlineData("  Harbour   Wire! ", "harbour-wire")]
    [InlineData("BBC.co.uk", "bbc-co-uk")]
    [InlineData("7 News", "7-news")]
    public void a_source_is_named_by_its_letters(string name, string id) => Assert.Equal(id, Ids.SourceFrom(name));

    [Theory]
    [InlineData("東京新聞")]
    [InlineData("Süddeutsche")]
    [InlineData("!!!")]
    public void a_source_without_plain_letters_gets_a_hash(string name)
    {
        Assert.Matches("^o-[0-9a-f]{16}$", Ids.SourceFrom(name));
        Assert.Equal(Ids.SourceFrom(name), Ids.SourceFrom($" {name} "));
    }

    [Fact]
    public void a_very_long_name_of_a_source_gets_a_hash() => Assert.Matches("^o-", Ids.SourceFrom(new string('a', 61)));

    [Theory]
    [InlineData("", false)]
    [InlineData(" \t\n\u00A0\u2003", false)]
    [InlineData("\u200B\u2060\uFEFF\u00AD", false)]
    [InlineData("\u3164\uFFA0\u115F\u1160\u2800", false)]
    [InlineData("\U000E0041\U000E007F\U000E0100\uFE0F", false)]
    [InlineData("\U0001F600", true)]
    [InlineData("\u200B.", true)]
    [InlineData("\u6771\u4EAC", true)]
    public void what_is_drawn_as_nothing_is_no_text(string text, bool visible) => Assert.Equal(visible, VisibleText.IsIn(text));
}
