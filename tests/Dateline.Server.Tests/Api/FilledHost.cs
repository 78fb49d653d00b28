using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Tests on a server of their own with the sample documents in it, and the keys of two editors.</summary>
public abstract class FilledHost(Shell shell) : IAsyncLifetime
{
    private protected Shell Shell => shell;

    private protected ApiHost Site { get; private set; } = null!;

    private protected HttpClient Ana { get; private set; } = null!;

    private protected HttpClient Ben { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await ApiHost.Open(shell);
        (Ana, Ben) = (await Site.Key("Ana", Role.Editor), await Site.Key("Ben", Role.Editor));
        await Site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        Ana.Dispose();
        Ben.Dispose();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
