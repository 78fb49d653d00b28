using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>
/// Stories, claims, mentions, verdicts and the history of every status: the same <see cref="Picture"/> that a replay folds, over the part of
/// it that the events touch, which is read back from the view's own rows when it is not in memory.
/// </summary>
internal sealed class BoardFollower(NpgsqlDataSource database) : IFollower
{
    internal const string ViewName = "board";
    private const int MostInMemory = 16_000;
    private readonly BoardRows rows = new(database);
    private Picture picture = new();

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types => Picture.Types;

    /// <inheritdoc/>
    public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        if (picture.Claims.Count > MostInMemory)
        {
            picture = new();
            rows.Forget();
        }
        await rows.Load(picture, events, cancellation);
        foreach (var e in events) picture.Apply(e, e.RecordedAt);
        BoardStatements.Write(picture, events, sql);
    }
}
