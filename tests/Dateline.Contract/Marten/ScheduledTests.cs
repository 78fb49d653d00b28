using Dateline.Contract.Engine;

namespace Dateline.Contract.Marten;

/// <summary>Scheduled work is a message that waits in the database, once, whoever comes and goes.</summary>
public sealed class ScheduledTests(TestDatabase databases)
{
    private const string Waiting = "select count(*) from wolverine_incoming_envelopes where message_type = 'Dateline.Marten.TidyUp' and status = 'Scheduled'";

    [Fact]
    public async Task it_waits_in_the_database_once_for_all_nodes()
    {
        var connection = await databases.NewDatabase();
        for (var round = 0; round < 3; round++)
        {
            await using var desk = await Newsdesk.Open<OnMarten>(connection);
            desk.Engine.Start();
            while (!desk.Engine.Leads) await Task.Delay(10, TestContext.Current.CancellationToken);
            Assert.Equal("1", await desk.Text(Waiting));
        }
    }
}
