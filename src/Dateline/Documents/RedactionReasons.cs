namespace Dateline.Documents;

/// <summary>What is said of a redaction stays in the log, and no redaction takes anything from it: it must not tell what is removed.</summary>
public static class RedactionReasons
{
    private static readonly string[] telling = [EventTypes.NameOf<DocumentIngested>(), EventTypes.NameOf<DocumentRevised>(), EventTypes.NameOf<ClaimsExtracted>(), EventTypes.NameOf<MentionsFiled>()];

    /// <summary>Looks at what a command that proposes, approves or declines a redaction would record; other commands pass.</summary>
    /// <exception cref="Refused">It names a name or a long number of the text, or quotes six words or more of it.</exception>
    public static async Task Check(INewsroom newsroom, ICommand command, CancellationToken cancellation)
    {
        switch (command)
        {
            case ProposeRedaction c when await Tells(newsroom, c.Document, c.Revision, [c.Kind, c.LegalReason], cancellation):
                throw new Refused("The kind or the legal reason gives away what is to be removed: a name or a long number of the text, or six words or more of it. Say it without them, for both stay in the log.");
            case ApproveRedaction c when await Proposal(newsroom, c.Id, c.Proposal, cancellation) is { } p:
                if (p.Fate == RedactionFate.Proposed && await Tells(newsroom, c.Document, p.Revision, [p.Kind, p.LegalReason], cancellation))
                    throw new Refused("The proposal's own kind or legal reason gives away what is to be removed. Decline it, and propose the redaction anew in other words.");
                await Reason(newsroom, c.Document, p.Revision, c.Reason, cancellation);
                break;
            case DeclineRedaction c when await Proposal(newsroom, c.Id, c.Proposal, cancellation) is { } p:
                await Reason(newsroom, c.Document, p.Revision, c.Reason, cancellation);
                break;
            default: break;
        }
    }

    private static async Task Reason(INewsroom newsroom, string document, int revision, string reason, CancellationToken cancellation)
    {
        if (await Tells(newsroom, document, revision, [reason], cancellation))
            throw new Refused("The reason gives away what is to be removed: a name or a long number of the text, or six words or more of it. Say it without them, for it stays in the log.");
    }

    private static async Task<RedactionProposal?> Proposal(INewsroom newsroom, string stream, string proposal, CancellationToken cancellation) =>
        (await newsroom.Load<Document>(stream, null, cancellation)).State?.Redactions.Find(p => p.Id == proposal);

    private static async Task<bool> Tells(INewsroom newsroom, string document, int revision, IEnumerable<string?> said, CancellationToken cancellation)
    {
        var removal = new Removal(document, revision);
        await foreach (var e in newsroom.Read(new(Types: telling, Streams: [Ids.Document(document)]), cancellation)) removal.Learn(e.Data);
        return said.OfType<string>().Any(removal.IsToldBy);
    }
}
