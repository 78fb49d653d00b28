using System.Globalization;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;
using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>
/// A log of a year: stories of a hundred events each, a hundred stories at a time, one event every half minute, each published an hour before it was recorded.
/// One story is written out with the program's own events; the database makes the others of it.
/// </summary>
internal static class YearLog
{
    internal const int EventsEach = 100;
    internal const int AtATime = 100;
    private const int Documents = 10;
    private const int Claims = 7;
    private static readonly DateTimeOffset stamp = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the first event was recorded.</summary>
    internal static DateTimeOffset Begin { get; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static string Story(int number) => "s-" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>When the event at a position was recorded.</summary>
    internal static DateTimeOffset At(long position) => Begin.AddSeconds(30 * position);

    internal static async Task Fill(NpgsqlDataSource database, int stories)
    {
        await using var connection = await database.OpenConnectionAsync();
        var events = Events().ToList();
        if (events.Count != EventsEach) throw new InvalidOperationException($"A story has {events.Count} events, not {EventsEach}.");
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        await Run("create temp table one (k integer, stream text, version integer, type text, data text)");
        await using (var template = new NpgsqlCommand("insert into one select * from unnest($1, $2, $3, $4, $5)", connection))
        {
            template.Parameters.Add(new() { Value = Enumerable.Range(0, EventsEach).ToArray() });
            template.Parameters.Add(new() { Value = events.Select(e => e.Stream).ToArray() });
            template.Parameters.Add(new() { Value = events.Select(e => versions[e.Stream] = versions.GetValueOrDefault(e.Stream) + 1).ToArray() });
            template.Parameters.Add(new() { Value = events.Select(e => EventTypes.NameOf(e.Data.GetType())).ToArray() });
            template.Parameters.Add(new() { Value = events.Select(e => System.Text.Encoding.UTF8.GetString(EventJson.Write(e.Data))).ToArray() });
            await template.ExecuteNonQueryAsync();
        }
        var written = EventJson.Write(new StoryOpened("", "", stamp));
        using var json = System.Text.Json.JsonDocument.Parse(written);
        var published = json.RootElement.GetProperty("publishedAt").GetString()!;
        await Run($"insert into mt_streams (id, version) select replace(stream, '@', n::text), max(version) from one, generate_series(0, {stories - 1}) n group by n, stream");
        const int Portion = 1000;
        for (var from = 0; from < stories; from += Portion)
            await Run(
                $"""
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name, headers)
                select position, gen_random_uuid(), replace(stream, '@', n::text), version,
                    replace(replace(data, '@', n::text), '{published}', to_char((at - interval '1 hour') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'))::jsonb,
                    type, at, 'bot:bench@1', jsonb_build_object('salt', gen_random_uuid())
                from (select o.*, n, p as position, timestamptz '{Begin:O}' + p * interval '30 seconds' as at
                    from one o, generate_series({from}, {Math.Min(stories, from + Portion) - 1}) n,
                        lateral (select (n / {AtATime})::bigint * {AtATime * EventsEach} + o.k * {AtATime} + n % {AtATime} + 1 as p) p) x
                order by position
                """);
        await Run($"select setval('mt_events_sequence', {(long)stories * EventsEach})");
        await Run("drop table one");
        await Ground.Run(database, "vacuum analyze mt_events, mt_streams");

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static IEnumerable<(string Stream, object Data)> Events()
    {
        const string StoryId = "s-@";
        yield return (Ids.Story(StoryId), new StoryOpened(StoryId, "Floods near the harbour, number @", stamp));
        var (mentions, raised) = (0, 0);
        for (var d = 0; d < Documents; d++)
        {
            var document = $"d-@-{d}";
            yield return (Ids.Document(document), new DocumentIngested(
                document, $"outlet-{d % 5}", $"Outlet {d % 5}", null, $"Report {d} on the floods", null, "en", stamp, $"The mayor said that {d}00 houses were hit.", "hash", "hash", "text"));
            yield return (Ids.Document(document), new ClaimsExtracted(document, 1, "bench@1", [], null, stamp));
            for (; raised < Math.Min(Claims, d + 2); raised++)
                yield return (Ids.Claim($"c-@-{raised}"), new ClaimRaised($"c-@-{raised}", $"{raised}00 houses were destroyed by the flood near the harbour", Mode.Assertion, null, stamp));
            for (var m = 0; m < (d < 2 ? 5 : 4); m++, mentions++)
            {
                var claim = $"c-@-{mentions % raised}";
                yield return (Ids.Claim(claim), new ClaimMentioned(
                    claim, $"{document}/1#{m}", document, 1, $"outlet-{d % 5}", $"source:outlet-{d % 5}", "houses were destroyed by the flood near the harbour", "the mayor", [], "said",
                    mentions % 11 == 10 ? Polarity.Negative : Polarity.Positive, Certainty.Certain, 900, "The same subject.", stamp));
            }
            yield return (Ids.Story(StoryId), new DocumentFiled(StoryId, document, $"outlet-{d % 5}", $"Report {d} on the floods", $"source:outlet-{d % 5}", 800, "It shares its claims.", stamp));
            yield return (Ids.Document(document), new MentionsFiled(document, 1, StoryId, $"source:outlet-{d % 5}", [], stamp));
            if (d is >= 2 and < 8) yield return (Ids.Claim($"c-@-{raised - 1}"), new ClaimRelated($"c-@-{raised - 1}", Relation.Updates, $"c-@-{raised - 2}", d % 2 == 0 ? "Another number." : "A later number.", stamp));
        }
        foreach (var claim in new[] { "c-@-0", "c-@-1" })
        {
            yield return (Ids.Claim(claim), new VerdictProposed(
                claim, "v-" + claim, Rating.Verified, null, Confidence.High, "Two outlets saw it.", [new("d-@-0", 1, null)], "ana"));
            yield return (Ids.Claim(claim), new VerdictApproved(claim, "v-" + claim, "ben", "I read both."));
        }
    }
}
