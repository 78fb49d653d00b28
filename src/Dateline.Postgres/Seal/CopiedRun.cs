using System.Buffers.Binary;
using System.Collections.Concurrent;
using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>Rows of the log in the bytes that PostgreSQL copied out.</summary>
internal sealed class CopiedRun : IStoredRun
{
    private const int Columns = 15;
    private const long MicrosecondsToTicks = TimeSpan.TicksPerMicrosecond;
    private static readonly long epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private readonly byte[] bytes;
    private readonly ConcurrentBag<byte[]> spare;
    private readonly List<int> rows = new(1024);

    /// <summary>Finds the whole rows.</summary>
    /// <param name="bytes">Where they are, from the beginning.</param>
    /// <param name="end">Where what was read ends.</param>
    /// <param name="spare">Takes the bytes back.</param>
    internal CopiedRun(byte[] bytes, int end, ConcurrentBag<byte[]> spare)
    {
        (this.bytes, this.spare) = (bytes, spare);
        while (!IsLast && Whole(End, end) is { } next)
        {
            if (next < 0) (IsLast, next) = (true, End + 2);
            else rows.Add(End + 2);
            End = next;
        }
    }

    /// <summary>Where what is whole ends.</summary>
    internal int End { get; }

    /// <summary>Whether the copy ends with it.</summary>
    internal bool IsLast { get; }

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public Sealed? SealedAs(int i) => null;

    /// <inheritdoc/>
    public StoredFields Fields(int i)
    {
        ReadOnlySpan<byte> left = bytes.AsSpan(rows[i]);
        var fields = new StoredFields
        {
            Position = BinaryPrimitives.ReadInt64BigEndian(Next(ref left).Bytes),
            Id = new(Next(ref left).Bytes, bigEndian: true),
            Stream = Next(ref left),
            Version = BinaryPrimitives.ReadInt64BigEndian(Next(ref left).Bytes),
            Type = Next(ref left),
            RecordedAt = Time(BinaryPrimitives.ReadInt64BigEndian(Next(ref left).Bytes)),
            Who = Next(ref left),
            Data = Next(ref left),
            Headers = Next(ref left),
            Correlation = Next(ref left),
            Causation = Next(ref left),
            Tenant = Next(ref left),
            DotnetType = Next(ref left)
        };
        fields.Archived = Next(ref left) is { IsNull: false } archived ? archived.Bytes[0] != 0 : null;
        fields.Binary = Next(ref left);
        return fields;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rows.Clear();
        spare.Add(bytes);
    }

    /// <summary>Microseconds since 2000; what no date can hold, infinity as well, is the last or first one, which no event is of.</summary>
    private static DateTime Time(long microseconds) => microseconds > (DateTime.MaxValue.Ticks - epoch) / MicrosecondsToTicks ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)
        : microseconds < -epoch / MicrosecondsToTicks ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : new(epoch + (microseconds * MicrosecondsToTicks), DateTimeKind.Utc);

    private static StoredField Next(scoped ref ReadOnlySpan<byte> left)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(left);
        left = left[4..];
        if (length < 0) return default;
        var field = left[..length];
        left = left[length..];
        return new(field);
    }

    /// <summary>Where the row ends that begins at a place; -1 for the mark that ends the copy, null where not all of it is there.</summary>
    private int? Whole(int at, int end)
    {
        if (end - at < 2) return null;
        var columns = BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));
        if (columns == -1) return -1;
        if (columns != Columns) throw new InvalidOperationException($"A row of the log has {columns} columns.");
        at += 2;
        for (var i = 0; i < Columns; i++)
        {
            if (end - at < 4) return null;
            at += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at)));
            if (at > end || at < 0) return null;
        }
        return at;
    }
}
