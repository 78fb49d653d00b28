using System.Globalization;
using Dateline.Accounts;
using Dateline.Documents;
using Dateline.Server.Api;

namespace Dateline.Server.Site.Documents;

/// <summary>Removing a document's text for a legal reason: one editor proposes it on the document's page, another one approves it there.</summary>
internal static class RedactionEndpoints
{
    internal static void Map(IEndpointRouteBuilder pages)
    {
        var acts = pages.MapGroup("/documents/{id}/redactions").AddEndpointFilter(Person.AtLeast(Role.Editor));
        acts.MapPost("", static (string id, HttpContext http, Views views) => Do(id, "redact", http, views, (sent, by) => new(
            new ProposeRedaction(
                id, RedactionsApi.NewId(),
                int.TryParse(sent.Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : throw new Refused("Choose the revision whose text is removed."),
                sent.Text("kind"), sent.Why, by),
            sent.Why, Address.Document(id), "redaction-proposed")));
        acts.MapPost("/{proposal}/approve", static (string id, string proposal, HttpContext http, Views views) => Do(id, $"approve-{proposal}", http, views, (sent, by) => new(
            new ApproveRedaction(id, proposal, by, sent.Why), sent.Why, Address.Document(id), "redacted")));
        acts.MapPost("/{proposal}/decline", static (string id, string proposal, HttpContext http, Views views) => Do(id, $"decline-{proposal}", http, views, (sent, by) => new(
            new DeclineRedaction(id, proposal, by, sent.Why), sent.Why, Address.Document(id), "redaction-declined")));
    }

    private static Task<IResult> Do(string id, string form, HttpContext http, Views views, Func<Sent, string, Deed> make) => Acting.Do(
        http, views, form, async (sent, person) =>
        {
            var deed = make(sent, person.Name);
            await RedactionReasons.Check(views.Workspace.Newsroom, deed.Command, http.RequestAborted);
            return deed;
        }, problem => DocumentEndpoints.Show(id, http, problem, views, http.RequestAborted));
}
