using Dateline.Contract.Engine;
using Dateline.Postgres.Accounts;

namespace Dateline.Contract.Accounts;

/// <summary>One-time links, which several servers make and people use at once.</summary>
public sealed class InvitationTests(TestDatabase databases)
{
    private static readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_servers_that_begin_together_every_one_has_a_link_for_the_first_administrator_until_one_is_used()
    {
        await using var desk = await Open();
        var invitations = new Invitations(desk.Engine.Database);
        var tokens = Enumerable.Range(1, 8).Select(i => new[] { (byte)i }).ToList();
        await Task.WhenAll(tokens.Select(t => Make(invitations, t, null)));
        await Make(invitations, [100], "ana");
        foreach (var token in tokens) Assert.Equal(new Invitation(null, "system"), await invitations.Find(token, now, Cancellation));

        var used = await Task.WhenAll(tokens.Select(t => invitations.Take(t, now, Cancellation)));
        Assert.Equal(new Invitation(null, "system"), Assert.Single(used, u => u is not null));
        foreach (var token in tokens) Assert.Null(await invitations.Find(token, now, Cancellation));
        Assert.Equal(new Invitation("ana", "system"), await invitations.Take([100], now, Cancellation));
    }

    [Fact]
    public async Task a_later_link_ends_the_earlier_one_of_the_same_person_and_nobody_elses()
    {
        await using var desk = await Open();
        var invitations = new Invitations(desk.Engine.Database);
        await Make(invitations, [1], "ana");
        await Make(invitations, [2], "ben");
        await Make(invitations, [3], null);
        await Make(invitations, [4], "ana");
        Assert.Null(await invitations.Take([1], now, Cancellation));
        Assert.Equal(new Invitation("ana", "system"), await invitations.Take([4], now, Cancellation));
        Assert.Null(await invitations.Take([4], now, Cancellation));
        Assert.Equal(new Invitation("ben", "system"), await invitations.Find([2], now, Cancellation));
        Assert.Equal(new Invitation(null, "system"), await invitations.Find([3], now, Cancellation));
    }

    [Fact]
    public async Task an_expired_link_is_not_good_and_ends_no_other_one()
    {
        await using var desk = await Open();
        var invitations = new Invitations(desk.Engine.Database);
        await Make(invitations, [1], null);
        await Make(invitations, [2], null, now.AddHours(2));
        var later = now.AddHours(1.5);
        Assert.Null(await invitations.Find([1], later, Cancellation));
        Assert.Null(await invitations.Take([1], later, Cancellation));
        Assert.Equal(new Invitation(null, "system"), await invitations.Take([2], later, Cancellation));
    }

    private async Task<Newsdesk> Open() => await Newsdesk.Open<BuiltIn>(await databases.NewDatabase());

    private static Task Make(Invitations invitations, byte[] token, string? account, DateTimeOffset? expires = null) =>
        invitations.Make(token, account, "system", expires ?? now.AddHours(1), Cancellation);
}
