using System.Formats.Tar;
using System.Globalization;
using Dateline.Server.Accounts;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Dateline.Server.Api;

/// <summary><c>/checkpoint</c>, <c>/tile</c>, <c>/audit/…/proof</c>, <c>/verification</c>: the proof that the log was not edited (C2SP tlog-tiles, tlog-checkpoint, tlog-proof).</summary>
internal static class SealApi
{
    private const string PlainText = "text/plain; charset=utf-8";
    private const int Hashes = 256;
    private const int LargestCheckpoint = 64 << 10;

    internal static void Map(RouteGroupBuilder api)
    {
        var seal = api.MapGroup("").WithTags("Seal");
        seal.MapGet("/checkpoint", async (Proofs proofs, CancellationToken cancellation) =>
                Results.Text((await proofs.State(cancellation)).Checkpoint ?? throw new Missing("Nothing was signed yet."), PlainText))
            .WithName("getCheckpoint").WithSummary("The checkpoint that was signed last").Produces<string>(200, "text/plain").Fails(404).RequireAuthorization(Policies.Read);
        seal.MapPost("/checkpoint", async (HttpContext context, Proofs proofs, CancellationToken cancellation) =>
                Results.Text((await proofs.Sign(await Note(context, cancellation), cancellation)).Note, PlainText))
            .WithName("signCheckpoint").WithSummary("Signs what is sealed so far, as a continuation of what was signed before, and of a checkpoint that was kept where one is sent; keep it somewhere else")
            .Accepts<string>(true, PlainText).Produces<string>(200, "text/plain").Fails(408, 413, 415, 422).WithMetadata(new RequestSizeLimitAttribute(LargestCheckpoint))
            .RequireAuthorization(Policies.Administer);
        seal.MapGet("/tile/{level:int}/{**number}", Tile)
            .WithName("getTile").WithSummary("Hashes of the sealed tree: a tile of 256, or with .p/{width} behind its number the first of one that is not full")
            .Produces<byte[]>(200, "application/octet-stream").Fails(404).RequireAuthorization(Policies.Read);
        seal.MapGet("/audit/{position:long}/proof", async (long position, Proofs proofs, CancellationToken cancellation) => Results.Text(await proofs.Prove(position, cancellation), PlainText))
            .WithName("proveEvent").WithSummary("A proof that an event is in the signed log, which anybody with the verifier key can check")
            .Produces<string>(200, "text/plain").Fails(404, 422).RequireAuthorization(Policies.Read);
        seal.MapGet("/verification", (Proofs proofs, CancellationToken cancellation) => proofs.State(cancellation))
            .WithName("getVerification").WithSummary("What came of verifying the log last, and how far it is signed").Answers<SealState>().RequireAuthorization(Policies.Read);
        seal.MapPost("/verification", Verify)
            .WithName("verify").WithSummary("Derives the seal of every event anew, in the background; also against a signed checkpoint that was kept, where one is sent").Accepts<string>(true, PlainText)
            .Produces<SealState>(StatusCodes.Status202Accepted).Fails(408, 409, 413, 415, 422).WithMetadata(new RequestSizeLimitAttribute(LargestCheckpoint)).RequireAuthorization(Policies.Administer);
        seal.MapPost("/audit/export", Export)
            .WithName("exportAudit").WithSummary("Signs the log and gives its events, tiles and checkpoint as a tar archive, which verifies without the database: dateline audit verify --export")
            .Produces<byte[]>(200, "application/x-tar").Fails(422).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> Verify(HttpContext context, Proofs proofs, CancellationToken cancellation)
    {
        return proofs.Begin(context.User.PersonName(), await Note(context, cancellation))
            ? TypedResults.Accepted("/api/v1/verification", await proofs.State(cancellation)) : Problems.Of(Problems.UnderWay, "The log is being verified already.");
    }

    /// <summary>The checkpoint that a request brings; null where it brings none.</summary>
    private static async Task<string?> Note(HttpContext context, CancellationToken cancellation)
    {
        using var kept = new StreamReader(context.Request.Body);
        var note = await kept.ReadToEndAsync(cancellation);
        return string.IsNullOrWhiteSpace(note) ? null : note;
    }

    /// <summary>The archive is made whole before any of it is sent, so that what is wrong with the log can still be said.</summary>
    private static async Task<IResult> Export(Proofs proofs, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-export-");
        try
        {
            var to = Path.Combine(folder.FullName, "audit");
            await proofs.Export(to, cancellation);
            var archive = new FileStream(Path.Combine(folder.FullName, "audit.tar"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous);
            await TarFile.CreateFromDirectoryAsync(to, archive, includeBaseDirectory: false, cancellation);
            archive.Position = 0;
            return Results.File(archive, "application/x-tar", "dateline-audit.tar");
        }
        finally
        {
            // What is open is read to its end all the same.
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IResult> Tile(int level, string number, Proofs proofs, CancellationToken cancellation) =>
        level is >= 0 and < 8 && Place(number) is var (index, width) && await proofs.Tile(level, index, width, cancellation) is { } hashes
            ? Results.Bytes(hashes, "application/octet-stream") : throw new Missing("There is no such tile, or not so many hashes in it yet.");

    /// <summary>The number and width of a tile's path: <c>x001/x234/067.p/17</c>; null when it is none.</summary>
    private static (long Index, int Width)? Place(string path)
    {
        if (path.Length > 40) return null;
        var (number, width) = path.Split(".p/") is [var whole, var partial]
            ? (whole, int.TryParse(partial, NumberStyles.None, CultureInfo.InvariantCulture, out var w) && w is > 0 and < Hashes ? w : 0) : (path, Hashes);
        var (index, groups) = (0L, number.Split('/'));
        for (var i = 0; i < groups.Length; i++)
        {
            var group = i == groups.Length - 1 ? groups[i] : groups[i] is ['x', .. var rest] ? rest : "";
            if (group.Length != 3 || !int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)) return null;
            index = (1000 * index) + digits;
        }
        return width == 0 || groups.Length > 6 ? null : (index, width);
    }
}
