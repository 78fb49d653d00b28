using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Contract.Engine;

public sealed class FaultLineTests
{
    [Fact]
    public async Task a_database_that_is_away_is_said_to_be() =>
        Assert.StartsWith("the database cannot be reached (", Faults.Describe(await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
        {
            await using var connection = new NpgsqlConnection("Host=/nowhere/at/all;Username=x;Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
        })), StringComparison.Ordinal);

    [Fact]
    public async Task a_fault_in_an_asynchronous_method_is_placed_by_the_name_that_its_source_has() =>
        Assert.Equal("InvalidOperationException in FaultLineTests.Fails", Faults.Describe(await Assert.ThrowsAsync<InvalidOperationException>(Fails)));

    [Theory]
    [InlineData("Npgsql", true)]
    [InlineData("Dateline.Core", false)]
    public void only_what_npgsql_trips_over_itself_passes(string source, bool passes) =>
        Assert.Equal(passes, Faults.Passes(new Tripped { Source = source }));

    private static async Task Fails()
    {
        await Task.Yield();
        throw new InvalidOperationException("text of a document");
    }

    private sealed class Tripped : NullReferenceException;
}
