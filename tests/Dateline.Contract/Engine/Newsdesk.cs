using Dateline.Documents;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>A running engine on a database of its own, with short ways to say what tests need.</summary>
public sealed class Newsdesk : IAsyncDisposable
{
    private Newsdesk(string connectionString, IEngine engine)
    {
        ConnectionString = connectionString;
        Engine = engine;
        Board = new(engine.Database);
    }

    public string ConnectionString { get; }

    public IEngine Engine { get; }

    public INewsroom Newsroom => Engine.Newsroom;

    public BoardQueries Board { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Newsdesk> Open<TEngine>(string connectionString, Func<EngineOptions, EngineOptions>? with = null) where TEngine : IEngineUnderTest
    {
        var options = new EngineOptions { Services = [new FilingDesk()], Poll = TimeSpan.FromMilliseconds(50) };
        return new(connectionString, await TEngine.Open(connectionString, with?.Invoke(options) ?? options, Cancellation));
    }

    public Task<Receipt> Send(ICommand command, string by = "ana", long? expect = null) =>
        Newsroom.Send(command, new(by, "because", ExpectedVersion: expect), Cancellation);

    /// <summary>One editor proposes to remove a revision's text, a second approves it; gives the tombstone's receipt.</summary>
    public async Task<Receipt> Redact(string document, int revision, string kind, string reason, string by, string second)
    {
        var nothing = await Send(new ProposeRedaction(document, $"r-{Guid.NewGuid():N}", revision, kind, reason, by), by);
        var waiting = (await Newsroom.Load<Document>(Ids.Document(document), null, Cancellation)).State!.Redactions.Find(r => r.Fate == RedactionFate.Proposed && r.Revision == revision);
        return waiting is null ? nothing : await Send(new ApproveRedaction(document, waiting.Id, second, "I read it."), second);
    }

    public Task<IReadOnlyList<FollowerState>> Settle() => Eventually.Ends("every follower has taken in all that is recorded or has stopped", Engine.Settle, async () =>
        $"The log ends at {await Engine.Head(Cancellation)}; {string.Join(", ", (await Engine.Followers(Cancellation)).Select(f => $"{f.Name} {f.State} at {f.Position}"))}; the last fault: {Engine.LastFault ?? "none"}.");

    /// <summary>Keeps the reactions from taking in anything, on either engine, until it is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldReactions()
    {
        var connection = await Engine.Database.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin"), new("select from followers where name = 'reactions:All' for update"),
                new("select from mt_event_progression where name = 'reactions:All' for update")
            }
        };
        await batch.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    /// <summary>Waits until a query gives a value.</summary>
    public Task Until(string sql, string value) => Eventually.Holds($"this gives \"{value}\": {sql}", async () => await Text(sql) == value);

    public async Task<List<Recorded>> Log()
    {
        var events = new List<Recorded>();
        await foreach (var e in Newsroom.Read(new(), Cancellation)) events.Add(e);
        return events;
    }

    /// <summary>Every row of every table of the views, as JSON.</summary>
    public async Task<string> Rows(params string[] views)
    {
        var tables = AllViews.Catalogue.Where(v => views.Length == 0 || views.Contains(v.Name)).SelectMany(v => v.Tables);
        var all = new List<string>();
        foreach (var table in tables)
            all.Add($"{table}: {await Text($"select coalesce(string_agg(to_jsonb(t)::text, chr(10) order by to_jsonb(t)::text), '') from {table} t")}");
        return string.Join('\n', all);
    }

    public async Task<string> Text(string sql)
    {
        await using var command = Engine.Database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString() ?? "";
    }

    public async Task Do(string sql)
    {
        await using var command = Engine.Database.CreateCommand(sql);
        // What a test puts there may be much, and the machine busy.
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public static IngestDocument Document(string id, string text, DateTimeOffset at, string source = "wire", PublisherAct? act = null) => new(
        id, source, source, null, "A title of " + id, null, "en", at, text, "text",
        new(Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(text)), "text/plain", System.Text.Encoding.UTF8.GetBytes(text)), act, act is null ? null : "The facts were wrong.");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Engine.DisposeAsync();
    }
}
