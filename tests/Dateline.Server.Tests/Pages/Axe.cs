using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>Deque's axe-core, fetched once with the npm client: what of WCAG 2.2 AA a machine can check.</summary>
internal static class Axe
{
    private const string Version = "4.10.3";
    private static readonly Lazy<Task<string?>> script = new(Fetch);

    /// <summary>Fails with every violation on the page, and where.</summary>
    internal static async Task Check(IPage page, string what)
    {
        if (await script.Value is not { } source)
        {
            Assert.Skip("axe-core could not be fetched: that needs npm and its registry.");
            return;
        }
        await page.EvaluateAsync(source);
        var found = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => r.violations)");
        Assert.True(found.GetArrayLength() == 0, what + "\n" + string.Join('\n', found.EnumerateArray().Select(v =>
            $"{v.GetProperty("id")}: {v.GetProperty("help")}\n" + string.Join('\n', v.GetProperty("nodes").EnumerateArray().Take(4).Select(n => $"   {n.GetProperty("html")}\n   {n.GetProperty("failureSummary")}")))));
    }

    private static async Task<string?> Fetch()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dateline-axe-{Version}");
        var file = Path.Combine(folder, "package", "axe.min.js");
        if (File.Exists(file)) return await File.ReadAllTextAsync(file);
        Directory.CreateDirectory(folder);
        try
        {
            await Run("npm", folder, "pack", "--silent", $"axe-core@{Version}");
            await Run("tar", folder, "xzf", $"axe-core-{Version}.tgz");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        return File.Exists(file) ? await File.ReadAllTextAsync(file) : null;
    }

    private static async Task Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
    }
}
