using Dateline.Documents;
using Dateline.Replay;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary>The demo's script: Ana proposes, is refused when she approves herself, and Ben approves. What stands already is left alone.</summary>
internal sealed class DemoVerdicts(Workspace workspace, Output output)
{
    private const string Ana = "ana";
    private const string Ben = "ben";
    private bool tried;

    /// <summary>
    /// Judges what most origins say with state television, the first prediction, and a claim that rests on the document that will be taken
    /// back; gives the last.
    /// </summary>
    internal async Task<string?> Judge(string[] seeds, string[] withdrawals, CancellationToken cancellation)
    {
        var confirms = await DocumentOf([.. seeds.Where(f => f.Contains("state-television", StringComparison.Ordinal))], cancellation);
        var claims = new List<ClaimLine>();
        foreach (var id in await ClaimsIn(confirms, Claims.Mode.Assertion, cancellation))
            if (await workspace.Board.Claim(id, Workspace.Now, cancellation) is { Claim: { Denying: 0 } claim }) claims.Add(claim);
        if (claims.OrderByDescending(c => c.Origins).ThenByDescending(c => c.Asserting).FirstOrDefault() is { } agreed)
            await Judge(agreed.Id, Rating.Verified, Confidence.Moderate, $"Independent origins that say so: {agreed.Origins}. None denies it.", null, cancellation);

        var column = await DocumentOf(seeds[..1], cancellation);
        if (confirms is not null && (await ClaimsIn(column, Claims.Mode.Prediction, cancellation)).FirstOrDefault() is { } prediction)
            await Judge(prediction, Rating.Fulfilled, Confidence.Moderate, "The strikes of 28 February, as state television confirmed them, bear it out.", confirms, cancellation);

        var doomed = await DocumentOf(withdrawals, cancellation);
        var resting = (await ClaimsIn(doomed, Claims.Mode.Assertion, cancellation)).FirstOrDefault();
        if (resting is not null) await Judge(resting, Rating.Verified, Confidence.Low, "The footage shows it.", doomed, cancellation);
        return resting;
    }

    private async Task Judge(string claim, Rating rating, Confidence confidence, string why, string? document, CancellationToken cancellation)
    {
        if (await workspace.Board.Claim(claim, Workspace.Now, cancellation) is not { } page) return;
        if (page.Verdicts.FirstOrDefault(v => v.Standing) is { } standing)
        {
            output.Line($"“{page.Claim.Text}” has a verdict already: {standing.Rating}.");
            return;
        }
        var documents = document is null ? page.Mentions.Where(m => m.Retracted is null).Select(m => m.Document).Distinct() : [document];
        var verdict = page.Verdicts.FirstOrDefault(v => v is { State: "proposed", ProposedBy: Ana })?.Id ?? Verdict.NewId();
        var evidence = await VerdictEvidence.Of(workspace.Newsroom, claim, documents, cancellation);
        await workspace.Newsroom.Send(new ProposeVerdict(claim, verdict, rating, null, confidence, why, [.. evidence], Ana), new(Ana, why), cancellation);
        output.Line($"{Ana} proposes: “{page.Claim.Text}” ({claim}) is {Words.Of(rating)}. {why}");
        if (!tried) await TryHerself(claim, verdict, cancellation);
        const string read = "I read the documents and agree.";
        var (_, version) = await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(claim), null, cancellation);
        await workspace.Newsroom.Send(await Approval.Of(workspace.Newsroom, claim, verdict, Ben, read, version, [], cancellation), new(Ben, read), cancellation);
        output.Line($"{Ben} approves it.");
        await workspace.Settle(output, cancellation);
    }

    private async Task TryHerself(string claim, string verdict, CancellationToken cancellation)
    {
        tried = true;
        try
        {
            await workspace.Newsroom.Send(new ApproveVerdict(claim, verdict, Ana, "I am sure."), new(Ana, "I am sure."), cancellation);
        }
        catch (Refused e)
        {
            output.Line($"{Ana} tries to approve it herself: refused. {e.Message}");
        }
    }

    /// <summary>The document that the first of some files is, or is about.</summary>
    private static async Task<string?> DocumentOf(string[] files, CancellationToken cancellation)
    {
        await foreach (var reading in new DocumentReader(new()).Read(files, null, cancellation))
        {
            if (reading is Read { Draft: var draft }) return Identities.Command(draft, Workspace.Now).Document;
        }
        return null;
    }

    /// <summary>The claims of some mode in a document, those that most deserve checking first.</summary>
    private async Task<List<string>> ClaimsIn(string? document, Claims.Mode mode, CancellationToken cancellation)
    {
        if (document is null || await DocumentPage.Of(workspace.Newsroom, document, null, cancellation) is not { } page) return [];
        var revision = page.Revisions[^1];
        return [.. revision.Mentions.Where(m => m.Mode == mode && revision.ClaimOfMention.ContainsKey(m.Id)).OrderByDescending(m => m.Worth)
            .Select(m => revision.ClaimOfMention[m.Id]).Distinct()];
    }
}
