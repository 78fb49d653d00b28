using System.Text;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Server.Extractors;
using Dateline.Server.Tests.Commands;

namespace Dateline.Server.Tests.Extractors;

/// <summary>Whoever else reads a revision tells its dates from the same moments as the reaction to it.</summary>
public sealed class AnchoredReadingTests(Shell shell)
{
    private const string Promise = "Harbour master Edda Lunde will resign on Friday, her office said.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset March(int day) => new(2026, 3, day, 8, 0, 0, TimeSpan.Zero);

    private static IngestDocument Document(string text, int day) =>
        new("d", "s", "Harbour Wire", null, "The harbour", null, "en", March(day), text, "txt", new(Ids.Sha256(Encoding.UTF8.GetBytes(text)), "text/plain", Encoding.UTF8.GetBytes(text)));

    private async Task<PostgresEngine> Filed()
    {
        var engine = await PostgresEngine.Open(await shell.NewDatabase(), new() { Services = [new FilingDesk()], Poll = TimeSpan.FromMilliseconds(50) }, Cancellation);
        await engine.Newsroom.Send(Document(Promise, 3), Act.System, Cancellation);
        await engine.Newsroom.Send(Document(Promise + " A picture was added.", 17), Act.System, Cancellation);
        engine.Start();
        Assert.Empty(await engine.Settle(Cancellation));
        return engine;
    }

    private static async Task<List<T>> All<T>(INewsroom newsroom)
    {
        var found = new List<T>();
        await foreach (var e in newsroom.Read(new(Types: [EventTypes.NameOf<T>()]), Cancellation)) found.Add((T)e.Data);
        return found;
    }

    private static DateTimeOffset? Since(ClaimsExtracted read) => read.Mentions.Single(m => m.Quote.Contains("Friday", StringComparison.Ordinal)).AnchoredAt;

    [Fact]
    public async Task a_later_version_that_reads_a_revision_again_leaves_a_promise_its_day()
    {
        await using var engine = await Filed();
        var come = await new Rereading(new Later(), engine.Newsroom).Run(0, 10, "ana", Cancellation);
        Assert.Equal((1, 0, 1), (come.Read, come.Failed, come.Kept));
        Assert.Empty(await engine.Settle(Cancellation));
        Assert.Equal([null, March(3), March(3)], (await All<ClaimsExtracted>(engine.Newsroom)).Select(Since));
        Assert.All(await All<ClaimMentioned>(engine.Newsroom), m => Assert.Equal("2026-03-06", m.DueAt));
    }

    [Fact]
    public async Task a_second_extractor_tells_a_revisions_dates_from_where_the_first_does()
    {
        await using var engine = await Filed();
        await using var server = new ChatServer(_ => (200, ChatServer.Saying(new
        {
            claims = new[] { new { quote = "Harbour master Edda Lunde will resign on Friday", polarity = "positive", mode = "promise", certainty = "certain" } }
        })));
        using var chat = new ChatExtractor(new(new(server.Url + "/chat/completions"), "m", null), TimeProvider.System);
        await new SecondReader(chat, engine.Newsroom, static () => true, static _ => { }, TimeSpan.Zero).Step(0, Cancellation);
        Assert.Equal([null, March(3)], (await All<ClaimsExtracted>(engine.Newsroom)).Where(e => e.Extractor == chat.Name).Select(Since));
    }

    /// <summary>The rules under a later version's name.</summary>
    private sealed class Later : IExtractor
    {
        public string Name => "rules@9999";

        public Task<Extraction.Extraction> Read(ExtractionInput input, CancellationToken cancellation) => Task.FromResult(Extractor.Extract(input));
    }
}
