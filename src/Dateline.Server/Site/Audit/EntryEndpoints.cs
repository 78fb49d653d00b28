using Dateline.Accounts;
using Dateline.Audit;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Audit;

/// <summary>An entry of the audit, and whether it can be proved.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Proof">The proof; null when there is none yet.</param>
/// <param name="Unproved">Why there is none.</param>
/// <param name="Seal">What is known of the seal.</param>
public sealed record EntryView(AuditEntry Entry, string? Proof, string? Unproved, SealState Seal);

/// <summary>An entry of the audit with its proof; signing and verifying the log.</summary>
internal static class EntryEndpoints
{
    internal static void MapEntries(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/audit/{position:long}", static async (long position, Views views, Proofs proofs, CancellationToken cancellation) =>
        {
            var entry = await Entry(position, views, cancellation);
            var (proof, unproved) = await Prove(position, proofs, cancellation);
            return PagesSetup.Page<EntryShown>(new { View = new EntryView(entry, proof, unproved, await proofs.State(cancellation)) });
        });
        pages.MapGet("/audit/{position:long}/proof", static async (long position, Views views, Proofs proofs, CancellationToken cancellation) =>
        {
            await Entry(position, views, cancellation);
            return Results.File(System.Text.Encoding.UTF8.GetBytes(await proofs.Prove(position, cancellation)), "text/plain; charset=utf-8", $"entry-{position}.tlog-proof");
        });
        pages.MapPost("/audit/verify", static (HttpContext http, Proofs proofs) =>
        {
            proofs.Begin(Person.Of(http)!.Name);
            return Acting.SeeOther(http, Address.With("/audit", ("done", "verifying")));
        }).AddEndpointFilter(Person.AtLeast(Role.Administrator));
        pages.MapPost("/audit/sign", static async (HttpContext http, Proofs proofs) =>
        {
            await proofs.Sign(null, http.RequestAborted);
            return Acting.SeeOther(http, Address.With("/audit", ("done", "signed")));
        }).AddEndpointFilter(Person.AtLeast(Role.Administrator));
        pages.MapGet("/audit/checkpoint", static async (Proofs proofs, CancellationToken cancellation) => await proofs.State(cancellation) is { Checkpoint: { } note }
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(note), "text/plain; charset=utf-8", "checkpoint") : throw new Missing("Nothing was signed yet."));
    }

    private static async Task<AuditEntry> Entry(long position, Views views, CancellationToken cancellation) =>
        (await views.Workspace.Audit.Latest(new(Most: 1, Through: position), cancellation)) is [{ } entry] && entry.Position == position
            ? entry : throw new Missing("There is no such entry in the audit.");

    private static async Task<(string? Proof, string? Unproved)> Prove(long position, Proofs proofs, CancellationToken cancellation)
    {
        try
        {
            return (await proofs.Prove(position, cancellation), null);
        }
        catch (Refused e)
        {
            return (null, e.Message);
        }
    }
}
