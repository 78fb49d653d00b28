using Dateline.Documents;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Document = Dateline.Documents.Document;

namespace Dateline.Server.Api;

/// <summary>Text to remove from a document for a legal reason.</summary>
/// <param name="Revision">The revision whose text is removed, with everything that quotes it.</param>
/// <param name="Kind">What kind of thing is removed, without saying it: a name.</param>
/// <param name="LegalReason">Why, without the text itself.</param>
internal sealed record RedactionRequest(int Revision, string Kind, string LegalReason);

/// <summary>What a proposed redaction came to.</summary>
/// <param name="Document">The document.</param>
/// <param name="Proposal">The proposal's id; an equal one of the same person keeps the id that it has. Null when the text was removed before.</param>
/// <param name="Version">The document's version after it.</param>
/// <param name="Position">The position of its event; null when it was proposed before.</param>
internal sealed record RedactionAnswer(string Document, string? Proposal, long Version, long? Position);

/// <summary>Removing text for a legal reason: one editor proposes, another one approves. The document tells what was proposed.</summary>
internal static class RedactionsApi
{
    internal static void Map(RouteGroupBuilder documents)
    {
        documents.MapPost("/{id}/redactions", Propose)
            .WithName("proposeRedaction").WithSummary("Proposes that a revision's text is removed for a legal reason; another editor approves it")
            .Answers<RedactionAnswer>(404, 408, 409, 412, 413, 415, 422, 428).Produces<RedactionAnswer>(201).WithMetadata(new Describing.NeedsVersion()).Repeatable().RequireAuthorization(Policies.Edit);
        Decide("approve", "Approves a proposed redaction, which is then carried out: the text goes, a tombstone stays; whoever proposed it never can", (id, proposal, by, why) => new ApproveRedaction(id, proposal, by, why));
        Decide("decline", "Turns a proposed redaction down, or takes it back", (id, proposal, by, why) => new DeclineRedaction(id, proposal, by, why));

        void Decide(string verb, string summary, Func<string, string, string, string, ICommand> make) => documents.MapPost("/{id}/redactions/{proposal}/" + verb,
            async (string id, string proposal, Because body, HttpContext context, Workspace workspace, string? wait) =>
            {
                var document = await Sending.Needed<Document>(workspace, Ids.Document(id.Known("document")), $"There is no document {id}.", context.RequestAborted);
                if (!document.Redactions.Exists(p => p.Id == proposal)) throw new Missing($"Nobody has proposed such a redaction of {id}.");
                var command = make(id, proposal, context.User.PersonName(), body.Reason);
                await RedactionReasons.Check(workspace.Newsroom, command, context.RequestAborted);
                return await Sending.Send(context, workspace, command, body.Reason, wait);
            }).WithName(verb + "Redaction").WithSummary(summary).Acts().RequireAuthorization(Policies.Edit);
    }

    /// <summary>The id of a new proposal.</summary>
    internal static string NewId() => $"r-{Guid.NewGuid():N}"[..10];

    /// <summary>The id of an equal proposal that waits; null where the text was removed before.</summary>
    internal static async Task<string?> Earlier(Workspace workspace, ProposeRedaction command, CancellationToken cancellation) =>
        (await workspace.Newsroom.Load<Document>(command.Id, null, cancellation)).State!.Redactions
            .FindLast(p => p.Fate == RedactionFate.Proposed && (p.Revision, p.Kind) == (command.Revision, command.Kind))?.Id;

    private static async Task<IResult> Propose(string id, RedactionRequest body, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        var expected = context.ExpectedVersion();
        await Sending.Needed<Document>(workspace, Ids.Document(id.Known("document")), $"There is no document {id}.", cancellation);
        var command = new ProposeRedaction(id, NewId(), body.Revision, body.Kind, body.LegalReason, context.User.PersonName());
        await RedactionReasons.Check(workspace.Newsroom, command, cancellation);
        return await Sending.Send(context, workspace, command, body.LegalReason, expected, async receipt =>
        {
            if (receipt.Events is [RedactionProposed made]) return TypedResults.Created($"/api/v1/documents/{id}", new RedactionAnswer(id, made.ProposalId, receipt.Version, receipt.Position));
            return TypedResults.Ok(new RedactionAnswer(id, await Earlier(workspace, command, cancellation), receipt.Version, null));
        });
    }
}
