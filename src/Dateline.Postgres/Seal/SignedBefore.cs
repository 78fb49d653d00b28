using System.Text;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>What a key signed before, as the files beside it and the database know it. Neither alone is forgotten with the other.</summary>
internal sealed class SignedBefore(NpgsqlDataSource database, KeyFile file, VerifierKey verifier)
{
    /// <summary>The checkpoints that are known, the smallest first; the log has to continue each.</summary>
    /// <exception cref="Refused">The key has signed, and the last note is missing.</exception>
    /// <exception cref="NoteFault">One of them was not signed by the key.</exception>
    internal async Task<IReadOnlyList<Checkpoint>> Load(CancellationToken cancellation)
    {
        var kept = await database.CreateCommand("select note from signed_checkpoints where verifier = $1").With(verifier.ToString()).Rows(r => Encoding.UTF8.GetBytes(r.GetString(0)), cancellation);
        var (first, last) = (file.FirstCheckpoint(), file.LastCheckpoint());
        if (last is null && (first is not null || kept.Count > 0))
            throw new Refused($"The key {file.Path} has signed before, but {file.CheckpointPath}, the last checkpoint that it signed, is gone: nothing is signed that might contradict it. "
                + "Put it back from whoever keeps a copy, or begin anew with another key (--key), which everybody who checks the log has to be told.");
        return [.. new[] { first, last }.OfType<byte[]>().Concat(kept).Select(note => Checkpoint.Open(note, verifier)).OrderBy(c => c.Size)];
    }

    /// <summary>Keeps the last checkpoint in both places, durably.</summary>
    internal async Task Keep(string note, long size, CancellationToken cancellation)
    {
        file.Remember(note);
        await database.CreateCommand(
            """
            insert into signed_checkpoints (verifier, size, note) values ($1, $2, $3)
            on conflict (verifier) do update set size = excluded.size, note = excluded.note, at = excluded.at where signed_checkpoints.note <> excluded.note
            """).With(verifier.ToString(), size, note).ExecuteNonQueryAsync(cancellation);
    }
}
