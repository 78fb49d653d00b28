using System.Text;
using Dateline.Audit;
using Dateline.Postgres.Seal;
using Dateline.Server.Commands;

namespace Dateline.Server.Hosting;

/// <summary>Where the key is that the log is signed with; null where this server has none.</summary>
internal sealed record SealKey(KeyFile? File);

/// <summary>A verification of the log.</summary>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Result">What came out.</param>
/// <param name="Fault">Why nothing came out.</param>
public sealed record Verified(DateTimeOffset BegunAt, DateTimeOffset? EndedAt = null, Verification? Result = null, string? Fault = null);

/// <summary>The sealed log as this server shows it: the checkpoint that was signed last, proofs under it, its tiles, and verifications, which go on when whoever asked has left.</summary>
internal sealed class Seals(Workspace workspace, SealKey key, IHostApplicationLifetime server)
{
    private readonly SealedLog log = new(workspace.Engine.Database);
    private Verified? last;

    /// <summary>The last verification since this server started; null where there was none.</summary>
    internal Verified? Last => Volatile.Read(ref last);

    /// <summary>The checkpoint that was signed last, and who can check it; null where nothing was signed.</summary>
    internal (string Note, VerifierKey Verifier)? Checkpoint =>
        key.File?.LastCheckpoint() is { } note && key.File.Verifier() is { } verifier ? (Encoding.UTF8.GetString(note), verifier) : null;

    /// <summary>Signs what is recorded so far.</summary>
    /// <exception cref="Refused">This server has no key, or the log does not continue what was signed.</exception>
    internal Task<SignedCheckpoint> Sign(CancellationToken cancellation) => Told(async () =>
        await log.Checkpoint(key.File ?? throw new Refused("This server was started without a place for a signing key."), $"dateline.invalid/{Guid.NewGuid():N}"[..25], cancellation));

    /// <summary>A proof, by C2SP tlog-proof, that the event at a position is under the last checkpoint.</summary>
    /// <exception cref="Missing">Nothing was signed yet.</exception>
    internal Task<string> Prove(long position, CancellationToken cancellation) => Told(async () =>
    {
        var (note, verifier) = Checkpoint ?? throw new Missing("Nothing was signed yet. An administrator can sign what is recorded; after that there are proofs.");
        return await log.Prove(position, Encoding.UTF8.GetBytes(note), verifier, cancellation);
    });

    /// <summary>A tile of the seal by its path, as C2SP tlog-tiles has it.</summary>
    /// <exception cref="Missing">There is no such tile.</exception>
    internal async Task<byte[]> Tile(string path, CancellationToken cancellation) =>
        await log.Tile(path, cancellation) ?? throw new Missing("There is no such tile. The checkpoint says how many events there are.");

    /// <summary>Begins to verify the whole log; false while that is being done.</summary>
    internal bool Verify()
    {
        var (known, begun) = (Last, new Verified(Workspace.Now));
        if (known is { EndedAt: null } || Interlocked.CompareExchange(ref last, begun, known) != known) return false;
        _ = Task.Run(async () => Volatile.Write(ref last, await Run(begun)));
        return true;
    }

    private async Task<Verified> Run(Verified begun)
    {
        try
        {
            var result = await Told(async () =>
                await log.Verify(Checkpoint is { } signed ? [Audit.Checkpoint.Open(Encoding.UTF8.GetBytes(signed.Note), signed.Verifier)] : [], null, server.ApplicationStopping));
            return begun with { EndedAt = Workspace.Now, Result = result };
        }
        catch (Exception e)
        {
            return begun with { EndedAt = Workspace.Now, Fault = e is OperationCanceledException ? "The server was stopped." : Cli.Message(e) };
        }
    }

    /// <summary>What is wrong with keys and notes, as an answer for people.</summary>
    private static async Task<T> Told<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NoteFault e)
        {
            throw new Refused(e.Message);
        }
    }
}
