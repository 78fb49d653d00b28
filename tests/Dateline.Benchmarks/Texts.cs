using System.Globalization;
using System.Text;
using Dateline.Server.Reading;

namespace Dateline.Benchmarks;

/// <summary>
/// News of 600 words, made up by a fixed rule: about eight documents a story, 250 stories at a time, each with people and places of its own, as stories
/// have them, and with all else in common.
/// </summary>
internal static class Texts
{
    private const int WordsEach = 600;
    private const int Block = 2000;
    private const int StoriesInBlock = 250;
    private static readonly DateTimeOffset start = new(2026, 1, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] onsets = "b br c cl d dr f fl g gr h j k kr l m n p pr r s sk st t tr v w z".Split(' ');
    private static readonly string[] rhymes = "ab ad al am an ar as eb ed el em en er es ib id il im in ir is od ol om on or os ud ul um un ur us".Split(' ');
    private static readonly string[] ends = "by dale field ford ham haven mere moor port ton vale wick worth".Split(' ');
    private static readonly string[] bodies = "council ministry hospital university union police company authority court bank museum railway airport regulator charity".Split(' ');
    private static readonly string[] things = ("bridge harbour ferry reactor tunnel school pipeline stadium reservoir vaccine budget festival merger strike landslide orchard lighthouse tariff satellite "
        + "quarry theatre viaduct warehouse glacier vineyard tramway refinery archive clinic dam estuary bakery cannery shipyard greenhouse windfarm monument cathedral library market").Split(' ');
    private static readonly string[] acts = "closed reopened inspected delayed expanded funded rejected approved damaged repaired sold rebuilt evacuated audited postponed".Split(' ');
    private static readonly string[] reasons = ["after a long inquiry", "because of rising costs", "despite protests", "following the storm", "under a new plan", "before the winter", "for safety reasons", "at short notice"];
    private static readonly string[] moods = ["raining", "still dark", "cold and windy", "quiet", "almost noon", "warm for the season", "busy as on any market day", "late"];
    private static readonly string[] moves = ["walked", "drove", "was led", "hurried", "came back", "looked out"];
    private static readonly string[] tails =
    [
        "while traders along the front kept their shutters half open", "as it had been expected since the spring", "with two lorries still parked across the road",
        "and neighbours brought tea and blankets", "though few in the crowd had read the notice", "which surprised nobody who knows the valley",
        "in front of cameras from three stations", "long after the last train had gone", "as children on their way to lessons stopped to watch",
        "and the telephones rang until the evening", "under a sky that promised more snow", "not far from the old customs house",
        "where a band had played the night before", "to the relief of those who had queued since dawn", "and so the talk in the cafes went on",
        "without any of the speeches that usually go with it"
    ];
    private static readonly string[] cues = ["said", "told reporters", "confirmed", "denied", "announced", "warned", "added", "estimated"];
    private static readonly string[] outlets = ["Harbour Wire", "North Press", "Evening Ledger", "Daily Courier", "Coast Radio", "Valley Post", "Civic Agency", "Morning Star Gazette"];

    /// <summary>The documents of a span, in order.</summary>
    internal static IEnumerable<Draft> Documents(int from, int count)
    {
        for (var i = from; i < from + count; i++) yield return Document(i);
    }

    /// <summary>Which story a document is about.</summary>
    internal static int Story(int number) => (number / Block * StoriesInBlock) + (int)((uint)(number * 2654435761L) % StoriesInBlock);

    private static Draft Document(int number)
    {
        var plot = new Plot(new Random(1000 + Story(number)));
        var random = new Random(5_000_000 + number);
        var text = new StringBuilder();
        for (var words = 0; words < WordsEach;)
        {
            var sentence = plot.Sentence(random);
            words += sentence.Count(c => c == ' ') + 1;
            text.Append(sentence).Append(random.Next(5) == 0 ? "\n\n" : " ");
        }
        var title = plot.Title(random);
        var url = $"https://news.example/{number}";
        return new()
        {
            Source = outlets[random.Next(outlets.Length)],
            Url = url,
            Title = title,
            Language = "en",
            Published = new(start.AddMinutes(number)),
            Text = text.ToString().Trim(),
            Format = "jsonl",
            Key = url,
            MediaType = "application/json",
            Original = Encoding.UTF8.GetBytes($"{{\"url\":\"{url}\",\"title\":\"{title}\",\"text\":\"{text}\"}}")
        };
    }

    private static T Any<T>(this Random random, T[] of) => of[random.Next(of.Length)];

    /// <summary>What the documents of a story have in common: its people, places, bodies and about forty things that happened.</summary>
    private sealed class Plot
    {
        private readonly string[] people;
        private readonly string[] places;
        private readonly string[] facts;

        internal Plot(Random random)
        {
            people = [.. Enumerable.Range(0, 4).Select(_ => $"{Name(random, "a")} {Name(random, random.Any(rhymes))}")];
            places = [.. Enumerable.Range(0, 3).Select(_ => Name(random, random.Any(ends)))];
            string[] own = [.. Enumerable.Range(0, 5).Select(_ => random.Any(things))];
            string[] theirs = [.. Enumerable.Range(0, 3).Select(_ => random.Any(bodies))];
            facts = [.. Enumerable.Range(0, 40).Select(_ => Fact(random, own, theirs))];
        }

        internal string Title(Random random) => $"{char.ToUpperInvariant(facts[0][0])}{facts[0][1..]}, {random.Any(people)} says";

        internal string Sentence(Random random)
        {
            var fact = random.Next(4) == 0 ? Fact(random, things, bodies) : random.Any(facts);
            return random.Next(6) switch
            {
                0 => $"{random.Any(people)} {random.Any(cues)} that {fact}.",
                1 => $"\"{char.ToUpperInvariant(fact[0])}{fact[1..]},\" {random.Any(cues)} {random.Any(people)}, a spokesman for the {random.Any(bodies)}.",
                2 => $"According to the {random.Any(places)} {random.Any(bodies)}, {fact}.",
                3 => Colour(random),
                _ => $"{char.ToUpperInvariant(fact[0])}{fact[1..]}, {random.Any(tails)}."
            };
        }

        /// <summary>A sentence that is there for the reader only.</summary>
        private string Colour(Random random) =>
            $"It was {random.Any(moods)} in {random.Any(places)} when {random.Any(people)} {random.Any(moves)} past the {random.Any(things)} and the {random.Any(things)}, {random.Any(tails)}.";

        private static string Name(Random random, string end)
        {
            var name = random.Any(onsets) + random.Any(rhymes) + random.Any(onsets) + end;
            return char.ToUpperInvariant(name[0]) + name[1..];
        }

        private string Fact(Random random, string[] own, string[] theirs)
        {
            var number = (random.Next(2, 900) * 10).ToString("#,0", CultureInfo.InvariantCulture);
            return random.Next(3) switch
            {
                0 => $"the {random.Any(own)} in {random.Any(places)} was {random.Any(acts)} by the {random.Any(theirs)} {random.Any(reasons)}",
                1 => $"{number} people were affected when the {random.Any(own)} near {random.Any(places)} was {random.Any(acts)}",
                _ => $"the {random.Any(theirs)} {random.Any(acts)} the {random.Any(own)} at a cost of {number} dollars {random.Any(reasons)}"
            };
        }
    }
}
