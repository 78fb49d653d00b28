using Testcontainers.PostgreSql;

namespace Dateline.Contract;

public sealed partial class TestDatabase
{
    static partial void HasContainers(ref Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start) => start = async image =>
    {
        PostgreSqlContainer? container = null;
        try
        {
            // As on a private server, the owner is called dateline and tests sign in as any role.
            container = new PostgreSqlBuilder(image).WithUsername("dateline").WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "trust").Build();
            await container.StartAsync();
            return (container, container.GetConnectionString());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TestContext.Current.SendDiagnosticMessage($"No container of {image} can be had ({e.Message}): the tests run on a private server.");
            if (container is not null) await container.DisposeAsync();
            return null;
        }
    };
}
