using System.Buffers.Binary;

namespace Dateline.Audit;

/// <summary>A number modulo L = 2^252 + 27742317777372353535851937790883648493, the order of the base point. No step depends on its value.</summary>
internal readonly struct CurveScalar
{
    private static readonly ulong[] order = [0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0, 0x1000000000000000];
    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    private CurveScalar(ulong a, ulong b, ulong c, ulong d) => (this.a, this.b, this.c, this.d) = (a, b, c, d);

    /// <summary>A number of any number of bytes, lowest first, modulo L.</summary>
    internal static CurveScalar Reduce(ReadOnlySpan<byte> bytes)
    {
        var sum = default(CurveScalar);
        for (var bit = (8 * bytes.Length) - 1; bit >= 0; bit--) sum = sum.Twice((ulong)((bytes[bit >> 3] >> (bit & 7)) & 1));
        return sum;
    }

    /// <summary>m · n + o.</summary>
    internal static CurveScalar MultiplyAdd(CurveScalar m, CurveScalar n, CurveScalar o)
    {
        var (sum, bytes) = (default(CurveScalar), m.Bytes());
        for (var bit = 255; bit >= 0; bit--)
        {
            var mask = 0UL - (ulong)((bytes[bit >> 3] >> (bit & 7)) & 1);
            sum = sum.Twice(0).Plus(new(n.a & mask, n.b & mask, n.c & mask, n.d & mask));
        }
        return sum.Plus(o);
    }

    /// <summary>Whether 32 bytes, lowest first, are a number below L.</summary>
    internal static bool IsReduced(ReadOnlySpan<byte> bytes) => Reduce(bytes).Bytes().AsSpan().SequenceEqual(bytes);

    internal byte[] Bytes()
    {
        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, a);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), b);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), c);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), d);
        return bytes;
    }

    private CurveScalar Twice(ulong bit) => new CurveScalar((a << 1) | bit, (b << 1) | (a >> 63), (c << 1) | (b >> 63), (d << 1) | (c >> 63)).Below();

    private CurveScalar Plus(CurveScalar o)
    {
        UInt128 sum = (UInt128)a + o.a;
        var p = (ulong)sum;
        sum = (UInt128)b + o.b + (ulong)(sum >> 64);
        var q = (ulong)sum;
        sum = (UInt128)c + o.c + (ulong)(sum >> 64);
        return new CurveScalar(p, q, (ulong)sum, d + o.d + (ulong)(sum >> 64)).Below();
    }

    /// <summary>Takes L away once where it is not below it; it is below 2 L.</summary>
    private CurveScalar Below()
    {
        UInt128 rest = (UInt128)a - order[0];
        var p = (ulong)rest;
        rest = (UInt128)b - order[1] - ((ulong)(rest >> 64) & 1);
        var q = (ulong)rest;
        rest = (UInt128)c - order[2] - ((ulong)(rest >> 64) & 1);
        var r = (ulong)rest;
        rest = (UInt128)d - order[3] - ((ulong)(rest >> 64) & 1);
        var keep = 0UL - ((ulong)(rest >> 64) & 1);
        return new(p ^ (keep & (p ^ a)), q ^ (keep & (q ^ b)), r ^ (keep & (r ^ c)), (ulong)rest ^ (keep & ((ulong)rest ^ d)));
    }
}
