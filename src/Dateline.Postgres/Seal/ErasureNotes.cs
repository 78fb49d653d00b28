using Dateline.Audit;
using Dateline.Documents;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>Reads what redactions noted of the events that they removed text from.</summary>
internal static class ErasureNotes
{
    /// <summary>The hashes that events of a range were sealed with before text was removed from them.</summary>
    internal static async Task<Dictionary<long, Sealed>> Before(NpgsqlDataSource database, long after, long through, CancellationToken cancellation) =>
        (await database.CreateCommand(
            "select distinct on (position) position, data, metadata from erasures where position > $1 and position <= $2 order by position, by_position")
            .With(after, through).Rows(r => (Position: r.GetInt64(0), Hashes: new Sealed(r.GetString(1), r.GetString(2))), cancellation))
        .ToDictionary(r => r.Position, r => r.Hashes);

    /// <summary>All of it, for a verification that goes no further than a position.</summary>
    internal static async Task<Erasures> Load(NpgsqlDataSource database, long through, CancellationToken cancellation)
    {
        var erasures = new Erasures();
        var noted = await database.CreateCommand("select by_position, position, data, metadata, left_data, left_metadata from erasures where by_position <= $1")
            .With(through).Rows(r => (By: r.GetInt64(0), Event: new ErasedEvent(r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5))), cancellation);
        foreach (var (by, erased) in noted) erasures.Claim(by, erased);
        return erasures;
    }
}
