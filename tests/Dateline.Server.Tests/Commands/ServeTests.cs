
namespace Dateline.Server.Tests.Commands;

public sealed class ServeTests(Shell shell)
{
    [Fact]
    public async Task it_serves_and_files_until_it_is_interrupted()
    {
        if (OperatingSystem.IsWindows()) return;
        var cancellation = TestContext.Current.CancellationToken;
        using var desk = await shell.NewDesk();
        using var serve = Shell.Start("serve", "--urls", "http://127.0.0.1:0", "--database", desk.Database);
        try
        {
            var said = await serve.StandardError.ReadLineAsync(cancellation);
            var url = said!.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal));
            var engine = Shell.Engine;
            Assert.StartsWith($"Dateline runs on {engine.Name} ({engine.Why})", said, StringComparison.Ordinal);
            using var client = new HttpClient();
            Assert.Equal("live\n", await client.GetStringAsync($"{url}/health/live", cancellation));
            Assert.Equal("ready\n", await client.GetStringAsync($"{url}/health/ready", cancellation));
            Assert.Contains("--urls", (await desk.Run("serve", "--urls", url)).With(1).Error, StringComparison.Ordinal);

            // Another process ingests; this one leads and files.
            desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
            await desk.Ingest();
            Assert.Single((await desk.Json("stories")).EnumerateArray());

            await Shell.Interrupt(serve);
            await serve.WaitForExitAsync(cancellation);
            new Ran(serve.ExitCode, "", await serve.StandardError.ReadToEndAsync(cancellation)).With(0);
        }
        finally
        {
            if (!serve.HasExited) serve.Kill();
        }
    }

    [Fact]
    public async Task it_does_not_begin_beside_a_server_of_the_other_engine()
    {
        using var desk = await shell.NewDesk();
        (await desk.Run("stories", "--engine", "builtin")).With(0);
        await using var connection = new Npgsql.NpgsqlConnection(desk.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        // What each of Marten's nodes holds.
        await using var hold = new Npgsql.NpgsqlCommand("select pg_advisory_lock_shared(hashtextextended('dateline leader dateline', 0))", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var refused = (await desk.Run("serve", "--engine", "builtin", "--urls", "http://127.0.0.1:0")).With(1);
        Assert.Contains("Marten runs the followers of this database. End it, or use --engine marten here too.", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("listens", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("builtin", "marten", "The built-in engine runs the followers of this database. End it, or use --engine builtin here too.")]
    [InlineData("marten", "builtin", "Marten runs the followers of this database. End it, or use --engine marten here too.")]
    public async Task of_two_servers_of_different_engines_the_second_says_why_it_does_not_begin(string first, string second, string why)
    {
        if (Server.Commands.Engines.Choose(null).Name != Server.Commands.Engines.Marten) Assert.Skip("This build has one engine.");
        using var desk = await shell.NewDesk();
        using var serve = Shell.Start("serve", "--engine", first, "--urls", "http://127.0.0.1:0", "--database", desk.Database);
        try
        {
            Assert.Contains("listens", await serve.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            await Leads(desk.Database);
            var refused = (await desk.Run("serve", "--engine", second, "--urls", "http://127.0.0.1:0")).With(1);
            Assert.Contains(why, refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("listens", refused.Error, StringComparison.Ordinal);
            Assert.False(serve.HasExited);
        }
        finally
        {
            if (!serve.HasExited) serve.Kill();
        }
    }

    [Fact]
    public async Task it_ends_and_says_why_once_a_newer_version_has_brought_the_database_up_to_date()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var desk = await shell.NewDesk();
        using var serve = Shell.Start("serve", "--urls", "http://127.0.0.1:0", "--database", desk.Database);
        try
        {
            Assert.Contains("listens", await serve.StandardError.ReadLineAsync(cancellation), StringComparison.Ordinal);
            await Leads(desk.Database);
            await using var connection = new Npgsql.NpgsqlConnection(desk.Database);
            await connection.OpenAsync(cancellation);
            await using var newer = new Npgsql.NpgsqlCommand("update dateline.leadership set epoch = epoch + 1; comment on schema dateline is 'dateline schema version 1000'", connection);
            await newer.ExecuteNonQueryAsync(cancellation);
            await serve.WaitForExitAsync(cancellation).WaitAsync(TimeSpan.FromMinutes(2), cancellation);
            Assert.Contains("Use a newer Dateline", new Ran(serve.ExitCode, "", await serve.StandardError.ReadToEndAsync(cancellation)).With(3).Error, StringComparison.Ordinal);
        }
        finally
        {
            if (!serve.HasExited) serve.Kill();
        }
    }

    /// <summary>Waits until somebody runs the followers.</summary>
    private static async Task Leads(string database)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = new Npgsql.NpgsqlCommand(
            "select exists (select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database()) and (classid::bigint << 32 | objid::bigint) = hashtextextended('dateline leader dateline', 0))", connection);
        for (var end = Environment.TickCount64 + 30_000; !(bool)(await held.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;)
            Assert.True(Environment.TickCount64 < end, "nobody runs the followers");
    }
}
