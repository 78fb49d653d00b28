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
        var kept = (await Kept(database, cancellation)).Where(k => k.Verifier == verifier.ToString()).Select(k => k.Note).ToList();
        var (first, last) = (file.FirstCheckpoint(), file.LastCheckpoint());
        if (last is null && (first is not null || kept.Count > 0))
            throw new Refused($"The key {file.Path} has signed before, but {file.CheckpointPath}, the last checkpoint that it signed, is gone: nothing is signed that might contradict it. "
                + "Put it back from whoever keeps a copy, or begin anew with another key (--key), which everybody who checks the log has to be told.");
        return [.. new[] { first, last }.OfType<byte[]>().Concat(kept).Select(note => Checkpoint.Open(note, verifier)).OrderBy(c => c.Size)];
    }

    /// <summary>What a log is held against when it is verified: all that is known to be signed, by whichever key; and what of that is not at hand.</summary>
    internal static async Task<(IReadOnlyList<Checkpoint> Signed, string? Unwitnessed)> Known(NpgsqlDataSource database, KeyFile file, CancellationToken cancellation)
    {
        var kept = await Kept(database, cancellation);
        if (file.Verifier() is not { } verifier)
            return ([], kept.Count == 0 ? null : $"Of this log {kept[^1].Size} events were signed, but {file.VerifierPath}, the key to check that with, is not there: the log was not held against it. "
                + "Put it back, or name where it is (--key, DATELINE_AUDIT_KEY).");
        var (first, last, said) = (file.FirstCheckpoint(), file.LastCheckpoint(), new List<string>());
        var signed = new[] { first, last }.OfType<byte[]>().Select(note => Checkpoint.Open(note, verifier)).ToList();
        if (last is null && (first is not null || kept.Count > 0)) said.Add($"{file.CheckpointPath}, the last checkpoint that was signed, is gone. Put it back from whoever keeps a copy.");
        if (last is not null && first is null) said.Add($"{file.FirstPath}, the first checkpoint that was signed, is gone. Put it back from whoever keeps a copy.");
        if (last is not null && !kept.Exists(k => k.Verifier == verifier.ToString()))
            said.Add("The database keeps no checkpoint of the log's key any more (signed_checkpoints); signing puts the next one there.");
        foreach (var (by, size, note) in kept)
        {
            try
            {
                signed.Add(Checkpoint.Open(note, verifier));
            }
            catch (NoteFault)
            {
                said.Add(by == verifier.ToString() ? $"What the database keeps as signed over {size} events was not signed by the log's key."
                    : $"Of this log {size} events were signed by another key, which is not here: {by}.");
            }
        }
        return (signed, said.Count == 0 ? null : string.Join(' ', said));
    }

    private static Task<List<(string Verifier, long Size, byte[] Note)>> Kept(NpgsqlDataSource database, CancellationToken cancellation) =>
        database.CreateCommand("select verifier, size, note from signed_checkpoints order by size").Rows(
            r => (r.GetString(0), r.GetInt64(1), Encoding.UTF8.GetBytes(r.GetString(2))), cancellation);

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
