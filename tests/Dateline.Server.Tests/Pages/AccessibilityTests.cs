using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class AccessibilityTests(Seeded seeded) : IClassFixture<Seeded>
{
    public static TheoryData<string> Pages => ["board", "board-past", "changes", "story", "story-past", "claim", "document", "document-compared", "audit", "sources", "source", "administration", "search", "found", "people", "member", "keys", "key-uses", "entry", "document-new", "missing", "sign-in", "problems", "redactions"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task pages_meet_wcag_in_light_and_dark_and_fit_a_phone(string name)
    {
        var page = await seeded.Newsroom.Window(name == "sign-in" ? "" : "ana", "administrator", at: Path(name));
        var messages = new List<string>();
        page.Console += (_, m) => messages.Add($"{m.Type}: {m.Text}");
        page.PageError += (_, e) => messages.Add(e);
        await page.ReloadAsync();
        await Axe.Check(page, $"{name}, light");
        await Shots.Take(page, name);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.Check(page, $"{name}, dark");
        await Shots.Take(page, name + "-dark");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(390, 844);
        await Axe.Check(page, $"{name}, phone");
        await Fits(page, name);
        await Shots.Take(page, name + "-phone");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        await Fits(page, $"{name}, with everything opened,");
        // 1280 px at 400 % (WCAG 2.2, 1.4.10).
        await page.SetViewportSizeAsync(320, 640);
        await Fits(page, $"{name}, with everything opened,");
        // A page that is not there is one message of the browser's own.
        Assert.DoesNotContain(messages, m => name != "missing" || !m.Contains("404", StringComparison.Ordinal));
    }

    private static async Task Fits(IPage page, string what)
    {
        var (wide, width) = (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), page.ViewportSize!.Width);
        Assert.True(wide <= width, $"{what} takes {wide} of {width} px");
    }

    private string Path(string name) => name switch
    {
        "board" => "/",
        "board-past" => "/?at=2026-02-28T22:00:00Z&clock=published",
        "changes" => "/changes?from=2026-02-01&clock=published",
        "story" => $"/stories/{seeded.Story}",
        "story-past" => $"/stories/{seeded.Story}?at=2026-03-02&clock=published",
        "claim" => $"/claims/{seeded.Claim}",
        "document" => $"/documents/{seeded.Document}",
        "document-compared" => $"/documents/{seeded.Document}?revision=3&with=2",
        "audit" => "/audit",
        "sources" => "/sources",
        "source" => "/sources/harbour-wire",
        "administration" => "/administration",
        "search" => "/search",
        "found" => "/search?q=ships+or+port+or+said",
        "people" => "/people",
        "member" => $"/people/{Dateline.Accounts.Account.IdOf("ana")}",
        "keys" => "/keys",
        "key-uses" => "/keys/k-1/uses",
        "entry" => "/audit/1",
        "document-new" => "/documents/new",
        "sign-in" => "/sign-in",
        "problems" => "/problems",
        "redactions" => "/redactions",
        _ => "/nowhere"
    };
}
