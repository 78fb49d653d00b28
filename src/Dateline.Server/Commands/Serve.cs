using System.CommandLine;
using Dateline.Server.Accounts;
using Dateline.Server.Extractors;
using Dateline.Server.Hosting;

namespace Dateline.Server.Commands;

/// <summary><c>dateline serve</c></summary>
internal static class Serve
{
    internal const string DefaultUrls = "http://127.0.0.1:5080";

    internal static Command Command()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => DefaultUrls };
        return new Command("serve", "Serves the pages and keeps filing and showing what comes in, until Ctrl-C") { urls }.Does(async (parse, output, workspace, cancellation) =>
        {
            await Run(parse.GetValue(urls)!, workspace, output, demo: false, cancellation);
            return Exit.Done;
        });
    }

    /// <summary>Serves until cancelled.</summary>
    internal static async Task Run(string urls, Workspace workspace, Output output, bool demo, CancellationToken cancellation)
    {
        var chat = ChatSettings.Read(Environment.GetEnvironmentVariable);
        await RefuseBeside(workspace, cancellation);
        workspace.Engine.Start();
        await using var web = WebHost.Build(workspace, urls);
        var doors = demo ? await DemoDoors(web, workspace, cancellation) : [];
        await Listen(web, urls, cancellation);
        await RefuseBeside(workspace, cancellation);
        output.Say($"Dateline runs on {workspace.Kind.Name} ({workspace.Kind.Why}) and listens on {string.Join(", ", web.Urls)} (/health/live, /health/ready). Ctrl-C ends it.");
        await Doors(web, doors, output, cancellation);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var second = ReadAgain(chat, workspace, output, ending.Token);
        await Task.WhenAny(workspace.Engine.Outdated, Task.Delay(Timeout.Infinite, ending.Token));
        await ending.CancelAsync();
        output.Say("Stopping.");
        await web.StopAsync(CancellationToken.None);
        await second;
        // Its pages would ask tables that are others now.
        if (workspace.Engine.Outdated.IsCompleted) throw await workspace.Engine.Outdated;
    }

    /// <summary>A server whose followers would only wait for the end of another engine's is not begun.</summary>
    private static async Task RefuseBeside(Workspace workspace, CancellationToken cancellation)
    {
        if (await workspace.Engine.Rival(cancellation) is { } why) throw new Refused($"{why}.");
    }

    /// <summary>Has the chat extractor read as well, where one is set up.</summary>
    private static async Task ReadAgain(ChatSettings? settings, Workspace workspace, Output output, CancellationToken cancellation)
    {
        if (settings is null) return;
        using var chat = new ChatExtractor(settings, TimeProvider.System);
        output.Say($"{chat.Name} reads as well; what it finds is a suggestion beside the built-in extractor's.");
        await new SecondReader(chat, workspace.Newsroom, () => workspace.Engine.Leads, output.Say, settings.Patience).Run(cancellation);
    }

    /// <summary>The links by which the demo's sample people get in, on this machine alone.</summary>
    private static async Task<IReadOnlyList<(string Name, string Path)>> DemoDoors(WebApplication web, Workspace workspace, CancellationToken cancellation)
    {
        await DemoSignIn.Open(workspace.Newsroom, cancellation);
        return web.MapDemoSignIn();
    }

    /// <summary>Says how to get in where that is not plain.</summary>
    private static async Task Doors(WebApplication web, IReadOnlyList<(string Name, string Path)> doors, Output output, CancellationToken cancellation)
    {
        var address = web.Urls.First().TrimEnd('/');
        foreach (var (name, path) in doors) output.Say($"Open as {name}: {address}{path}");
        if (doors.Count == 0 && await web.FirstAdministratorLink(cancellation) is { } link)
            output.Say($"Nobody can sign in yet. The first administrator opens, once: {address}{link}");
    }

    private static async Task Listen(WebApplication web, string urls, CancellationToken cancellation)
    {
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
    }
}
