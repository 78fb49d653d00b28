using System.CommandLine;
using Dateline.Server.Extractors;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary><c>dateline serve</c></summary>
internal static class Serve
{
    internal const string DefaultUrls = "http://127.0.0.1:5080";

    internal static Command Command()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => DefaultUrls };
        return new Command("serve", "Keeps filing and showing what comes in, until Ctrl-C") { urls }.Does(async (parse, output, workspace, cancellation) =>
        {
            await Run(parse.GetValue(urls)!, workspace, output, cancellation);
            return Exit.Done;
        });
    }

    /// <summary>Serves until cancelled.</summary>
    internal static async Task Run(string urls, Workspace workspace, Output output, CancellationToken cancellation)
    {
        var chat = ChatSettings.Read(Environment.GetEnvironmentVariable);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        await using var web = builder.Build();
        web.MapGet("/health/live", () => Results.Text("live\n"));
        web.MapGet("/health/ready", (CancellationToken aborted) => Ready(workspace, aborted));
        workspace.Engine.Start();
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new Refused($"Cannot listen on {urls}: {e.Message} Choose another address with --urls.");
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new UsageFault($"--urls: {e.Message}");
        }
        output.Say($"Dateline runs on the built-in engine and listens on {string.Join(", ", web.Urls)} (/health/live, /health/ready). Ctrl-C ends it.");
        var second = ReadAgain(chat, workspace, output, cancellation);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            output.Say("Stopping.");
        }
        await web.StopAsync(CancellationToken.None);
        await second;
    }

    /// <summary>Has the chat extractor read as well, where one is set up.</summary>
    private static async Task ReadAgain(ChatSettings? settings, Workspace workspace, Output output, CancellationToken cancellation)
    {
        if (settings is null) return;
        using var chat = new ChatExtractor(settings, TimeProvider.System);
        output.Say($"{chat.Name} reads as well; what it finds is a suggestion beside the built-in extractor's.");
        await new SecondReader(chat, workspace.Newsroom, () => workspace.Engine.Leads, output.Say, settings.Patience).Run(cancellation);
    }

    private static async Task<IResult> Ready(Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            var stopped = (await workspace.Engine.Followers(cancellation)).Where(f => f.State == "stopped").Select(f => f.Name).ToList();
            return stopped.Count == 0 ? Results.Text("ready\n") : Results.Text($"stopped: {string.Join(", ", stopped)}\n", statusCode: 503);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return Results.Text("the database does not answer\n", statusCode: 503);
        }
    }
}
