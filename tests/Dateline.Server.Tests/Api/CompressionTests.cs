using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Packed answers and packed bodies.</summary>
public sealed class CompressionTests(Shell shell) : FilledHost(shell)
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task answers_are_compressed_for_whoever_asks(string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit?limit=200") { Headers = { { "Accept-Encoding", encoding } } };
        using var answer = await Ana.SendAsync(request, ApiHost.Cancellation);
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        await using var body = await answer.Content.ReadAsStreamAsync(ApiHost.Cancellation);
        await using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        Assert.NotEmpty((await JsonDocument.ParseAsync(plain, default, ApiHost.Cancellation)).RootElement.Items());
    }

    [Fact]
    public async Task a_compressed_body_is_taken_but_not_more_of_it_than_fits()
    {
        await Ana.SendAsync(Zipped("{\"title\":\"zip\",\"text\":\"The mayor said that it snows.\",\"source\":\"Wire\"}"), ApiHost.Cancellation).With(201);
        await Ana.SendAsync(Zipped("{\"title\":\"bomb\",\"text\":\"" + new string('x', 40 << 20) + "\"}"), ApiHost.Cancellation).Problem(413, "too-large");

        static HttpRequestMessage Zipped(string json)
        {
            var bytes = new MemoryStream();
            using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(json));
            return new(HttpMethod.Post, "/api/v1/documents") { Content = new ByteArrayContent(bytes.ToArray()) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } } };
        }
    }
}
