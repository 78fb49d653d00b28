using System.Text;
using Dateline.Audit;
using Dateline.Claims;
using Dateline.Contract.Engine;
using Dateline.Postgres.Redaction;
using Dateline.Postgres.Seal;
using Dateline.Redactions;
using Dateline.Verdicts;
using Npgsql;

namespace Dateline.Contract.Seal;

public sealed class BuiltInForgedRedaction(TestDatabase databases) : ForgedRedactionTests<BuiltIn>(databases);

public sealed class AsApplicationForgedRedaction(TestDatabase databases) : RefusedForgeryTests<AsApplication>(databases);

/// <summary>
/// A change that is called a redaction, by somebody who knows how redactions are recorded and keeps every rule of them but one: that nothing but text goes.
/// </summary>
public abstract class Forgery<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    private protected static readonly DateTimeOffset noon = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected Task<SealedDesk> Open() => SealedDesk.Open<TEngine>(databases, 1);

    /// <summary>An approved verdict, and the tombstone of a redaction that two people ordered and that removes nothing.</summary>
    private protected static async Task<Recorded> Tombstone(SealedDesk desk, string? day = null)
    {
        await desk.Desk.Send(new MentionClaim("c-1", "200 houses", day is null ? Mode.Assertion : Mode.Promise, day, new(
            "c-1", "d-1/1#1", "d-1", 1, "wire", "source:one", "200 houses", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, noon)
        { DueAt = day }));
        await desk.Desk.Send(new ProposeVerdict("c-1", "v-1", day is null ? Rating.Verified : Rating.Fulfilled, null, Confidence.High, "Both confirmed it.", [new Evidence("d-1", 1, null)], "ana"), "ana");
        await desk.Desk.Send(new ApproveVerdict("c-1", "v-1", "ben", "As it was seen."), "ben");
        await desk.Desk.Send(new ProposeWordsRedaction("r-1", "a name", "court order 13", "ana"), "ana");
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        return (await desk.Desk.Log()).Single(e => e.Data is WordsRedacted);
    }

    /// <summary>Puts other data and headers in the place of an event's, and records it as what the tombstone ordered.</summary>
    private protected static async Task Forge(SealedDesk desk, Recorded tombstone, string type, string data, string headers)
    {
        await using var connection = await desk.Desk.Engine.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var find = new NpgsqlCommand(
            $"select stream_id, seq_id, ({data})::text, (({headers}) || '{{\"salt\": \"another\"}}')::text from mt_events e where type = '{type}' order by seq_id limit 1", connection);
        var (stream, position, left, leftHeaders) = ("", 0L, Array.Empty<byte>(), Array.Empty<byte>());
        await using (var row = await find.ExecuteReaderAsync(Cancellation))
        {
            Assert.True(await row.ReadAsync(Cancellation));
            (stream, position, left, leftHeaders) = (row.GetString(0), row.GetInt64(1), Encoding.UTF8.GetBytes(row.GetString(2)), Encoding.UTF8.GetBytes(row.GetString(3)));
        }
        var events = await StoredEvents.OfStreams(connection, [stream], Cancellation);
        var was = events.Single(e => e.Position == position);
        await new ErasureRecord(connection, tombstone).Write(
            [new(was, was with { Data = left, Headers = leftHeaders })], new Dictionary<string, long> { [stream] = events[^1].Version },
            (s, erased) => new WordsErased("r-1", s, "a name", tombstone.Position, erased), Cancellation);
        await transaction.CommitAsync(Cancellation);
    }
}

