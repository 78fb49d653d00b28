using System.Security.Cryptography;
using System.Text;

namespace Dateline.Matching;

public sealed partial class Desk
{
    // Beyond these a stream is no desk: ids, origins and units of numbers are short.
    private const int LongestString = 1 << 20;
    private const int MostInList = 1 << 16;

    /// <summary>
    /// A desk as <see cref="Save"/> wrote it: it answers as the one that was saved would. Where that is not possible the desk is to be learned
    /// from the log.
    /// </summary>
    /// <param name="stream">Stands at the first byte; afterwards behind the last one.</param>
    /// <param name="window">The window of the desk that is wanted.</param>
    /// <exception cref="InvalidDataException">The stream is damaged, cut short, of another format, or of a desk with another window.</exception>
    public static Desk Load(Stream stream, int window = DefaultWindow)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var hashed = new HashedStream(stream, sha);
        using var from = new BinaryReader(hashed, Encoding.UTF8);
        try
        {
            if (Text(from) != Kind || from.ReadInt32() != Format) throw new InvalidDataException("This is no desk, or one that another version saved.");
            if (from.ReadInt32() is var other && other != window) throw new InvalidDataException($"This desk has a window of {other} filings; {window} are wanted.");
            var desk = new Desk(window) { _learned = from.ReadInt64() };
            for (var left = Bounded(from, window); left > 0; left--) desk._filings.Enqueue((Text(from), from.ReadInt64()));
            for (var left = Bounded(from, window); left > 0; left--) desk.LoadDocument(from);
            var sum = hashed.Sum();
            if (!from.ReadBytes(sum.Length).AsSpan().SequenceEqual(sum)) throw new InvalidDataException("This desk is damaged: its checksum is another.");
            return desk;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("This desk is damaged or cut short.", e);
        }
    }

    private void LoadDocument(BinaryReader from)
    {
        var (id, revision, extractor, order) = (Text(from), from.ReadInt32(), from.ReadBoolean() ? Text(from) : null, from.ReadInt64());
        var (outlet, source) = (string.Intern(Text(from)), string.Intern(Text(from)));
        if (!from.ReadBoolean())
        {
            _documents[id] = new(revision, extractor, order, outlet, source, null);
            return;
        }
        var (story, at) = (Text(from), new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero));
        var terms = Numbers(from, DocFeatures.MostTerms);
        var packed = new ushort[terms.Length];
        for (var i = 0; i < packed.Length; i++)
            if ((packed[i] = from.ReadUInt16()) >> 8 > (int)DocFeatures.Aspect.When) throw new FormatException();
        var (origin, all) = (Text(from), from.ReadInt32());
        var least = Array.ConvertAll(Numbers(from, Sketch.Size), h => (uint)h);
        var seen = new ulong[Bounded(from, Sketch.MostWords)];
        if (!int.IsPow2(Math.Max(1, seen.Length))) throw new FormatException();
        for (var i = 0; i < seen.Length; i++) seen[i] = from.ReadUInt64();
        var entry = Hold(id, revision, extractor, order, outlet, source, story, new(terms, packed, at), all == 0 ? null : (origin, new Sketch(least, all, seen)));
        for (var left = Bounded(from, MostInList); left > 0; left--)
        {
            var (claim, its) = (Text(from), Text(from));
            _claims.Add(entry, claim, its == origin ? origin : its, ClaimFeatures.Load(from, source));
        }
    }

    internal static int Bounded(BinaryReader from, int most) => from.ReadInt32() is var count && count >= 0 && count <= most ? count : throw new FormatException();

    internal static int[] Numbers(BinaryReader from, int most = MostInList)
    {
        var numbers = new int[Bounded(from, most)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = from.ReadInt32();
        return numbers;
    }

    internal static string Text(BinaryReader from)
    {
        var length = from.Read7BitEncodedInt();
        if ((uint)length > LongestString) throw new FormatException();
        var text = new StringBuilder(Math.Min(length, 256));
        for (; length > 0; length--) text.Append(checked((char)from.Read7BitEncodedInt()));
        return text.ToString();
    }

    /// <summary>Hashes what is read.</summary>
    private sealed class HashedStream(Stream of, IncrementalHash hash) : Stream
    {
        private readonly byte[] _pending = new byte[1 << 16];
        private int _length;

        public byte[] Sum()
        {
            hash.AppendData(_pending, 0, _length);
            _length = 0;
            return hash.GetHashAndReset();
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = of.Read(buffer, offset, count);
            if (_length + read > _pending.Length)
            {
                hash.AppendData(_pending, 0, _length);
                _length = 0;
            }
            if (read > _pending.Length) hash.AppendData(buffer, offset, read);
            else
            {
                buffer.AsSpan(offset, read).CopyTo(_pending.AsSpan(_length));
                _length += read;
            }
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
