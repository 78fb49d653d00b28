using System.Diagnostics;
using System.Globalization;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Benchmarks;

/// <summary>Steps of the board's date slider, over HTTP as the page asks for them: the list as of a moment of a year's log, on either clock.</summary>
internal static class SliderStep
{
    private const int Warm = 60;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        var (stories, steps) = options.Quick ? (1_000, 300) : (10_000, 2000);
        await using var workspace = await Workspace.Open(ground.ConnectionString, ground.Folder, "slider", Engines.Choose(null), new Output(false), default);
        var database = workspace.Engine.Database;
        await YearLog.Fill(database, stories);
        foreach (var view in new[] { "board", "documents", "history" }) await workspace.Engine.Rebuild(view, null, default);
        await Ground.Run(database, "vacuum analyze");
        await using var web = WebHost.Build(workspace, "http://127.0.0.1:0", Anyone.SignedIn);
        await web.StartAsync();
        using var client = new HttpClient { BaseAddress = new(web.Urls.First()), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        var (random, head, times, filled) = (new Random(1), (long)stories * YearLog.EventsEach, new List<double>(steps), 0);
        for (var i = 0; i < Warm + steps; i++)
        {
            var at = YearLog.At(1 + random.NextInt64(head)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync($"/?clock={(i % 2 == 0 ? "recorded" : "published")}&at={Uri.EscapeDataString(at)}&part=list");
            var list = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (i < Warm) continue;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (list.Length > 1024) filled++;
        }
        // Of so many random moments hardly any lies before the first story.
        if (filled < steps * .9) throw new InvalidOperationException("The lists are empty.");
        times.Sort();
        var p99 = times[(int)(times.Count * .99)];
        yield return new(
            $"A step of the date slider, either clock, {head:#,0} events in {stories:#,0} stories: p99 of {steps:#,0} steps, client and server together", "",
            string.Create(CultureInfo.InvariantCulture, $"{p99:0.0} ms (median {times[times.Count / 2]:0.0} ms)"), "", "<= 60 ms", p99 <= 60);
    }
}
