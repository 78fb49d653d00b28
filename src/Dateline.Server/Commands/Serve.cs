using System.CommandLine;

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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        await using var web = builder.Build();
        web.MapGet("/health/live", () => Results.Text("live\n"));
        web.MapGet("/health/ready", async (HttpContext http) =>
        {
            var stopped = (await workspace.Engine.Followers(http.RequestAborted)).Where(f => f.State == "stopped").ToList();
            return stopped.Count == 0 ? Results.Text("ready\n") : Results.Text($"stopped: {string.Join(", ", stopped.Select(f => f.Name))}\n", statusCode: 503);
        });
        workspace.Engine.Start();
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            throw new Refused($"Cannot listen on {urls}: {e.Message} Choose another address with --urls.");
        }
        output.Say($"Dateline runs on {workspace.Kind.Name} ({workspace.Kind.Why}) and listens on {urls} (/health/live, /health/ready). Ctrl-C ends it.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            output.Say("Stopping.");
        }
        await web.StopAsync(CancellationToken.None);
    }
}
