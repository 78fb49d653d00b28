using Dateline.Accounts;
using Dateline.Documents;
using Dateline.Redactions;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>The rows of the event tables themselves, which both engines and anybody's SQL read.</summary>
public abstract class RowsTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task an_event_is_the_same_row_whichever_engine_wrote_it()
    {
        await using var desk = await Open();
        await desk.Newsroom.Send(new RegisterSource("s", "A \"name\" — ünï"), new("ana", "I know them", "request 1", "cause 1"), Cancellation);
        Assert.Equal(
            """
            {"data": {"name": "A \"name\" — ünï", "sourceId": "s"}, "type": "source_registered", "bdata": null, "seq_id": 1, "headers": {"leaf": 2, "reason": "I know them"},
            "version": 1, "stream_id": "source/s", "tenant_id": "*DEFAULT*", "user_name": "ana", "is_archived": false, "causation_id": "cause 1",
            "correlation_id": "request 1", "mt_dotnet_type": "Dateline.Sources.SourceRegistered, Dateline.Core"}
            """.ReplaceLineEndings(" "), await desk.Text("select to_jsonb(e) - 'id' - 'timestamp' #- '{headers,salt}' from mt_events e"));
        Assert.Equal("t t", await desk.Text("select concat_ws(' ', headers ->> 'salt' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', id is not null and timestamp <= clock_timestamp()) from mt_events"));
    }

    [Fact]
    public async Task what_was_not_said_is_null_and_every_request_has_a_correlation()
    {
        await using var desk = await Open();
        await desk.Newsroom.Send(new RegisterSource("s", "n"), Act.System, Cancellation);
        Assert.Equal("t t t system", await desk.Text(
            "select concat_ws(' ', coalesce(headers ->> 'reason', '') = '', causation_id is null, length(correlation_id) > 0, user_name) from mt_events"));
    }

    [Fact]
    public async Task a_stream_is_a_row_with_its_version()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        await desk.Send(new RateSource("s", Reliability.B, "ana", "x"));
        Assert.Equal("source/s 2 *DEFAULT* f", await desk.Text("select concat_ws(' ', id, version, tenant_id, is_archived) from mt_streams"));
        Assert.Equal("2", await desk.Text("select last_value from mt_events_sequence"));
        // Also those that a document's reactions begin have a type.
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        await desk.Send(new OpenAccount("Ana", Role.Editor, "system"));
        await desk.Send(new ProposeWordsRedaction("r-1", "a name", "A court order.", "ana"));
        Assert.Equal(
            "account:account claim:claim document:document redaction:words_redaction source:source story:story",
            await desk.Text("select string_agg(distinct concat_ws(':', split_part(id, '/', 1), type), ' ') from mt_streams"));
    }

    [Fact]
    public async Task the_bytes_of_a_document_are_kept_with_its_event()
    {
        await using var desk = await Open();
        var document = Newsdesk.Document("d", "Text.", DateTimeOffset.UnixEpoch);
        await desk.Send(document);
        Assert.Equal($"{document.Original!.Sha256} text/plain Text.", await desk.Text(
            "select concat_ws(' ', sha256, media_type, convert_from(bytes, 'UTF8')) from originals"));
    }

    [Fact]
    public async Task every_event_reads_back_as_it_was_recorded()
    {
        await using var desk = await Open();
        var sent = await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses will be repaired within two weeks.", DateTimeOffset.UnixEpoch));
        await desk.Settle();
        var log = await desk.Log();
        Assert.Equal(sent.Events[0], log[0].Data);
        Assert.Contains(log, e => e.Data is ClaimsExtracted);
        foreach (var e in log) Assert.Equal(EventJson.Write(e.Data), EventJson.Write(EventJson.Read(e.Type, EventJson.Write(e.Data))));
        Assert.Equal("0", await desk.Text("select count(*) from mt_events where data is null or mt_dotnet_type not like 'Dateline.%, Dateline.Core'"));
    }
}
