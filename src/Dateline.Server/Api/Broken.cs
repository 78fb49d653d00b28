using Dateline.Server.Reading;

namespace Dateline.Server.Api;

/// <summary>The body of a batch ended before its end.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Path">The line or the part in which it did.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record Broken(ProblemKind Kind, string Path, string Reason)
{
    private const string Again = "What comes before has its result above and need not be sent again; sent again all the same, it records nothing. Of what comes after, nothing is recorded: send it in another request.";

    /// <summary>What a whole answer says of it: where, why, and what to do.</summary>
    internal string Told => $"{Reason} {Again}";

    /// <summary>What an exception while reading the body means; null where it is another's.</summary>
    internal static Broken? Of(Exception e, string path, BatchOptions options) => e switch
    {
        BatchTooLarge or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(Problems.TooLarge, path, $"The batch is more than {ReadingLimits.Size(options.Largest)}, the most that is taken at once; it was read up to here."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new(Problems.TooSlow, path, "The batch came too slowly, and was not waited for any longer."),
        IOException or InvalidDataException => new(Problems.BrokenOff, path, "The batch breaks off here."),
        _ => null
    };
}

/// <summary>More came than is taken.</summary>
internal sealed class BatchTooLarge() : IOException("The batch is too large.");

/// <summary>A stream that gives as much as is taken, and ends with <see cref="BatchTooLarge"/> where there is more.</summary>
internal sealed class MeasuredStream(Stream inner, long most) : Stream
{
    private long left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Taken(await inner.ReadAsync(buffer[..Room(buffer.Length)], cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Taken(inner.Read(buffer, offset, Room(count)));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // One byte more tells whether there is more.
    private int Room(int count) => (int)Math.Min(count, Math.Max(left, 1));

    private int Taken(int read) => (left -= read) >= 0 ? read : throw new BatchTooLarge();
}
