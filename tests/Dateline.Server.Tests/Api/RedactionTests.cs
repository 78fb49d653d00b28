using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Removing text for a legal reason takes two editors who signed in, each for themselves.</summary>
public sealed class RedactionTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task one_editor_proposes_and_another_approves_and_the_text_is_gone()
    {
        var path = await Ledger();
        using var seen = await Ana.GetAsync(path, ApiHost.Cancellation);
        var body = new { revision = 1, kind = "a statement", legalReason = "A court order." };
        var proposed = await Ana.Post(path + "/redactions", body, seen.Headers.ETag!.ToString()).With(201);
        var proposal = proposed.GetProperty("proposal").GetString();
        Assert.Equal(proposal, (await Ana.Post(path + "/redactions", body).With(200)).GetProperty("proposal").GetString());
        Assert.Contains("Ana has proposed", await Ben.Post(path + "/redactions", body).Problem(422, "refused"), StringComparison.Ordinal);
        Assert.Contains("somebody else", await Ana.Post($"{path}/redactions/{proposal}/approve", new { reason = "Mine." }).Problem(422, "refused"), StringComparison.Ordinal);
        Assert.Contains("ministry denied", (await Ana.Get(path)).GetRawText(), StringComparison.Ordinal);

        await Ben.Post($"{path}/redactions/{proposal}/approve", new { reason = "I read the order." }, "\"1\"").Problem(412, "changed");
        Assert.True((await Ben.Post($"{path}/redactions/{proposal}/approve?wait=filed", new { reason = "I read the order." }).With(200)).GetProperty("filed").GetBoolean());
        var document = await Ana.Get(path);
        Assert.DoesNotContain("ministry denied", document.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ministry denied", await Ana.GetStringAsync("/api/v1/claims", ApiHost.Cancellation), StringComparison.Ordinal);
        Assert.Empty((await Ana.Get("/api/v1/search?q=ministry")).Items());
        var told = document.GetProperty("redactions")[0];
        Assert.Equal(("approved", "Ana", "Ben"), (told.GetProperty("fate").GetString(), told.GetProperty("proposedBy").GetString(), told.GetProperty("decidedBy").GetString()));
        await Ana.GetAsync(path + "/revisions/1/original", ApiHost.Cancellation).Problem(404, "not-found");
        var acts = (await Ana.Get($"/api/v1/audit?subject={path.Split('/')[^1]}")).Items().Select(a => (a.GetProperty("what").GetString(), a.GetProperty("who").GetString(), a.GetProperty("why").GetString())).ToList();
        Assert.Contains(("document_redacted", "Ben", "I read the order."), acts);
        Assert.Contains(("redaction_proposed", "Ana", "A court order."), acts);
    }

    [Fact]
    public async Task a_proposal_is_declined_and_what_is_wrong_is_said()
    {
        var path = await Ledger();
        var proposal = (await Ana.Post(path + "/redactions", new { revision = 1, kind = "a name", legalReason = "A court order." }).With(201)).GetProperty("proposal").GetString();
        await Ben.Post($"{path}/redactions/{proposal}/decline", new { reason = "The order is about another text." }).With(200);
        await Ben.Post($"{path}/redactions/{proposal}/approve", new { reason = "After all." }).Problem(422, "refused");
        Assert.Equal("declined", (await Ana.Get(path)).GetProperty("redactions")[0].GetProperty("fate").GetString());
        await Ben.Post($"{path}/redactions/r-nobody/approve", new { reason = "So." }).Problem(404, "not-found");
        await Ana.Post(path + "/redactions", new { revision = 9, kind = "a name", legalReason = "An order." }).Problem(422, "refused");
        await Ana.Post(path + "/redactions", new { revision = 1, kind = "", legalReason = "An order." }).Problem(422, "refused");
        await Ana.Post(path + "/redactions", new { revision = 1, kind = "a name", legalReason = "An order." }, match: null).Problem(428, "precondition-required");
        await Ana.Post("/api/v1/documents/d-0000/redactions", new { revision = 1, kind = "a name", legalReason = "An order." }).Problem(404, "not-found");
        Assert.Contains("ministry denied", (await Ana.Get(path)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_name_goes_wherever_it_stands_once_another_editor_approves_it()
    {
        var path = await Ledger();
        Assert.Contains("ministry", (await Ana.Get(path)).GetRawText(), StringComparison.OrdinalIgnoreCase);
        await Ana.Post("/api/v1/redactions", new { words = new[] { "ministry" }, kind = "a body", legalReason = "The ministry asked." }).Problem(422, "refused");
        await Ana.Post("/api/v1/redactions", new { words = new[] { "a" }, kind = "a body", legalReason = "A court order." }).Problem(422, "refused");
        var proposed = await Ana.Post("/api/v1/redactions", new { words = new[] { "ministry" }, kind = "a body", legalReason = "A court order." }).With(201);
        var at = $"/api/v1/redactions/{proposed.GetProperty("redaction").GetString()}";
        Assert.Equal("ministry", (await Ben.Get("/api/v1/redactions"))[0].GetProperty("words")[0].GetString());
        await Ana.Post(at + "/approve", new { reason = "Mine." }).Problem(422, "refused");
        await Ben.Post("/api/v1/redactions/r-0/approve", new { reason = "I read it." }).Problem(404, "not-found");
        Assert.True((await Ben.Post(at + "/approve?wait=filed", new { reason = "I read the order." }).With(200)).GetProperty("filed").GetBoolean());
        Assert.DoesNotContain("ministry", (await Ana.Get(path)).GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[redacted] denied", (await Ana.Get(path)).GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await Ana.Get("/api/v1/redactions")).EnumerateArray());
        Assert.DoesNotContain("ministry", await Ana.GetStringAsync("/api/v1/export", ApiHost.Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> Ledger() => $"/api/v1/documents/{(await Ana.Get("/api/v1/documents?source=ledger")).Items().Single().GetProperty("id").GetString()}";
}
