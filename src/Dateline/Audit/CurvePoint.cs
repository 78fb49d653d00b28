namespace Dateline.Audit;

/// <summary>
/// A point of edwards25519 in extended coordinates (RFC 8032, section 5.1.4; Hisil, Wong, Carter and Dawson 2008). The addition is complete: it
/// has no special cases.
/// </summary>
internal readonly struct CurvePoint
{
    private static readonly FieldElement d = FieldElement.From(Convert.FromHexString("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352"));
    private static readonly FieldElement rootOfMinusOne = FieldElement.From(Convert.FromHexString("b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b"));
    private readonly FieldElement x;
    private readonly FieldElement y;
    private readonly FieldElement z;
    private readonly FieldElement t;

    private CurvePoint(FieldElement x, FieldElement y, FieldElement z, FieldElement t) => (this.x, this.y, this.z, this.t) = (x, y, z, t);

    /// <summary>The base point B.</summary>
    internal static CurvePoint Base { get; } = Decode(Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"))!.Value;

    private static CurvePoint Neutral => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The point of an encoding; null when there is none, or when the encoding is not the one of its point.</summary>
    internal static CurvePoint? Decode(ReadOnlySpan<byte> encoded)
    {
        Span<byte> bytes = stackalloc byte[32];
        encoded.CopyTo(bytes);
        var sign = bytes[31] >> 7;
        bytes[31] &= 0x7f;
        var y = FieldElement.From(bytes);
        if (!y.Bytes().AsSpan().SequenceEqual(bytes)) return null;
        var square = y.Square();
        var (u, v) = (square.Minus(FieldElement.One), square.Times(d).Plus(FieldElement.One));
        var cube = v.Square().Times(v);
        var x = u.Times(cube).Times(u.Times(cube.Square()).Times(v).PowerOfSquareRoot());
        var check = v.Times(x.Square());
        if (check.Equal(u.Negate())) x = x.Times(rootOfMinusOne);
        else if (!check.Equal(u)) return null;
        var odd = x.Bytes()[0] & 1;
        if (sign == 1 && x.Equal(FieldElement.Zero)) return null;
        if (odd != sign) x = x.Negate();
        return new(x, y, FieldElement.One, x.Times(y));
    }

    /// <summary>Its 32 bytes.</summary>
    internal byte[] Encode()
    {
        var inverse = z.Invert();
        var bytes = y.Times(inverse).Bytes();
        bytes[31] |= (byte)((x.Times(inverse).Bytes()[0] & 1) << 7);
        return bytes;
    }

    internal CurvePoint Negate() => new(x.Negate(), y, z, t.Negate());

    internal CurvePoint Plus(CurvePoint other)
    {
        var a = y.Minus(x).Times(other.y.Minus(other.x));
        var b = y.Plus(x).Times(other.y.Plus(other.x));
        var c = t.Times(d).Times(other.t);
        c = c.Plus(c);
        var e = z.Times(other.z);
        e = e.Plus(e);
        var (f, g, h, i) = (b.Minus(a), e.Minus(c), e.Plus(c), b.Plus(a));
        return new(f.Times(g), h.Times(i), g.Times(h), f.Times(i));
    }

    /// <summary>The point added to itself as often as a scalar of 32 bytes, lowest first, says; each bit costs the same.</summary>
    internal CurvePoint Times(ReadOnlySpan<byte> scalar)
    {
        var sum = Neutral;
        for (var i = 255; i >= 0; i--)
        {
            sum = sum.Plus(sum);
            var added = sum.Plus(this);
            var mask = 0UL - (ulong)((scalar[i >> 3] >> (i & 7)) & 1);
            sum = new(
                FieldElement.Choose(mask, added.x, sum.x), FieldElement.Choose(mask, added.y, sum.y), FieldElement.Choose(mask, added.z, sum.z),
                FieldElement.Choose(mask, added.t, sum.t));
        }
        return sum;
    }
}
