using DotNet.Testcontainers.Builders;
using Testcontainers.PostgreSql;

namespace Dateline.Contract;

public sealed partial class TestDatabase
{
    static partial void HasContainers(ref Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start) => start = async image =>
    {
        try
        {
            var container = new PostgreSqlBuilder(image).Build();
            await container.StartAsync();
            return (container, container.GetConnectionString());
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    };
}
