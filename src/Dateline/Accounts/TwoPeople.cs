namespace Dateline.Accounts;

/// <summary>Whether two names are two people, by how they came to sign in.</summary>
public static class TwoPeople
{
    // Whoever goes through more accounts than this has left a trail that nobody overlooks.
    private const int MostLinks = 50;

    /// <summary>
    /// Refuses an approval where whoever proposed may be who approves. Whoever makes a one-time link may be who followed it: a link made after the proposal,
    /// or into an account that could sign in before, ties that account to its maker, and the maker's account, as it was then, likewise to another's. The
    /// last link counts: another administrator's mends it.
    /// </summary>
    /// <exception cref="Refused">They may be one person.</exception>
    public static async Task Check(INewsroom newsroom, ICommand command, CancellationToken cancellation)
    {
        if (command is not ISecond second) return;
        (long At, string By)? proposal = null;
        await foreach (var e in newsroom.Read(new(Streams: [command.Id]), cancellation))
            if (second.Proposer(e.Data) is { } by) proposal = (e.Position, by);
        if (proposal is not { } proposed) return;

        await Untied(second.By, long.MaxValue, proposed.By, "signs in", "who proposed this");
        await Untied(proposed.By, proposed.At, second.By, "signed in", "who would approve it now");

        async Task Untied(string person, long until, string other, string signs, string role)
        {
            var makers = await Makers(newsroom, person, until, proposed.At, cancellation);
            var at = makers.FindIndex(m => Guard.LookAlike(m, other));
            if (at < 0) return;
            var made = string.Join(", who came in by one that ", makers[..(at + 1)].Select(static m => $"{m} made"));
            throw new Refused($"{person} {signs} by a link that {made}, {role}. Somebody else has to approve it, or another administrator makes {person} a link{(until == long.MaxValue ? "" : " before it is proposed anew")}.");
        }
    }

    /// <summary>Who may be who acts in an account: who made its last link, whose link that person came in by, and so on.</summary>
    private static async Task<List<string>> Makers(INewsroom newsroom, string person, long until, long proposedAt, CancellationToken cancellation)
    {
        var makers = new List<string>();
        while (makers.Count < MostLinks && await LastLink(newsroom, person, until, cancellation) is { } link && (link.IntoUsed || link.At > proposedAt))
        {
            if (makers.Exists(m => Guard.LookAlike(m, link.Maker))) break;
            makers.Add(link.Maker);
            (person, until) = (link.Maker, link.At);
        }
        return makers;
    }

    private static async Task<(string Maker, long At, bool IntoUsed)?> LastLink(INewsroom newsroom, string person, long until, CancellationToken cancellation)
    {
        var canSignIn = false;
        (string, long, bool)? last = null;
        await foreach (var e in newsroom.Read(new(Streams: [Ids.Account(Account.IdOf(person))]), cancellation))
        {
            if (e.Position > until) break;
            if (e.Data is not AccountCredentialSet set) continue;
            if (set.Through is { } maker) last = (maker, e.Position, canSignIn);
            canSignIn = true;
        }
        return last;
    }
}
