using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Matching;

/// <summary>Texts nobody should send and somebody will.</summary>
internal static class Hostile
{
    private static readonly string[] Bits =
    [
        "\ud83d", "\ude00", "😀", "\u202e", "\0", "é", "e\u0301", "İ", "ß", "ŉ", "水", "𠀀", "'", "’", ".", ",", "#", "@", "http://", "www.", "/", "U.S.", "2 million",
        "1,000", "9999999999999999999999999999999999", "0.0.0", "١٢", "half", "THE ARMY SAID ", "the ", "missiles ", "Iran ", "\n", "\"", "“", "-", "ﬁ", "ſ", "Ÿ"
    ];

    public static Arbitrary<string> Texts { get; } =
        Gen.ListOf(Gen.Elements(Bits)).Select(bits => string.Concat(bits)).ToArbitrary();
}
