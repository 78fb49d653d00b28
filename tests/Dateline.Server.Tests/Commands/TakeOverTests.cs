using System.Diagnostics;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Server.Commands;
using Dateline.Sources;

namespace Dateline.Server.Tests.Commands;

/// <summary>The process that runs the followers is killed, as by the kernel or a power cut: another goes on, soon.</summary>
public sealed class TakeOverTests(Shell shell)
{
    // Less than the minute for which Marten's watch over a lock sleeps in the server.
    private static readonly TimeSpan soon = TimeSpan.FromSeconds(45);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Both engines, where the build has both.</summary>
    public static TheoryData<string> Kinds => [.. new[] { Engines.BuiltIn, Engines.Choose(null).Name }.Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task when_the_server_that_runs_the_followers_is_killed_another_takes_over_soon(string kind)
    {
        using var desk = await shell.NewDesk();
        await using var other = await Engines.Choose(kind).Open(desk.Database, new EngineOptions { Services = [new FilingDesk()] }, Cancellation);
        await Register(other, "first");
        using var leader = Shell.Start("serve", "--engine", kind, "--urls", "http://127.0.0.1:0", "--database", desk.Database);
        try
        {
            await Shown(other, "first", TimeSpan.FromMinutes(3));
            if (kind == Engines.Marten) await WatchedOver(other);
            other.Start();
            leader.Kill();
            await leader.WaitForExitAsync(Cancellation);
            await Register(other, "second");
            await Shown(other, "second", soon);
        }
        finally
        {
            if (!leader.HasExited) leader.Kill();
        }
    }

    private static Task<Receipt> Register(IEngine engine, string source) => engine.Newsroom.Send(new RegisterSource(source, "n"), new("ana", "because"), Cancellation);

    /// <summary>Waits until Marten watches over the lock of every follower that its daemon runs, by statements that sleep in the server.</summary>
    private static async Task WatchedOver(IEngine engine)
    {
        const string All = "select count(*) >= (select count(*) from followers where name <> 'redactions:All') from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
        await using var watched = engine.Database.CreateCommand(All);
        for (var waited = Stopwatch.StartNew(); !(bool)(await watched.ExecuteScalarAsync(Cancellation))!; await Task.Delay(50, Cancellation))
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "Marten watches over its locks in another way");
    }

    /// <summary>Waits until every follower has taken in what is recorded, and a source is shown.</summary>
    private static async Task Shown(IEngine engine, string source, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (!await IsShown()) Assert.True(waited.Elapsed < limit, $"{source} is not shown after {waited.Elapsed}");

        async Task<bool> IsShown()
        {
            await Task.Delay(50, Cancellation);
            var head = await engine.Head(Cancellation);
            if ((await engine.Followers(Cancellation)).Any(f => f.Position < head)) return false;
            await using var count = engine.Database.CreateCommand("select count(*) from sources where id = $1");
            count.Parameters.Add(new() { Value = source });
            return (long)(await count.ExecuteScalarAsync(Cancellation))! == 1;
        }
    }
}
