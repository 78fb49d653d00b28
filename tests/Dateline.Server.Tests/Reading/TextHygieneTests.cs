using Dateline.Server.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Server.Tests.Reading;

public sealed class TextHygieneTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("a\n\n\n\n\n\nb", "a\n\n\nb")]
    [InlineData("a  \n \t \n  b  ", "a\n\n  b")]
    [InlineData("\n\n  a", "a")]
    [InlineData("a\0b\u0007c\td\u001B[31m", "abc\td[31m")]
    [InlineData("a\u202Eb\u2066c\u2069\uFEFF", "abc")]
    [InlineData("\u200Ea\u200Db", "\u200Ea\u200Db")]
    public void text_is_made_clean(string given, string clean) => Assert.Equal(clean, TextHygiene.Clean(given));

    [Fact]
    public void a_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("\uFFFDa\uFFFD😀\uFFFD", TextHygiene.Clean(new string(['\uD800', 'a', '\uDC00', '\uD83D', '\uDE00', '\uD83D'])));

    [Fact]
    public void cleaning_clean_text_changes_nothing()
    {
        char[] some = ['a', ' ', '\t', '\n', '\r', '\0', '\u2028', '\u202E', '\uD83D', '\uDE00', '\u00A0', '\uFEFF', 'é'];
        Prop.ForAll(Gen.Elements(some).ArrayOf().ToArbitrary(), chars =>
        {
            var (clean, line) = (TextHygiene.Clean(new string(chars)), TextHygiene.Line(new string(chars), 10));
            return clean == TextHygiene.Clean(clean) && line == TextHygiene.Line(line, 10) && line.Length <= 10 && clean == TextHygiene.Scalars(clean) && line == TextHygiene.Scalars(line);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Sat, 28 Feb 2026 10:05:00 EST", "2026-02-28T15:05:00Z")]
    [InlineData("28 Feb 26 10:05 GMT", "2026-02-28T10:05:00Z")]
    [InlineData("2026-02-28T10:05:00.25+05:30", "2026-02-28T04:35:00.25Z")]
    [InlineData("2026-02-28 10:05:00Z", "2026-02-28T10:05:00Z")]
    [InlineData("2026-06-30T23:59:60Z", "2026-06-30T23:59:59Z")]
    public void the_dates_of_feeds_are_read(string given, string utc) => Assert.Equal(Moment.Rfc3339(utc, "expected"), Moment.OfFeed(given, "pubDate"));
}
