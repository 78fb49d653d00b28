using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Dateline.Audit;

/// <summary>
/// SHA-256 (FIPS 180-4) of many texts, eight side by side where the processor computes eight words at once: the texts are short, and the platform's own
/// hash costs more to call than to compute. It gives the same bytes.
/// </summary>
internal static class ManyHashes
{
    private const int Lanes = 8;
    private const int Block = 64;
    private const int Words = 8;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2), and of the square roots of the first 8 (5.3.3).
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    ];

    private static ReadOnlySpan<uint> Begin => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <summary>Hashes texts.</summary>
    /// <param name="texts">The texts, one after the other.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="hashes">Takes the hashes, one after the other.</param>
    internal static void Of(ReadOnlySpan<byte> texts, ReadOnlySpan<int> ends, Span<byte> hashes)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            for (var i = 0; i < ends.Length; i++) SHA256.HashData(texts[(i == 0 ? 0 : ends[i - 1])..ends[i]], hashes.Slice(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
            return;
        }
        // Texts of a like length go together, so that no lane waits long for another.
        var (blocks, order) = (new int[ends.Length], new int[ends.Length]);
        for (var i = 0; i < ends.Length; i++) (blocks[i], order[i]) = (BlocksOf(ends[i] - (i == 0 ? 0 : ends[i - 1])), i);
        Array.Sort(blocks, order);
        for (var i = 0; i < order.Length; i += Lanes) Side(texts, ends, order.AsSpan(i, Math.Min(Lanes, order.Length - i)), hashes);
    }

    private static int BlocksOf(int length) => (length + 8 + Block) / Block;

    /// <summary>Hashes at most eight texts; the last of them is the longest.</summary>
    private static void Side(ReadOnlySpan<byte> texts, ReadOnlySpan<int> ends, ReadOnlySpan<int> which, Span<byte> hashes)
    {
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Words];
        for (var i = 0; i < Words; i++) state[i] = Vector256.Create(Begin[i]);
        Span<byte> staged = stackalloc byte[Lanes * Block];
        var most = BlocksOf(Length(ends, which[^1]));
        for (var block = 0; block < most; block++)
        {
            for (var lane = 0; lane < which.Length; lane++)
            {
                var length = Length(ends, which[lane]);
                if (block < BlocksOf(length)) Stage(texts.Slice(ends[which[lane]] - length, length), block, staged.Slice(lane * Block, Block));
            }
            Compress(state, staged);
            for (var lane = 0; lane < which.Length; lane++)
            {
                if (block == BlocksOf(Length(ends, which[lane])) - 1) Take(state, lane, hashes.Slice(which[lane] * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
            }
        }
    }

    private static int Length(ReadOnlySpan<int> ends, int i) => ends[i] - (i == 0 ? 0 : ends[i - 1]);

    /// <summary>A block of a text with what follows its end: a bit, zeros, and its length in bits.</summary>
    private static void Stage(ReadOnlySpan<byte> text, int block, Span<byte> staged)
    {
        var at = block * Block;
        if (at + Block <= text.Length)
        {
            text.Slice(at, Block).CopyTo(staged);
            return;
        }
        staged.Clear();
        if (at < text.Length) text[at..].CopyTo(staged);
        if (at <= text.Length) staged[text.Length - at] = 0x80;
        if (block == BlocksOf(text.Length) - 1) BinaryPrimitives.WriteUInt64BigEndian(staged[(Block - 8)..], (ulong)text.Length * 8);
    }

    private static void Take(ReadOnlySpan<Vector256<uint>> state, int lane, Span<byte> hash)
    {
        for (var i = 0; i < Words; i++) BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * i)..], state[i][lane]);
    }

    private static void Compress(Span<Vector256<uint>> state, ReadOnlySpan<byte> staged)
    {
        Span<Vector256<uint>> w = stackalloc Vector256<uint>[16];
        for (var i = 0; i < 16; i++) w[i] = Vector256.Create(Word(staged, 0, i), Word(staged, 1, i), Word(staged, 2, i), Word(staged, 3, i), Word(staged, 4, i), Word(staged, 5, i), Word(staged, 6, i), Word(staged, 7, i));
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < 64; i++)
        {
            if (i >= 16)
            {
                var (w15, w2) = (w[(i - 15) & 15], w[(i - 2) & 15]);
                w[i & 15] += (Right(w15, 7) ^ Right(w15, 18) ^ (w15 >>> 3)) + w[(i - 7) & 15] + (Right(w2, 17) ^ Right(w2, 19) ^ (w2 >>> 10));
            }
            var one = h + (Right(e, 6) ^ Right(e, 11) ^ Right(e, 25)) + (g ^ (e & (f ^ g))) + Vector256.Create(Constants[i]) + w[i & 15];
            var two = (Right(a, 2) ^ Right(a, 13) ^ Right(a, 22)) + ((a & b) | (c & (a | b)));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + one, c, b, a, one + two);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static uint Word(ReadOnlySpan<byte> staged, int lane, int i) => BinaryPrimitives.ReadUInt32BigEndian(staged.Slice((lane * Block) + (4 * i), 4));

    private static Vector256<uint> Right(Vector256<uint> x, int by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRightVariable(x, Vector256.Create((uint)by)) : (x >>> by) | (x << (32 - by));
}
