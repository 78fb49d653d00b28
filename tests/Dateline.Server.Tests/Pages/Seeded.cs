using Dateline.Accounts;
using Dateline.Replay;
using Dateline.Server.Tests.Commands;
using Dateline.Verdicts;

namespace Dateline.Server.Tests.Pages;

/// <summary>The sample documents, for a class of tests that read only.</summary>
public sealed class Seeded(Shell shell, Browser browser) : IAsyncLifetime
{
    public Newsroom Newsroom { get; private set; } = null!;

    /// <summary>The story with most documents.</summary>
    public string Story { get; private set; } = "";

    /// <summary>A claim with a verdict that stands.</summary>
    public string Claim { get; private set; } = "";

    /// <summary>A document with three revisions.</summary>
    public string Document { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Newsroom = await Newsroom.Open(shell, browser);
        var cancellation = TestContext.Current.CancellationToken;
        await foreach (var reading in new Server.Reading.DocumentReader(new()).Read([Path.Combine(AppContext.BaseDirectory, "seeds")], null, cancellation))
        {
            if (reading is Server.Reading.Read { Draft: var draft }) await Newsroom.Ingest(draft);
        }
        var (board, now) = (Newsroom.Workspace.Board, Server.Commands.Workspace.Now);
        var stories = await board.Stories(cancellation);
        Story = stories.MaxBy(s => s.Documents)!.Id;
        var page = (await board.Story(Story, now, cancellation))!;
        Claim = page.Claims.First(c => c is { Mode: "assertion", Status: Status.Corroborated }).Id;
        var evidence = await Server.Commands.VerdictEvidence.Of(
            Newsroom.Workspace.Newsroom, Claim, [.. (await board.Claim(Claim, now, cancellation))!.Mentions.Select(m => m.Document).Distinct()], cancellation);
        const string why = "Both say so.";
        await Newsroom.Workspace.Newsroom.Send(new ProposeVerdict(Claim, "v-1", Rating.Verified, Likelihood.VeryLikely, Confidence.Moderate, why, [.. evidence], "ana"), new("ana", why), cancellation);
        await Newsroom.Workspace.Newsroom.Send(new ApproveVerdict(Claim, "v-1", "ben", "I read both."), new("ben", "I read both."), cancellation);
        await Newsroom.Workspace.Newsroom.Send(new OpenAccount("ana", Role.Administrator, "system"), Act.System, cancellation);
        await Newsroom.Workspace.Newsroom.Send(new IssueKey(Account.IdOf("ana"), "k-1", "Feeds", ["ingest"], null, "ana"), new("ana"), cancellation);
        await Newsroom.Workspace.Engine.Settle(cancellation);
        foreach (var document in (await Task.WhenAll(stories.Select(s => board.Story(s.Id, now, cancellation)))).SelectMany(s => s!.Documents))
        {
            if ((await Dateline.Documents.DocumentPage.Of(Newsroom.Workspace.Newsroom, document.Id, null, cancellation))!.Revisions.Count == 3) Document = document.Id;
        }
    }

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}
