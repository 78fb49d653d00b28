using System.Text.Json;
using Dateline.Extraction;
using Dateline.Matching;
using Dateline.Specs.Extraction;

namespace Dateline.Specs.Fuzz;

/// <summary>
/// Disturbed news goes through extraction, matching, grouping and filing: nothing is thrown, every span quotes its text, every score is in its
/// bounds, twice gives the same, and a desk that was saved and loaded answers as the one that went on.
/// </summary>
public sealed class TextFuzzSpecs
{
    private static readonly DateTimeOffset noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] news =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. Sentence.Load("news").Select(s => s.Text)
    ];

    private static Dateline.Extraction.Extraction Extract(string text, string? title, int seed) =>
        Extractor.Extract(new ExtractionInput($"d-{seed}", 1, title, text, seed % 4 == 0 ? null : "en", noon, null));

    [Fact]
    public void whatever_is_extracted_quotes_the_text_and_is_the_same_twice() => Mutations.Each(150, seed =>
    {
        var random = new Random(seed);
        var (text, title) = (Mutations.Text(news, random), Mutations.Text(news, random));
        var found = Extract(text, title, seed);
        Assert.Null(OutputCheck.Fault(found.Mentions, text));
        Assert.Equal(JsonSerializer.Serialize(found), JsonSerializer.Serialize(Extract(text, title, seed)));
    });

    [Fact]
    public void a_text_that_a_revision_leaves_as_it_was_keeps_all_its_dates() => Mutations.Each(150, seed =>
    {
        var text = Mutations.Text(news, new Random(seed));
        var input = new ExtractionInput("d", 1, null, text, "en", noon, null);
        var later = input with { PublishedAt = noon.AddDays(17), Anchors = Anchors.None.After(text, noon).After(text, noon.AddDays(3)) };
        var found = Extractor.Extract(later).Mentions;
        Assert.Equal(JsonSerializer.Serialize(Extractor.Extract(input).Mentions), JsonSerializer.Serialize(found.Select(m => m with { AnchoredAt = null })));
        Assert.All(found, m => Assert.Equal(m.Dates.Count > 0 ? noon : null, m.AnchoredAt));
    });

    [Fact]
    public void a_desk_files_whatever_was_extracted_and_answers_alike_once_it_is_loaded()
    {
        const int Window = 20;
        var (desk, loaded) = (new Desk(Window), new Desk(Window));
        Mutations.Each(150, seed =>
        {
            var random = new Random(seed);
            var (text, title) = (Mutations.Text(news, random), Mutations.Text(news, random));
            var input = new FilingInput($"d-{seed % 40}", 1 + seed / 40, $"s-{seed % 5}", "The Paper", title, text, noon.AddHours(seed % 200), Extract(text, title, seed).Mentions);
            var filing = desk.File(input);
            Assert.Equivalent(filing, loaded.File(input), strict: true);
            Assert.InRange(filing.StoryScore, 0, 1000);
            Assert.All(filing.Mentions, m => Assert.InRange(m.Score, 0, 1000));
            var filed = filing.Mentions.Select(m => input.Mentions.Single(i => i.Id == m.MentionId).Content.Start).ToList();
            Assert.Equal(filed.Order(), filed);
            Assert.Distinct(filing.Mentions.Select(m => m.MentionId));
            Assert.All(filing.Relations, r => Assert.NotEqual(r.ClaimId, r.OtherClaimId));
            desk.Learn(input, filing);
            using var kept = new MemoryStream();
            desk.Save(kept);
            kept.Position = 0;
            loaded = Desk.Load(kept, Window);
        });
    }

    [Fact]
    public void known_claims_are_found_for_any_text()
    {
        var (index, stories) = (new MatchIndex(), new StoryIndex(50));
        Mutations.Each(300, seed =>
        {
            var random = new Random(seed);
            var (claim, text) = (Mutations.Text(news, random), Mutations.Text(news, random));
            index.Add($"c-{seed % 100}", claim, text);
            if (seed % 7 == 0) index.Remove($"c-{random.Next(100)}");
            var found = index.Find(text, 5);
            Assert.True(found.Count <= 5);
            Assert.All(found, m => Assert.InRange(m.Score, 0, 1000));
            Assert.Equivalent(found, index.Find(text, 5), strict: true);
            Assert.NotEmpty(stories.Group($"d-{seed}", claim, text, noon.AddHours(seed % 500)));
        });
    }
}
