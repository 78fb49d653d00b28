using Dateline.Postgres.Cluster;
using Npgsql;

namespace Dateline.Contract.Cluster;

/// <summary>The role that runs Dateline is the whole cluster's, whichever of its databases comes first.</summary>
public sealed class ApplicationRoleTests : IDisposable
{
    private const int Databases = 6;
    private readonly string folder = TestDatabase.NewFolder();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task databases_of_a_new_cluster_that_are_opened_at_once_share_the_role()
    {
        await using var cluster = await PrivateCluster.Open(new(folder) { ThrowAway = true }, static _ => { }, Cancellation);
        var databases = Enumerable.Range(0, Databases).Select(i => new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = $"desk{i}", Pooling = false }.ConnectionString).ToList();
        await using (var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false"))
        {
            await connection.OpenAsync(Cancellation);
            for (var i = 0; i < Databases; i++)
            {
                await using var make = new NpgsqlCommand($"create database desk{i}", connection);
                await make.ExecuteNonQueryAsync(Cancellation);
            }
        }
        var opened = await Task.WhenAll(databases.Select(d => ApplicationRole.Connect(d, "dateline", migrate: true, static _ => { }, Cancellation)));
        foreach (var database in opened)
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(Cancellation);
            await using var ask = new NpgsqlCommand("select current_user::text", connection);
            Assert.Equal(ApplicationRole.Name, await ask.ExecuteScalarAsync(Cancellation));
        }
    }
}
