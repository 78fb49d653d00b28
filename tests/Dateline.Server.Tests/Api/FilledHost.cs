using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Tests on a server of their own with the sample documents in it, and an editor's key.</summary>
public abstract class FilledHost(Shell shell) : IAsyncLifetime
{
    private protected Shell Shell => shell;

    private protected ApiHost Site { get; private set; } = null!;

    private protected HttpClient Ana { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await ApiHost.Open(shell);
        Ana = await Site.Key("Ana", Role.Editor);
        await Site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        Ana.Dispose();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
