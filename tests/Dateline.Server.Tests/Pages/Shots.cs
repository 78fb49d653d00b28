using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>Screenshots, kept beside the results of the run (<c>DATELINE_SHOTS</c>, else <c>artifacts/pages</c> beside the tests' program).</summary>
internal static class Shots
{
    private static readonly string folder = Environment.GetEnvironmentVariable("DATELINE_SHOTS") ?? Path.Combine(AppContext.BaseDirectory, "artifacts", "pages");

    internal static Task Take(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
}
