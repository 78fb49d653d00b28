using Dateline.Audit;
using Dateline.Server.Accounts;
using Dateline.Server.Hosting;

namespace Dateline.Server.Api;

/// <summary>How a verification of the log goes, or went.</summary>
/// <param name="State">running, done or failed.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Holds">Whether every event is as it was recorded.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Sealed">How many of them the seal covers.</param>
/// <param name="Signed">How many of them a signed checkpoint covers.</param>
/// <param name="First">The first thing that does not agree.</param>
/// <param name="Damaged">Tiles of the seal that are not what the events make them.</param>
/// <param name="Redactions">The redactions that the log tells of.</param>
/// <param name="Error">Why nothing came out.</param>
internal sealed record VerificationAnswer(
    string State, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, bool? Holds, long? Events, long? Sealed, long? Signed, Difference? First, IReadOnlyList<string>? Damaged,
    IReadOnlyList<Redaction>? Redactions, string? Error);

/// <summary>The seal of the log: <c>/checkpoint</c>, <c>/proofs</c>, <c>/tile</c>, <c>/verification</c>.</summary>
internal static class SealApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        var seal = api.MapGroup("").WithTags("Seal");
        seal.MapGet("/checkpoint", (Seals seals) => Results.Text(seals.Checkpoint?.Note ?? throw new Missing("Nothing was signed yet."), "text/plain; charset=utf-8"))
            .WithName("checkpoint").WithSummary("The checkpoint that was signed last, as a signed note (C2SP tlog-checkpoint)").Produces<string>(200, "text/plain").Fails(404)
            .RequireAuthorization(Policies.Read);
        seal.MapPost("/checkpoint", async (Seals seals, CancellationToken cancellation) => Results.Text((await seals.Sign(cancellation)).Note, "text/plain; charset=utf-8"))
            .WithName("signCheckpoint").WithSummary("Signs what is recorded so far, as a continuation of what was signed before; keep it somewhere else")
            .Produces<string>(200, "text/plain").Fails(422).RequireAuthorization(Policies.Administer);
        seal.MapGet("/verifier", (Seals seals) => Results.Text((seals.Checkpoint?.Verifier.ToString() ?? throw new Missing("Nothing was signed yet.")) + "\n", "text/plain; charset=utf-8"))
            .WithName("verifier").WithSummary("The key that shows checkpoints to be genuine; compare it with the one you were given otherwise").Produces<string>(200, "text/plain").Fails(404)
            .RequireAuthorization(Policies.Read);
        seal.MapGet("/proofs/{position:long}", async (long position, Seals seals, CancellationToken cancellation) =>
                Results.Text(await seals.Prove(position, cancellation), "text/plain; charset=utf-8"))
            .WithName("prove").WithSummary("A proof that an event is in the signed log, which anybody can check offline (C2SP tlog-proof)").Produces<string>(200, "text/plain")
            .Fails(404, 422).RequireAuthorization(Policies.Read);
        seal.MapGet("/tile/{**path}", async (string path, Seals seals, CancellationToken cancellation) => Results.Bytes(await seals.Tile("tile/" + path, cancellation), "application/octet-stream"))
            .WithName("tile").WithSummary("A tile of hashes (C2SP tlog-tiles): level/number, with .p/width where it is partial").Produces<byte[]>(200, "application/octet-stream").Fails(404)
            .RequireAuthorization(Policies.Read);
        seal.MapGet("/verification", (Seals seals) => Answer(seals.Last ?? throw new Missing("Nothing was verified since the server started.")))
            .WithName("verification").WithSummary("The last verification of the log since the server started, or the one that runs").Answers<VerificationAnswer>(404).RequireAuthorization(Policies.Read);
        seal.MapPost("/verification", (Seals seals) => seals.Verify()
                ? TypedResults.Accepted("/api/v1/verification", Answer(seals.Last!)) : (IResult)Problems.Of(Problems.UnderWay, "The log is being verified already."))
            .WithName("verify").WithSummary("Begins to verify the whole log against its seal and the last checkpoint").Produces<VerificationAnswer>(StatusCodes.Status202Accepted).Fails(409)
            .RequireAuthorization(Policies.Administer);
    }

    private static VerificationAnswer Answer(Verified v) => new(
        v.EndedAt is null ? "running" : v.Fault is null ? "done" : "failed", v.BegunAt, v.EndedAt, v.Result?.Holds, v.Result?.Events, v.Result?.Sealed, v.Result?.Signed, v.Result?.First,
        v.Result?.Damaged, v.Result?.Redactions, v.Fault);
}
