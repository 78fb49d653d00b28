using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Dateline.Accounts;
using Dateline.Server.Observability;
using Dateline.Server.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Observability;

public sealed class TelemetryTests(Shell shell)
{
    [Fact]
    public async Task what_comes_in_what_is_refused_and_what_lags_is_counted()
    {
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (i, l) => { if (i.Meter.Name == Meters.Name) l.EnableMeasurementEvents(i); };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => counted.AddOrUpdate($"{i.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}", value, (_, sum) => sum + value));
        listener.Start();
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Key("Ana", Role.Analyst);
        await site.Fill();
        await ana.GetAsync("/api/v1/stories/s-nowhere", ApiHost.Cancellation).Problem(404, "not-found");
        Assert.True(counted["dateline.ingest.documents ingested"] >= 3);
        Assert.True(counted["dateline.refusals /api/v1/stories/{id} 404"] >= 1);
        while (!counted.Keys.Any(k => k == "dateline.follower.lag board")) listener.RecordObservableInstruments();
    }

    [Fact]
    public async Task metrics_and_traces_reach_a_collector()
    {
        var (got, spans) = (new ConcurrentDictionary<string, long>(), new ConcurrentQueue<OtlpSpan>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{what}", async (string what, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            got.AddOrUpdate(what, body.Length, (_, sum) => sum + body.Length);
            if (what == "traces") foreach (var span in OtlpSpan.Read(body.ToArray())) spans.Enqueue(span);
        });
        await collector.StartAsync(ApiHost.Cancellation);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First())]).Build();
        await using (var site = await ApiHost.Open(shell, more: s => s.AddObservability(configuration)))
        {
            using var ana = await site.Key("Ana", Role.Analyst);
            await site.Fill();
            await ana.Get("/api/v1/stories");
            await site.App.StopAsync(ApiHost.Cancellation);
        }
        Assert.True(got["metrics"] > 0 && got["traces"] > 0);
        // What begins a trace is a request or something to take in, never a look at the database on nobody's behalf.
        var begun = spans.Where(s => s.Parent.Length == 0).ToList();
        Assert.Contains(begun, s => s.Name == "GET /api/v1/stories");
        Assert.Contains(begun, s => s.Name == "reactions take in");
        Assert.DoesNotContain(begun, s => s.Kind == OtlpSpan.Client);
        Assert.Contains(spans, s => s.Kind == OtlpSpan.Client && begun.Exists(b => b.Name == "reactions take in" && b.Id == s.Parent));
    }

    [Fact]
    public async Task log_lines_hold_neither_text_nor_secrets()
    {
        var lines = new ConcurrentQueue<string>();
        await using var site = await ApiHost.Open(shell, more: s => s.AddLogging(l => l.AddProvider(new Kept(lines))));
        using var ana = await site.Key("Ana", Role.Analyst);
        var (secret, key) = ("Q7SECRETWORD", ana.DefaultRequestHeaders.Authorization!.Parameter!);
        await ana.Post("/api/v1/documents?wait=filed", new { title = secret, text = $"The mayor said that {secret} is closed.", source = secret }, null).With(201);
        await ana.Post("/api/v1/documents", new { title = secret, by = secret }, null).Problem(400, "invalid");
        await ana.GetAsync($"/api/v1/search?q={secret}", ApiHost.Cancellation);
        await ana.GetAsync($"/api/v1/stories/{secret}", ApiHost.Cancellation).Problem(404, "not-found");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ana.BaseAddress };
        await browser.GetAsync($"/stories/{secret}?q={secret}", ApiHost.Cancellation);
        await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("name", secret), new("password", secret)]), ApiHost.Cancellation);
        var own = lines.Where(l => l.StartsWith("Dateline", StringComparison.Ordinal)).ToList();
        Assert.Contains(own, l => l.Contains("GET /stories/{id} 302", StringComparison.Ordinal));
        Assert.Contains(own, l => l.Contains("POST /sign-in 400", StringComparison.Ordinal));
        Assert.Contains(own, l => l.Contains("/api/v1/documents 201", StringComparison.Ordinal));
        Assert.All(own, l => Assert.DoesNotContain(secret, l, StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain(key, l, StringComparison.Ordinal));
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        private string category = "";

        public ILogger CreateLogger(string categoryName) => new Kept(lines) { category = categoryName };

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)}");

        public void Dispose() { }
    }
}
