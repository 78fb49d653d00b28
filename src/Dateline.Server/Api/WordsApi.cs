using Dateline.Postgres.Redaction;
using Dateline.Redactions;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>Words to remove wherever they stand, for a legal reason.</summary>
/// <param name="Words">The wordings, each of which goes as a whole.</param>
/// <param name="Kind">What kind of thing is removed, without saying it: a name.</param>
/// <param name="LegalReason">Why, without the words themselves.</param>
internal sealed record WordsRequest(IReadOnlyList<string> Words, string Kind, string LegalReason);

/// <summary>What a proposal to remove words came to.</summary>
/// <param name="Redaction">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Position">The position of its event.</param>
internal sealed record WordsAnswer(string Redaction, long Version, long? Position);

/// <summary><c>/redactions</c>: removing a name or other words wherever they stand. One editor proposes, another one approves.</summary>
internal static class WordsApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        var redactions = api.MapGroup("/redactions").WithTags("Redactions");
        redactions.MapGet("", (Workspace workspace, CancellationToken cancellation) => new RedactionWords(workspace.Engine.Database).Waiting(cancellation))
            .WithName("listRedactions").WithSummary("The redactions of words that wait for a second editor, with the words").Answers<IReadOnlyList<WaitingRedaction>>().RequireAuthorization(Policies.Edit);
        // No Idempotency-Key: what is kept for one would be a trace of the words.
        redactions.MapPost("", Propose).WithName("proposeWordsRedaction").WithSummary("Proposes to remove words wherever they stand; another editor approves it")
            .Produces<WordsAnswer>(201).Fails(408, 413, 415, 422).RequireAuthorization(Policies.Edit);
        Decide("approve", "Removes the words from events, views, history, search and kept bytes; a tombstone stays. Whoever proposed it never can", (id, by, _) => new ApproveWordsRedaction(id, by));
        Decide("decline", "Turns a proposal to remove words down, or takes it back", (id, by, why) => new RejectWordsRedaction(id, by, why));

        void Decide(string verb, string summary, Func<string, string, string, ICommand> make) => redactions.MapPost("/{id}/" + verb,
            async (string id, Because body, HttpContext context, Workspace workspace, string? wait) =>
            {
                await Sending.Needed<WordsRedaction>(workspace, Ids.Redaction(id.Known("redaction")), $"There is no redaction {id}.", context.RequestAborted);
                await AuditWords.Without(workspace, id, body.Reason, context.RequestAborted);
                return await Sending.Send(context, workspace, make(id, context.User.PersonName(), body.Reason), body.Reason, wait);
            }).WithName(verb + "WordsRedaction").WithSummary(summary).Acts().RequireAuthorization(Policies.Edit);
    }

    private static async Task<IResult> Propose(WordsRequest body, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        var command = new ProposeWordsRedaction(AuditWords.NewId(), body.Kind, body.LegalReason, context.User.PersonName());
        var receipt = await AuditWords.Propose(workspace, context.Newsroom(workspace), body.Words, command, context.Act(body.LegalReason, null), cancellation);
        return TypedResults.Created("/api/v1/redactions", new WordsAnswer(command.Redaction, receipt.Version, receipt.Position));
    }
}
