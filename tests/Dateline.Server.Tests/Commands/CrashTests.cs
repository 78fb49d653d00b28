using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dateline.Postgres.Cluster;

namespace Dateline.Server.Tests.Commands;

public sealed class CrashTests : IDisposable
{
    private const int Documents = 1500;
    private readonly string data = Shell.NewFolder();
    private readonly string input = Shell.NewFolder();

    public CrashTests() => File.WriteAllLines(Path.Combine(input, "all.jsonl"), Enumerable.Range(0, Documents).Select(i => JsonSerializer.Serialize(new
    {
        id = i.ToString(CultureInfo.InvariantCulture),
        title = $"Report {i} from district {i % 40}",
        text = $"The mayor of District{i % 40} said that {i} houses were destroyed by flood number {i % 40}. The army denied that dam {i} broke.",
        source = "Wire " + (i % 7),
        publishedAt = "2026-02-01T10:00:00Z"
    })));

    public void Dispose()
    {
        foreach (var folder in new[] { data, input }) Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task what_was_acknowledged_survives_a_kill_and_nothing_is_shown_twice(bool killPostgres)
    {
        var acknowledged = await IngestUntilKilled(killPostgres);
        Assert.NotEmpty(acknowledged);
        var again = await Shell.Run("", "ingest", input, "--json", "--data", data);
        Assert.True(again.Code == 0, again.Error);
        var outcomes = again.Lines.ToDictionary(l => l.GetProperty("document").GetString()!, l => l.GetProperty("outcome").GetString());
        Assert.Equal(Documents, outcomes.Count);
        Assert.All(acknowledged, id => Assert.Equal("unchanged", outcomes[id]));
        await using var cluster = await PrivateCluster.Open(new(data), static _ => { }, TestContext.Current.CancellationToken);
        await using var connection = new Npgsql.NpgsqlConnection(cluster.ConnectionString + ";Search Path=dateline;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(
            """
            select concat_ws(' ', (select count(*) from documents), (select count(*) from mt_events where type = 'document_ingested'),
                (select count(*) from mt_events where type = 'claims_extracted'), (select count(*) from mt_events where type = 'mentions_filed'),
                (select sum(documents) from stories where merged_into is null), (select max(seq_id) - count(*) from mt_events), (select count(*) from mt_events) - (select count(*) from audit))
            """, connection);
        Assert.Equal($"{Documents} {Documents} {Documents} {Documents} {Documents} 0 0", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Ingests until some documents are acknowledged, then kills the program, or the database under it.</summary>
    private async Task<List<string>> IngestUntilKilled(bool killPostgres)
    {
        using var process = Shell.Start("ingest", input, "--json", "--data", data);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var acknowledged = new List<string>();
        var killed = false;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var read = JsonDocument.Parse(line).RootElement;
            if (read.GetProperty("outcome").GetString() != "refused") acknowledged.Add(read.GetProperty("document").GetString()!);
            if (acknowledged.Count < 300 || killed) continue;
            killed = true;
            if (killPostgres)
            {
                using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(data, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture));
                postmaster.Kill();
                process.Kill();
            }
            else
            {
                process.Kill();
            }
        }
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return acknowledged;
    }
}
