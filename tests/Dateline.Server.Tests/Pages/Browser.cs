using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dateline.Server.Tests.Pages.Browser))]

namespace Dateline.Server.Tests.Pages;

/// <summary>One Chromium for the whole run; a test that needs it is skipped, with the reason, where the machine has none.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>How long a window waits for a page, and a test for what it expects there, in milliseconds: it bounds the wait of a test that fails, and says nothing of speed.</summary>
    internal const int Patience = 60_000;

    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private readonly SemaphoreSlim one = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser's program; null when there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>A window of its own, without anything of another one's.</summary>
    public async Task<IBrowserContext> NewWindow(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(Program is null, "There is no Chromium on this machine; its package is called chromium.");
        await one.WaitAsync();
        try
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        }
        finally
        {
            one.Release();
        }
        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        one.Dispose();
    }
}
