using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>Reads the lines of stories, one way for every list.</summary>
internal static class StoryLines
{
    /// <summary>The columns of a line, of the table of stories as they stand.</summary>
    internal const string Columns =
        "id, title, status, since, reason, because, documents, (select count(*)::integer from jsonb_object_keys(origins)), claims, last_activity, basis_changed";

    /// <summary>A line.</summary>
    /// <param name="r">The row.</param>
    /// <param name="first">The column of its id; the others follow in the order of <see cref="Columns"/>.</param>
    internal static StoryLine Line(NpgsqlDataReader r, int first = 0) => new(
        r.GetString(first), r.GetString(first + 1), r.GetString(first + 2), r.At(first + 3), r.GetString(first + 4), [.. r.GetFieldValue<long[]>(first + 5)],
        r.GetInt32(first + 6), r.GetInt32(first + 7), r.GetInt32(first + 8), r.At(first + 9), r.GetInt32(first + 10));
}
