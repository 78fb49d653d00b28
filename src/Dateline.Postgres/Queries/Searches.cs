using Dateline.Documents;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Queries;

/// <summary>Something that was found.</summary>
/// <param name="Kind"><c>document</c> or <c>claim</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The revision that was found; null for claims.</param>
/// <param name="Title">A document's headline, or a claim's words.</param>
/// <param name="Source">Who published it.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Withdrawn">Whether its publisher had taken it back by then.</param>
/// <param name="Score">How well it fits, in millionths.</param>
/// <param name="Excerpt">Where it fits, in pieces; empty for claims.</param>
public sealed record Found(
    string Kind, string Id, int? Revision, string Title, string? Source, DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, bool Withdrawn, long Score, IReadOnlyList<ExcerptPiece> Excerpt);

/// <summary>What to search for.</summary>
/// <param name="Words">As people write it: words, "phrases", or, -not.</param>
/// <param name="Kind"><c>document</c> or <c>claim</c>; null for both.</param>
/// <param name="Through">Only what was recorded up to this position.</param>
/// <param name="PublishedBy">Only what was published by then.</param>
public sealed record Search(string Words, string? Kind, long Through, DateTimeOffset PublishedBy);

/// <summary>Finds documents and claims by PostgreSQL's full text search.</summary>
public sealed class Searches(NpgsqlDataSource database)
{
    /// <summary>Of what fits so many are weighed, those recorded last: a word that is in every document costs no more than that.</summary>
    private const int MostRanked = 500;

    // Whether something fits in its own language, is the newest revision and has not ended is asked in the order of the scores, until a page is full: offset 0
    // keeps the planner from asking it of all before they are sorted.

    /// <summary>What fits, best first; of more than 500 the latest.</summary>
    /// <param name="search">What to search for.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<Found>> Find(Search search, (long Score, string Kind, string Id)? after, int most, CancellationToken cancellation) => await database.CreateCommand(
        """
        with asked as materialized (select websearch_to_tsquery('english', $1) as english, websearch_to_tsquery('simple', $1) as simple),
        reached as (select (select timestamp from mt_events where seq_id <= $3 order by seq_id desc limit 1) as at),
        latest as materialized (
            select s.*, case when s.english then (select english from asked) else (select simple from asked) end as ask from search s
            where s.words @@ (websearch_to_tsquery('english', $1) || websearch_to_tsquery('simple', $1))
                and ($2::text is null or s.kind = $2) and s.position <= $3 and s.published_at <= $4
            order by s.position desc, s.kind, s.id limit $9
        ),
        ranked as (
            select l.*, l.kind collate "C" as k, l.id collate "C" as i, (1000000 * ts_rank_cd(l.words, l.ask, 32))::bigint as score
            from latest l order by score desc, k, i offset 0
        ),
        page as (
            select * from ranked r
            where ($5::bigint is null or score < $5 or (score = $5 and (k, i) > ($6, $7))) and words @@ ask
                and (kind = 'claim'
                    or not exists (select from search n where n.kind = r.kind and n.id = r.id and n.revision > r.revision and n.position <= $3 and n.published_at <= $4))
                and not (kind = 'claim' and ended_recorded is not null and ended_recorded <= (select at from reached) and ended_published <= $4)
            order by score desc, k, i limit $8
        )
        select p.kind, p.id, p.revision, p.title, p.source, p.published_at, p.recorded_at,
            p.ended_recorded is not null and p.ended_recorded <= (select at from reached) and p.ended_published <= $4, p.score,
            case when p.kind = 'document' then left((select e.data ->> 'text' from mt_events e where e.seq_id = p.position), 50000) end, p.english
        from page p order by p.score desc, p.k, p.i
        """).With(
            search.Words, Parameters.Typed(search.Kind, NpgsqlDbType.Text), search.Through, search.PublishedBy.ToUniversalTime(),
            Parameters.Typed(after?.Score, NpgsqlDbType.Bigint), after?.Kind ?? "", after?.Id ?? "", (long)most, (long)MostRanked)
        .Rows(r => new Found(
            r.GetString(0), r.GetString(1), r.GetInt32(2) is var revision && revision > 0 ? revision : null, r.GetString(3), r.Text(4), r.At(5), r.At(6), r.GetBoolean(7), r.GetInt64(8),
            r.Text(9) is { } text ? Excerpt.Of(text, search.Words, r.GetBoolean(10)) : []), cancellation);
}
