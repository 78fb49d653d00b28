using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime;
using System.Text.Json;
using Dateline.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Benchmarks;

/// <summary>
/// Reads and writes at a fixed rate, whether or not answers come: a request's time begins when it was due, so that waiting behind a slow one
/// counts (Tene, "How NOT to Measure Latency", 2013).
/// </summary>
internal static class Load
{
    private const int Reads = 200;
    private const int Writes = 20;
    private const int Filled = 100;
    private const double Most = 150;
    private const int Warm = 20;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await using var workspace = await Workspace.Open(ground.ConnectionString, ground.Folder, "load", Engines.Choose(null), new Output(false), default);
        workspace.Engine.Start();
        await using var web = WebHost.Build(workspace, "http://127.0.0.1:0", Anyone.SignedIn);
        await web.StartAsync();
        using var connections = new SocketsHttpHandler { MaxConnectionsPerServer = 64 };
        using var person = new HttpClient(connections, disposeHandler: false) { BaseAddress = new(web.Urls.First()) };
        using var client = await Program(web, workspace, connections);
        for (var i = 0; i < Filled; i++) await Write(client, i);
        await workspace.Engine.Settle(default);
        var paths = await Paths(client);
        var seconds = options.Quick ? 10 : 60;
        // Until then what runs often is compiled: a server is asked for longer than that.
        _ = await Drive(client, person, paths, Filled, Warm);
        var compiled = JitInfo.GetCompilationTime();
        var (own, server) = (Environment.CpuUsage.TotalTime, ground.ServerSeconds());
        var (times, late) = await Drive(client, person, paths, Filled + (Reads + Writes) * Warm, seconds);
        var (worked, served) = ((Environment.CpuUsage.TotalTime - own).TotalSeconds, ground.ServerSeconds() - server);
        compiled = JitInfo.GetCompilationTime() - compiled;
        await workspace.Engine.Settle(default);
        var p99 = times[(int)(times.Count * .99)];
        yield return new(
            $"{Reads} reads and {Writes} documents a second for {seconds} s, pages and API mixed, p99 from when each was due; client, server and PostgreSQL together", "",
            string.Create(CultureInfo.InvariantCulture, $"{p99:0} ms (median {times[times.Count / 2]:0} ms, largest {times[^1]:0} ms)"), "", $"<= {Most} ms", p99 <= Most);
        yield return Row.Info(
            "Processors meanwhile, of those that there are: this process with the client (of it compilation), PostgreSQL", "",
            string.Create(CultureInfo.InvariantCulture, $"{worked / seconds:0.00} ({compiled.TotalSeconds / seconds:0.00}) + {served / seconds:0.00} of {Environment.ProcessorCount}"));
        foreach (var (name, path) in paths) yield return Row.Info($"{name}, one request after another: median, and processors for each", "", await Alone(ground, path.StartsWith("/api", StringComparison.Ordinal) ? client : person, path));
        yield return Row.Info("How late the client itself was at most", "", string.Create(CultureInfo.InvariantCulture, $"{late:0} ms"));
    }

    /// <summary>Sends at the rate, to the API as a program and to pages as a person; gives the times, sorted, and how late the sender was at most, in milliseconds.</summary>
    private static async Task<(List<double> Times, double Late)> Drive(HttpClient client, HttpClient person, (string Name, string Path)[] paths, int first, int seconds)
    {
        var (all, late, began) = (new List<Task<double>>(), 0.0, Stopwatch.GetTimestamp());
        for (var i = 0; i < (Reads + Writes) * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / (Reads + Writes));
            if (due - Stopwatch.GetElapsedTime(began) is { TotalMilliseconds: > 1 } rest) await Task.Delay(rest);
            late = Math.Max(late, (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds);
            all.Add(Send(i, due));
        }
        var times = (await Task.WhenAll(all)).ToList();
        times.Sort();
        return (times, late);

        async Task<double> Send(int i, TimeSpan due)
        {
            if (i % ((Reads + Writes) / Writes) == 0) await Write(client, first + i);
            else
            {
                var path = paths[i % paths.Length].Path;
                using var answer = await (path.StartsWith("/api", StringComparison.Ordinal) ? client : person).GetAsync(path);
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            }
            return (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
        }
    }

    private static async Task Write(HttpClient client, int number)
    {
        var draft = Texts.Documents(number, 1).Single();
        using var answer = await client.PostAsJsonAsync("/api/v1/documents", new { source = draft.Source, url = draft.Url, title = draft.Title, publishedAt = draft.PublishedAt, text = draft.Text });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What one request takes while nothing else is asked: of this process, server and client, and PostgreSQL.</summary>
    private static async Task<string> Alone(Ground ground, HttpClient client, string path)
    {
        const int Requests = 50;
        var times = new List<double>(Requests);
        var (own, server) = (Environment.CpuUsage.TotalTime, ground.ServerSeconds());
        for (var i = 0; i < Requests; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture,
            $"{times[Requests / 2]:0.0} ms; {(Environment.CpuUsage.TotalTime - own).TotalMilliseconds / Requests:0.0} + {(ground.ServerSeconds() - server) * 1000 / Requests:0.0} ms");
    }

    /// <summary>The board, stories, claims, a document, the search and the audit, as pages and as resources.</summary>
    private static async Task<(string Name, string Path)[]> Paths(HttpClient client)
    {
        var (story, claim, document) = (await First("stories"), await First("claims"), await First("documents"));
        return
        [
            ("The board", "/"), ("The board, filtered", "/?status=disputed"), ("A story's page", $"/stories/{story}"), ("A claim's page", $"/claims/{claim}"),
            ("A document's page", $"/documents/{document}"), ("The page of a search", "/search?q=storm"), ("The page of the audit", "/audit"),
            ("Stories", "/api/v1/stories"), ("A story", $"/api/v1/stories/{story}"), ("Claims", "/api/v1/claims?limit=20"), ("A claim", $"/api/v1/claims/{claim}"),
            ("A document", $"/api/v1/documents/{document}"), ("A search", "/api/v1/search?q=storm"), ("Sources", "/api/v1/sources")
        ];

        async Task<string> First(string list) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/{list}")).GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A program with a key, as they all are.</summary>
    private static async Task<HttpClient> Program(WebApplication web, Workspace workspace, SocketsHttpHandler connections)
    {
        var opening = new OpenAccount("Loader", Role.Analyst, "system");
        await workspace.Newsroom.Send(opening, Act.System, default);
        var (_, key) = await web.Services.GetRequiredService<ProgramKeys>().Issue(opening.Account, "load", ["read", "ingest"], null, new("Loader"), default);
        return new(connections, disposeHandler: false) { BaseAddress = new(web.Urls.First()), DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
    }
}
