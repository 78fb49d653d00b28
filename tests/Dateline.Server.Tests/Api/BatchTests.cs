using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dateline.Accounts;
using Dateline.Server.Api;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Batches that are not what they should be: each line has its result, and whoever sent what was not taken to its end is told where it ended.</summary>
public sealed class BatchTests(Shell shell) : IAsyncLifetime
{
    private const int Largest = 4000;
    private ApiHost site = null!;
    private HttpClient ana = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ApiHost.Open(shell, more: s => s.AddSingleton(new BatchOptions { Largest = Largest, MostFiles = 3, MostLines = 60 })
            .Configure<KestrelServerOptions>(k => k.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(1.5))));
        ana = await site.Key("Ana", Role.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        ana.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task a_line_is_held_to_what_a_document_alone_is_held_to()
    {
        string[] wrong = ["{\"text\":\"t\",\"by\":\"Ben\"}", "{\"text\":7}", "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"t\",\"published_at\":\"2026-01-01\"}"];
        var lines = await Lines(ana.PostAsync("/api/v1/documents/batch", Jsonl(string.Join('\n', [.. wrong, Line(1)])), ApiHost.Cancellation));
        Assert.Equal([.. wrong.Select(_ => "refused"), "ingested"], lines.Select(l => l.Outcome));
        Assert.Contains("$.by", lines[0].Reason, StringComparison.Ordinal);
        foreach (var (json, line) in wrong.Zip(lines))
            Assert.Equal(line.Reason, (await ana.PostAsync("/api/v1/documents", new StringContent(json, Encoding.UTF8, "application/json"), ApiHost.Cancellation).Problem(400, "invalid")).Replace("The body", "The line", StringComparison.Ordinal));
        // Items of an agency have fields of their own.
        Assert.Equal("ingested", (await Lines(ana.PostAsync("/api/v1/documents/batch", Jsonl("{\"uri\":\"urn:a:1\",\"headline\":\"H\",\"body_text\":\"The mayor said that it rains.\",\"urgency\":3}"), ApiHost.Cancellation))).Single().Outcome);
    }

    [Fact]
    public async Task a_batch_that_breaks_off_has_the_results_of_what_came_and_says_where_it_ended()
    {
        var half = Line(3)[..30];
        var lines = Read(await Raw("Transfer-Encoding: chunked", Chunk(Line(1) + "\n" + Line(2) + "\n") + Chunk(half), "body:2", "nonsense\r\n"), 200);
        Assert.Equal(["ingested", "ingested", "broken-off"], lines.Select(l => l.Outcome));
        Assert.Equal("body:3", lines[^1].Path);
        Assert.Contains("send it in another request", lines[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(2, (await Documents()).Count);
        // The rest, sent as the answer says.
        Assert.Equal(["ingested", "unchanged"], (await Lines(ana.PostAsync("/api/v1/documents/batch", Jsonl(Line(3) + "\n" + Line(1)), ApiHost.Cancellation))).Select(l => l.Outcome));
    }

    [Fact]
    public async Task a_batch_of_which_nothing_came_is_a_problem()
    {
        Assert.Contains("broken-off", await Raw("Transfer-Encoding: chunked", Chunk(Line(1)) + "nonsense\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400", await Raw("Transfer-Encoding: chunked", "nonsense\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 408", await Raw("Content-Length: 500", Line(1)), StringComparison.Ordinal);
        await ana.PostAsync("/api/v1/documents/batch", Jsonl(new string('\n', Largest + 1)), ApiHost.Cancellation).Problem(413, "too-large");
        await ana.PostAsync("/api/v1/documents/batch", Unmeasured(new string(' ', Largest + 1)), ApiHost.Cancellation).Problem(413, "too-large");
        Assert.Empty(await Documents());
    }

    [Fact]
    public async Task a_batch_that_comes_too_slowly_has_the_results_of_what_came()
    {
        var lines = Read(await Raw("Content-Length: 3000", Line(1) + "\n" + Line(2)), 200);
        Assert.Equal([("ingested", "body:1"), ("too-slow", "body:2")], lines.Select(l => (l.Outcome, l.Path)));
        Assert.Single(await Documents());
    }

    [Fact]
    public async Task a_batch_of_too_many_lines_is_taken_as_far_as_it_may_go()
    {
        var lines = await Lines(ana.PostAsync("/api/v1/documents/batch", Jsonl(Line(1) + new string('\n', 59) + Line(2) + "\n" + Line(3)), ApiHost.Cancellation));
        Assert.Equal([("ingested", "body:1"), ("ingested", "body:60"), ("too-large", "body:61")], lines.Select(l => (l.Outcome, l.Path)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_batch_that_gets_too_large_is_taken_as_far_as_it_may_go(bool packed)
    {
        var all = Enumerable.Range(1, 40).Select(Line).ToList();
        var fit = all.TakeWhile((_, i) => all.Take(i + 1).Sum(l => l.Length + 1) <= Largest).Count();
        var body = string.Join('\n', all) + new string('\n', 200_000);
        var lines = await Lines(ana.PostAsync("/api/v1/documents/batch?wait=filed", packed ? Packed(body, 1) : Unmeasured(body), ApiHost.Cancellation));
        Assert.Equal(fit + 1, lines.Count);
        Assert.All(lines.SkipLast(1), l => Assert.Equal("ingested", l.Outcome));
        Assert.Equal(("too-large", $"body:{lines.Count}"), (lines[^1].Outcome, lines[^1].Path));
        Assert.Equal(lines.Count - 1, (await Documents()).Count);
    }

    [Fact]
    public async Task a_packed_batch_that_breaks_off_is_told_so()
    {
        var lines = await ana.PostAsync("/api/v1/documents/batch", Packed(string.Join('\n', Enumerable.Range(1, 9).Select(Line)), 0.5), ApiHost.Cancellation);
        var text = await lines.Content.ReadAsStringAsync(ApiHost.Cancellation);
        Assert.Contains("broken-off", text, StringComparison.Ordinal);
        await ana.PostAsync("/api/v1/documents/batch", new ByteArrayContent([1, 2, 3]) { Headers = { { "Content-Type", "application/jsonl" }, { "Content-Encoding", "gzip" } } }, ApiHost.Cancellation).Problem(400, "broken-off");
    }

    [Fact]
    public async Task files_are_taken_one_by_one_and_where_they_end_is_told()
    {
        var two = File("a.txt", "A\n\nThe mayor said that bridge A is closed.") + File("b.jsonl", Line(1) + "\n" + Line(2)[..20]);
        var lines = await Lines(ana.PostAsync("/api/v1/documents/files", Form(two.TrimEnd()), ApiHost.Cancellation));
        Assert.Equal([("ingested", "a.txt"), ("ingested", "b.jsonl:1"), ("broken-off", "b.jsonl:2")], lines.Select(l => (l.Outcome, l.Path)));
        var many = string.Concat(Enumerable.Range(1, 5).Select(i => File($"{i}.txt", $"T{i}\n\nThe mayor said that road {i} is closed."))) + "--b--\r\n";
        lines = await Lines(ana.PostAsync("/api/v1/documents/files", Form(many), ApiHost.Cancellation));
        Assert.Equal(["ingested", "ingested", "ingested", "too-large"], lines.Select(l => l.Outcome));
        Assert.Equal("part 4", lines[^1].Path);
        await ana.PostAsync("/api/v1/documents/files", Form("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\nThe mayor"), ApiHost.Cancellation).Problem(400, "broken-off");

        static ByteArrayContent Form(string body) => new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") } };
        static string File(string name, string text) => $"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{name}\"\r\n\r\n{text}\r\n";
    }

    private static string Line(int number) => ApiHost.Line("Wire", $"https://wire.example/{number}", "2026-02-01T09:00:00Z", $"Bridge {number}", $"The mayor said that bridge {number} is closed.");

    private static string Chunk(string text) => $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n";

    private static StringContent Jsonl(string lines) => new(lines, Encoding.UTF8, "application/jsonl");

    /// <summary>A body that does not say how long it is.</summary>
    private static StreamContent Unmeasured(string lines) => new(new GZipStream(new MemoryStream(Zip(lines)), CompressionMode.Decompress)) { Headers = { ContentType = new("application/jsonl") } };

    private static ByteArrayContent Packed(string lines, double part)
    {
        var bytes = Zip(lines);
        return new(bytes[..(part < 1 ? (int)(bytes.Length * part) : bytes.Length)]) { Headers = { { "Content-Type", "application/jsonl" }, { "Content-Encoding", "gzip" } } };
    }

    private static byte[] Zip(string text)
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private async Task<IReadOnlyList<JsonElement>> Documents()
    {
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        return (await ana.Get("/api/v1/audit?actor=Ana")).Items().Where(a => a.GetProperty("what").GetString() == "document_ingested").ToList();
    }

    /// <summary>What is answered, byte by byte, to a request that is never ended; what is sent more is sent once the answer holds something.</summary>
    private async Task<string> Raw(string length, string body, string once = "", string more = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port, ApiHost.Cancellation);
        var (stream, heard) = (socket.GetStream(), "");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /api/v1/documents/batch HTTP/1.1\r\nHost: x\r\nAuthorization: {ana.DefaultRequestHeaders.Authorization}\r\nContent-Type: application/jsonl\r\nConnection: close\r\n{length}\r\n\r\n{body}"), ApiHost.Cancellation);
        var buffer = new byte[4096];
        while (!heard.Contains(once, StringComparison.Ordinal)) heard += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, ApiHost.Cancellation));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(more), ApiHost.Cancellation);
        return heard + await new StreamReader(stream).ReadToEndAsync(ApiHost.Cancellation);
    }

    private static async Task<IReadOnlyList<(string Outcome, string Path, string? Reason)>> Lines(Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        var body = await answer.Content.ReadAsStringAsync(ApiHost.Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        return Parse(body);
    }

    private static IReadOnlyList<(string Outcome, string Path, string? Reason)> Read(string answer, int status)
    {
        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        return Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    private static IReadOnlyList<(string Outcome, string Path, string? Reason)> Parse(string body) => [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('{'))
        .Select(l => JsonDocument.Parse(l).RootElement).Select(l => (l.GetProperty("outcome").GetString()!, l.GetProperty("path").GetString()!, l.GetProperty("reason").GetString()))];
}
