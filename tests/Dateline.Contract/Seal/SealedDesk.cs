using System.Text;
using Dateline.Audit;
using Dateline.Contract.Engine;
using Dateline.Postgres.Seal;
using Dateline.Sources;

namespace Dateline.Contract.Seal;

/// <summary>A newsdesk whose log is sealed, with a key of its own, and hands that may do what nobody should.</summary>
internal sealed class SealedDesk : IAsyncDisposable
{
    private int sources;

    private readonly Func<string, Task<Newsdesk>> open;

    private SealedDesk(Newsdesk desk, Func<string, Task<Newsdesk>> open, string folder)
    {
        (Desk, this.open, Folder) = (desk, open, folder);
        Key = KeyFile.At(Path.Combine(folder, "log.key"));
    }

    internal Newsdesk Desk { get; private set; }

    internal string Folder { get; }

    internal KeyFile Key { get; }

    internal SealedLog Log => new(Desk.Engine.Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Task<SealedDesk> Open(TestDatabase databases, int events) => Open<BuiltIn>(databases, events);

    internal static async Task<SealedDesk> Open<TEngine>(TestDatabase databases, int events) where TEngine : IEngineUnderTest
    {
        var desk = new SealedDesk(await Newsdesk.Open<TEngine>(await databases.NewDatabase()), c => Newsdesk.Open<TEngine>(c), TestDatabase.NewFolder());
        await desk.Add(events);
        return desk;
    }

    /// <summary>Records so many events and waits until they are sealed.</summary>
    internal async Task Add(int events)
    {
        await Parallel.ForAsync(sources, sources += events, Cancellation, async (i, _) => await Desk.Send(new RegisterSource($"source-{i}", $"Source “{i}”, näher")));
        Assert.DoesNotContain(await Desk.Settle(), f => f.Name == SealFollower.ViewName);
    }

    /// <summary>Ends the followers, so that nobody seals what is done to the log next.</summary>
    internal Task Quiet() => Continue(open);

    /// <summary>Ends the engine, and begins another one on the same database.</summary>
    internal Task Continue<TEngine>() where TEngine : IEngineUnderTest => Continue(c => Newsdesk.Open<TEngine>(c));

    private async Task Continue(Func<string, Task<Newsdesk>> with)
    {
        await Desk.DisposeAsync();
        Desk = await with(Desk.ConnectionString);
    }

    internal Task<SignedCheckpoint> Sign() => Log.Checkpoint(Key, "log.example/test", Cancellation);

    internal Checkpoint Opened(SignedCheckpoint signed) => Checkpoint.Open(Encoding.UTF8.GetBytes(signed.Note), signed.Verifier);

    internal Task<Verification> Verify(params SignedCheckpoint[] signed) => Log.Verify([.. signed.Select(Opened)], null, null, Cancellation);

    /// <summary>What a superuser can do who first turns the guard off.</summary>
    internal Task Tamper(string sql) => Desk.Do($"alter table mt_events disable trigger user; {sql}; alter table mt_events enable trigger user");

    /// <summary>What somebody does who knows how sealing works: seals the changed log anew.</summary>
    internal async Task SealAnew()
    {
        foreach (var view in new[] { "seal", "audit", "sources" }) await Desk.Engine.Rebuild(view, null, Cancellation);
        await Desk.Settle();
    }

    internal async Task<string> Export()
    {
        var folder = Path.Combine(Folder, "export-" + Guid.NewGuid().ToString("N")[..6]);
        await AuditExport.Write(Desk.Engine.Database, await Sign(), folder, Cancellation);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Where in the whole database any of some telling words still stands, in samples of PostgreSQL's statistics too.</summary>
    internal async Task<string> Traces(string[] traces)
    {
        var tables = await Desk.Text(
            "select string_agg(table_schema || '.' || quote_ident(table_name), ' ') || ' pg_stats' from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')");
        var found = new List<string>();
        foreach (var table in tables.Split(' '))
        {
            // What samples the catalogue's own tables hold are numbers that PostgreSQL gave: any list of them may look like a trace.
            var samples = table == "pg_stats" ? " where schemaname <> 'pg_catalog'" : "";
            var content = await Desk.Text($"select string_agg({(table.EndsWith("originals", StringComparison.Ordinal) ? "convert_from(bytes, 'UTF8')" : "t::text")}, chr(10)) from {table} t{samples}");
            found.AddRange(content.Split('\n').Where(row => traces.Any(t => row.Contains(t, StringComparison.OrdinalIgnoreCase))).Select(row => $"{table}: {row}"));
        }
        return string.Join('\n', found);
    }
}
