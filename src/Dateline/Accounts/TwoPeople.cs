namespace Dateline.Accounts;

/// <summary>Whether two names are two people, by how they came to sign in.</summary>
public static class TwoPeople
{
    /// <summary>
    /// Refuses an approval under the name of somebody into whose account the proposer made the last link: after the proposal, or into an account that
    /// could sign in before. Whoever made the link may be who followed it. Another administrator's link mends it.
    /// </summary>
    /// <exception cref="Refused">They may be one person.</exception>
    public static async Task Check(INewsroom newsroom, ICommand command, CancellationToken cancellation)
    {
        if (command is not ISecond second) return;
        (long At, string By)? proposal = null;
        await foreach (var e in newsroom.Read(new(Streams: [command.Id]), cancellation))
            if (second.Proposer(e.Data) is { } by) proposal = (e.Position, by);
        if (proposal is not { } proposed) return;

        var (canSignIn, last, suspect) = (false, (string?)null, false);
        await foreach (var e in newsroom.Read(new(Streams: [Ids.Account(Account.IdOf(second.By))]), cancellation))
        {
            if (e.Data is not AccountCredentialSet set) continue;
            if (set.Through is { } maker) (last, suspect) = (maker, canSignIn || e.Position > proposed.At);
            canSignIn = true;
        }
        if (suspect && Guard.LookAlike(last!, proposed.By))
            throw new Refused($"{second.By} signs in by a link that {last} made, who proposed this. Somebody else has to approve it, or another administrator makes {second.By} a link.");
    }
}
