using System.Text.Json;
using Dateline.Server.Commands;
using Npgsql;

namespace Dateline.Server.Tests.Commands;

public sealed class DoctorTests(Shell shell)
{
    [Fact]
    public async Task a_healthy_database_is_described()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        await desk.Ingest();
        var doctor = await desk.Json("doctor");
        Assert.Equal(Shell.Engine.Name, doctor.Text("engine"));
        Assert.StartsWith("psql ", doctor.Text("psql"), StringComparison.Ordinal);
        Assert.Equal(["dateline", "dotnet", "postgresql", "schema"], doctor.GetProperty("versions").Names());
        Assert.Equal(
            ["audit", "board", "documents", "history", "live", "reactions", "redactions", "seal", "search", "sources"],
            doctor.GetProperty("followers").EnumerateArray().Select(f => f.Text("name")));
        Assert.All(doctor.GetProperty("followers").EnumerateArray(), f => Assert.Equal((0, "running"), (f.GetProperty("lag").GetInt64(), f.Text("state"))));
        Assert.Empty(doctor.GetProperty("wrong").EnumerateArray());
        // The test's role owns the database.
        Assert.Contains("give_to_application", Assert.Single(doctor.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_empty_database_is_told_and_stays_empty()
    {
        using var desk = await shell.NewDesk();
        foreach (var engine in new[] { Engines.BuiltIn, Engines.Choose(null).Name })
            Assert.Contains("nothing of Dateline's in the schema dateline yet", (await desk.Run("doctor", "--engine", engine)).With(0).Out, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await desk.Json("doctor")).GetProperty("head").ValueKind);
        await using var connection = new NpgsqlConnection(desk.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var made = new NpgsqlCommand("select count(*) from pg_class where relnamespace not in (select oid from pg_namespace where nspname ~ '^(pg_|information_schema)')", connection);
        Assert.Equal(0L, await made.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("builtin")]
    [InlineData("marten")]
    public async Task the_engine_that_is_asked_for_runs_or_is_refused_with_what_to_do(string engine)
    {
        using var desk = await shell.NewDesk();
        if (engine == Engines.BuiltIn || Engines.Choose(null).Name == engine)
        {
            var doctor = await desk.Json("doctor", "--engine", engine);
            Assert.Equal(engine, doctor.Text("engine"));
            Assert.EndsWith("as asked for", doctor.Text("because"), StringComparison.Ordinal);
            return;
        }
        Assert.Contains("Use --engine builtin", (await desk.Run("doctor", "--engine", engine)).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("not part of this build", (await desk.Json("doctor")).Text("because"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update dateline.followers set state = 'stopped', position = 2, error = 'P0001: broken' where name = 'board:All'", "board stopped before the event at position 2: P0001: broken")]
    [InlineData("insert into dateline.set_aside (follower, position, error) values ('audit:All', 2, 'x')", "audit has set 1 events aside")]
    [InlineData("alter table dateline.mt_events disable trigger append_only; delete from dateline.mt_events where seq_id = 2", "1 positions are missing")]
    public async Task what_is_wrong_is_said_and_is_1(string harm, string said)
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        await desk.Ingest();
        await using (var connection = new NpgsqlConnection(desk.Database))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(harm, connection);
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        var ended = (await desk.Run("doctor", "--json")).With(1);
        Assert.Contains(said, Assert.Single(ended.Json.GetProperty("wrong").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task followers_that_nobody_runs_are_left_where_they_are_and_that_is_said()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        await desk.Ingest();
        await using var connection = new NpgsqlConnection(desk.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var back = new NpgsqlCommand("update dateline.mt_event_progression set last_seq_id = 0 where name = 'sources:All'; truncate dateline.sources", connection);
        await back.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 2; i++)
            Assert.Contains("no process runs them", Assert.Single((await desk.Run("doctor", "--json")).With(1).Json.GetProperty("wrong").EnumerateArray()).GetString(), StringComparison.Ordinal);
        (await desk.Run("stories")).With(0);
        (await desk.Run("doctor")).With(0);
    }

    [Fact]
    public async Task a_schema_of_an_earlier_version_is_announced_and_left_to_other_commands()
    {
        using var desk = await shell.NewDesk();
        (await desk.Run("stories")).With(0);
        await using var connection = new NpgsqlConnection(desk.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var earlier = new NpgsqlCommand("comment on schema dateline is 'dateline schema version 1'", connection);
        await earlier.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 2; i++)
        {
            var announced = (await desk.Run("doctor", "--json")).With(3).Json;
            Assert.Contains("has version 1", Assert.Single(announced.GetProperty("wrong").EnumerateArray()).GetString(), StringComparison.Ordinal);
            Assert.Contains("Host=", announced.Text("database"), StringComparison.Ordinal);
        }
        Assert.Contains("is brought to version", (await desk.Run("stories")).With(0).Error, StringComparison.Ordinal);
        (await desk.Run("doctor")).With(0);
    }

    [Fact]
    public async Task the_environment_names_a_database_and_an_option_goes_before_it()
    {
        using var desk = await shell.NewDesk();
        foreach (var (arguments, code) in new (string[], int)[] { (["doctor", "--json"], 0), (["doctor", "--database", "Host=/nowhere;Username=x", "--json"], 3) })
        {
            using var process = Shell.Start(arguments, ("DATELINE_DATABASE", desk.Database));
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var ended = new Ran(process.ExitCode, await output, await error).With(code);
            if (code == 0) Assert.Contains(new NpgsqlConnectionStringBuilder(desk.Database).Database!, ended.Json.Text("database"), StringComparison.Ordinal);
        }
    }
}
