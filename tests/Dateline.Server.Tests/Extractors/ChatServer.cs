using System.Net;
using System.Text;
using System.Text.Json;

namespace Dateline.Server.Tests.Extractors;

/// <summary>A chat server on this machine that answers as a test tells it to, and keeps what it was asked.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly Task serving;

    /// <summary>Answers each request: status and body; null never answers.</summary>
    internal ChatServer(Func<string, (int Status, string Body)?> answer)
    {
        for (var attempt = 0; ; attempt++)
        {
            Url = new($"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/v1");
            // One that could not start, as when the port is taken, is of no more use.
            listener = new();
            listener.Prefixes.Add(Url + "/");
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 50)
            {
            }
        }
        serving = Task.Run(() => Serve(answer));
    }

    internal Uri Url { get; }

    internal List<(string Path, string? Authorization, string Body)> Asked { get; } = [];

    /// <summary>A chat API's answer with these words of the model.</summary>
    internal static string Saying(object words, int tokens = 100) => JsonSerializer.Serialize(new
    {
        choices = new[] { new { message = new { role = "assistant", content = words as string ?? JsonSerializer.Serialize(words) }, finish_reason = "stop" } },
        usage = new { total_tokens = tokens }
    });

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task Serve(Func<string, (int Status, string Body)?> answer)
    {
        while (true)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var body = await reader.ReadToEndAsync();
                lock (Asked) Asked.Add((context.Request.Url!.AbsolutePath, context.Request.Headers["Authorization"], body));
                if (answer(body) is not { } given) continue;
                context.Response.StatusCode = given.Status;
                if (given.Status == 302) context.Response.RedirectLocation = "http://127.0.0.1:1/elsewhere";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(given.Body));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!listener.IsListening) return;
            }
        }
    }
}
