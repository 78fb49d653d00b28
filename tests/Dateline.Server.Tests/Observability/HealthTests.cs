using System.Net;
using Dateline.Postgres.Engine;
using Dateline.Server.Observability;
using Dateline.Server.Tests.Accounts;
using Dateline.Server.Tests.Api;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Observability;

/// <summary>Whoever watches over the server is told when views no longer follow the log.</summary>
public sealed class HealthTests(Shell shell)
{
    [Fact]
    public async Task a_server_whose_followers_stand_still_behind_the_log_is_not_ready()
    {
        var time = new Time();
        await using var site = await ApiHost.Open(shell, time: time);
        await using (var held = await site.Workspace.Engine.Database.OpenConnectionAsync(ApiHost.Cancellation))
        {
            await using var hold = held.CreateCommand();
            hold.CommandText = "begin; lock table audit in exclusive mode";
            await hold.ExecuteNonQueryAsync(ApiHost.Cancellation);
            await site.Fill(filed: false);
            Assert.Equal(HttpStatusCode.OK, (await Ready(site)).Status);
            time.Pass(Stalls.Patience);
            var (status, said) = await Ready(site);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Matches("^stalled: .*audit at [0-9]+ of [1-9][0-9]*", said);
        }
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await Ready(site));
    }

    [Fact]
    public void one_that_moves_or_has_caught_up_has_not_stalled()
    {
        var time = new Time();
        var stalls = new Stalls(time);
        static FollowerState At(long position) => new("board", position, "running", null, null, 0);
        Assert.Empty(stalls.Of(9, [At(3)]));
        time.Pass(Stalls.Patience / 2);
        Assert.Empty(stalls.Of(9, [At(4)]));
        time.Pass(Stalls.Patience / 2);
        Assert.Empty(stalls.Of(9, [At(4)]));
        time.Pass(Stalls.Patience / 2);
        Assert.Single(stalls.Of(9, [At(4)]));
        Assert.Empty(stalls.Of(9, [At(9)]));
        time.Pass(Stalls.Patience);
        Assert.Empty(stalls.Of(10, [At(9)]));
    }

    private static async Task<(HttpStatusCode Status, string Said)> Ready(ApiHost site)
    {
        using var answer = await site.Anonymous.GetAsync("/health/ready", ApiHost.Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ApiHost.Cancellation));
    }
}
