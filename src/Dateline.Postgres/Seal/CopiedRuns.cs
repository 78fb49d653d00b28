using System.Buffers.Binary;
using System.Collections.Concurrent;
using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>
/// The whole log as PostgreSQL copies it out, in binary (PostgreSQL's manual, COPY, "Binary Format"), in runs of whole rows. Nothing is made out of the
/// bytes but where rows begin, and their memory is used again.
/// </summary>
internal static class CopiedRuns
{
    private const int Room = 512 << 10;
    private const int Longest = 1 << 30;

    /// <summary>All events, in order, as the connection's transaction sees them. The thread that asks for the next run waits for it.</summary>
    internal static IEnumerable<IStoredRun> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var rows = connection.BeginRawBinaryCopy($"copy (select {StoredEvents.Columns} from mt_events e order by e.seq_id) to stdout (format binary)");
        rows.ReadTimeout = Timeout.Infinite;
        var spare = new ConcurrentBag<byte[]>();
        Header(rows);
        var (end, buffer) = (0, Take(spare, Room));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            end += Fill(rows, buffer.AsSpan(end));
            var run = new CopiedRun(buffer, end, spare);
            var rest = buffer.AsMemory(run.End, end - run.End);
            if (run.Count == 0 && !run.IsLast)
            {
                // One row is longer than the room.
                if (end < buffer.Length || buffer.Length >= Longest) throw new InvalidOperationException("The copy of the log ended within a row.");
                Array.Resize(ref buffer, 2 * buffer.Length);
                continue;
            }
            buffer = Take(spare, Math.Max(Room, rest.Length + 1));
            rest.CopyTo(buffer);
            end = rest.Length;
            var isLast = run.IsLast;
            yield return run;
            if (isLast) yield break;
        }
    }

    /// <summary>Passes over the signature, the flags, and what else stands before the rows.</summary>
    private static void Header(Stream rows)
    {
        Span<byte> header = stackalloc byte[19];
        rows.ReadExactly(header);
        for (var more = BinaryPrimitives.ReadInt32BigEndian(header[15..]); more > 0; more--) _ = rows.ReadByte();
    }

    private static byte[] Take(ConcurrentBag<byte[]> spare, int least) => spare.TryTake(out var buffer) && buffer.Length >= least ? buffer : new byte[least];

    private static int Fill(Stream rows, Span<byte> room)
    {
        var filled = 0;
        for (int read; filled < room.Length && (read = rows.Read(room[filled..])) > 0;) filled += read;
        return filled;
    }
}
