using System.Text;
using Dateline.Documents;
using Dateline.Extraction;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Server.Extractors;
using Dateline.Server.Tests.Commands;

namespace Dateline.Server.Tests.Extractors;

public sealed class SecondReaderTests(Shell shell)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IngestDocument Document(string id, string text) =>
        new(id, "s", "Harbour Wire", null, "Title of " + id, null, "en", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), text, "txt", new(Ids.Sha256(Encoding.UTF8.GetBytes(text)), "text/plain", Encoding.UTF8.GetBytes(text)));

    private static async Task<List<ClaimsExtracted>> Extractions(INewsroom newsroom, string extractor)
    {
        var found = new List<ClaimsExtracted>();
        await foreach (var e in newsroom.Read(new(Types: [EventTypes.NameOf<ClaimsExtracted>()]), Cancellation))
            if (e.Data is ClaimsExtracted c && c.Extractor.StartsWith(extractor, StringComparison.Ordinal)) found.Add(c);
        return found;
    }

    private async Task<PostgresEngine> Filed()
    {
        var engine = await PostgresEngine.Open(await shell.NewDatabase(), new() { Services = [new FilingDesk()], Poll = TimeSpan.FromMilliseconds(50) }, Cancellation);
        await engine.Newsroom.Send(Document("d-1", "The army said 200 jets left."), Act.System, Cancellation);
        await engine.Newsroom.Send(Document("d-2", "The navy said 30 ships sank."), Act.System, Cancellation);
        engine.Start();
        Assert.Empty(await engine.Settle(Cancellation));
        return engine;
    }

    private static ChatExtractor To(ChatServer server) => new(new(new(server.Url + "/chat/completions"), "m", null), TimeProvider.System);

    private static SecondReader Reader(IExtractor chat, INewsroom newsroom, List<string>? said = null) => new(chat, newsroom, static () => true, (said ?? []).Add, TimeSpan.Zero);

    [Fact]
    public async Task it_adds_one_event_to_each_revision_and_a_wrong_output_fails_alone()
    {
        await using var engine = await Filed();
        await using var server = new ChatServer(body => (200, ChatServer.Saying(new
        {
            claims = new[] { new { quote = body.Contains("200 jets", StringComparison.Ordinal) ? "nothing of the kind" : "30 ships sank", polarity = "positive", mode = "assertion", certainty = "certain" } }
        })));
        using var chat = To(server);
        var rules = await Extractions(engine.Newsroom, "rules");
        var reader = Reader(chat, engine.Newsroom);
        var position = await reader.Step(0, Cancellation);
        var found = await Extractions(engine.Newsroom, "chat");
        Assert.Equal(["d-1", "d-2"], found.Select(c => c.DocumentId));
        Assert.Equal([0, 1], found.Select(c => c.Mentions.Length));
        Assert.Equal(["Claim 1 does not quote the text in whole words.", null], found.Select(c => c.Failure));
        Assert.Equal(rules.Select(c => c.ToString()), (await Extractions(engine.Newsroom, "rules")).Select(c => c.ToString()));
        Assert.Equal(position, await reader.Step(position, Cancellation));
        await Reader(chat, engine.Newsroom).Step(0, Cancellation);
        Assert.Equal(2, server.Asked.Count);
        Assert.Empty(await engine.Settle(Cancellation));
        var page = await DocumentPage.Of(engine.Newsroom, "d-2", null, Cancellation);
        Assert.Equal(Extractor.Name, page!.Revisions[0].Extractor);
    }

    [Fact]
    public async Task a_server_that_is_busy_is_asked_again_about_the_same_text()
    {
        await using var engine = await Filed();
        var times = 0;
        await using var server = new ChatServer(_ => Interlocked.Increment(ref times) == 1 ? (503, "") : (200, ChatServer.Saying(new { claims = Array.Empty<object>() })));
        using var chat = To(server);
        var said = new List<string>();
        var reader = Reader(chat, engine.Newsroom, said);
        Assert.Equal(0, await reader.Step(0, Cancellation));
        Assert.Empty(await Extractions(engine.Newsroom, "chat"));
        await reader.Step(0, Cancellation);
        Assert.Equal(2, (await Extractions(engine.Newsroom, "chat")).Count);
        Assert.Contains("busy", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_text_that_is_never_answered_has_failed_after_three_times_and_the_next_ones_are_read()
    {
        await using var engine = await Filed();
        await using var server = new ChatServer(body => body.Contains("200 jets", StringComparison.Ordinal) ? (500, "") : (200, ChatServer.Saying(new { claims = Array.Empty<object>() })));
        using var chat = To(server);
        var reader = Reader(chat, engine.Newsroom);
        for (var (position, step) = (0L, 0); step < Suspects.MostTries; step++) position = await reader.Step(position, Cancellation);
        var found = await Extractions(engine.Newsroom, "chat");
        Assert.Equal(["d-1", "d-2"], found.Select(c => c.DocumentId));
        Assert.Contains("500", found[0].Failure, StringComparison.Ordinal);
        Assert.Null(found[1].Failure);
        await Reader(chat, engine.Newsroom).Step(0, Cancellation);
        Assert.Equal(Suspects.MostTries + 1, server.Asked.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    public async Task while_no_text_is_answered_none_has_failed(int status)
    {
        await using var engine = await Filed();
        var isBroken = true;
        await using var server = new ChatServer(_ => isBroken ? (status, "") : (200, ChatServer.Saying(new { claims = Array.Empty<object>() })));
        using var chat = To(server);
        var reader = Reader(chat, engine.Newsroom);
        var position = 0L;
        for (var step = 0; step < 12; step++) Assert.Equal(0, position = await reader.Step(position, Cancellation));
        isBroken = false;
        for (var step = 0; step < 3; step++) position = await reader.Step(position, Cancellation);
        var found = await Extractions(engine.Newsroom, "chat");
        Assert.Equal(["d-1", "d-2"], found.Select(c => c.DocumentId).Order());
        Assert.All(found, c => Assert.Null(c.Failure));
    }

    [Fact]
    public async Task a_last_text_that_is_never_answered_is_not_given_up_and_waits()
    {
        await using var engine = await Filed();
        await using var server = new ChatServer(body => body.Contains("30 ships", StringComparison.Ordinal) ? (500, "") : (200, ChatServer.Saying(new { claims = Array.Empty<object>() })));
        using var chat = To(server);
        var reader = Reader(chat, engine.Newsroom);
        var position = 0L;
        for (var step = 0; step < 6; step++) position = await reader.Step(position, Cancellation);
        Assert.Equal("d-1", Assert.Single(await Extractions(engine.Newsroom, "chat")).DocumentId);
        await engine.Newsroom.Send(Document("d-3", "The court said 12 men left."), Act.System, Cancellation);
        Assert.Empty(await engine.Settle(Cancellation));
        for (var step = 0; step < 2; step++) position = await reader.Step(position, Cancellation);
        Assert.Equal(["d-1", "d-2", "d-3"], (await Extractions(engine.Newsroom, "chat")).Select(c => c.DocumentId));
    }

    [Fact]
    public async Task a_server_that_refuses_the_key_stops_it_and_nothing_else()
    {
        await using var engine = await Filed();
        await using var server = new ChatServer(_ => (401, ""));
        using var chat = To(server);
        var said = new List<string>();
        await Reader(chat, engine.Newsroom, said).Run(Cancellation);
        Assert.Contains("DATELINE_CHAT_KEY", Assert.Single(said), StringComparison.Ordinal);
        Assert.Empty(await engine.Settle(Cancellation));
    }
}
