using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>An engine on one database: a newsroom that any process can write to, and the reactions and views that follow its log.</summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>Commands, states and the log.</summary>
    INewsroom Newsroom { get; }

    /// <summary>The database, with the schema as its search path.</summary>
    NpgsqlDataSource Database { get; }

    /// <summary>Whether followers run in this process just now.</summary>
    bool Leads { get; }

    /// <summary>What last went wrong in the background, if something did.</summary>
    string? LastFault { get; }

    /// <summary>Ends, with what to say of it, when a later version of Dateline has brought the database up to date: followers run in this process no more.</summary>
    Task<SchemaFault> Outdated { get; }

    /// <summary>Why followers cannot run here just now: the other engine runs them on this database. Null when it does not.</summary>
    Task<string?> Rival(CancellationToken cancellation);

    /// <summary>Whether some process runs the followers just now, with either engine.</summary>
    async Task<bool> FollowersRun(CancellationToken cancellation)
    {
        await using var connection = await Database.OpenConnectionAsync(cancellation);
        return await LeaderLock.AnybodyHolds(connection, cancellation);
    }

    /// <summary>Runs reactions and views in the background, here or in whichever process leads, until the engine is disposed of. Whoever only looks runs none.</summary>
    void Start();

    /// <summary>
    /// Waits until every follower has taken in all that is recorded, whichever process runs them. Gives the followers that cannot: empty when all is well.
    /// </summary>
    /// <exception cref="SchemaFault">A later version of Dateline has brought the database up to date.</exception>
    Task<IReadOnlyList<FollowerState>> Settle(CancellationToken cancellation);

    /// <summary>How each follower fares.</summary>
    Task<IReadOnlyList<FollowerState>> Followers(CancellationToken cancellation);

    /// <summary>The position of the last event.</summary>
    Task<long> Head(CancellationToken cancellation);

    /// <summary>Builds a view anew beside the live one, then swaps the two.</summary>
    /// <param name="view">The view's name.</param>
    /// <param name="progress">Takes the position reached and the head.</param>
    /// <param name="cancellation">Leaves the live view as it is.</param>
    /// <exception cref="Refused">There is no such view, or it cannot take in an event.</exception>
    Task Rebuild(string view, IProgress<(long At, long Of)>? progress, CancellationToken cancellation);
}
