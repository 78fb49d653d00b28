using System.Diagnostics;
using System.Text;
using Dateline.Audit;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Seal;
using Dateline.Server.Commands;

namespace Dateline.Server.Hosting;

/// <summary>What is known of the log's seal.</summary>
/// <param name="Signed">How many events the last checkpoint covers; null when nothing was signed.</param>
/// <param name="Checkpoint">The last checkpoint, as a note.</param>
/// <param name="Verifier">The key that shows its signature to be genuine.</param>
/// <param name="Last">The last verification; null when the log was never verified.</param>
/// <param name="Running">Whether the log is being verified just now.</param>
/// <param name="Read">How many events were read by then; null when it is not being verified.</param>
/// <param name="Of">How many there are to read; null when it is not being verified or that is not known yet.</param>
public sealed record SealState(long? Signed, string? Checkpoint, string? Verifier, PastVerification? Last, bool Running, long? Read = null, long? Of = null);

/// <summary>Signs the log, proves entries and has the log verified, for the pages and the API.</summary>
internal sealed class Proofs(Workspace workspace, IHostApplicationLifetime server)
{
    private readonly SealedLog log = new(workspace.Engine.Database);
    private readonly Verifications verifications = new(workspace.Engine.Database);
    private int running;
    private Reached? reached;

    /// <summary>How far the log is signed, and what came of verifying it last.</summary>
    internal async Task<SealState> State(CancellationToken cancellation)
    {
        var (note, verifier, far) = (workspace.Seal.LastCheckpoint(), Trusted(), reached);
        return new(
            note is null || verifier is null ? null : Checkpoint.Open(note, verifier).Size, note is null ? null : Encoding.UTF8.GetString(note), verifier?.ToString(),
            await verifications.Last(cancellation), far is not null, far?.At, far is { Of: > 0 } ? far.Of : null);
    }

    /// <summary>Signs what is sealed so far, as a continuation of what was signed before.</summary>
    /// <param name="kept">A checkpoint that somebody kept, which it has to continue as well.</param>
    /// <param name="cancellation">Leaves nothing signed.</param>
    /// <exception cref="Refused">The log does not continue one of them, or what was kept is no checkpoint of this log.</exception>
    internal Task<SignedCheckpoint> Sign(string? kept, CancellationToken cancellation) =>
        Answer(() => log.Checkpoint(workspace.Seal, $"dateline.invalid/{Guid.NewGuid():N}"[..25], kept is null ? [] : [Kept(kept)], cancellation));

    /// <summary>A proof (C2SP tlog-proof) that the event at a position is in the signed log.</summary>
    /// <exception cref="Refused">It is not, or nothing was signed yet.</exception>
    internal Task<string> Prove(long position, CancellationToken cancellation) => Answer(() => log.Prove(
        position, workspace.Seal.LastCheckpoint() ?? throw new Refused("Nothing was signed yet. An administrator signs a checkpoint first."),
        Trusted() ?? throw new Refused("The verifier key is not beside the last checkpoint. Put it back."), cancellation));

    /// <summary>A tile of the sealed tree; null when there is none.</summary>
    internal Task<byte[]?> Tile(int level, long index, int width, CancellationToken cancellation) => log.Tile(level, index, width, cancellation);

    /// <summary>Signs what is sealed so far, and writes the log under that into a new folder that verifies without the database.</summary>
    internal async Task Export(string folder, CancellationToken cancellation) => await Dateline.Postgres.Seal.AuditExport.Write(workspace.Engine.Database, await Sign(null, cancellation), folder, cancellation);

    /// <summary>Begins to verify the log; false when that is being done. It goes on when whoever asked has left.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="kept">A signed checkpoint that somebody kept, to verify against besides the last one.</param>
    /// <exception cref="Refused">What was kept is no checkpoint of this log.</exception>
    internal bool Begin(string by, string? kept = null)
    {
        var earlier = kept is null ? null : Kept(kept);
        if (Interlocked.Exchange(ref running, 1) == 1) return false;
        var begun = reached = new();
        _ = Task.Run(() => Verify(by, earlier, begun));
        return true;
    }

    private Checkpoint Kept(string note)
    {
        try
        {
            return Checkpoint.Open(Encoding.UTF8.GetBytes(note), Trusted() ?? throw new Refused("Nothing was signed yet, so that no checkpoint is this log's."));
        }
        catch (NoteFault e)
        {
            throw new Refused(e.Message);
        }
    }

    private async Task Verify(string by, Checkpoint? kept, Reached far)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await verifications.Keep(await log.Verify(workspace.Seal, kept is null ? [] : [kept], null, far, server.ApplicationStopping), by, clock.Elapsed, server.ApplicationStopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A checkpoint that cannot be read, or a log that cannot, is a result as well.
            await Failed(Cli.Message(e), by, clock.Elapsed);
        }
        finally
        {
            reached = null;
            running = 0;
        }
    }

    private async Task Failed(string said, string by, TimeSpan took)
    {
        try
        {
            await verifications.Keep(new(0, 0, null, new(0, 0, said), [], []), by, took, server.ApplicationStopping);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException)
        {
            // The database is away: the result before stays the last one.
        }
    }

    private VerifierKey? Trusted() => workspace.Seal.Verifier();

    private static async Task<T> Answer<T>(Func<Task<T>> work)
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

    /// <summary>How far a verification is, as it told last.</summary>
    private sealed class Reached : IProgress<(long At, long Of)>
    {
        private (long At, long Of) far;
        private readonly Lock turn = new();

        internal long At => Far.At;

        internal long Of => Far.Of;

        private (long At, long Of) Far
        {
            get { lock (turn) return far; }
        }

        void IProgress<(long At, long Of)>.Report((long At, long Of) value)
        {
            lock (turn) far = value;
        }
    }
}
