using Dateline.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Accounts;

/// <summary>Whoever makes a link into somebody's account can follow it: that is in the audit, and makes no second person of the first.</summary>
public sealed class LinkTests(Shell shell)
{
    private const string Password = "a kettle on the tram";
    private static readonly string ana = Account.IdOf("Ana");

    [Fact]
    public async Task whoever_made_the_link_into_an_account_gets_nothing_approved_by_it()
    {
        await using var site = await ApiHost.Open(shell);
        await site.Fill();
        using var ben = await site.Browser("Ben", Role.Administrator);
        using var cara = await site.Browser("Cara", Role.Administrator);
        await site.Person("Ana", Role.Editor);
        await Follow(site, await Link(cara));
        var claim = (await ben.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString()!;
        var evidence = new[] { (await ben.Get($"/api/v1/claims/{claim}")).GetProperty("mentions")[0].GetProperty("document").GetString() };
        var early = await Propose("first");

        await Follow(site, await Link(ben));
        foreach (var verdict in new[] { early, await Propose("second") })
        {
            using var taken = await site.Browser("Ana", Role.Editor);
            Assert.Contains("by a link that Ben made", await taken.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).Problem(422, "refused"), StringComparison.Ordinal);
        }
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        var acts = (await ben.Get($"/api/v1/audit?subject={ana}")).Items().Select(a => (a.GetProperty("who").GetString(), a.GetProperty("what").GetString(), a.GetProperty("after").GetString())).ToList();
        Assert.Equal(("Ana", "account_credential_set", "password set, by a link that Ben made"), acts[0]);
        Assert.Equal(("Ben", "account_invited", "link made to sign in by"), acts[1]);

        await Follow(site, await Link(cara));
        using var herself = await site.Browser("Ana", Role.Editor);
        await herself.Post($"/api/v1/claims/{claim}/verdicts/{early}/approve", new { reason = "Yes." }).With(200);

        async Task<string> Propose(string why) => (await ben.Post($"/api/v1/claims/{claim}/verdicts", new { rating = "verified", confidence = "moderate", rationale = why, evidence }).With(201)).GetProperty("verdict").GetString()!;
    }

    [Fact]
    public async Task nor_does_what_was_proposed_in_an_account_that_they_made_a_link_into()
    {
        await using var site = await ApiHost.Open(shell);
        await site.Fill();
        using var ben = await site.Browser("Ben", Role.Administrator);
        using var cara = await site.Browser("Cara", Role.Administrator);
        await site.Person("Ana", Role.Editor);
        await Follow(site, await Link(cara));
        await Follow(site, await Link(ben));
        using var taken = await site.Browser("Ana", Role.Editor);
        var (claim, verdict) = await Propose(taken);
        Assert.Contains("Ana signed in by a link that Ben made", await ben.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).Problem(422, "refused"), StringComparison.Ordinal);
        await cara.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).With(200);
    }

    [Fact]
    public async Task nor_do_links_that_go_through_other_accounts()
    {
        await using var site = await ApiHost.Open(shell);
        await site.Fill();
        using var ben = await site.Browser("Ben", Role.Administrator);
        await site.Person("Ana", Role.Editor);
        await Follow(site, await Link(ben));
        var (claim, verdict) = await Propose(ben);
        await Follow(site, (await ben.Post("/api/v1/people", new { name = "Xavier", role = "administrator" }, null).With(201)).GetProperty("link").GetString()!);
        using var xavier = await site.Browser("Xavier", Role.Administrator);
        await Follow(site, (await xavier.Post("/api/v1/people", new { name = "Yolanda", role = "editor" }, null).With(201)).GetProperty("link").GetString()!);
        await Follow(site, await Link(xavier));
        foreach (var (name, through) in new[] { ("Xavier", "by a link that Ben made"), ("Yolanda", "by a link that Xavier made, who came in by one that Ben made"), ("Ana", "by a link that Xavier made, who came in by one that Ben made") })
        {
            using var second = await site.Browser(name, Role.Editor);
            Assert.Contains(through, await second.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).Problem(422, "refused"), StringComparison.Ordinal);
        }
    }

    private static async Task<(string Claim, string Verdict)> Propose(HttpClient by)
    {
        var claim = (await by.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString()!;
        var evidence = new[] { (await by.Get($"/api/v1/claims/{claim}")).GetProperty("mentions")[0].GetProperty("document").GetString() };
        return (claim, (await by.Post($"/api/v1/claims/{claim}/verdicts", new { rating = "verified", confidence = "moderate", rationale = "Seen.", evidence }).With(201)).GetProperty("verdict").GetString()!);
    }

    [Fact]
    public async Task the_first_link_into_an_account_makes_a_second_person_unless_it_comes_after_the_proposal()
    {
        await using var site = await ApiHost.Open(shell);
        await site.Fill();
        using var ben = await site.Browser("Ben", Role.Administrator);
        await site.Person("Ana", Role.Editor);
        await Follow(site, await Link(ben));
        var claim = (await ben.Get("/api/v1/claims")).Items()[0].GetProperty("id").GetString()!;
        var evidence = new[] { (await ben.Get($"/api/v1/claims/{claim}")).GetProperty("mentions")[0].GetProperty("document").GetString() };
        var verdict = (await ben.Post($"/api/v1/claims/{claim}/verdicts", new { rating = "verified", confidence = "moderate", rationale = "Seen.", evidence }).With(201)).GetProperty("verdict").GetString();
        var late = (await ben.Post("/api/v1/people", new { name = "Dora", role = "editor" }, null).With(201)).GetProperty("link").GetString()!;
        await Follow(site, late);
        using var dora = await site.Browser("Dora", Role.Editor);
        Assert.Contains("by a link that Ben made", await dora.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).Problem(422, "refused"), StringComparison.Ordinal);
        using var herself = await site.Browser("Ana", Role.Editor);
        await herself.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Yes." }).With(200);
    }

    [Fact]
    public async Task a_key_makes_no_link_into_an_account_that_can_sign_in()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        using var program = await site.Key("Root", Role.Administrator, "administer");
        await site.Person("Ana", Role.Editor);
        await program.Post($"/api/v1/people/{ana}/invitation", null).With(200);
        await Follow(site, await Link(root));
        Assert.Contains("A key makes none", await program.Post($"/api/v1/people/{ana}/invitation", null).Problem(422, "refused"), StringComparison.Ordinal);
    }

    private static async Task<string> Link(HttpClient administrator) =>
        (await administrator.Post($"/api/v1/people/{ana}/invitation", null).With(200)).GetProperty("link").GetString()!;

    private static async Task Follow(ApiHost site, string link) =>
        await site.App.Services.GetRequiredService<People>().Accept(link.Split('=')[1], null, Password, ApiHost.Cancellation);
}
