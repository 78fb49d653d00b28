using Dateline.Server.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Server.Tests.Reading;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://A.Example", "https://a.example/")]
    [InlineData(" http://a.example:80/x/ ", "http://a.example/x")]
    [InlineData("https://a.example:8443/X", "https://a.example:8443/X")]
    [InlineData("https://a.example/x#part", "https://a.example/x")]
    [InlineData("https://a.example/x?utm_source=a&b=2&a=1&FBCLID=x&gclid=y", "https://a.example/x?a=1&b=2")]
    [InlineData("https://a.example/x?utm_source=a", "https://a.example/x")]
    [InlineData("https://a.example/x/../y/./z//", "https://a.example/y/z")]
    [InlineData("https://a.example/%7euser/%c3%bc", "https://a.example/~user/%C3%BC")]
    [InlineData("https://a.example/ü", "https://a.example/%C3%BC")]
    [InlineData("https://Bücher.example/x", "https://xn--bcher-kva.example/x")]
    [InlineData("https://a.example./x", "https://a.example/x")]
    [InlineData("https://[::1]:443/x", "https://[::1]/x")]
    public void one_page_has_one_address(string given, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/x")]
    [InlineData("a.example/x")]
    [InlineData("ftp://a.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://me@a.example/")]
    [InlineData("https://me:secret@a.example/")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("https://a.example/x y")]
    [InlineData("https://a.example/\u0000")]
    [InlineData("https://a.example\\@b.example/")]
    [InlineData("https://a.example:99999/")]
    public void what_is_no_web_address_is_none(string? given) => Assert.Null(CanonicalUrl.Of(given));

    [Fact]
    public void a_canonical_address_is_its_own()
    {
        string[] pieces = ["http://", "https://", "a.example", "B.Example", "bücher.example", ":80", ":443", ":8080", "/", "//", ".", "..", "%7e", "%2f", "%", "?", "&", "=", "utm_x=1", "a=1", "b", "#", "ü", "😀", "@", ";", "+", "[", "]", "%C3", "\u0661", "x"];
        var urls = Gen.Elements(pieces).ArrayOf().Select(p => "https://a.example/" + string.Concat(p));
        Prop.ForAll(Gen.OneOf(urls, Gen.Elements(pieces).ArrayOf().Select(string.Concat)).ToArbitrary(), url => CanonicalUrl.Of(url) is not { } once || CanonicalUrl.Of(once) == once).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void an_address_without_bound_is_none() => Assert.Null(CanonicalUrl.Of("https://a.example/" + new string('x', 5000)));
}