/// <summary>Somebody who turns the database's guards off changes more than text: verifying finds it, here, in an export and in a proof.</summary>
public abstract class ForgedRedactionTests<TEngine>(TestDatabase databases) : Forgery<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Theory]
    [MemberData(nameof(Forgeries.OfEvents), MemberType = typeof(Forgeries))]
    public async Task a_change_that_is_called_a_redaction_is_found(string type, string data, string headers)
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        var signed = await desk.Sign();
        var before = (await desk.Desk.Log()).First(e => e.Type == type);
        await desk.Desk.Do("alter table mt_events disable trigger user");
        await Forge(desk, tombstone, type, data, headers);
        await desk.Desk.Do("alter table mt_events enable trigger user");
        Assert.DoesNotContain(await desk.Desk.Settle(), f => f.Name == SealFollower.ViewName);

        var found = await desk.Verify(signed);
        Assert.Equal((before.Position, before.Position), (found.First?.From, found.First?.To));
        Assert.Equal(before.Position, (await desk.Verify()).First?.From);
    }

    [Fact]
    public async Task nothing_more_is_signed_and_no_proof_given_of_a_forged_redaction()
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        var signed = await desk.Sign();
        await desk.Desk.Do("alter table mt_events disable trigger user");
        await Forge(desk, tombstone, "verdict_proposed", "jsonb_set(jsonb_set(data, '{rating}', '\"false\"'), '{rationale}', '\"[redacted]\"')", "headers");
        await desk.Desk.Do("alter table mt_events enable trigger user");
        await desk.Desk.Settle();
        var refused = await Assert.ThrowsAsync<Refused>(desk.Sign);
        Assert.Contains("More than text", refused.Message, StringComparison.Ordinal);
        var position = (await desk.Desk.Log()).First(e => e.Type == "verdict_proposed").Position;
        refused = await Assert.ThrowsAsync<Refused>(() => desk.Log.Prove(position, Encoding.UTF8.GetBytes(signed.Note), signed.Verifier, Cancellation));
        Assert.Contains("More than text", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_redaction_of_text_alone_verifies_and_is_proved()
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        var signed = await desk.Sign();
        await Forge(desk, tombstone, "verdict_proposed", "jsonb_set(data, '{rationale}', '\"Both [redacted].\"')", "jsonb_set(headers, '{reason}', '\"[redacted]\"')");
        await desk.Desk.Settle();
        var found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
        Assert.Empty(Assert.Single(found.Redactions).Unproved);
    }

    [Fact]
    public async Task what_an_earlier_version_took_the_day_of_a_promise_from_verifies_and_replays()
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk, "2026-02-11");
        await desk.Desk.Send(new WithdrawVerdict("c-1", "v-1", "ana", "It is not over yet."));
        await desk.Desk.Settle();
        var signed = await desk.Sign();
        await desk.Desk.Do("alter table mt_events disable trigger user");
        await Forge(desk, tombstone, "claim_mentioned", "jsonb_set(data - 'dueAt', '{quote}', '\"[redacted]\"')", "headers");
        await desk.Desk.Do("alter table mt_events enable trigger user");
        foreach (var view in Postgres.Views.AllViews.Catalogue.Where(v => v.Name != SealFollower.ViewName)) await desk.Desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Empty(await desk.Desk.Settle());
        var found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
        Assert.True((await OfflineAudit.Verify(await desk.Export(), [desk.Opened(signed)], null, Cancellation)).Holds);
        Assert.Equal("open", (await desk.Desk.Board.Claim("c-1", noon.AddYears(1), Cancellation))!.Claim.Status);
        Assert.Equal(await Boards.Replayed(desk.Desk, await desk.Desk.Engine.Head(Cancellation)), await Boards.Shown(desk.Desk));
    }

    [Theory]
    [InlineData("words_redaction_proposed", "Nobody", "nobody proposed")]
    [InlineData("words_redacted", "ana", "only one person")]
    public async Task a_redaction_that_is_not_of_two_people_is_found(string type, string by, string because)
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        // Such a tombstone was never signed: somebody writes it into what came after the last checkpoint.
        await desk.Tamper($"update mt_events set data = data || jsonb_build_object('{(type == "words_redacted" ? "secondedBy" : "by")}', '{by}') where type = '{type}'");
        await desk.Desk.Do("alter table mt_events disable trigger user; alter table redactions_done disable trigger user");
        await desk.SealAnew();
        await desk.Desk.Do(
            $"""
            insert into redactions_done (tombstone) values ({tombstone.Position}) on conflict do nothing;
            create or replace function erase_events(p_tombstone bigint, p_positions bigint[], p_data jsonb[], p_headers jsonb[]) returns void language sql as
            'update mt_events e set data = x.data, headers = x.headers from unnest(p_positions, p_data, p_headers) as x (position, data, headers) where e.seq_id = x.position';
            """);
        await Forge(desk, tombstone, "verdict_proposed", "jsonb_set(data, '{rationale}', '\"[redacted]\"')", "headers");
        await desk.Desk.Settle();
        Assert.Contains(because, (await desk.Verify()).First!.What, StringComparison.Ordinal);
    }
}

