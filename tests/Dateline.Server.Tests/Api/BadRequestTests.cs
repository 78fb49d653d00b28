using System.Net;
using System.Net.Sockets;
using System.Text;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What is said of requests that will not do.</summary>
public sealed class BadRequestTests(Shell shell) : FilledHost(shell)
{
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
    [InlineData("/live?kind=", 400, "invalid")]
    [InlineData("/live?kind=,", 400, "invalid")]
    [InlineData("/live?story=", 404, "not-found")]
    [InlineData("/live?story=0000000000000000000000000", 404, "not-found")]
    [InlineData("/live?claim=0000000000000000000000000", 404, "not-found")]
    [InlineData("/live?after=99999999", 400, "invalid")]
    public async Task what_will_not_do_is_said(string path, int status, string problem) => await Ana.GetAsync("/api/v1" + path, ApiHost.Cancellation).Problem(status, problem);

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
        var path = $"/api/v1/stories/{(await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json"), Headers = { { "If-Match", "*" } } };
        await Ana.SendAsync(request, ApiHost.Cancellation).Problem(status, status == 400 ? "invalid" : "refused");
    }

    [Theory]
    [InlineData("/matches", "{\"claims\":[null],\"text\":\"x\"}")]
    [InlineData("/groupings", "{\"documents\":[{\"id\":\"a\",\"text\":\"t\"},null]}")]
    [InlineData("/claims/{claim}/verdicts", "{\"rating\":\"verified\",\"confidence\":\"high\",\"rationale\":\"r\",\"evidence\":[null]}")]
    [InlineData("/claims/{claim}/split", "{\"mentions\":[null],\"text\":\"t\",\"reason\":\"r\"}")]
    [InlineData("/claims/{claim}/split", "{\"mentions\":[\"x\",null],\"text\":\"t\",\"reason\":\"r\"}")]
    [InlineData("/stories/{story}/split", "{\"documents\":[null],\"title\":\"t\",\"reason\":\"r\"}")]
    public async Task a_null_in_a_list_is_refused(string path, string json)
    {
        path = path.Replace("{story}", (await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{claim}", (await Ana.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString(), StringComparison.Ordinal);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = new StringContent(json, Encoding.UTF8, "application/json"), Headers = { { "If-Match", "*" } } };
        await Ana.SendAsync(request, ApiHost.Cancellation).Problem(400, "invalid");
    }

    [Fact]
    public async Task other_media_types_methods_and_sizes_are_refused()
    {
        var text = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents") { Content = new StringContent("title: x") };
        await Ana.SendAsync(text, ApiHost.Cancellation).Problem(415, "media-type");
        await Ana.PostAsync("/api/v1/documents/batch", new StringContent("{}", Encoding.UTF8, "application/json"), ApiHost.Cancellation).Problem(415, "media-type");
        await Ana.PostAsync("/api/v1/documents/files", new StringContent("{}", Encoding.UTF8, "application/json"), ApiHost.Cancellation).Problem(415, "media-type");
        using (var packed = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents") { Content = new StringContent("{}", Encoding.UTF8, "application/json") { Headers = { ContentEncoding = { "zstd" } } } })
        using (var refused = await Ana.SendAsync(packed, ApiHost.Cancellation))
            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "gzip, br, deflate"), (refused.StatusCode, refused.Headers.GetValues("Accept-Encoding").Single()));
        using (var wrong = await Ana.DeleteAsync("/api/v1/stories", ApiHost.Cancellation)) Assert.Equal(["GET"], wrong.Content.Headers.Allow);
        foreach (var client in new[] { Ana, Site.Anonymous })
        {
            await client.DeleteAsync("/api/v1/stories", ApiHost.Cancellation).Problem(405, "method-not-allowed");
            await client.GetAsync("/api/v1/readings", ApiHost.Cancellation).Problem(405, "method-not-allowed");
            await client.Post("/api/v1/nowhere", new { }).Problem(404, "not-found");
            using var head = new HttpRequestMessage(HttpMethod.Head, "/health/live");
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(head, ApiHost.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync("/health/live", ApiHost.Cancellation)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await Ana.GetAsync("/api/v1/documents/%00", ApiHost.Cancellation)).StatusCode);
        var path = $"/api/v1/stories/{(await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}/rename";
        await Ana.Post(path, new { title = new string('x', 300_000), reason = "So." }).Problem(413, "too-large");
        await Ana.Post(path, new { title = new string('x', 501), reason = "So." }).Problem(422, "refused");
    }

    [Fact]
    public async Task a_character_that_no_text_has_harms_no_later_request()
    {
        string[] paths = ["/api/v1/audit", "/api/v1/stories", "/api/v1/claims", "/api/v1/documents"];
        for (var round = 0; round < 12; round++)
            foreach (var path in paths)
            {
                foreach (var bad in new[] { "actor", "subject", "correlation", "status", "source" })
                    Assert.Equal(HttpStatusCode.BadRequest, (await Ana.GetAsync($"{path}?{bad}=%00", ApiHost.Cancellation)).StatusCode);
                await Ana.Get(path + "?limit=5");
            }
        using var browser = await Site.Browser("Ana", Dateline.Accounts.Role.Editor);
        for (var round = 0; round < 12; round++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/audit?actor=%00", ApiHost.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/audit?actor=ana", ApiHost.Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task a_request_that_breaks_off_does_nothing()
    {
        var head = (await Ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(Site.Address.Host, Site.Address.Port, ApiHost.Cancellation);
            var key = Ana.DefaultRequestHeaders.Authorization!.ToString();
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: {key}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"title\":\"half\",\"text\":\"Half a"), ApiHost.Cancellation);
            var answer = new StreamReader(socket.GetStream());
            socket.Client.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain("201", await answer.ReadToEndAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        }
        Assert.Equal(head, (await Ana.Get("/api/v1/audit")).Items()[0].GetProperty("position").GetInt64());
    }
}
