using Npgsql;

namespace Dateline.Server.Tests.Commands;

public sealed class AuditTests(Shell shell)
{
    [Fact]
    public async Task a_signed_log_verifies_and_a_changed_event_is_named()
    {
        using var desk = await shell.NewDesk();
        var key = Path.Combine(desk.Folder, "keys", "log.key");
        await Rate(desk);
        var first = (await desk.Run("audit", "checkpoint", "--key", key, "--name", "log.example/desk", "--out", Path.Combine(desk.Folder, "kept"))).With(0);
        Assert.StartsWith("log.example/desk\n2\n", first.Out, StringComparison.Ordinal);
        Assert.Contains("verifier key", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", first.Out + first.Error, StringComparison.Ordinal);
        Assert.Equal(first.Out, (await desk.Run("audit", "checkpoint", "--key", key)).With(0).Out);

        var verified = await desk.Json("audit", "verify", "--key", key, "--checkpoint", Path.Combine(desk.Folder, "kept"));
        Assert.True(verified.GetProperty("holds").GetBoolean());
        Assert.Equal((2, 2), (verified.GetProperty("events").GetInt32(), verified.GetProperty("signed").GetInt32()));

        await Tamper(desk, "update mt_events set user_name = 'ben' where seq_id = 2");
        var found = (await desk.Run("audit", "verify", "--key", key, "--json")).With(1).Json;
        Assert.False(found.GetProperty("holds").GetBoolean());
        Assert.Equal(2, found.GetProperty("first").GetProperty("from").GetInt32());
        Assert.Contains("DIFFERS     at position 2", (await desk.Run("audit", "verify", "--key", key)).With(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_export_and_a_proof_verify_without_a_database()
    {
        using var desk = await shell.NewDesk();
        using var elsewhere = new Desk(null);
        var (key, folder, proof) = (Path.Combine(desk.Folder, "log.key"), Path.Combine(desk.Folder, "export"), Path.Combine(desk.Folder, "a.tlog-proof"));
        await Rate(desk);
        (await desk.Run("audit", "export", folder, "--key", key)).With(0);
        await File.WriteAllTextAsync(proof, (await desk.Run("audit", "prove", "2", "--key", key)).With(0).Out, TestContext.Current.CancellationToken);

        Assert.Contains("chose it", (await elsewhere.Run("audit", "verify", "--export", folder)).With(0).Error, StringComparison.Ordinal);
        var trusted = (await elsewhere.Run("audit", "verify", "--export", folder, "--verifier", key + ".pub")).With(0);
        Assert.Empty(trusted.Error);
        Assert.Contains("Every event is as it was recorded", trusted.Out, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"source_rated\"", (await elsewhere.Run("audit", "verify", "--proof", proof, "--verifier", key + ".pub")).With(0).Out, StringComparison.Ordinal);
        Assert.Contains("--verifier", (await elsewhere.Run("audit", "verify", "--proof", proof)).With(2).Error, StringComparison.Ordinal);

        var events = Path.Combine(folder, "events.jsonl");
        var text = await File.ReadAllTextAsync(events, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(events, text.Replace("\"who\":\"ana\"", "\"who\":\"ann\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = (await elsewhere.Run("audit", "verify", "--export", folder, "--json")).With(1).Json;
        Assert.Equal(2, changed.GetProperty("first").GetProperty("from").GetInt32());
        await File.WriteAllTextAsync(proof, (await File.ReadAllTextAsync(proof, TestContext.Current.CancellationToken)).Replace("index 1", "index 0", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await elsewhere.Run("audit", "verify", "--proof", proof, "--verifier", key + ".pub")).With(1);
        (await elsewhere.Run("audit", "verify", "--export", desk.Folder)).With(1);
    }

    [Fact]
    public async Task the_record_of_acts_is_filtered_and_leaves_as_csv_and_json_lines()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit in the port of Latakia.", "@SUM(1+1)*cmd|'/C calc'!A0");
        await desk.Ingest();
        var source = (await desk.Json("source", "list"))[0].GetProperty("id").GetString()!;
        (await desk.Run("source", "rate", source, "--reliability", "B", "--because", "=1+1", "--as", "ana")).With(0);

        var all = (await desk.Run("audit", "log", "--format", "jsonl")).With(0).Lines;
        Assert.Contains(all, e => e.GetProperty("who").GetString()!.StartsWith("bot:", StringComparison.Ordinal));
        Assert.Contains(all, e => e.GetProperty("who").GetString() == "system");
        Assert.All(all, e => Assert.False(string.IsNullOrEmpty(e.GetProperty("correlation").GetString())));
        var rated = Assert.Single((await desk.Run("audit", "log", "--kind", "source_rated", "--format", "jsonl")).With(0).Lines);
        Assert.Equal(("ana", "B", "=1+1"), (rated.GetProperty("who").GetString(), rated.GetProperty("after").GetString(), rated.GetProperty("why").GetString()));
        Assert.Equal(all.Count(e => e.GetProperty("who").GetString() == "ana"), (await desk.Run("audit", "log", "--actor", "ana", "--format", "jsonl")).Lines.Count);
        Assert.Empty((await desk.Run("audit", "log", "--since", "2999-01-01", "--format", "jsonl")).Lines);
        Assert.Empty((await desk.Run("audit", "log", "--until", "2020-01-01", "--format", "jsonl")).Lines);
        var (today, at) = (rated.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd", null), rated.GetProperty("at").GetString()!);
        Assert.Contains((await desk.Run("audit", "log", "--until", today, "--format", "jsonl")).Lines, e => e.GetProperty("what").GetString() == "source_rated");
        Assert.DoesNotContain((await desk.Run("audit", "log", "--until", at, "--format", "jsonl")).Lines, e => e.GetProperty("what").GetString() == "source_rated");
        var request = all.First(e => e.GetProperty("what").GetString() == "document_ingested").GetProperty("correlation").GetString()!;
        var came = (await desk.Run("audit", "log", "--correlation", request, "--format", "jsonl")).With(0).Lines;
        Assert.Equal(all.Count(e => e.GetProperty("correlation").GetString() == request), came.Count);
        Assert.InRange(came.Count, 2, all.Count - 1);
        Assert.Contains("source_rated", (await desk.Run("audit", "log", "--kind", "rated")).With(2).Error, StringComparison.Ordinal);

        var csv = (await desk.Run("audit", "log", "--format", "csv")).With(0).Out;
        Assert.Equal(all.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=1+1\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'@SUM", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"@", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_left_out_is_said_and_what_leaves_as_a_file_is_whole()
    {
        using var desk = await shell.NewDesk();
        (await desk.Run("stories")).With(0);
        await using (var connection = new NpgsqlConnection(desk.Database))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var many = new NpgsqlCommand(
                "insert into dateline.audit (position, at, who, what, stream, version) select n, now(), 'ana', 'source_rated', 'source/wire', n from generate_series(1, 1003) n", connection);
            await many.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        foreach (var format in new[] { "csv", "jsonl" })
        {
            var whole = (await desk.Run("audit", "log", "--format", format)).With(0);
            Assert.Equal((1003, ""), (whole.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(l => l.Contains("source_rated", StringComparison.Ordinal)), whole.Error));
        }
        var latest = (await desk.Run("audit", "log", "--json")).With(0);
        Assert.Equal((1000, 4), (latest.Json.GetArrayLength(), latest.Json[0].GetProperty("position").GetInt64()));
        Assert.Contains("earlier ones than these 1000: --before 4 ", latest.Error, StringComparison.Ordinal);
        var before = (await desk.Run("audit", "log", "--json", "--before", "4")).With(0);
        Assert.Equal([1L, 2, 3], before.Json.EnumerateArray().Select(e => e.GetProperty("position").GetInt64()));
        Assert.Equal("", before.Error);
        Assert.Contains("--before 1002 ", (await desk.Run("audit", "log", "--format", "jsonl", "--most", "2")).With(0).Error, StringComparison.Ordinal);
        foreach (var most in new[] { "-1", "0", "many" }) Assert.Contains("--most is a whole number from 1", (await desk.Run("audit", "log", "--most", most)).With(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_redaction_needs_two_people_and_is_listed_by_a_verification_that_holds()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships of the merchant Quillfeather were hit in the port of Latakia.", "Quillfeather loses ships");
        var document = (await desk.Ingest())[0].GetProperty("document").GetString()!;
        var key = Path.Combine(desk.Folder, "log.key");
        (await desk.Run("audit", "checkpoint", "--key", key)).With(0);
        string[] propose = ["audit", "redact", "propose", document, "--revision", "1", "--kind", "a name", "--because", "Order 7 of the court", "--as", "ana"];
        var proposal = (await desk.Run([.. propose, "--json"])).With(0).Json.GetProperty("proposal").GetString()!;
        Assert.Contains($"{proposal}, a name in revision 1 of {document}, waits for a second editor", (await desk.Run(propose)).With(0).Out, StringComparison.Ordinal);
        Assert.Contains("`dateline audit words` takes single words everywhere.", (await desk.Run(propose)).With(0).Error, StringComparison.Ordinal);
        Assert.Contains($"{proposal}, a name in revision 1: proposed by ana (Order 7 of the court); it waits", (await desk.Run("document", document)).With(0).Out, StringComparison.Ordinal);
        string[] approve = ["audit", "redact", "approve", document, proposal, "--because", "I read the order", "--as"];
        Assert.Contains("somebody else has to", (await desk.Run([.. approve, "Ana"])).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("Quillfeather", (await desk.Run("document", document)).With(0).Out, StringComparison.Ordinal);
        Assert.Contains($"The text of revision 1 of {document} was removed.", (await desk.Run([.. approve, "ben"])).With(0).Out, StringComparison.Ordinal);
        Assert.Contains("was approved before, and the text is gone", (await desk.Run([.. approve, "ben"])).With(0).Out, StringComparison.Ordinal);
        Assert.Contains("does not come back", (await desk.Run("audit", "redact", "decline", document, proposal, "--because", "Wrong", "--as", "ben")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains($"Nothing was recorded: a name in revision 1 of {document} was redacted before.", (await desk.Run(propose)).With(0).Out, StringComparison.Ordinal);

        Assert.DoesNotContain("Quillfeather", (await desk.Run("document", document)).With(0).Out + (await desk.Run("stories")).Out + (await desk.Run("audit", "log", "--format", "csv")).Out, StringComparison.Ordinal);
        var verified = (await desk.Run("audit", "verify", "--key", key)).With(0).Out;
        Assert.Contains($"a name in revision 1 of {document}, by ana, seconded by ben: Order 7 of the court.", verified, StringComparison.Ordinal);
        Assert.Contains("Every event is as it was recorded", verified, StringComparison.Ordinal);
    }

    private static async Task Rate(Desk desk)
    {
        await using (var newsroom = await Postgres.Engine.PostgresEngine.Open(desk.Database, new(), TestContext.Current.CancellationToken))
            await newsroom.Newsroom.Send(new Sources.RegisterSource("wire", "Harbour Wire"), Act.System, TestContext.Current.CancellationToken);
        (await desk.Run("source", "rate", "wire", "--reliability", "B", "--because", "Right so far", "--as", "ana")).With(0);
    }

    private static async Task Tamper(Desk desk, string sql)
    {
        await using var connection = new NpgsqlConnection(desk.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"set search_path = dateline; alter table mt_events disable trigger user; {sql}; alter table mt_events enable trigger user", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
