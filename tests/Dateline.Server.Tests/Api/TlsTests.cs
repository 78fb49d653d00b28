using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>https by itself, and behind a proxy that ends it. Settings are the process's, so that nothing else runs meanwhile.</summary>
[Collection(nameof(TlsTests))]
[CollectionDefinition(nameof(TlsTests), DisableParallelization = true)]
public sealed class TlsTests(Shell shell) : IDisposable
{
    private const string Certificate = "Kestrel__Certificates__Default__Path";
    private const string Proxies = "DATELINE_PROXIES";

    public void Dispose()
    {
        foreach (var setting in new[] { Certificate, Proxies }) Environment.SetEnvironmentVariable(setting, null);
    }

    [Fact]
    public async Task the_server_listens_on_https_with_a_certificate_and_says_what_is_missing_without_one()
    {
        var refused = await Assert.ThrowsAsync<Refused>(() => ApiHost.Open(shell, url: "https://127.0.0.1:0"));
        Assert.Contains(Certificate, refused.Message, StringComparison.Ordinal);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(Shell.NewFolder(), "site.pfx");
        await File.WriteAllBytesAsync(path, made.Export(X509ContentType.Pfx), ApiHost.Cancellation);
        Environment.SetEnvironmentVariable(Certificate, path);
        await using var site = await ApiHost.Open(shell, url: "https://127.0.0.1:0");
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, c, _, _) => c!.GetCertHashString() == made.GetCertHashString() } });
        Assert.Equal("live\n", await client.GetStringAsync(new Uri(site.Address, "/health/live"), ApiHost.Cancellation));
    }

    [Theory]
    [InlineData("127.0.0.0/8, ::1", true)]
    [InlineData("10.0.0.7", false)]
    [InlineData(null, false)]
    public async Task what_a_proxy_says_counts_where_it_is_named(string? proxies, bool counts)
    {
        Environment.SetEnvironmentVariable(Proxies, proxies);
        await using var site = await ApiHost.Open(shell);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([]),
            Headers = { { "Origin", "https://desk.example" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "desk.example" }, { "X-Forwarded-For", "192.0.2.9" } }
        };
        using var answer = await site.Anonymous.SendAsync(request, ApiHost.Cancellation);
        // Taken for a forgery, or else looked at as a form.
        Assert.Equal(!counts, answer.StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_proxy_that_is_no_address_is_refused()
    {
        Environment.SetEnvironmentVariable(Proxies, "proxy.example");
        Assert.Contains(Proxies, (await Assert.ThrowsAsync<Refused>(() => ApiHost.Open(shell))).Message, StringComparison.Ordinal);
    }
}
