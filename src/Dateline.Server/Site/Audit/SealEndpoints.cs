using System.Text;
using Dateline.Accounts;
using Dateline.Audit;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Audit;

/// <summary>What is signed, and what came of the last verification.</summary>
/// <param name="Signed">The last checkpoint; null before the first.</param>
/// <param name="Last">The last verification since the server started.</param>
public sealed record SealView(Checkpoint? Signed, Verified? Last)
{
    /// <summary>As it stands now.</summary>
    internal static SealView Of(Seals seals) =>
        new(seals.Checkpoint is { } signed ? Checkpoint.Open(Encoding.UTF8.GetBytes(signed.Note), signed.Verifier) : null, seals.Last);
}

/// <summary>The seal of the log: its checkpoint, a proof of each entry, and its verification.</summary>
internal static class SealEndpoints
{
    internal static void MapSeal(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/audit/checkpoint", static (Seals seals) => Text(seals.Checkpoint?.Note ?? throw new Missing("Nothing was signed yet."), "checkpoint.txt"));
        pages.MapGet("/audit/verifier", static (Seals seals) => Text(seals.Checkpoint?.Verifier.ToString() ?? throw new Missing("Nothing was signed yet."), "verifier.txt"));
        pages.MapGet("/audit/{position:long}/proof", static async (long position, Seals seals, CancellationToken cancellation) =>
            Text(await seals.Prove(position, cancellation), $"dateline-{position}.tlog-proof"));
        var acts = pages.MapGroup("/audit").AddEndpointFilter(Person.AtLeast(Role.Administrator));
        acts.MapPost("/checkpoint", static async (HttpContext http, Views views, Seals seals) =>
        {
            await views.Settle(await views.Workspace.Engine.Head(http.RequestAborted), http.RequestAborted);
            await seals.Sign(http.RequestAborted);
            return Back(http, "signed");
        });
        acts.MapPost("/verification", static (HttpContext http, Seals seals) =>
        {
            seals.Verify();
            return Back(http, "verifying");
        });
    }

    private static IResult Text(string text, string name) => Results.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", name);

    private static IResult Back(HttpContext http, string done)
    {
        http.Response.Headers.Location = Address.With("/audit", ("done", done));
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
