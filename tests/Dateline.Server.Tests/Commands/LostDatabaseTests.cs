using System.Diagnostics;
using System.Text.Json;
using Dateline.Postgres.Cluster;
using Npgsql;

namespace Dateline.Server.Tests.Commands;

public sealed class LostDatabaseTests
{
    [Fact]
    public async Task what_was_acknowledged_before_the_database_was_killed_is_there_afterwards()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Shell.NewFolder();
        var input = Enumerable.Range(0, 400).Select(i => JsonSerializer.Serialize(
            new { id = $"{i}", source = "Q", title = $"Report {i}", text = $"The army said that {i} ships were hit. " + new string('x', 3000) })).ToList();
        List<JsonElement> acknowledged = [];
        await using (var cluster = await PrivateCluster.Open(new(folder), static _ => { }, cancellation))
        {
            using var ingest = Shell.Start("ingest", "-", "--json", "--no-wait", "--patience", "1", "--database", cluster.ConnectionString);
            var error = ingest.StandardError.ReadToEndAsync(cancellation);
            await Feed(ingest, input[..100], cancellation);
            for (var i = 0; i < 20; i++) acknowledged.Add(JsonDocument.Parse((await ingest.StandardOutput.ReadLineAsync(cancellation))!).RootElement);
            Kill(cluster);
            var rest = ingest.StandardOutput.ReadToEndAsync(cancellation);
            await Feed(ingest, input[100..], cancellation, last: true);
            await ingest.WaitForExitAsync(cancellation);
            acknowledged.AddRange(new Ran(3, await rest, "").Lines);
            var ended = new Ran(ingest.ExitCode, "", await error).With(3);
            var told = acknowledged.Count(l => l.Text("outcome") == "ingested");
            Assert.InRange(told, 20, input.Count - 1);
            Assert.Contains($"{told} were acknowledged", ended.Error, StringComparison.Ordinal);
            Assert.All(acknowledged.Where(l => l.Text("outcome") != "ingested"), l => Assert.Contains("not acknowledged", l.Text("reason"), StringComparison.Ordinal));
            NpgsqlConnection.ClearAllPools();
        }

        await using var again = await PrivateCluster.Open(new(folder) { ThrowAway = true }, static _ => { }, cancellation);
        using var desk = new Desk(again.ConnectionString);
        var lines = (await desk.RunWith(string.Join('\n', input), "ingest", "-", "--json")).With(0).Lines;
        var unchanged = lines.Where(l => l.Text("outcome") == "unchanged").Select(l => l.Text("document")).ToHashSet();
        Assert.All(acknowledged.Where(l => l.Text("outcome") == "ingested"), l => Assert.Contains(l.Text("document"), unchanged));
        Assert.Equal(input.Count, lines.Select(l => l.Text("document")).Distinct().Count());
        var audit = await desk.Json("audit", "log", "--most", "100000");
        Assert.Equal(input.Count, audit.EnumerateArray().Count(e => e.Text("what") == "document_ingested"));
        Assert.Equal(input.Count, audit.EnumerateArray().Count(e => e.Text("what") == "mentions_filed"));
        Assert.Empty((await desk.Json("doctor")).GetProperty("wrong").EnumerateArray());
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Writes lines; a program that has gone reads no more.</summary>
    private static async Task Feed(Process process, IEnumerable<string> lines, CancellationToken cancellation, bool last = false)
    {
        try
        {
            foreach (var line in lines) await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
            await process.StandardInput.FlushAsync(cancellation);
            if (last) process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything.
        }
    }

    private static void Kill(PrivateCluster cluster)
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First(), null);
        using var server = Process.GetProcessById(pid);
        server.Kill();
        server.WaitForExit();
    }
}
