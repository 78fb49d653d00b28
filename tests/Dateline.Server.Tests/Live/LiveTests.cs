using System.Net;
using System.Text.Json;
using Dateline.Accounts;
using Dateline.Server.Live;
using Dateline.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Live;

/// <summary>Server-sent events: nothing missed, nothing doubled, whatever breaks in between.</summary>
public sealed class LiveTests(Shell shell)
{
    private static readonly Action<IServiceCollection> quick = s => s.AddSingleton(new LiveOptions { Beat = TimeSpan.FromMilliseconds(200) });

    [Fact]
    public async Task what_is_recorded_arrives_once_it_is_shown()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Key("Ana", Role.Editor);
        await using var stream = await Listener.Open(ana, "/api/v1/live");
        await site.Fill();
        var head = (await ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64();
        var told = await stream.Until(head);
        Assert.Equal(Enumerable.Range((int)stream.Begun + 1, (int)(head - stream.Begun)).Select(i => (long)i), told.Select(t => t.Position));
        // Whoever hears of it finds it shown.
        var filed = told.Last(t => t.Type == "document_filed");
        Assert.NotEqual(JsonValueKind.Undefined, (await ana.Get($"/api/v1/stories/{filed.Data.GetProperty("stories")[0].GetString()}")).ValueKind);
        Assert.DoesNotContain("Belmar", string.Concat(told.Select(t => t.Data.GetRawText())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_stream_goes_on_after_any_position_also_of_another_server()
    {
        var database = await shell.NewDatabase();
        long head;
        var first = new List<Told>();
        await using (var site = await ApiHost.Open(shell, database: database))
        {
            using var ana = await site.Key("Ana", Role.Editor);
            await site.Fill();
            head = (await ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64();
            await using var stream = await Listener.Open(ana, "/api/v1/live?after=0");
            first.AddRange(await stream.Until(head / 2));
        }
        await using var again = await ApiHost.Open(shell, database: database);
        using var ben = await again.Key("Ben", Role.Editor);
        var last = first[^1].Position;
        await using var resumed = await Listener.Open(ben, "/api/v1/live", last);
        var rest = await resumed.Until(head);
        Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), first.Concat(rest).Select(t => t.Position).TakeWhile(p => p <= head));
    }

    [Fact]
    public async Task every_position_resumes_to_the_same_rest_through_every_filter()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Key("Ana", Role.Editor);
        await site.Fill();
        var stories = (await ana.Get("/api/v1/stories")).Items().Select(s => s.GetProperty("id").GetString()!).ToList();
        var claim = (await ana.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString()!;
        var document = (await ana.Get($"/api/v1/stories/{stories[0]}")).GetProperty("documents")[0].GetProperty("id").GetString();
        // A document leaves the story: what the story's stream told of it before stays told.
        await ana.Post($"/api/v1/documents/{document}/move?wait=filed", new { to = stories[1], reason = "There." }).With(200);
        var head = (await ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64();
        foreach (var filter in new[] { $"story={stories[0]}", $"story={stories[1]}", $"claim={claim}", "kind=claim_raised,document_filed", "" })
        {
            await using var whole = await Listener.Open(ana, $"/api/v1/live?{filter}", 0);
            var all = (await whole.Until(head)).Select(t => t.Position).ToList();
            Assert.NotEmpty(all);
            foreach (var from in new[] { 1, head / 3, head / 2, head - 2, head })
            {
                await using var part = await Listener.Open(ana, $"/api/v1/live?{filter}", from);
                Assert.Equal(all.Where(p => p > from), (await part.Until(head)).Select(t => t.Position));
            }
        }
        await using var closed = await Listener.Open(ana, $"/api/v1/live?story={stories[0]}&after=0");
        Assert.Contains(await closed.Until(head), t => t.Type == "document_ingested" || t.Type == "mentions_filed");
    }

    [Fact]
    public async Task listeners_that_break_off_again_and_again_miss_and_double_nothing()
    {
        await using var site = await ApiHost.Open(shell, more: quick);
        using var ana = await site.Key("Ana", Role.Editor);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
                await ana.Post("/api/v1/documents", new { title = $"T{i}", text = $"The mayor said that bridge {i} is closed.", source = "Wire", id = $"b-{i}" }, null).With(201);
            return await ana.Post("/api/v1/documents?wait=filed", new { title = "Last", text = "The mayor said that it is over.", source = "Wire", id = "last" }, null).With(201);
        }, ApiHost.Cancellation);
        var (heard, last) = (new List<long>(), 0L);
        while (!writing.IsCompleted || last < await site.Workspace.Engine.Head(ApiHost.Cancellation))
        {
            await using var stream = await Listener.Open(ana, "/api/v1/live", last);
            foreach (var told in await stream.Some(7)) heard.Add(told.Position);
            last = stream.Last;
        }
        await writing;
        Assert.Equal(Enumerable.Range(1, (int)last).Select(i => (long)i), heard);
    }

    [Fact]
    public async Task a_stream_ends_when_the_session_does()
    {
        await using var site = await ApiHost.Open(shell, more: quick);
        using var browser = await site.Browser("Rita", Role.Reader);
        await using var stream = await Listener.Open(browser, "/api/v1/live");
        using var root = await site.Key("Root", Role.Administrator);
        await root.DeleteAsync($"/api/v1/people/{Account.IdOf("Rita")}/sessions", ApiHost.Cancellation).With(204);
        await stream.End();
        await browser.GetAsync("/api/v1/live", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task a_busy_log_keeps_nobody_in()
    {
        await using var site = await ApiHost.Open(shell, more: s => s.AddSingleton(new LiveOptions { Beat = TimeSpan.FromSeconds(2) }));
        using var root = await site.Key("Root", Role.Administrator);
        using var session = await site.Browser("Rita", Role.Reader);
        using var revoked = await site.Key("Rosa", Role.Reader);
        using var closed = await site.Key("Rolf", Role.Reader);
        var busy = await site.Person("Busy", Role.Reader);
        await using var first = await Listener.Open(session, "/api/v1/live");
        await using var second = await Listener.Open(revoked, "/api/v1/live");
        await using var third = await Listener.Open(closed, "/api/v1/live");
        var key = (await root.Get($"/api/v1/people/{Account.IdOf("Rosa")}/keys")).EnumerateArray().Single().GetProperty("id").GetString();
        await root.DeleteAsync($"/api/v1/people/{Account.IdOf("Rita")}/sessions", ApiHost.Cancellation).With(204);
        await root.DeleteAsync($"/api/v1/people/{Account.IdOf("Rosa")}/keys/{key}", ApiHost.Cancellation).With(204);
        await root.Post($"/api/v1/people/{Account.IdOf("Rolf")}/close", new { reason = "Left." }).With(200);
        var ended = Task.WhenAll(first.End(), second.End(), third.End());
        // Much oftener than the beat, for much longer than it.
        for (var (i, begun) = (0, DateTime.UtcNow); !ended.IsCompleted && DateTime.UtcNow - begun < TimeSpan.FromMinutes(2); i++)
            await site.Newsroom.Send(new ChangeRole(busy, i % 2 == 0 ? Role.Analyst : Role.Reader, "Root", "So."), new("Root", "So."), ApiHost.Cancellation);
        Assert.True(ended.IsCompleted);
    }

    [Fact]
    public async Task a_quiet_stream_tells_where_it_is()
    {
        await using var site = await ApiHost.Open(shell, more: quick);
        using var ana = await site.Key("Ana", Role.Editor);
        await using var stream = await Listener.Open(ana, "/api/v1/live?kind=story_closed");
        await site.Fill();
        var head = await site.Workspace.Engine.Head(ApiHost.Cancellation);
        Assert.Empty(await stream.Until(head));
        Assert.Equal(head, stream.Last);
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/api/v1/live") { Headers = { { "Last-Event-ID", "x" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.SendAsync(wrong, ApiHost.Cancellation)).StatusCode);
    }
}

internal sealed record Told(long Position, string Type, JsonElement Data);

/// <summary>A client of server-sent events, by the rules of the standard: an id without data moves the position.</summary>
internal sealed class Listener(HttpResponseMessage answer, StreamReader lines) : IAsyncDisposable
{
    internal long Begun { get; private set; }

    internal long Last { get; private set; }

    internal static async Task<Listener> Open(HttpClient client, string path, long? after = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is { } position) request.Headers.Add("Last-Event-ID", $"{position}");
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ApiHost.Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var listener = new Listener(answer, new(await answer.Content.ReadAsStreamAsync(ApiHost.Cancellation)));
        await listener.Next();
        listener.Begun = listener.Last;
        return listener;
    }

    /// <summary>What is told until the position is reached.</summary>
    internal async Task<IReadOnlyList<Told>> Until(long position)
    {
        var told = new List<Told>();
        while (Last < position)
            if (await Next() is { } one) told.Add(one);
        return told;
    }

    /// <summary>The next few, or fewer where the stream has told where it is.</summary>
    internal async Task<IReadOnlyList<Told>> Some(int most)
    {
        var told = new List<Told>();
        while (told.Count < most && await Next() is { } one) told.Add(one);
        return told;
    }

    /// <summary>Reads until the server ends the stream.</summary>
    internal async Task End()
    {
        while (await lines.ReadLineAsync(ApiHost.Cancellation) is not null) { }
    }

    /// <summary>One block; null for one without data.</summary>
    private async Task<Told?> Next()
    {
        var (type, data) = ("", (string?)null);
        while (await lines.ReadLineAsync(ApiHost.Cancellation) is { } line)
        {
            if (line.Length == 0) return data is null ? null : new(Last, type, JsonDocument.Parse(data).RootElement);
            if (line.StartsWith("id: ", StringComparison.Ordinal)) Last = long.Parse(line[4..], null);
            else if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
        }
        throw new EndOfStreamException("The stream ended.");
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
