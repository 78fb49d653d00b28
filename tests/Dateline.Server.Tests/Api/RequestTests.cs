using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Dateline.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What requests have in common: versions, repeats, bounds, and what is said of those that will not do.</summary>
public sealed class RequestTests(Shell shell) : IAsyncLifetime
{
    private ApiHost site = null!;
    private HttpClient ana = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ApiHost.Open(shell);
        ana = await site.Key("Ana", Role.Editor);
        await site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        ana.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task an_act_says_which_version_was_seen_and_the_slower_one_hears_it()
    {
        var path = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}";
        using var seen = await ana.GetAsync(path, ApiHost.Cancellation);
        var tag = seen.Headers.ETag!.ToString();
        await ana.Post(path + "/rename", new { title = "One", reason = "So." }, match: null).Problem(428, "precondition-required");
        await ana.Post(path + "/rename", new { title = "One", reason = "So." }, match: "\"nonsense\"").Problem(400, "invalid");
        var done = await ana.Post(path + "/rename", new { title = "One", reason = "So." }, tag).With(200);
        Assert.Contains("has changed", await ana.Post(path + "/rename", new { title = "Two", reason = "So." }, tag).Problem(412, "changed"), StringComparison.Ordinal);
        await ana.Post(path + "/rename", new { title = "Two", reason = "So." }, $"\"{done.GetProperty("version").GetInt64()}\"").With(200);
    }

    [Fact]
    public async Task of_several_at_once_one_wins()
    {
        var path = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}";
        using var seen = await ana.GetAsync(path, ApiHost.Cancellation);
        var tag = seen.Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var answer = await ana.Post(path + "/rename", new { title = $"Title {i}", reason = "So." }, tag);
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task a_repeated_request_is_answered_and_not_done_again()
    {
        var body = new { title = "T", text = "The mayor said that the bridge is closed.", source = "Wire", url = "https://wire.example/bridge" };
        using var first = await ana.Post("/api/v1/documents", body, null, "k-1");
        using var second = await ana.Post("/api/v1/documents", body, null, "k-1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(ApiHost.Cancellation), await second.Content.ReadAsStringAsync(ApiHost.Cancellation));
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        // Without the key the document is known by its identity.
        Assert.Equal("unchanged", (await ana.Post("/api/v1/documents", body, null).With(200)).GetProperty("outcome").GetString());
        await ana.Post("/api/v1/documents", body with { text = "Another." }, null, "k-1").Problem(422, "key-reused");
        using var ben = await site.Key("Ben", Role.Analyst);
        Assert.Equal("unchanged", (await ben.Post("/api/v1/documents", body, null, "k-1").With(200)).GetProperty("outcome").GetString());
        await ana.Post("/api/v1/documents", body, null, new string('k', 201)).Problem(400, "invalid");
    }

    [Fact]
    public async Task a_refused_request_does_not_use_its_key_up()
    {
        var path = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        await ana.Post(path, new { title = "", reason = "So." }, "*", "k-2").Problem(422, "refused");
        await ana.Post(path, new { title = "Good", reason = "So." }, "*", "k-2").With(200);
    }

    [Fact]
    public async Task one_of_two_at_once_with_one_key_is_done()
    {
        var body = new { title = "Once", text = "The mayor said that it rains.", source = "Wire", url = "https://wire.example/once" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var answer = await ana.Post("/api/v1/documents", body, null, "k-3");
            return (int)answer.StatusCode;
        }));
        Assert.Contains(201, answers);
        Assert.All(answers, a => Assert.Contains(a, new[] { 201, 409 }));
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        Assert.Single((await ana.Get("/api/v1/audit?actor=Ana")).Items(), a => a.GetProperty("what").GetString() == "document_ingested");
    }

    [Fact]
    public async Task an_answer_that_nobody_heard_is_given_again()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ApiHost.Open(shell, more: s => s.AddSingleton<IStartupFilter>(new Leaving(gone)));
        using var editor = await host.Key("Ed", Role.Editor);
        await host.Fill();
        var engine = host.Workspace.Engine;
        using var seen = await editor.GetAsync("/api/v1/sources/harbour-wire", ApiHost.Cancellation);
        var (tag, rating, head) = (seen.Headers.ETag!.ToString(), new { reliability = "B", reason = "Often right." }, await engine.Head(ApiHost.Cancellation));
        Task<HttpResponseMessage> Rate(CancellationToken cancellation)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed") { Content = JsonContent.Create(rating) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", "k-lost");
            return editor.SendAsync(request, cancellation);
        }
        // While its view cannot be written nothing is shown, so that the request waits, its event recorded.
        await using (var connection = await engine.Database.OpenConnectionAsync(ApiHost.Cancellation))
        {
            await using var held = await connection.BeginTransactionAsync(ApiHost.Cancellation);
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "lock table sources in exclusive mode";
                await command.ExecuteNonQueryAsync(ApiHost.Cancellation);
            }
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(ApiHost.Cancellation);
            var first = Rate(cut.Token);
            while (await engine.Head(ApiHost.Cancellation) == head) await Task.Delay(5, ApiHost.Cancellation);
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), ApiHost.Cancellation);
            await Rate(ApiHost.Cancellation).Problem(409, "under-way");
            await held.RollbackAsync(ApiHost.Cancellation);
        }
        var again = await Rate(ApiHost.Cancellation);
        while (again.StatusCode == HttpStatusCode.Conflict)
        {
            again.Dispose();
            await Task.Delay(20, ApiHost.Cancellation);
            again = await Rate(ApiHost.Cancellation);
        }
        Assert.Equal((HttpStatusCode.OK, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(head + 1, (await Task.FromResult(again).With(200)).GetProperty("position").GetInt64());
    }

    /// <summary>Tells when a client that sent a PUT has left.</summary>
    private sealed class Leaving(TaskCompletionSource gone) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (HttpMethods.IsPut(context.Request.Method)) context.RequestAborted.Register(() => gone.TrySetResult());
                return then(context);
            });
            next(app);
        };
    }

    [Theory]
    [InlineData("/stories/s-0000", 404, "not-found")]
    [InlineData("/claims/c-0000", 404, "not-found")]
    [InlineData("/claims/c-0000/verdicts", 404, "not-found")]
    [InlineData("/documents/d-0000", 404, "not-found")]
    [InlineData("/sources/nobody", 404, "not-found")]
    [InlineData("/nowhere", 404, "not-found")]
    [InlineData("/stories/..%2f..%2fetc%2fpasswd", 404, "not-found")]
    [InlineData("/stories?limit=0", 400, "invalid")]
    [InlineData("/stories?limit=201", 400, "invalid")]
    [InlineData("/stories?limit=many", 400, "invalid")]
    [InlineData("/stories?cursor=!!!", 400, "invalid")]
    [InlineData("/stories?cursor=WyIxIl0", 400, "invalid")]
    [InlineData("/stories?cursor=WyJ4IiwieSJd", 400, "invalid")]
    [InlineData("/stories?asOf=yesterday", 400, "invalid")]
    [InlineData("/stories?clock=sundial", 400, "invalid")]
    [InlineData("/stories?status=%00", 400, "invalid")]
    [InlineData("/audit?since=never", 400, "invalid")]
    [InlineData("/audit?subject=%00", 400, "invalid")]
    [InlineData("/search", 400, "invalid")]
    [InlineData("/search?q=%20", 400, "invalid")]
    [InlineData("/search?q=%00", 400, "invalid")]
    [InlineData("/search?q=x&kind=person", 400, "invalid")]
    [InlineData("/live?kind=nonsense", 400, "invalid")]
    [InlineData("/live?after=99999999", 400, "invalid")]
    public async Task what_will_not_do_is_said(string path, int status, string problem) => await ana.GetAsync("/api/v1" + path, ApiHost.Cancellation).Problem(status, problem);

    [Theory]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"title\"", 400)]
    [InlineData("{\"title\":\"x\"", 400)]
    [InlineData("{\"title\":1,\"reason\":\"r\"}", 400)]
    [InlineData("{\"title\":\"x\"}", 400)]
    [InlineData("{\"title\":null,\"reason\":\"r\"}", 400)]
    [InlineData("{\"title\":\"x\",\"reason\":\"r\",\"mood\":\"good\"}", 400)]
    [InlineData("{\"title\":\"x\",\"title\":\"y\",\"reason\":\"r\"}", 400)]
    [InlineData("{\"title\":\"\\ud800\",\"reason\":\"r\"}", 400)]
    [InlineData("{\"title\":\"x\",\"reason\":[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]}", 400)]
    [InlineData("{\"title\":\"x\",\"reason\":\"\"}", 422)]
    public async Task a_body_of_another_form_is_refused(string json, int status)
    {
        var path = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json"), Headers = { { "If-Match", "*" } } };
        await ana.SendAsync(request, ApiHost.Cancellation).Problem(status, status == 400 ? "invalid" : "refused");
    }

    [Fact]
    public async Task other_media_types_methods_and_sizes_are_refused()
    {
        var text = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents") { Content = new StringContent("title: x") };
        await ana.SendAsync(text, ApiHost.Cancellation).Problem(415, "media-type");
        await ana.PostAsync("/api/v1/documents/batch", new StringContent("{}", Encoding.UTF8, "application/json"), ApiHost.Cancellation).Problem(415, "media-type");
        await ana.PostAsync("/api/v1/documents/files", new StringContent("{}", Encoding.UTF8, "application/json"), ApiHost.Cancellation).Problem(415, "media-type");
        using (var wrong = await ana.DeleteAsync("/api/v1/stories", ApiHost.Cancellation)) Assert.Equal(["GET"], wrong.Content.Headers.Allow);
        foreach (var client in new[] { ana, site.Anonymous })
        {
            await client.DeleteAsync("/api/v1/stories", ApiHost.Cancellation).Problem(405, "method-not-allowed");
            await client.GetAsync("/api/v1/readings", ApiHost.Cancellation).Problem(405, "method-not-allowed");
            await client.Post("/api/v1/nowhere", new { }).Problem(404, "not-found");
            using var head = new HttpRequestMessage(HttpMethod.Head, "/health/live");
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(head, ApiHost.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync("/health/live", ApiHost.Cancellation)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.GetAsync("/api/v1/documents/%00", ApiHost.Cancellation)).StatusCode);
        var path = $"/api/v1/stories/{(await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        await ana.Post(path, new { title = new string('x', 300_000), reason = "So." }).Problem(413, "too-large");
        await ana.Post(path, new { title = new string('x', 501), reason = "So." }).Problem(422, "refused");
    }

    [Fact]
    public async Task a_request_that_breaks_off_does_nothing()
    {
        var head = (await ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(site.Address.Host, site.Address.Port, ApiHost.Cancellation);
            var key = ana.DefaultRequestHeaders.Authorization!.ToString();
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: {key}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"title\":\"half\",\"text\":\"Half a"), ApiHost.Cancellation);
            var answer = new StreamReader(socket.GetStream());
            socket.Client.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain("201", await answer.ReadToEndAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        }
        Assert.Equal(head, (await ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task answers_are_compressed_for_whoever_asks(string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit?limit=200") { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await ana.SendAsync(request, ApiHost.Cancellation);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        await using var body = await answer.Content.ReadAsStreamAsync(ApiHost.Cancellation);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.NotEmpty((await JsonDocument.ParseAsync(plain, default, ApiHost.Cancellation)).RootElement.Items());
    }

    [Fact]
    public async Task a_compressed_body_is_taken_but_not_more_of_it_than_fits()
    {
        await ana.SendAsync(Zipped("{\"title\":\"zip\",\"text\":\"The mayor said that it snows.\",\"source\":\"Wire\"}"), ApiHost.Cancellation).With(201);
        await ana.SendAsync(Zipped("{\"title\":\"bomb\",\"text\":\"" + new string('x', 40 << 20) + "\"}"), ApiHost.Cancellation).Problem(413, "too-large");

        static HttpRequestMessage Zipped(string json)
        {
            var bytes = new MemoryStream();
            using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(json));
            return new(HttpMethod.Post, "/api/v1/documents") { Content = new ByteArrayContent(bytes.ToArray()) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } } };
        }
    }

    [Fact]
    public async Task the_api_is_described_and_every_problem_explained()
    {
        var document = await site.Anonymous.GetFromJsonAsync<JsonElement>("/openapi/v1.json", ApiHost.Cancellation);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(o => o.Name != "parameters").Select(o => (Path: p.Name, Method: o.Name, o.Value))).ToList();
        Assert.Equal(RoleTests.Expected.Split('\n').Length, operations.Count);
        Assert.All(operations, o =>
        {
            Assert.True(o.Value.TryGetProperty("summary", out _) && o.Value.TryGetProperty("operationId", out _) && o.Value.TryGetProperty("security", out _), $"{o.Method} {o.Path}");
            var answers = o.Value.GetProperty("responses").EnumerateObject().ToList();
            Assert.True(answers.Exists(a => a.Name.StartsWith('2')) && answers.Exists(a => a.Name == "401"), $"{o.Method} {o.Path}");
            Assert.All(answers.Where(a => a.Name is "200" or "201" or "202"), a => Assert.True(a.Value.TryGetProperty("content", out _), $"{o.Method} {o.Path} {a.Name}"));
        });
        var rename = operations.Single(o => o.Path.EndsWith("/rename", StringComparison.Ordinal));
        Assert.Contains(rename.Value.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "If-Match" && p.GetProperty("required").GetBoolean());
        Assert.All(operations, o => Assert.True(o.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && o.Value.GetProperty("responses").TryGetProperty("429", out _), o.Path));
        Assert.Contains(operations.Single(o => o.Path == "/api/v1/live").Value.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Last-Event-ID");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var piece = schemas.GetProperty("Found").GetProperty("properties").GetProperty("excerpt").GetProperty("items").GetProperty("$ref").GetString()!.Split('/')[^1];
        Assert.Equal(["match", "text"], schemas.GetProperty(piece).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.False(schemas.GetProperty("ProblemDetails").TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False);
        Assert.Equal(operations.Count, operations.Select(o => o.Value.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var problem in Dateline.Server.Api.Problems.All)
        {
            var page = await site.Anonymous.GetStringAsync(problem.Type, ApiHost.Cancellation);
            Assert.Contains(WebUtility.HtmlEncode(problem.Title).Replace("&#39;", "&#x27;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await site.Anonymous.GetAsync("/problems/%3Cscript%3E", ApiHost.Cancellation)).StatusCode);
    }
}
