using System.Text.Json;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>What the sample documents say, found in them with its speaker, chain, polarity, mode, certainty, numbers and dates.</summary>
public sealed class SampleFactSpecs
{
    private static readonly Dictionary<string, IReadOnlyList<Mention>> read = [];

    private static IReadOnlyList<Mention> Mentions(string document)
    {
        lock (read)
        {
            if (read.TryGetValue(document, out var known)) return known;
            var path = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), document + "-*").Single();
            var (title, published, text) = path.EndsWith(".json", StringComparison.Ordinal) ? Item(File.ReadAllText(path)) : Page(File.ReadAllText(path));
            return read[document] = Extractor.Extract(new(document, 1, title, text, "en", published, null)).Mentions;
        }
    }

    private static (string, DateTimeOffset, string) Page(string file)
    {
        var parts = file.Split("---\n", 3);
        string Field(string name) => parts[1].Split('\n').First(l => l.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..].Trim('"');
        return (Field("title"), DateTimeOffset.Parse(Field("published"), null), parts[2]);
    }

    private static (string, DateTimeOffset, string) Item(string file)
    {
        var item = JsonDocument.Parse(file).RootElement;
        return (item.GetProperty("headlines")[0].GetProperty("value").GetString()!, item.GetProperty("versioncreated").GetDateTimeOffset(), item.GetProperty("bodies")[0].GetProperty("value").GetString()!);
    }

    [Theory]
    [InlineData("01", "An intervention ordered by Donald Trump against Iran's leadership is coming", "-", "+ prediction certain")]
    [InlineData("01", "Khamenei's political end will not be orderly or negotiated", "-", "- prediction certain")]
    [InlineData("01", "Iran has advanced its uranium enrichment, but it is a non-nuclear state", "-", "+ assertion certain")]
    [InlineData("01", "Trump ordered the killing of General Qassem Soleimani in January 2020", "-", "+ assertion certain", "2020-01-01")]
    [InlineData("01", "that any American president would dare", "few in Tehran", "+ prediction probable")]
    [InlineData("01", "Ayatollah Ali Khamenei underestimates the man across the table", "-", "+ assertion certain")]
    [InlineData("01", "The circle around the Supreme Leader takes Israel to be a liability for US policy", "-", "+ assertion certain")]
    [InlineData("01", "The Israeli operation called Rising Lion did more damage inside Iran than the leadership admits", "-", "+ assertion certain")]
    [InlineData("02", "Khamenei has famously named no successor", "-", "- assertion certain")]
    [InlineData("02", "Does a rival clerical faction exist in Iran at all", "-", "+ question underspecified")]
    [InlineData("03", "a deal in the talks between Iran and the United States … to be close", "-", "+ assertion underspecified")]
    [InlineData("03", "The United States has carried out 300 strikes", "early reports that Northgate has not been able to verify", "+ assertion underspecified", "300 strikes exactly")]
    [InlineData("04", "More than 200 fighter jets attacked 500 targets in Iran on Saturday", "Israel's military", "+ assertion certain", "200 fighter jets more-than, 500 targets exactly, 2026-02-28")]
    [InlineData("04", "the attack came by day because Iranian leaders were meeting", "unattributed reports", "+ assertion underspecified")]
    [InlineData("04", "that there were indicators that Iran meant to use its missiles preemptively, or at once in answer to any action", "A senior US administration official", "+ assertion certain")]
    [InlineData("04", "Hours before, a deal in the talks between Tehran and Washington had reportedly been close", "-", "+ assertion underspecified")]
    [InlineData("06", "Iran has answered with its largest opening barrage", "unverified claims that are being shared widely", "+ assertion underspecified")]
    [InlineData("06", "More than 200 fighter jets attacked 500 targets in Iran", "Israel's military", "+ assertion certain", "via Harbour Wire")]
    [InlineData("08", "Three Patriot interceptors missed an Iranian ballistic missile over Al-Udeid base in Qatar on Saturday", "a video", "+ assertion certain", "2026-02-28")]
    [InlineData("09", "Ali Khamenei, the Supreme Leader of Iran, is dead", "US President Donald Trump", "+ assertion certain")]
    [InlineData("09", "Khamenei has been in power since 1989", "-", "+ assertion certain", "1989-01-01")]
    [InlineData("09", "that the attacks were effective and could open a path to diplomacy", "Trump", "+ assertion possible", "name Donald Trump")]
    [InlineData("09", "The United States carried out 900 strikes within the first 12 hours", "the US government", "+ assertion certain", "900 strikes exactly, 12 hours exactly")]
    [InlineData("11", "No B-2 was seen over Iran on Saturday, and no manned US or Israeli aircraft entered Iranian airspace", "-", "- assertion certain")]
    [InlineData("11", "that more than 200 fighter jets attacked 500 targets", "Israel's military", "+ assertion certain", "200 fighter jets more-than")]
    [InlineData("12", "Ali Khamenei was killed in Israeli-US strikes on his compound in Tehran", "Iranian state television", "+ assertion certain")]
    [InlineData("12", "that Khamenei's political end would not be orderly or negotiated", "a columnist of the Tidewater Review", "- prediction probable")]
    [InlineData("13", "The largest attack in the history of Iran on the United States and Israel will begin shortly", "the Islamic Revolutionary Guard Corps", "+ prediction certain")]
    [InlineData("15", "The United States plans an escalating series of strikes on Iran with off-ramps in between", "a senior US official", "+ assertion certain", "via CNN")]
    [InlineData("15", "US missile stocks are being depleted", "Bloomberg", "+ assertion certain")]
    [InlineData("15", "The United States may use B-2 bombers on Monday", "unconfirmed reports", "+ assertion underspecified", "2026-03-02")]
    [InlineData("15", "None has been seen over Iran so far", "one newsletter writer", "- assertion certain")]
    [InlineData("16", "After last summer's strikes, Khamenei had ceded control of military matters to the Supreme Council of the IRGC", "-", "+ assertion certain")]
    [InlineData("16", "Iran … to be readying a replacement, who may be a harder hardliner than the dead man", "-", "+ assertion underspecified")]
    [InlineData("16", "A leader can be replaced quickly, and likely will be", "-", "+ prediction probable")]
    [InlineData("16", "Khamenei's death may change little", "-", "+ assertion possible")]
    [InlineData("16", "The death of President Raisi two years ago did not bring the country down", "-", "- assertion certain", "2024-01-01")]
    [InlineData("17", "Iran was attacked because it was at its weakest, not because it was growing strong", "David Sanger of the New York Times", "+ assertion certain")]
    [InlineData("17", "there were no indications that Iran planned to strike US forces first", "the source", "- assertion certain")]
    [InlineData("18", "Each round would last one to two days, followed by a pause", "the official", "+ prediction certain", "1 days more-than, 2 days less-than")]
    [InlineData("20", "Israel was going to attack Iran with or without the United States", "Secretary of State Marco Rubio", "+ prediction certain")]
    [InlineData("20", "\"The question was when,\"", "he", "+ assertion certain", "name Marco Rubio, via people in the room")]
    public void each_fact_is_found_in_shape(string document, string content, string speaker, string axes, string further = "")
    {
        var found = Mentions(document).Select(m => (Mention: m, Gold: Gold.Of(m))).ToList();
        var (mention, gold) = found.FirstOrDefault(f => f.Gold["content"] == content);
        Assert.True(mention is not null, string.Join('\n', found.Select(f => f.Gold["content"])));
        Assert.Equal((speaker, axes), (gold["speaker"], $"{gold["polarity"]} {gold["mode"]} {gold["certainty"]}"));
        var all = mention.Numbers.Select(n => $"{n.Value} {n.Unit} {n.Bound}").Concat(mention.Dates.Select(d => d.From)).Concat(mention.Via.Select(v => "via " + v.Text)).Append("name " + mention.SpeakerName).ToList();
        Assert.All(further.Split(", ", StringSplitOptions.RemoveEmptyEntries), f => Assert.Contains(f, all));
    }

    [Fact]
    public void a_document_has_about_one_mention_a_sentence_at_most()
    {
        foreach (var document in Enumerable.Range(1, 20).Select(n => n.ToString("00", null)).Where(static d => d is not ("07" or "14"))) Assert.InRange(Mentions(document).Count, 1, 24);
    }
}
