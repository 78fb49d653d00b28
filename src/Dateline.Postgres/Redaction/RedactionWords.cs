using Dateline.Redactions;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>A redaction of words that waits for a second editor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What kind of thing would be removed.</param>
/// <param name="LegalReason">Why.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Words">The words.</param>
public sealed record WaitingRedaction(string Id, string Kind, string LegalReason, string By, DateTimeOffset At, IReadOnlyList<string> Words);

/// <summary>The words of redactions that are not carried out yet: the only place where they stand for the sake of the redaction.</summary>
public sealed class RedactionWords(NpgsqlDataSource database)
{
    /// <summary>Keeps the words of a redaction that is about to be proposed.</summary>
    /// <param name="id">The redaction.</param>
    /// <param name="words">The wordings.</param>
    /// <param name="said">What is said of it in the log: it must not hold the words.</param>
    /// <param name="cancellation">Keeps nothing.</param>
    /// <exception cref="Refused">The words are said of the redaction itself, name somebody who acted, or are part of an id, which no redaction changes.</exception>
    public async Task Keep(string id, IReadOnlyList<string> words, IReadOnlyList<string> said, CancellationToken cancellation)
    {
        var wordings = new Wordings(words);
        if (said.Any(s => wordings.In(s).Count > 0)) throw new Refused("The kind or the legal reason holds the words that are to be removed. Say it without them: both stay in the log.");
        var (ids, people) = ("select id from mt_streams", "select distinct user_name from mt_events where user_name is not null union select data ->> 'name' from mt_events where type = 'account_opened'");
        if (await Found(ids, wordings, cancellation) is { } named)
            throw new Refused($"The words are part of the id {named}, and ids are never changed. Name wordings that are in no id.");
        if (await Found(people, wordings, cancellation) is not null) throw new Refused("The words name somebody who acted here, and every act keeps who did it.");
        await using var command = database.CreateCommand("insert into redaction_words (redaction, words) values ($1, $2)").With(id, words.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets the words of a redaction that is not to be.</summary>
    public async Task Drop(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await Drop(connection, id, cancellation);
    }

    /// <summary>Forgets them within whatever transaction a connection is in.</summary>
    internal static async Task Drop(NpgsqlConnection connection, string id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("delete from redaction_words where redaction = $1", connection);
        await command.With(id).ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Whether the words of a redaction are still kept, as they are until it is carried out or turned down.</summary>
    public async Task<bool> Keeps(string id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select from redaction_words where redaction = $1)").With((object)id);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The redactions that wait for a second editor, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingRedaction>> Waiting(CancellationToken cancellation) => await database.CreateCommand(
        """
        select w.redaction, e.data ->> 'kind', e.data ->> 'legalReason', e.data ->> 'by', e.timestamp, w.words
        from redaction_words w join mt_events e on e.stream_id = 'redaction/' || w.redaction and e.type = 'words_redaction_proposed'
        where not exists (select from mt_events d where d.stream_id = e.stream_id and d.type in ('words_redacted', 'words_redaction_rejected'))
        order by e.seq_id
        """).Rows(r => new WaitingRedaction(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.At(4), r.GetFieldValue<string[]>(5)), cancellation);

    private async Task<string?> Found(string query, Wordings wordings, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(query);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            if (rows.GetString(0) is var text && wordings.In(text).Count > 0) return text;
        return null;
    }
}
