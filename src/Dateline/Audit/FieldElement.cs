using System.Buffers.Binary;

namespace Dateline.Audit;

/// <summary>A number modulo 2^255 - 19 in five limbs of 51 bits (Bernstein, Duif, Lange, Schwabe and Yang 2012). No step depends on its value.</summary>
internal readonly struct FieldElement
{
    private const ulong Mask = (1UL << 51) - 1;
    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;
    private readonly ulong e;

    private FieldElement(ulong a, ulong b, ulong c, ulong d, ulong e) => (this.a, this.b, this.c, this.d, this.e) = (a, b, c, d, e);

    internal static FieldElement Zero => default;

    internal static FieldElement One => new(1, 0, 0, 0, 0);

    /// <summary>The number of 32 bytes, lowest first; the highest bit does not count.</summary>
    internal static FieldElement From(ReadOnlySpan<byte> bytes)
    {
        var (p, q) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        var (r, s) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return new(p & Mask, ((p >> 51) | (q << 13)) & Mask, ((q >> 38) | (r << 26)) & Mask, ((r >> 25) | (s << 39)) & Mask, (s >> 12) & Mask);
    }

    /// <summary>Its one form below the modulus, in 32 bytes, lowest first.</summary>
    internal byte[] Bytes()
    {
        var n = Carry().Carry();
        var over = (n.a + 19) >> 51;
        over = (n.b + over) >> 51;
        over = (n.c + over) >> 51;
        over = (n.d + over) >> 51;
        over = (n.e + over) >> 51;
        var (v, w, x, y, z) = (n.a + (19 * over), n.b, n.c, n.d, n.e);
        (w, v) = (w + (v >> 51), v & Mask);
        (x, w) = (x + (w >> 51), w & Mask);
        (y, x) = (y + (x >> 51), x & Mask);
        (z, y) = ((z + (y >> 51)) & Mask, y & Mask);
        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, v | (w << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), (w >> 13) | (x << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(16), (x >> 26) | (y << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(24), (y >> 39) | (z << 12));
        return bytes;
    }

    internal FieldElement Plus(FieldElement o) => new FieldElement(a + o.a, b + o.b, c + o.c, d + o.d, e + o.e).Carry();

    /// <summary>Adds twice the modulus first, so that no limb goes below zero.</summary>
    internal FieldElement Minus(FieldElement o) => new FieldElement(
        a + 0xFFFFFFFFFFFDA - o.a, b + 0xFFFFFFFFFFFFE - o.b, c + 0xFFFFFFFFFFFFE - o.c, d + 0xFFFFFFFFFFFFE - o.d, e + 0xFFFFFFFFFFFFE - o.e).Carry();

    internal FieldElement Negate() => Zero.Minus(this);

    internal FieldElement Square() => Times(this);

    internal FieldElement Times(FieldElement o)
    {
        var (p, q, r, s) = (o.b * 19, o.c * 19, o.d * 19, o.e * 19);
        var v = Of(a, o.a) + Of(b, s) + Of(c, r) + Of(d, q) + Of(e, p);
        var w = Of(a, o.b) + Of(b, o.a) + Of(c, s) + Of(d, r) + Of(e, q);
        var x = Of(a, o.c) + Of(b, o.b) + Of(c, o.a) + Of(d, s) + Of(e, r);
        var y = Of(a, o.d) + Of(b, o.c) + Of(c, o.b) + Of(d, o.a) + Of(e, s);
        var z = Of(a, o.e) + Of(b, o.d) + Of(c, o.c) + Of(d, o.b) + Of(e, o.a);
        w += v >> 51;
        x += w >> 51;
        y += x >> 51;
        z += y >> 51;
        return new FieldElement((ulong)v & Mask, (ulong)w & Mask, (ulong)x & Mask, (ulong)y & Mask, (ulong)z & Mask).Top((ulong)(z >> 51));

        static UInt128 Of(ulong m, ulong n) => Math.BigMul(m, n);
    }

    /// <summary>Its inverse: the power p - 2.</summary>
    internal FieldElement Invert()
    {
        // p - 2 = 2^255 - 21: all ones but for bits 2 and 4.
        var power = One;
        for (var bit = 254; bit >= 0; bit--)
        {
            power = power.Square();
            if (bit is not (2 or 4)) power = power.Times(this);
        }
        return power;
    }

    /// <summary>The power (p - 5) / 8 = 2^252 - 3, from which a square root is made (RFC 8032, section 5.1.3).</summary>
    internal FieldElement PowerOfSquareRoot()
    {
        var power = One;
        for (var bit = 251; bit >= 0; bit--)
        {
            power = power.Square();
            if (bit != 1) power = power.Times(this);
        }
        return power;
    }

    internal bool Equal(FieldElement o) => Bytes().AsSpan().SequenceEqual(o.Bytes());

    /// <summary>The first where the mask is all ones, the second where it is zero.</summary>
    internal static FieldElement Choose(ulong mask, FieldElement m, FieldElement n) => new(
        n.a ^ (mask & (m.a ^ n.a)), n.b ^ (mask & (m.b ^ n.b)), n.c ^ (mask & (m.c ^ n.c)), n.d ^ (mask & (m.d ^ n.d)), n.e ^ (mask & (m.e ^ n.e)));

    private FieldElement Carry() => new FieldElement(
        a & Mask, (b & Mask) + (a >> 51), (c & Mask) + (b >> 51), (d & Mask) + (c >> 51), (e & Mask) + (d >> 51)).Top(e >> 51);

    /// <summary>What lies above 2^255 counts nineteen times.</summary>
    private FieldElement Top(ulong above)
    {
        var low = a + (19 * above);
        return new(low & Mask, b + (low >> 51), c, d, e);
    }
}