/// <summary>The application's own role can remove text by a redaction, and change nothing else by what it calls one.</summary>
public abstract class RefusedForgeryTests<TEngine>(TestDatabase databases) : Forgery<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Theory]
    [MemberData(nameof(Forgeries.OfEvents), MemberType = typeof(Forgeries))]
    public async Task a_change_that_is_called_a_redaction_is_refused(string type, string data, string headers)
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Forge(desk, tombstone, type, data, headers));
        Assert.Equal("DL006", refused.SqlState);
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
    }

    [Theory]
    [InlineData("data - 'dueAt'")]
    [InlineData("jsonb_set(data, '{dueAt}', '\"[redacted]\"')")]
    public async Task the_day_of_a_promise_is_no_text(string data)
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk, "2026-02-11");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Forge(desk, tombstone, "claim_mentioned", $"jsonb_set({data}, '{{quote}}', '\"[redacted]\"')", "headers"));
        Assert.Equal("DL006", refused.SqlState);
    }

    [Fact]
    public async Task text_goes_once_by_a_tombstone_and_not_from_what_tells_of_redactions()
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => Forge(desk, tombstone, "words_redaction_proposed", "data", "jsonb_set(headers, '{reason}', '\"[redacted]\"')"));
        Assert.Equal("DL006", refused.SqlState);
        await Forge(desk, tombstone, "verdict_proposed", "jsonb_set(data, '{rationale}', '\"[redacted]\"')", "headers");
        refused = await Assert.ThrowsAsync<PostgresException>(() => Forge(desk, tombstone, "verdict_approved", "jsonb_set(data, '{reason}', '\"[redacted]\"')", "headers"));
        Assert.Equal("DL006", refused.SqlState);
    }

    [Theory]
    [InlineData("insert into redactions_done (tombstone) values (1)")]
    [InlineData("update redactions_done set transaction = pg_current_xact_id()")]
    [InlineData("create or replace function is_redacted(text, boolean, boolean, text, jsonb, jsonb) returns boolean language sql as 'select true'")]
    [InlineData("drop function refuse_other_change() cascade")]
    public async Task the_guard_is_not_the_applications_to_change(string attempt)
    {
        await using var desk = await Open();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => desk.Desk.Do(attempt));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task the_database_and_the_seal_agree_on_which_members_hold_text()
    {
        await using var desk = await Open();
        var names = EventTypes.All.Select(e => EventTypes.TypeOf(e.Name)!).SelectMany(t => Members(t, [])).Append("salt").Distinct().ToArray();
        Assert.Contains("rating", names);
        foreach (var type in new[] { "source_registered", "verdict_proposed" })
            foreach (var top in new[] { true, false })
                Assert.Equal(
                    string.Join(' ', names.Where(n => Redactable.IsText(type, Encoding.UTF8.GetBytes(n), top))),
                    await desk.Desk.Text($"select string_agg(n, ' ' order by i) from unnest('{{{string.Join(',', names)}}}'::text[]) with ordinality x (n, i) where is_text('{type}', n, {top})"));

        static IEnumerable<string> Members(Type type, HashSet<Type> met) => !met.Add(type) ? [] : type.GetProperties().SelectMany(p => Own(p.PropertyType, met).Prepend(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)));

        static IEnumerable<string> Own(Type type, HashSet<Type> met) => type.IsGenericType ? type.GetGenericArguments().SelectMany(t => Own(t, met))
            : type.Namespace?.StartsWith("Dateline", StringComparison.Ordinal) == true && !type.IsEnum ? Members(type, met) : [];
    }

    [Fact]
    public async Task what_the_application_makes_beside_the_guard_stands_in_for_nothing_of_it()
    {
        await using var desk = await Open();
        var tombstone = await Tombstone(desk);
        await desk.Desk.Do(
            """
            create function yes(varchar, varchar) returns boolean language sql as 'select true';
            create function yes(text, text) returns boolean language sql as 'select true';
            create function same(jsonb, jsonb) returns text language sql as 'select ''x''';
            create operator = (leftarg = varchar, rightarg = varchar, function = yes);
            create operator = (leftarg = text, rightarg = text, function = yes);
            create operator ->> (leftarg = jsonb, rightarg = jsonb, function = same);
            create function is_redacted(varchar, boolean, boolean, text, jsonb, jsonb) returns boolean language sql as 'select true';
            """);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Forge(desk, tombstone, "verdict_proposed", "jsonb_set(data, '{rating}', '\"false\"')", "headers"));
        Assert.Equal("DL006", refused.SqlState);
    }
}
