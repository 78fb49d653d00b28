using Dateline.Server.Accounts;

namespace Dateline.Server.Tests.Accounts;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/stories?q=a%20b#c", "/stories?q=a%20b#c")]
    [InlineData("/search?q=Zürich", "/search?q=Z%C3%BCrich")]
    [InlineData("/é/\U0001F5DE", "/%C3%A9/%F0%9F%97%9E")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("/a\r\nSet-Cookie: b", "/")]
    [InlineData(null, "/")]
    public void where_a_form_leads_is_on_this_site_and_fits_into_a_header(string? path, string leads) => Assert.Equal(leads, SignInForm.Local(path));
}
