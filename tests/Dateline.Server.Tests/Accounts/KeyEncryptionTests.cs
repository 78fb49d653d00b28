using System.Net;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Tests.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Accounts;

public sealed class KeyEncryptionTests(Shell shell)
{
    [Fact]
    public async Task a_copy_of_the_database_forges_no_cookie_and_the_key_file_opens_what_it_made()
    {
        var (database, file) = (await shell.NewDatabase(), Path.Combine(Shell.NewFolder(), "keys", "protection.key"));
        string sealedText;
        await using (var site = await ApiHost.Open(shell, new() { ProtectionKey = file }, database: database))
        {
            using var ana = await site.Browser("Ana", Role.Reader);
            await ana.Get("/api/v1/stories");
            sealedText = Protector(site).Protect("a");
            var kept = Assert.Single(site.App.Services.GetRequiredService<ProtectionKeys>().All());
            Assert.Contains(FileKeyEncryptor.Element, kept, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", kept, StringComparison.Ordinal);
        }
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using (var same = await ApiHost.Open(shell, new() { ProtectionKey = file }, database: database)) Assert.Equal("a", Protector(same).Unprotect(sealedText));
        await using var other = await ApiHost.Open(shell, new() { ProtectionKey = file + ".other" }, database: database);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Protector(other).Unprotect(sealedText));
        // People can sign in all the same, with keys made anew.
        using var browser = other.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in", ApiHost.Cancellation)).StatusCode);
    }

    [Fact]
    public void a_key_file_that_others_can_read_or_that_is_none_is_refused()
    {
        var file = Path.Combine(Shell.NewFolder(), "protection.key");
        File.WriteAllBytes(file, new byte[31]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<Refused>(() => new FileKey(file).Bytes).Message, StringComparison.Ordinal);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        Assert.Contains("not a key of 32 bytes", Assert.Throws<Refused>(() => new FileKey(file).Bytes).Message, StringComparison.Ordinal);
    }

    private static IDataProtector Protector(ApiHost site) => site.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
