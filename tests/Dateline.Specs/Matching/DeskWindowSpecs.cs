using Dateline.Claims;
using Dateline.Extraction;
using Dateline.Matching;
using FsCheck;
using FsCheck.Fluent;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>A desk knows what follows from its last filings, however it came to them.</summary>
public class DeskWindowSpecs
{
    private const int Window = 5;

    private static readonly string[] Topics =
    [
        "the dam near Derna burst after Storm Daniel flooded eastern Libya", "the mayor of Lyon resigned over fraud inquiry contracts",
        "the strike on Odesa port killed dock workers at dawn", "the central bank raised rates sharply against inflation"
    ];

    /// <summary>One thing in the log: a filing, or what people did.</summary>
    private sealed record Step(int Kind, int Document, int Topic, int Number);

    private static Arbitrary<Step[]> Logs { get; } =
        (from kind in Gen.Choose(0, 9)
         from document in Gen.Choose(0, 11)
         from topic in Gen.Choose(0, Topics.Length - 1)
         from number in Gen.Choose(1, 3)
         select new Step(kind, document, topic, number)).ArrayOf(25).ToArbitrary();

    private static FilingInput Input(Step step, int revision)
    {
        var text = $"{Topics[step.Topic]} and harmed {step.Number} people";
        var id = $"d{step.Document}/{revision}";
        return new("d" + step.Document, revision, "s" + step.Number, "Paper " + step.Number, null, text + ". " + Topics[(step.Topic + step.Number) % 4], Noon.AddHours(revision),
        [
            Saying(text, id: id + "/0", numbers: [Number(text, $"{step.Number} people", $"{step.Number}", "people")], via: step.Kind == 1 ? ["Paper 2"] : null),
            Saying(Topics[(step.Topic + 1) % 4], id: id + "/1", polarity: step.Kind == 2 ? Polarity.Negative : Polarity.Positive)
        ]);
    }

    private static (Desk Live, List<(FilingInput? Input, Filing? Filing, Action<Desk>? Act)> Log) Run(Step[] steps, Desk? begun = null)
    {
        var desk = begun ?? new Desk(Window);
        var log = new List<(FilingInput?, Filing?, Action<Desk>?)>();
        var revision = begun is null ? 0 : 100;
        string story = "s-1", claim = "c-1";
        foreach (var step in steps)
        {
            if (step.Kind < 7)
            {
                var input = Input(step, ++revision);
                var filing = desk.File(input);
                desk.Learn(input, filing);
                log.Add((input, filing, null));
                (story, claim) = step.Number == 1 ? (filing.StoryId, filing.Mentions[0].ClaimId) : (story, claim);
                continue;
            }
            var (s, c, last) = (story, claim, log.LastOrDefault(l => l.Item2 is not null).Item2);
            Action<Desk> act = step.Kind switch
            {
                7 => d => d.Forget("d" + step.Document),
                8 => d => d.DocumentMoved("d" + step.Document, s),
                _ => d => { if (last is null) return; d.StoriesMerged(s, last.StoryId); d.ClaimsMerged(c, last.Mentions[0].ClaimId); }
            };
            act(desk);
            log.Add((null, null, act));
        }
        return (desk, log);
    }

    private static string Answers(Desk desk) => string.Join('\n', Enumerable.Range(0, 4).SelectMany(t => Enumerable.Range(1, 3).Select(n => new Step(1, 99, t, n)))
        .Append(new(0, 3, 0, 2)).Select(s => System.Text.Json.JsonSerializer.Serialize(desk.File(Input(s, 1000)))));

    [Fact]
    public void relearning_the_last_filings_in_log_order_gives_the_same_answers() =>
        Prop.ForAll(Logs, steps =>
        {
            var (live, log) = Run(steps);
            var filings = log.Count(l => l.Input is not null);
            var skip = Math.Max(0, filings - Window);
            var again = new Desk(Window);
            foreach (var (input, filing, act) in log)
            {
                if (input is not null && skip-- > 0) continue;
                if (input is not null) again.Learn(input, filing!);
                else act!(again);
            }
            Assert.Equal(Answers(live), Answers(again));
        }).QuickCheckThrowOnFailure();

    private static MemoryStream Saved(Desk desk)
    {
        var stream = new MemoryStream();
        desk.Save(stream);
        stream.Position = 0;
        return stream;
    }

    [Fact]
    public void a_loaded_desk_answers_as_the_saved_one_then_and_later() =>
        Prop.ForAll(Logs, Logs, (before, after) =>
        {
            var (live, _) = Run(before);
            var loaded = Desk.Load(Saved(live), Window);
            Assert.Equal(Answers(live), Answers(loaded));
            Assert.Equal(Answers(Run(after, live).Live), Answers(Run(after, loaded).Live));
            Assert.Equal(Saved(live).ToArray(), Saved(loaded).ToArray());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_pronoun_that_is_written_as_a_name_keeps_no_desk_from_being_loaded()
    {
        var desk = new Desk(Window);
        const string Text = "Police said that Captain Nobody Holm and Anyone Lund were hurt in the blast in Varo.";
        var input = new FilingInput("d", 1, "s", "The Paper", "Blast", Text, DateTimeOffset.UnixEpoch, Extractor.Extract(new("d", 1, "Blast", Text, "en", DateTimeOffset.UnixEpoch, null)).Mentions);
        var filing = desk.File(input);
        Assert.NotEmpty(filing.Mentions);
        desk.Learn(input, filing);
        Assert.Equal(Saved(desk).ToArray(), Saved(Desk.Load(Saved(desk), Window)).ToArray());
    }

    [Fact]
    public void a_desk_that_is_damaged_cut_short_or_of_another_window_is_refused()
    {
        var desk = new Desk(Window);
        desk.Learn(Input(new(0, 1, 1, 1), 1), desk.File(Input(new(0, 1, 1, 1), 1)));
        var whole = Saved(desk).ToArray();
        Assert.Throws<InvalidDataException>(() => Desk.Load(new MemoryStream(whole), Window + 1));
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.Throws<InvalidDataException>(() => Desk.Load(new MemoryStream(whole[..i]), Window));
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x55;
            Assert.Throws<InvalidDataException>(() => Desk.Load(new MemoryStream(damaged), Window));
        }
    }

    [Fact]
    public void learning_a_filing_twice_is_learning_it_once() =>
        Prop.ForAll(Logs, steps =>
        {
            var once = new Desk(Window);
            var twice = new Desk(Window);
            foreach (var (input, filing, act) in Run(steps).Log)
            {
                act?.Invoke(once);
                act?.Invoke(twice);
                if (input is null) continue;
                once.Learn(input, filing!);
                twice.Learn(input, filing!);
                twice.Learn(input, filing!);
            }
            Assert.Equal(Answers(once), Answers(twice));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_more_than_the_window_is_held()
    {
        var desk = new Desk(Window);
        for (var i = 0; i < 40; i++)
        {
            var input = Input(new(0, i, i % 4, 1), i + 1);
            desk.Learn(input, desk.File(input));
        }
        Assert.Equal(Window, desk.Count);
    }

    [Fact]
    public void any_text_can_be_filed() =>
        Prop.ForAll(Hostile.Texts, Hostile.Texts, (title, text) =>
        {
            var desk = new Desk(2);
            var input = new FilingInput(text, 1, title, text, title, text, DateTimeOffset.MaxValue, [Saying(text, title, via: [text])]);
            desk.Learn(input, desk.File(input));
            desk.Learn(input with { DocumentId = "b" }, desk.File(input with { DocumentId = "b" }));
            desk.Forget(text);
        }).QuickCheckThrowOnFailure();
}
