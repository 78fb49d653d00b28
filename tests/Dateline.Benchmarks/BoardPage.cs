using System.Diagnostics;
using System.Globalization;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Benchmarks;

/// <summary>The board page of many stories, over HTTP as browsers ask for it.</summary>
internal static class BoardPage
{
    private const int Stories = 10_000;
    private const int Warm = 60;
    private static readonly string[] paths = ["/", "/?status=disputed", "/?q=bridge", "/?movement=moving", "/?movement=quiet&status=settled", "/?after={0}", "/?part=list&status=developing"];

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await using var workspace = await Workspace.Open(ground.ConnectionString, ground.Folder, "board_page", Engines.Choose(null), new Output(false), default);
        await Ground.Run(workspace.Engine.Database, Fill);
        await Ground.Run(workspace.Engine.Database, "vacuum analyze");
        await using var web = WebHost.Build(
            workspace, "http://127.0.0.1:0", Anyone.SignedIn);
        await web.StartAsync();
        using var client = new HttpClient { BaseAddress = new(web.Urls.First()) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        var requests = options.Quick ? 500 : 3000;
        var after = Uri.EscapeDataString($"{DateTimeOffset.UtcNow.AddMinutes(-5000).UtcTicks}~s-0");
        var (times, largest) = (new List<double>(requests), 0L);
        var worked = TimeSpan.Zero;
        for (var i = 0; i < Warm + requests; i++)
        {
            if (i == Warm) worked = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(string.Format(CultureInfo.InvariantCulture, paths[i % paths.Length], after));
            var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (i >= Warm) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            largest = Math.Max(largest, body.Length);
        }
        var each = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / requests;
        times.Sort();
        var (median, p99) = (times[times.Count / 2], times[(int)(times.Count * .99)]);
        yield return new(
            $"The board page of {Stories:#,0} stories, p99 of {requests:#,0} requests, client and server together", "",
            string.Create(CultureInfo.InvariantCulture, $"{p99:0.0} ms (median {median:0.0} ms)"), "", "<= 50 ms", p99 <= 50);
        yield return Row.Info("Processor time of client and server for each of them", "", string.Create(CultureInfo.InvariantCulture, $"{each:0.0} ms"));
        yield return new(
            "The largest of these pages over the wire, compressed", "", string.Create(CultureInfo.InvariantCulture, $"{largest / 1024.0:0} KB"), "", "<= 150 KB", largest <= 150 * 1024);
    }

    /// <summary>Stories of all statuses whose activity spreads over four weeks, and the documents that give the slider its extent.</summary>
    private static readonly string Fill =
        $"""
        insert into stories (id, title, status, since, since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims, judged_claims,
            open_claims, origins, opened_at, last_activity, merged_position)
        select 's-' || substr(md5(i::text), 1, 12),
            (array['Bridge', 'Harbour', 'Tunnel', 'Council', 'Strike', 'Reservoir'])[1 + i % 6] || ' near ' || initcap(substr(md5('p' || i), 1, 8)) || ' closed after a long inquiry, officials say',
            (array['emerging', 'developing', 'disputed', 'established', 'settled', 'closed'])[1 + i % 6], now() - i * interval '4 minutes', i, array[i, i + 1],
            '3 independent origins report it: source:harbour-wire, source:north-press and source:evening-ledger.', 1 + i % 12, 4 + i % 40, 2, 0, 1, 1, 0,
            '{"{"}"source:harbour-wire": [3, 1], "source:north-press": [2, 2], "source:evening-ledger": [1, 3]{"}"}', now() - interval '30 days', now() - i * interval '4 minutes', 0
        from generate_series(1, {Stories}) as i;
        insert into documents (id, source, title, revision, published_at, recorded_at, mentions)
        select 'd-' || i, 'harbour-wire', 'A document', 1, now() - i * interval '1 minute', now() - i * interval '1 minute', 0 from generate_series(1, {Stories * 4}) as i
        """;
}
