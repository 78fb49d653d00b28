using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary>The demo's script: Ana proposes, tries to approve herself, Ben approves.</summary>
internal sealed class DemoVerdicts(Workspace workspace, Output output)
{
    private const string Ana = "ana";
    private const string Ben = "ben";

    /// <summary>Judges the claim that most origins make, and one that rests on the document that will be taken back; gives the latter.</summary>
    internal async Task<string?> Judge(string[] withdrawals, CancellationToken cancellation)
    {
        var main = (await workspace.Board.Stories(cancellation)).OrderByDescending(s => s.Documents).First();
        var page = await workspace.Board.Story(main.Id, Workspace.Now, cancellation);
        var agreed = page!.Claims.Where(c => c.Mode == "assertion").OrderByDescending(c => c.Origins).ThenByDescending(c => c.Asserting).FirstOrDefault();
        if (agreed is not null) await Judge(agreed.Id, Rating.Verified, Confidence.Moderate, "Independent origins say the same.", null, cancellation);
        var doomed = await Doomed(withdrawals, cancellation);
        var resting = doomed is null ? null : await ClaimIn(doomed, cancellation);
        if (resting is not null) await Judge(resting, Rating.Verified, Confidence.Low, "The footage shows it.", doomed, cancellation);
        return resting;
    }

    private async Task Judge(string claim, Rating rating, Confidence confidence, string why, string? document, CancellationToken cancellation)
    {
        var page = await workspace.Board.Claim(claim, Workspace.Now, cancellation);
        if (page is null) return;
        if (page.Verdicts.FirstOrDefault(v => v.Standing) is { } standing)
        {
            output.Line($"“{page.Claim.Text}” has a verdict already: {standing.Rating}.");
            return;
        }
        var documents = document is null ? page.Mentions.Where(m => m.Retracted is null).Select(m => m.Document).Distinct() : [document];
        if (page.Claim.Mode is "prediction" or "promise") rating = Rating.Inconclusive;
        var verdict = page.Verdicts.FirstOrDefault(v => v.State == "proposed")?.Id ?? $"v-{Guid.NewGuid():N}"[..10];
        await workspace.Newsroom.Send(
            new ProposeVerdict(claim, verdict, rating, null, confidence, why, [.. await VerdictEvidence.Of(workspace.Newsroom, claim, documents, cancellation)], Ana),
            new(Ana, why), cancellation);
        output.Line($"{Ana} proposes: “{page.Claim.Text}” ({claim}) is {Words.Of(rating)}.");
        try
        {
            await workspace.Newsroom.Send(new ApproveVerdict(claim, verdict, Ana, "I am sure."), new(Ana, "I am sure."), cancellation);
        }
        catch (Refused e)
        {
            output.Line($"{Ana} tries to approve it: refused. {e.Message}");
        }
        await workspace.Newsroom.Send(new ApproveVerdict(claim, verdict, Ben, "I read the documents."), new(Ben, "I read the documents."), cancellation);
        output.Line($"{Ben} approves it.");
        await workspace.Settle(output, cancellation);
    }

    /// <summary>The document that the withdrawals are about.</summary>
    private static async Task<string?> Doomed(string[] withdrawals, CancellationToken cancellation)
    {
        await foreach (var reading in new DocumentReader(new()).Read(withdrawals, null, cancellation))
        {
            if (reading is Read { Draft: var draft }) return Identities.Command(draft, Workspace.Now).Document;
        }
        return null;
    }

    private async Task<string?> ClaimIn(string document, CancellationToken cancellation)
    {
        var page = await Documents.DocumentPage.Of(workspace.Newsroom, document, null, cancellation);
        if (page is null) return null;
        var revision = page.Revisions[^1];
        return revision.Mentions.Where(m => revision.ClaimOfMention.ContainsKey(m.Id) && m.Mode == Claims.Mode.Assertion).OrderByDescending(m => m.Worth)
            .Select(m => revision.ClaimOfMention[m.Id]).FirstOrDefault();
    }
}
