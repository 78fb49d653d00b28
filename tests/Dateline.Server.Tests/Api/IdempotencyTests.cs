using System.Text.Json;
using Dateline.Accounts;
using Dateline.Server.Tests.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Requests that are sent again with their key are done once, whatever became of the first one.</summary>
public sealed class IdempotencyTests(Shell shell) : IAsyncLifetime
{
    private string database = null!;
    private ApiHost site = null!;
    private HttpClient ana = null!;

    public async ValueTask InitializeAsync()
    {
        database = await shell.NewDatabase();
        site = await ApiHost.Open(shell, database: database);
        ana = await site.Key("Ana", Role.Editor);
        await site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        ana.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task what_was_recorded_by_a_process_that_was_never_heard_of_again_is_answered_and_not_done_again()
    {
        var (story, time) = ($"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}", new Time());
        await using var other = await ApiHost.Open(shell, database: database, time: time);
        using var elsewhere = new HttpClient { BaseAddress = other.Address, DefaultRequestHeaders = { Authorization = ana.DefaultRequestHeaders.Authorization } };
        var head = await Head();
        Task<HttpResponseMessage> first, again;
        await using (var held = await Hold())
        {
            // It is recorded, and waits in vain to be shown.
            first = Send(ana, HttpMethod.Post, $"{story}/close?wait=filed", new { reason = "Done." });
            while (await Head() == head) await Task.Delay(5, ApiHost.Cancellation);
            await Send(elsewhere, HttpMethod.Post, $"{story}/close?wait=filed", new { reason = "Done." }).Problem(409, "under-way");
            time.Pass(TimeSpan.FromMinutes(6));
            await Send(elsewhere, HttpMethod.Post, $"{story}/close", new { reason = "Done." }).Problem(422, "key-reused");
            // Somebody opens it again: what was done once must not be done once more.
            await elsewhere.Post($"{story}/reopen", new { reason = "Not done." }).With(200);
            again = Send(elsewhere, HttpMethod.Post, $"{story}/close?wait=filed", new { reason = "Done." });
            while (!await Taken(time)) await Task.Delay(5, ApiHost.Cancellation);
        }
        Assert.Equal(head + 1, (await again.With(200)).GetProperty("position").GetInt64());
        Assert.Equal(head + 1, (await first.With(200)).GetProperty("position").GetInt64());
        Assert.Single(await Closings(story));
    }

    [Fact]
    public async Task what_a_process_that_died_had_not_recorded_is_done_by_the_repeat()
    {
        var story = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}";
        var time = new Time();
        await using var other = await ApiHost.Open(shell, database: database, time: time);
        using var elsewhere = new HttpClient { BaseAddress = other.Address, DefaultRequestHeaders = { Authorization = ana.DefaultRequestHeaders.Authorization } };
        await Send(elsewhere, HttpMethod.Post, $"{story}/close", new { reason = "Done." }).With(200);
        await elsewhere.Post($"{story}/reopen", new { reason = "Not done." }).With(200);
        // The same request with another key, begun and not recorded.
        await using (var begun = site.Workspace.Engine.Database.CreateCommand("insert into idempotency (account, key, fingerprint, begun_at) select account, 'k-dead', fingerprint, begun_at from idempotency"))
            Assert.Equal(1, await begun.ExecuteNonQueryAsync(ApiHost.Cancellation));
        await Send(elsewhere, HttpMethod.Post, $"{story}/close", new { reason = "Done." }, "k-dead").Problem(409, "under-way");
        time.Pass(TimeSpan.FromMinutes(6));
        await Send(elsewhere, HttpMethod.Post, $"{story}/close", new { reason = "Done." }, "k-dead").With(200);
        Assert.Equal(2, (await Closings(story)).Count);
    }

    [Fact]
    public async Task every_event_of_a_request_with_a_key_tells_which_request_it_was()
    {
        var body = new { title = "T", text = "The mayor said that the bridge is closed.", source = "Wire", url = "https://wire.example/bridge" };
        using var first = await Send(ana, HttpMethod.Post, "/api/v1/documents?wait=filed", body);
        var request = first.Headers.GetValues("Dateline-Request").Single();
        var acts = (await ana.Get("/api/v1/audit?limit=200")).Items().Where(a => a.GetProperty("correlation").GetString() == request).ToList();
        Assert.Contains(acts, a => a.GetProperty("what").GetString() == "claims_extracted" && a.GetProperty("causation").GetString() is not null);
        Assert.Equal("document_ingested", Assert.Single(acts, a => a.GetProperty("causation").GetString() is null).GetProperty("what").GetString());
        using var ben = await site.Key("Ben", Role.Analyst);
        using var other = await Send(ben, HttpMethod.Post, "/api/v1/documents?wait=filed", body);
        Assert.NotEqual(request, other.Headers.GetValues("Dateline-Request").Single());
    }

    private async Task<bool> Taken(Time time)
    {
        await using var command = site.Workspace.Engine.Database.CreateCommand("select exists (select from idempotency where begun_at >= $1)");
        command.Parameters.Add(new() { Value = time.GetUtcNow().AddSeconds(-1) });
        return (bool)(await command.ExecuteScalarAsync(ApiHost.Cancellation))!;
    }

    private Task<long> Head() => site.Workspace.Engine.Head(ApiHost.Cancellation);

    private async Task<IReadOnlyList<JsonElement>> Closings(string story)
    {
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        return (await ana.Get($"/api/v1/audit?kind=story_closed&subject={story.Split('/')[^1]}")).Items();
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, object body, string key = "k-1") => client.Act(method, path, body, key: key);

    /// <summary>While it is held nothing is shown, though it is recorded.</summary>
    private async Task<Npgsql.NpgsqlConnection> Hold()
    {
        var connection = await site.Workspace.Engine.Database.OpenConnectionAsync(ApiHost.Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "begin; lock table audit in exclusive mode";
        await command.ExecuteNonQueryAsync(ApiHost.Cancellation);
        return connection;
    }
}
